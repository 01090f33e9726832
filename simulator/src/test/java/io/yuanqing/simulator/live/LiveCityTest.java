package io.yuanqing.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yuanqing.hj212.Decoded;
import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Encoder;
import io.yuanqing.hj212.Packet;
import io.yuanqing.simulator.city.City;
import io.yuanqing.simulator.city.CityPoint;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LiveCityTest {

    private static final long SEED = 9;
    /** 12:04 of the city: nothing but minute and realtime data is due for a while. */
    private static final Instant NOON = Instant.parse("2026-11-11T04:04:00Z");

    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir
    Path folder;

    @Test
    void aLoggerAnnouncesItselfAndThenSendsAndIsAcknowledged() throws Exception {
        try (Peer peer = new Peer(0);
                LiveCity city = city(peer.address(), Faults.NONE, 300, SHORT, one(Edition.E2017))) {
            city.start();
            await().until(() ->
                    peer.packets("2051").size() >= 2 && peer.packets("2011").size() >= 5);
            assertThat(peer.received().get(0).packet().cn()).isEqualTo("2081");
            await().until(() -> city.counts().acknowledged() >= 8);
            assertThat(peer.received()).allMatch(Decoded::ok);
            assertThat(city.counts().resent()).isZero();
        }
    }

    @Test
    void theNextFrameWaitsForTheAnswerAndAnUnansweredOneComesAgainWithItsQn() throws Exception {
        try (Peer peer = new Peer(0);
                LiveCity city = city(peer.address(), Faults.NONE, 30, SHORT, one(Edition.E2017))) {
            peer.answerOnly(packet -> false);
            city.start();
            await().until(() -> peer.received().size() >= 3);
            List<Packet> first =
                    peer.received().subList(0, 3).stream().map(Decoded::packet).toList();
            assertThat(first.stream().map(Packet::qn).distinct()).hasSize(1);
            // After three tries the link counts as unusable: the logger dials again.
            await().until(() -> peer.connections() >= 2);
            assertThat(city.counts().resent()).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void whatWasMeasuredWithoutConnectionIsFilledInAfterwardsOnceAndMarkedBy2025Loggers() throws Exception {
        try (Peer peer = new Peer(0);
                LiveCity city = city(peer.address(), Faults.NONE, 60, SHORT, one(Edition.E2025))) {
            city.start();
            await().until(() -> peer.packets("2051").size() >= 2);
            InetSocketAddress address = peer.address();
            peer.close();
            // Some minutes of the city pass without anyone who listens.
            await().pollDelay(Duration.ofSeconds(3)).until(() -> city.counts().connected() == 0);
            try (Peer later = new Peer(address.getPort())) {
                await().until(() -> later.packets("2051").stream().anyMatch(Packet::backfilled));
                await().until(() -> later.packets("2051").stream().anyMatch(packet -> !packet.backfilled()));
                assertThat(city.counts().backfilled()).isPositive();
                var times = later.packets("2051").stream().map(Packet::dataTime).collect(Collectors.toSet());
                peer.packets("2051").forEach(packet -> times.add(packet.dataTime()));
                var last =
                        times.stream().max(java.util.Comparator.naturalOrder()).orElseThrow();
                var expected = peer.packets("2051").get(0).dataTime();
                await().untilAsserted(() -> {
                    var all =
                            later.packets("2051").stream().map(Packet::dataTime).collect(Collectors.toSet());
                    peer.packets("2051").forEach(packet -> all.add(packet.dataTime()));
                    for (var minute = expected; minute.isBefore(last); minute = minute.plusMinutes(1)) {
                        assertThat(all).contains(minute);
                    }
                });
                assertThat(later.packets("2011")).noneMatch(Packet::backfilled);
            }
        }
    }

    @Test
    void waitsPatientlyForACentreThatStartsLater() throws Exception {
        int port;
        try (Peer peer = new Peer(0)) {
            port = peer.address().getPort();
        }
        InetSocketAddress address = new InetSocketAddress("127.0.0.1", port);
        try (LiveCity city = city(address, Faults.NONE, 1, SHORT, one(Edition.E2017))) {
            city.start();
            await().pollDelay(Duration.ofMillis(700)).until(() -> city.counts().connected() == 0);
            try (Peer peer = new Peer(port)) {
                await().until(() -> !peer.packets("2081").isEmpty());
            }
        }
    }

    @Test
    void theHeartbeatOf2025IsAnsweredBy9013() throws Exception {
        try (Peer peer = new Peer(0);
                LiveCity city = city(peer.address(), Faults.NONE, 200, SHORT, one(Edition.E2025))) {
            city.start();
            await().until(() -> peer.packets("9015").size() >= 2);
            assertThat(peer.packets("9015").get(0).cp()).isEmpty();
        }
    }

    /** The whole way over TCP: 9011, the hours one by one with their 9014s, 9012. */
    @Test
    void theCentreAsksForHoursAgainAndGetsThemAmongTheLiveData() throws Exception {
        CityPoint point = one(Edition.E2017);
        try (Peer peer = new Peer(0);
                LiveCity city = city(peer.address(), Faults.NONE, 30, SHORT, point)) {
            city.start();
            await().until(() -> !peer.packets("2011").isEmpty());
            Packet request = Packet.of(
                    "20261111120500000",
                    point.st(),
                    "2061",
                    point.password(),
                    point.mn(),
                    5,
                    "BeginTime=20261111030000;EndTime=20261111050000");
            peer.send(Encoder.frame(request, Edition.E2017));
            await().until(() -> !peer.packets("9012").isEmpty());
            assertThat(peer.packets("9011").get(0).value("QnRtn")).isEqualTo("1");
            assertThat(peer.packets("9012").get(0).value("ExeRtn")).isEqualTo("1");
            assertThat(peer.packets("9012").get(0).qn()).isEqualTo(request.qn());
            assertThat(peer.packets("2061").stream().map(Packet::dataTime).distinct())
                    .hasSize(3)
                    .allMatch(time -> time.toLocalTime().getHour() >= 3
                            && time.toLocalTime().getHour() <= 5);
        }
    }

    @Test
    void afterAPauseTheHoursOfThePauseAreFilledIn() throws Exception {
        Path memory = folder.resolve("last-run");
        LastRun lastRun = new LastRun(memory);
        assertThat(lastRun.before(NOON)).isEqualTo(NOON);
        lastRun.note(NOON.minus(Duration.ofHours(5)));
        assertThat(lastRun.before(NOON.plus(Duration.ofDays(60)))).isEqualTo(NOON.plus(Duration.ofDays(46)));
        try (Peer peer = new Peer(0);
                LiveCity city = new LiveCity(
                        new City(List.of(one(Edition.E2017))),
                        peer.address(),
                        SEED,
                        Faults.NONE,
                        SimulatedTime.from(NOON, 1),
                        lastRun.before(NOON),
                        SHORT,
                        Incidents.none())) {
            city.start();
            await().until(() ->
                    peer.packets("2061").size() == 5 && peer.packets("2051").size() >= 30);
            assertThat(peer.packets("2061").stream().map(Packet::dataTime))
                    .containsExactly(
                            LocalDateTime.of(2026, 11, 11, 7, 0),
                            LocalDateTime.of(2026, 11, 11, 8, 0),
                            LocalDateTime.of(2026, 11, 11, 9, 0),
                            LocalDateTime.of(2026, 11, 11, 10, 0),
                            LocalDateTime.of(2026, 11, 11, 11, 0));
        }
    }

    /** Every fault of the wild city is one that a receiver must survive; none may cost data in the end. */
    @Test
    void theWildCityShowsItsFaultsAndRecordsThem() throws Exception {
        Path record = folder.resolve("incidents.jsonl");
        try (Peer peer = new Peer(0);
                Incidents incidents = Incidents.to(record);
                LiveCity city = new LiveCity(
                        City.sample(),
                        peer.address(),
                        SEED,
                        Faults.WILD,
                        SimulatedTime.from(NOON, 120),
                        NOON,
                        SHORT,
                        incidents)) {
            city.start();
            assertThat(city.size()).isEqualTo(City.sample().points().size() + 2);
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> peer.received().stream().anyMatch(decoded -> !decoded.ok())
                            && Files.readString(record).contains("BAD_CRC")
                            && Files.readString(record).contains("CONNECTION_BROKEN")
                            && city.counts().resent() > 20);
            String recorded = Files.readString(record);
            for (Habit habit : Habit.values()) {
                assertThat(recorded.contains(habit.name())).as(habit.name()).isEqualTo(habit != Habit.NONE);
            }
            assertThat(recorded).contains("\"kind\":\"CONSTANT\"", "\"kind\":\"CAPPED\"");
        }
    }

    private static LiveCity city(
            InetSocketAddress address, Faults faults, double speed, Duration timeout, CityPoint point) {
        return new LiveCity(
                new City(List.of(point)),
                address,
                SEED,
                faults,
                SimulatedTime.from(NOON, speed),
                NOON,
                timeout,
                Incidents.none());
    }

    private static CityPoint one(Edition edition) {
        return City.sample().points().stream()
                .filter(point -> point.edition() == edition)
                .findFirst()
                .orElseThrow();
    }
}
