package io.yuanqing.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yuanqing.hj212.Packet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Acknowledged means stored: {@code kill -9} under load loses no acknowledged packet, and none is there twice. */
class KilledServerTest {

    private static final int ROUNDS = 3;
    private static final int LOGGERS = 4;

    @TempDir
    Path data;

    @Test
    void everyAcknowledgedPacketIsThereOnceAfterAKillUnderLoad() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Map<String, Set<String>> acknowledged = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            try (RunningServer server = RunningServer.start(data, Map.of())) {
                List<Load> loads = new java.util.ArrayList<>();
                for (int i = 0; i < LOGGERS; i++) {
                    String mn = "KILLED" + round + i;
                    Load load = new Load(mn, server.tcpPort);
                    acknowledged.put(mn, load.acknowledged);
                    loads.add(load);
                    load.start();
                }
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> loads.stream().noneMatch(load -> load.acknowledged.isEmpty()));
                TimeUnit.MILLISECONDS.sleep(300 + random.nextInt(1500)); // the moment of the kill is the point here
                server.kill();
                for (Load load : loads) {
                    load.join();
                }
            }
        }
        int checked = 0;
        try (RunningServer server = RunningServer.start(data, Map.of())) {
            for (Map.Entry<String, Set<String>> logger : acknowledged.entrySet()) {
                Map<String, Integer> stored = new HashMap<>();
                for (JsonNode packet : server.get("/api/points/" + logger.getKey() + "/packets?size=100000")) {
                    String raw = packet.get("raw").asString();
                    stored.merge(raw.substring(raw.indexOf("QN=") + 3, raw.indexOf(";ST=")), 1, Integer::sum);
                }
                assertThat(stored.keySet()).containsAll(logger.getValue());
                assertThat(stored.values()).containsOnly(1);
                checked += logger.getValue().size();
            }
            JsonNode counters = server.get("/api/counters");
            assertThat(counters.get("received").asLong())
                    .isEqualTo(counters.get("stored").asLong()
                            + counters.get("duplicate").asLong()
                            + counters.get("quarantined").asLong());
            assertThat(counters.get("stored").asLong()).isGreaterThanOrEqualTo(checked);
        }
        System.out.println(checked + " acknowledged packets, all there once");
        assertThat(checked).isGreaterThan(ROUNDS * LOGGERS);
    }

    /** Sends as fast as answers come, until the connection breaks. */
    private static final class Load extends Thread {

        private static final int AT_ONCE = 50;

        private final String mn;
        private final int port;
        final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

        Load(String mn, int port) {
            super("load-" + mn);
            this.mn = mn;
            this.port = port;
        }

        @Override
        public void run() {
            Instant start = Instant.now().minusSeconds(3_000_000);
            try (LoggerClient logger = new LoggerClient(port)) {
                for (int sent = 0; ; sent += AT_ONCE) {
                    byte[][] frames = new byte[AT_ONCE][];
                    for (int i = 0; i < AT_ONCE; i++) {
                        frames[i] = LoggerClient.realtime(mn, start.plusSeconds(sent + i), sent + i);
                    }
                    logger.send(frames);
                    List<Packet> answers = logger.answers(AT_ONCE, Duration.ofSeconds(20));
                    answers.forEach(answer -> acknowledged.add(answer.qn()));
                    if (answers.size() < AT_ONCE) {
                        return;
                    }
                }
            } catch (IOException killed) {
                // what was answered until now is what counts
            }
        }
    }
}
