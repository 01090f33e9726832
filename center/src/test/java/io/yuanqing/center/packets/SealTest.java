package io.yuanqing.center.packets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yuanqing.center.Center;
import io.yuanqing.center.LoggerClient;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp;
import io.yuanqing.center.identity.AuditTrail;
import io.yuanqing.center.packets.SealFinding.Kind;
import io.yuanqing.hj212.Decoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;

/** What the centre swears to: whoever changes the log afterwards, in the database itself, is found. */
@SpringBootTest(
        classes = Center.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "yuanqing.packets.upkeep-every=1d")
@ContextConfiguration(initializers = TestDatabase.class)
@DirtiesContext // gives its connections back
class SealTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");
    private static final int DAYS = 4;
    private static final int PACKETS = 400;

    @Autowired
    PacketLog log;

    @Autowired
    Seals seals;

    @Autowired
    SealCheck check;

    @Autowired
    DayPackets packets;

    @Autowired
    LogReader reader;

    @Autowired
    AuditTrail trail;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcTemplate sql;

    @LocalServerPort
    int port;

    private Random random;
    private Sealing sealing;
    private int sent;

    @BeforeEach
    void seed() {
        long seed = System.nanoTime();
        System.out.println("SealTest seed " + seed);
        random = new Random(seed);
        sealing = new Sealing(packets, seals, reader, trail, Clock.systemUTC(), transactions);
        sql.execute("truncate packet, packet_key, packet_seal, packet_seal_trace");
        sql.update("update packet_seal_head set number = 0, digest = decode(repeat('00', 32), 'hex')");
        sql.update("update log_head set position = 0");
    }

    /** A history that is being loaded is not cut in pieces; a day that gets packets later is not left unsealed. */
    @Test
    void aDayIsSealedOnceItRestsAndWhatComesLaterGetsAFurtherSeal() throws Exception {
        history(PACKETS);
        assertThat(sealing.sealQuietDays()).isZero(); // the first look
        append(FIRST.plusDays(1), 1);
        assertThat(sealing.sealQuietDays()).isEqualTo(DAYS - 1); // one day did not rest
        assertThat(sealing.sealQuietDays()).isEqualTo(1);
        assertThat(sealing.sealQuietDays()).isZero();
        assertThat(sealing.openDays()).isEmpty();
        append(FIRST, 3);
        assertThat(sealing.openDays()).containsExactly(FIRST);
        sealing.sealQuietDays();
        assertThat(sealing.sealQuietDays()).isEqualTo(1);
        SealReport report = check.run(progress -> {});
        assertThat(report.findings()).isEmpty();
        assertThat(report.seals()).isEqualTo(DAYS + 1);
        assertThat(report.packets()).isEqualTo(PACKETS + 4);
        // the digest stands in the audit trail too, which is chained in its own way
        assertThat(sql.queryForList("select after from audit_entry where subject = 'seal:5'", String.class)
                        .toString())
                .contains(seals.head().digest());
    }

    @Test
    void todayIsNotSealedButItsPacketsAreCountedAndMissedWhenOneGoes() throws Exception {
        append(LocalDate.now(Center.CITY_ZONE), 20);
        sealing.sealQuietDays();
        assertThat(sealing.sealQuietDays()).isZero();
        assertThat(check.run(progress -> {}).unsealed()).isEqualTo(20);
        sql.update("delete from packet where position = 7");
        assertFound(Kind.PACKET_MISSING, 0, null, 7L);
        sql.update("delete from packet where position >= 5");
        assertFound(Kind.PACKET_MISSING, 0, null, 5L);
    }

    @Test
    void everyWayToTamperIsFoundAtItsDayAndPosition() throws Exception {
        history(PACKETS);
        sealing.sealQuietDays();
        sealing.sealQuietDays();
        assertThat(check.run(progress -> {}).intact()).isTrue();
        sql.execute("create table untouched_packet as select * from packet");
        for (int round = 0; round < 5; round++) {
            long position = 1 + random.nextInt(PACKETS);
            for (String change : List.of(
                    "frame = set_byte(frame, 20, get_byte(frame, 20) # 1)",
                    "received_at = received_at + interval '1 microsecond'",
                    "data_time = data_time - interval '1 hour'",
                    "data_time = null",
                    "mn = mn || '0'",
                    "st = '31', cn = st",
                    "remote = '192.0.2.2'",
                    "origin = 'SEED'")) {
                sql.update("update packet set " + change + " where position = ?", position);
                assertFound(Kind.PACKET_CHANGED, sealOf(position), dayOf(position), position);
                restore();
            }
            sql.update("delete from packet where position = ?", position);
            assertFound(Kind.PACKET_MISSING, sealOf(position), dayOf(position), position);
            restore();
            sql.update(
                    "update packet set received_day = ? where position = ?",
                    dayOf(position).equals(FIRST) ? FIRST.plusDays(1) : FIRST,
                    position);
            assertThat(check.run(progress -> {}).findings())
                    .extracting(SealFinding::position)
                    .containsOnly(position);
            restore();
        }
    }

    @Test
    void theLastRowsOfADayOrAWholeDayCannotGoUnnoticed() throws Exception {
        history(PACKETS);
        sealing.sealQuietDays();
        sealing.sealQuietDays();
        Seal last = seals.before(null, 1).get(0);
        List<Positions.Run> runs = last.positions().runs();
        long end = runs.get(runs.size() - 1).last();
        sql.update("delete from packet where position = ?", end);
        assertFound(Kind.PACKET_MISSING, last.number(), last.day(), end);
        sql.execute("truncate packet_" + FIRST.toString().replace("-", ""));
        Seal first = seals.after(0, 1).get(0);
        assertFound(
                Kind.PACKET_MISSING, 1, FIRST, first.positions().runs().get(0).first());
    }

    @Test
    void sealsThatAreSwappedChangedRemovedOrMadeAnewAreFound() throws Exception {
        history(PACKETS);
        sealing.sealQuietDays();
        sealing.sealQuietDays();
        sql.execute("alter table packet_seal_trace drop constraint packet_seal_trace_seal_fkey");
        sql.execute("create table untouched_seal as select * from packet_seal");

        sql.update("update packet_seal set number = 99 where number = 2");
        sql.update("update packet_seal set number = 2 where number = 3");
        sql.update("update packet_seal set number = 3 where number = 99");
        assertThat(check.run(progress -> {}).findings().get(0).kind()).isEqualTo(Kind.SEAL_CHANGED);
        restoreSeals();
        sql.update("update packet_seal s set packets_digest = o.packets_digest from untouched_seal o"
                + " where s.number in (2, 3) and o.number = 5 - s.number");
        assertFound(Kind.SEAL_CHANGED, 2, FIRST.plusDays(1), null);
        restoreSeals();
        sql.update("update packet_seal set sealed_at = sealed_at - interval '1 day' where number = 3");
        assertFound(Kind.SEAL_CHANGED, 3, FIRST.plusDays(2), null);
        restoreSeals();
        sql.update("delete from packet_seal where number = 3");
        assertFound(Kind.SEAL_MISSING, 3, null, null);
        restoreSeals();
        sql.update("delete from packet_seal where number = 4");
        assertFound(Kind.SEAL_MISSING, 4, null, null);
        restoreSeals();
        // Whoever knows how digests are made can make one seal fit; the next one gives it away.
        Seal second = seals.after(1, 1).get(0);
        Seal forged = new Seal(
                        2,
                        second.kind(),
                        second.day(),
                        second.after(),
                        second.upTo(),
                        second.packets(),
                        second.positions(),
                        second.packetsDigest(),
                        second.previous(),
                        SealChain.NONE,
                        second.sealedAt().minusSeconds(1))
                .digested();
        sql.update(
                "update packet_seal set digest = ?, sealed_at = sealed_at - interval '1 second' where number = 2",
                HexFormat.of().parseHex(forged.digest()));
        assertFound(Kind.SEAL_CHANGED, 3, FIRST.plusDays(2), null);
    }

    @Test
    void theApiListsTheSealsAndVerifiesThemWithProgress() throws Exception {
        history(PACKETS);
        sealing.sealQuietDays();
        sealing.sealQuietDays();
        TestHttp http = TestHttp.admin(port);
        JsonNode list = http.get("/api/store/seals").json();
        assertThat(list.size()).isEqualTo(DAYS);
        assertThat(list.get(0).get("digest").asString()).isEqualTo(seals.head().digest());
        assertThat(list.get(0).get("previous").asString())
                .isEqualTo(list.get(1).get("digest").asString());
        assertThat(http.get("/api/store/seals?after=2").json().size()).isEqualTo(1);
        assertThat(http.post("/api/store/seals/verify", "").status()).isEqualTo(202);
        assertThat(ended(http).get("state").asString()).isEqualTo("INTACT");
        sql.update("delete from packet where position = 9");
        http.post("/api/store/seals/verify", "");
        JsonNode broken = ended(http);
        assertThat(broken.get("state").asString()).isEqualTo("BROKEN");
        assertThat(broken.at("/report/findings/0/position").asLong()).isEqualTo(9);
        assertThat(broken.at("/report/findings/0/day").asString())
                .isEqualTo(dayOfSeal(9).toString());
    }

    private static JsonNode ended(TestHttp http) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !http.get("/api/store/seals/verify")
                        .json()
                        .get("state")
                        .asString()
                        .equals("RUNNING"));
        return http.get("/api/store/seals/verify").json();
    }

    private void assertFound(Kind kind, long seal, LocalDate day, Long position) {
        List<SealFinding> findings = check.run(progress -> {}).findings();
        assertThat(findings).as("findings").isNotEmpty();
        SealFinding first = findings.get(0);
        assertThat(List.of(first.kind(), first.seal())).isEqualTo(List.of(kind, seal));
        assertThat(first.day()).isEqualTo(day);
        assertThat(first.position()).isEqualTo(position);
    }

    private void restoreSeals() {
        String columns = "number, kind, day, after_position, up_to_position, packets, positions, packets_digest,"
                + " previous, digest, sealed_at";
        sql.update("delete from packet_seal");
        sql.update("insert into packet_seal (" + columns + ") select " + columns + " from untouched_seal");
    }

    private void restore() {
        sql.update("delete from packet");
        sql.update("insert into packet select * from untouched_packet");
    }

    private LocalDate dayOf(long position) {
        return sql.queryForObject(
                "select received_day from untouched_packet where position = ?", LocalDate.class, position);
    }

    private LocalDate dayOfSeal(long position) {
        return seals.after(0, 100).stream()
                .filter(seal -> seal.positions().runs().stream()
                        .anyMatch(run -> run.first() <= position && position <= run.last()))
                .findFirst()
                .orElseThrow()
                .day();
    }

    private long sealOf(long position) {
        return seals.after(0, 100).stream()
                .filter(seal -> seal.day().equals(dayOf(position)))
                .findFirst()
                .orElseThrow()
                .number();
    }

    /** Days mixed at random, as when a history is loaded beside live traffic; each has some. */
    private void history(int packets) throws Exception {
        for (int day = 0; day < DAYS; day++) {
            append(FIRST.plusDays(day), 1);
        }
        while (sent < packets) {
            append(FIRST.plusDays(random.nextInt(DAYS)), 1 + random.nextInt(Math.min(5, packets - sent)));
        }
    }

    private void append(LocalDate day, int packets) throws Exception {
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < packets; i++) {
            Instant received = day.atStartOfDay(Center.CITY_ZONE).toInstant().plusMillis(++sent);
            arrivals.add(new Arrival(
                    received,
                    "192.0.2.1",
                    Decoder.decode(
                            LoggerClient.realtime("SEALED" + random.nextInt(3), received.minusSeconds(sent), sent)),
                    Origin.LIVE));
        }
        assertThat(log.append(arrivals).get(20, TimeUnit.SECONDS)).containsOnly(Fate.STORED);
    }
}
