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
                List<BusyLogger> loads = new ArrayList<>();
                for (int i = 0; i < LOGGERS; i++) {
                    String mn = "KILLED" + round + i;
                    BusyLogger load = new BusyLogger(mn, server.tcpPort);
                    acknowledged.put(mn, load.acknowledged);
                    loads.add(load);
                    load.start();
                }
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> loads.stream().noneMatch(load -> load.acknowledged.isEmpty()));
                TimeUnit.MILLISECONDS.sleep(300 + random.nextInt(1500)); // the moment of the kill is the point here
                server.kill();
                for (BusyLogger load : loads) {
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
}
