package io.yuanqing.center.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yuanqing.center.Center;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp;
import io.yuanqing.center.readings.City;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        classes = Center.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "yuanqing.live.heartbeat=300ms",
            "yuanqing.live.tick=50ms",
            "yuanqing.live.streams=12",
            "yuanqing.live.queue=200KB"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@Import(City.class)
@DirtiesContext // gives its connections back
class LiveStreamTest {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(Center.CITY_ZONE);

    @Autowired
    City city;

    @Autowired
    LiveStream stream;

    @LocalServerPort
    int port;

    @Test
    void aStreamBeginsWithASnapshotAndTellsWhatChanges() throws Exception {
        city.register("LIVE-1", false);
        send("LIVE-1", "41.0", "N");
        city.awaitDerived();
        try (EventReader stream = settled()) {
            JsonNode snapshot = stream.next("snapshot").json();
            JsonNode row = row(snapshot.get("points"), "LIVE-1");
            assertThat(row.get("online").asBoolean()).isTrue();
            assertThat(row.get("state").asString()).isEqualTo("NORMAL");
            assertThat(row.get("values").get("w01018").get("value").asDouble()).isEqualTo(41.0);
            assertThat(snapshot.get("counters").get("received").asLong()).isPositive();
            assertThat(snapshot.get("newMns").isInt()).isTrue();

            send("LIVE-1", "42.0", "D");
            EventReader.Event point = stream.next("point");
            assertThat(point.json().get("mn").asString()).isEqualTo("LIVE-1");
            assertThat(point.json().get("state").asString()).isEqualTo("ABNORMAL");
            assertThat(point.json().get("stateReason").get("code").asString()).isEqualTo("FLAG");
            assertThat(point.id()).isGreaterThan(snapshot.get("position").asLong());
            assertThat(stream.next("heartbeat").json().get("time").asString()).endsWith("+08:00");
        }
    }

    @Test
    void aBrowserThatComesBackGetsOnlyWhatHasChangedSince() throws Exception {
        city.register("BACK-1", false);
        city.register("BACK-2", false);
        send("BACK-1", "1.0", "N");
        city.awaitDerived();
        settled().close();
        send("BACK-2", "1.0", "N");
        city.awaitDerived();
        long known;
        try (EventReader stream = settled()) {
            known = stream.next("snapshot").json().get("position").asLong();
        }
        send("BACK-2", "2.0", "N");
        city.awaitDerived();
        try (EventReader stream = EventReader.open(port, "Last-Event-ID", String.valueOf(known))) {
            JsonNode point;
            do {
                point = stream.next("point").json();
                assertThat(point.get("mn").asString()).isNotEqualTo("BACK-1");
            } while (!point.get("mn").asString().equals("BACK-2")
                    || point.get("values").get("w01018").get("value").asDouble() != 2.0);
            assertThat(stream.seen()).doesNotContain("snapshot", "resync");
        }
    }

    @Test
    void anIdThatTheLogHasNotReachedMeansAnotherLogAndTheBrowserBeginsAnew() throws Exception {
        settled().close();
        try (EventReader stream = EventReader.open(port, "Last-Event-ID", "999999999")) {
            stream.next("resync");
            stream.next("snapshot");
        }
    }

    @Test
    void aNewPointMakesEveryBrowserFetchAnewAndEndsItsStream() throws Exception {
        try (EventReader stream = settled()) {
            stream.next("snapshot");
            city.register("NEW-1", false);
            stream.next("resync");
            assertThat(stream.atEnd()).isTrue();
        }
    }

    @Test
    void aBrowserThatReadsNothingIsDroppedAndHoldsUpNobody() throws Exception {
        city.register("SLOW-1", false);
        city.awaitDerived();
        try (EventReader fast = settled()) {
            int before = stream.streams();
            try (SilentBrowser slow = SilentBrowser.open(port)) {
                await().until(() -> stream.streams() == before + 1);
                await().atMost(Duration.ofSeconds(60)).until(() -> {
                    // long enough to fill the silent one's share of the sockets' buffers, and its queue
                    send("SLOW-1", String.valueOf(System.nanoTime() % 1000), "N", 400);
                    fast.next("point");
                    return stream.streams() == before;
                });
            }
        }
    }

    @Test
    void moreStreamsThanAllowedAreRefusedWithTheLimit() throws Exception {
        await().until(() -> stream.streams() == 0); // one of another test that still leaves would make room
        List<EventReader> opened = new ArrayList<>();
        try {
            do {
                opened.add(EventReader.open(port));
            } while (opened.get(opened.size() - 1).status() == 200);
            assertThat(opened).hasSizeLessThanOrEqualTo(13);
            TestHttp.Answer refused = TestHttp.admin(port).get("/api/live");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isNotEmpty();
            assertThat(refused.json().get("detail").asString()).contains("12 browsers");
        } finally {
            for (EventReader reader : opened) {
                reader.close();
            }
        }
        await().until(() -> stream.streams() == 0); // nothing is left behind
    }

    @Test
    void aStreamIsNeitherCompressedNorBufferedNorOpenToStrangers() throws Exception {
        try (EventReader stream = EventReader.open(port, "Accept-Encoding", "gzip")) {
            assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
            assertThat(stream.header("Content-Encoding")).isEmpty();
            assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
        }
        assertThat(TestHttp.nobody(port).get("/api/live").status()).isEqualTo(401);
    }

    /** A stream opened after the board has taken in all points: until then it may be told to begin anew. */
    private EventReader settled() throws Exception {
        await().until(() -> {
            try (EventReader candidate = EventReader.open(port)) {
                if (candidate.status() != 200) {
                    return false; // streams of another test are still closing
                }
                candidate.next("heartbeat");
                return !candidate.seen().contains("resync");
            }
        });
        return EventReader.open(port);
    }

    private void send(String mn, String value, String flag) {
        send(mn, value, flag, 0);
    }

    private void send(String mn, String value, String flag, int extraFactors) {
        Instant now = Instant.now();
        StringBuilder items = new StringBuilder("w01018-Rtd=" + value + ",w01018-Flag=" + flag);
        for (int i = 0; i < extraFactors; i++) {
            items.append(";x").append(i).append("-Rtd=").append(value);
        }
        city.send(mn, "2011", STAMP.format(now), items.toString(), now);
    }

    private static JsonNode row(JsonNode points, String mn) {
        for (JsonNode point : points) {
            if (point.get("mn").asString().equals(mn)) {
                return point;
            }
        }
        throw new AssertionError(mn + " is missing in " + points);
    }
}
