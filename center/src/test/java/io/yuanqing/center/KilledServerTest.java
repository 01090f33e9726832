package io.yuanqing.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Acknowledged means stored: {@code kill -9} under load, of the server and of PostgreSQL in turn, loses no acknowledged
 * packet, and none is there twice, although the loggers send again what was not answered.
 *
 * <p>{@code -Dyuanqing.rounds=20} for more kills, {@code -Dyuanqing.seed=N} for the same ones again.
 */
class KilledServerTest {

    private static final int ROUNDS = Integer.getInteger("yuanqing.rounds", 3);
    private static final int LOGGERS = 4;
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    Path data;

    private int sentAgain;

    @Test
    void everyAcknowledgedPacketIsThereOnceAfterKillsUnderLoad() throws Exception {
        long seed = Long.getLong("yuanqing.seed", new Random().nextLong());
        System.out.println("-Dyuanqing.rounds=" + ROUNDS + " -Dyuanqing.seed=" + seed);
        Random random = new Random(seed);
        Map<String, Set<String>> acknowledged = new HashMap<>();
        List<BusyLogger> cutOff = List.of();
        for (int round = 0; round < ROUNDS; round++) {
            Killed killed = Killed.values()[round % Killed.values().length];
            try (RunningServer server = RunningServer.start(data, Map.of())) {
                sendAgain(cutOff, server);
                cutOff = loadAndKill(server, round, killed, random);
                cutOff.forEach(load -> acknowledged.put(load.mn, load.acknowledged));
            }
        }
        try (RunningServer server = RunningServer.start(data, Map.of())) {
            sendAgain(cutOff, server);
            int checked = 0;
            for (Map.Entry<String, Set<String>> logger : acknowledged.entrySet()) {
                assertThat(storedOnce(server, logger.getKey())).containsAll(logger.getValue());
                checked += logger.getValue().size();
            }
            JsonNode counters = server.get("/api/counters");
            long stored = counters.get("stored").asLong();
            long duplicate = counters.get("duplicate").asLong();
            assertThat(stored).isEqualTo(checked); // what was not acknowledged at first was when it was sent again
            assertThat(counters.get("received").asLong())
                    .isEqualTo(stored + duplicate + counters.get("quarantined").asLong());
            System.out.println(ROUNDS + " kills, " + checked + " acknowledged packets, all there once; " + sentAgain
                    + " were sent again, of which " + duplicate + " had been stored");
            assertThat(checked).isGreaterThan(ROUNDS * LOGGERS);
        }
    }

    private List<BusyLogger> loadAndKill(RunningServer server, int round, Killed killed, Random random)
            throws Exception {
        List<BusyLogger> loads = new ArrayList<>();
        for (int i = 0; i < LOGGERS; i++) {
            loads.add(new BusyLogger("KILLED" + round + "X" + i, server.tcpPort));
        }
        loads.forEach(Thread::start);
        awaitAnswers(loads, 1);
        TimeUnit.MILLISECONDS.sleep(300 + random.nextInt(1500)); // the moment of the kill is the point here
        killed.kill(server, data, random);
        if (killed != Killed.SERVER) {
            // The server has stayed up, and the loggers on their connections are served again.
            int before = loads.stream()
                    .mapToInt(load -> load.acknowledged.size())
                    .max()
                    .orElseThrow();
            awaitAnswers(loads, before + 1_000);
            server.kill();
        }
        for (BusyLogger load : loads) {
            load.join();
        }
        System.out.println("round " + round + ": " + killed + " killed; acknowledged until then: "
                + loads.stream().mapToInt(load -> load.acknowledged.size()).sum());
        return loads;
    }

    private static void awaitAnswers(List<BusyLogger> loads, int atLeast) {
        await().atMost(LONG).until(() -> loads.stream().allMatch(load -> load.acknowledged.size() >= atLeast));
    }

    private void sendAgain(List<BusyLogger> loads, RunningServer server) throws Exception {
        for (BusyLogger load : loads) {
            sentAgain += load.sendAgain(server.tcpPort);
        }
    }

    /** The QN of a logger's packets in the log; fails when one is there twice. */
    private static Set<String> storedOnce(RunningServer server, String mn) throws Exception {
        Map<String, Integer> stored = new HashMap<>();
        for (JsonNode packet : server.get("/api/points/" + mn + "/packets?size=100000")) {
            String raw = packet.get("raw").asString();
            stored.merge(raw.substring(raw.indexOf("QN=") + 3, raw.indexOf(";ST=")), 1, Integer::sum);
        }
        assertThat(stored.values()).containsOnly(1);
        return stored.keySet();
    }
}
