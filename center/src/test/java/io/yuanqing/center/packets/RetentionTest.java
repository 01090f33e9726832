package io.yuanqing.center.packets;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.center.Center;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp;
import io.yuanqing.center.identity.AuditTrail;
import io.yuanqing.center.rules.Rules;
import io.yuanqing.hj212.Decoder;
import io.yuanqing.hj212.Encoder;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
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

/** Years pass: what the law asks for stays, what it no longer asks for goes, and the seals vouch for both. */
@SpringBootTest(
        classes = Center.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "yuanqing.packets.upkeep-every=1d")
@ContextConfiguration(initializers = TestDatabase.class)
@DirtiesContext // gives its connections back
class RetentionTest {

    private static final LocalDate FIRST = LocalDate.parse("2020-03-01");
    private static final int DAYS = 3;
    private static final int MINUTES = 30;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(Center.CITY_ZONE);

    @Autowired
    PacketLog log;

    @Autowired
    DayPackets packets;

    @Autowired
    LogUpkeep upkeep;

    @Autowired
    PacketBlocks blocks;

    @Autowired
    PartitionDrop drop;

    @Autowired
    KeptPackets kept;

    @Autowired
    Seals seals;

    @Autowired
    SealCheck check;

    @Autowired
    LogReader reader;

    @Autowired
    Retention rules;

    @Autowired
    Rules parameters;

    @Autowired
    PacketHolds holds;

    @Autowired
    KeyMonths keys;

    @Autowired
    OldQuarantine quarantine;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    AuditTrail trail;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    PacketsSettings settings;

    @LocalServerPort
    int port;

    private final MovedClock clock = new MovedClock();
    private RetentionRound retention;
    private Sealing sealing;

    @BeforeEach
    void emptyLog() throws Exception {
        upkeep.stop(); // it goes by the system's clock
        sql.execute(
                "truncate packet, packet_block, packet_segment, packet_kept, packet_key, packet_seal, packet_seal_trace, packet_hold,"
                        + " packet_retention, quarantine, noise");
        sql.update("update packet_seal_head set number = 0, digest = decode(repeat('00', 32), 'hex')");
        sql.update("update log_head set position = 0");
        clock.now = at(FIRST.plusDays(10));
        Dropping dropping = new Dropping(packets, blocks, kept, seals, drop, sql, trail, clock, transactions);
        sealing = new Sealing(packets, seals, reader, trail, clock, transactions);
        retention = new RetentionRound(
                rules,
                parameters,
                holds,
                packets,
                kept,
                dropping,
                keys,
                quarantine,
                sql,
                trail,
                transactions,
                clock,
                settings);
        for (int day = 0; day < DAYS; day++) {
            traffic("R-1", FIRST.plusDays(day));
            traffic("R-2", FIRST.plusDays(day));
        }
        sealing.sealQuietDays();
        sealing.sealQuietDays();
        assertThat(seals.head().number()).isEqualTo(DAYS);
    }

    @Test
    void afterFiveYearsRealtimeDataGoAndHourDayAndHeldPacketsStayByteForByte() {
        List<StoredPacket> before = log.read(0, 10_000);
        long hold = holds.place("r-2", at(FIRST.plusDays(1)), at(FIRST.plusDays(2)), "case 7");
        clock.now = at(FIRST.plusYears(5).plusDays(1)); // the first day's last day was yesterday
        assertThat(retention.plan().packets())
                .filteredOn(due -> !due.day().isBefore(FIRST))
                .hasSize(1);
        assertThat(retention.run()).isEmpty();
        clock.now = at(FIRST.plusYears(5).plusDays(10));
        assertThat(retention.run()).extracting(Dropping.Dropped::day).contains(FIRST);
        clock.now = at(FIRST.plusYears(5).plusDays(20));
        retention.run();
        assertThat(packets.days()).doesNotContain(FIRST, FIRST.plusDays(1), FIRST.plusDays(2));

        List<StoredPacket> after = log.read(0, 10_000);
        List<StoredPacket> expected = before.stream()
                .filter(packet -> Retention.HOUR_DAY.contains(packet.cn())
                        || packet.mn().equals("R-2")
                                && LocalDate.ofInstant(packet.dataTime(), Center.CITY_ZONE)
                                        .equals(FIRST.plusDays(1)))
                .toList();
        assertThat(after).usingRecursiveComparison().isEqualTo(expected);
        SealReport report = check.run(progress -> {});
        assertThat(report.findings()).isEmpty();
        assertThat(report.seals()).isEqualTo(2 * DAYS);
        assertThat(report.dropped()).isEqualTo(DAYS);
        assertThat(sql.queryForObject(
                        "select count(*) from audit_entry where act = 'PACKETS_DROPPED' and actor = '(server)'"
                                + " and subject >= 'packets:2020'",
                        Long.class))
                .isGreaterThanOrEqualTo(DAYS);

        // What is kept is vouched for as before.
        sql.update("update packet_kept set received_at = received_at + interval '1 second' where cn = '2031'");
        SealFinding first = check.run(progress -> {}).findings().get(0);
        assertThat(first.kind()).isEqualTo(SealFinding.Kind.PACKET_CHANGED);
        sql.update("update packet_kept set received_at = received_at - interval '1 second' where cn = '2031'");

        // The case is closed: its realtime data go by the same way, hour and day data stay.
        holds.release(hold);
        retention.run();
        clock.now = at(FIRST.plusYears(5).plusDays(40));
        retention.run();
        assertThat(log.read(0, 10_000)).extracting(StoredPacket::cn).containsOnly("2061", "2031");

        // Thirty years: all go, and the seals still stand.
        clock.now = at(FIRST.plusYears(30).plusDays(30));
        retention.run();
        clock.now = at(FIRST.plusYears(30).plusDays(60));
        retention.run();
        assertThat(log.read(0, 10_000)).isEmpty();
        SealReport end = check.run(progress -> {});
        assertThat(end.findings()).isEmpty();
        assertThat(end.seals()).isEqualTo(3 * DAYS + 1);
        sql.execute("alter table packet_seal_trace drop constraint if exists packet_seal_trace_seal_fkey");
        sql.update("delete from packet_seal where number = 2");
        assertThat(check.run(progress -> {}).findings()).isNotEmpty();
    }

    /** A clock that runs years ahead for some days must not cost a single packet. */
    @Test
    void aClockThatJumpedAheadAnnouncesAndIsTakenBack() {
        clock.now = at(FIRST.plusYears(7));
        retention.run();
        assertThat(retention.plan().packets().get(0).announcedAt()).isNotNull();
        clock.now = at(FIRST.plusDays(11));
        assertThat(retention.run()).isEmpty();
        assertThat(retention.plan().packets())
                .filteredOn(due -> !due.day().isBefore(FIRST))
                .isEmpty();
        clock.now = at(FIRST.plusYears(5).plusDays(2));
        assertThat(retention.run())
                .filteredOn(done -> !done.day().isBefore(FIRST))
                .isEmpty(); // announced anew
        assertThat(log.read(0, 10_000)).hasSize(2 * DAYS * (MINUTES + 2));
    }

    @Test
    void aDayThatIsNotWhatWasSealedOrNotSealedAtAllIsNotDropped() throws Exception {
        sql.update("delete from packet where position = 3");
        traffic("R-3", FIRST.plusDays(1)); // not sealed
        clock.now = at(FIRST.plusYears(6));
        retention.run();
        clock.now = at(FIRST.plusYears(6).plusDays(8));
        List<Dropping.Dropped> dropped = retention.run().stream()
                .filter(done -> !done.day().isBefore(FIRST) && done.day().isBefore(FIRST.plusDays(DAYS)))
                .toList();
        assertThat(dropped.get(0).refusal()).contains("not what was sealed", "position 3");
        assertThat(dropped.get(1).refusal()).contains("not sealed yet");
        assertThat(dropped.get(2).refusal()).isNull();
        assertThat(packets.days()).contains(FIRST, FIRST.plusDays(1)).doesNotContain(FIRST.plusDays(2));
        assertThat(sql.queryForObject(
                        "select count(*) from packet_kept where received_day < ?", Long.class, FIRST.plusDays(2)))
                .isZero();
    }

    @Test
    void keysQuarantineAndNoiseGoWhenTheyServeNobody() {
        sql.update(
                "insert into quarantine (received_at, remote, mn, st, cn, reason, detail, frame)"
                        + " select ?, '', mn, '32', '2011', 'BAD_CRC', '', '' from unnest(array['Q-1', 'Q-2']) as m(mn)",
                java.sql.Timestamp.from(at(FIRST)));
        sql.update(
                "insert into noise (received_at, remote, bytes, sample) values (?, '', 1, 'x')",
                java.sql.Timestamp.from(at(FIRST)));
        long hold = holds.place("Q-2", at(FIRST), at(FIRST.plusDays(1)), "case 8");
        clock.now = at(FIRST.plusYears(5).plusDays(10));
        retention.run();
        assertThat(sql.queryForList("select mn from quarantine", String.class)).containsExactly("Q-2");
        assertThat(sql.queryForObject("select count(*) from noise", Long.class)).isZero();
        assertThat(keys.months()).contains(java.time.YearMonth.from(FIRST));
        holds.release(hold);
        clock.now = at(FIRST.plusYears(6).plusDays(40));
        retention.run();
        assertThat(keys.months()).contains(java.time.YearMonth.from(FIRST)); // packets it may meet are there
        clock.now = at(FIRST.plusYears(6).plusDays(100));
        retention.run();
        assertThat(sql.queryForObject("select count(*) from quarantine", Long.class))
                .isZero();
        assertThat(keys.months()).doesNotContain(java.time.YearMonth.from(FIRST));
    }

    @Test
    void theRuleInForceOnTheDayOfReceiptIsNeverShortenedLater() {
        Instant change =
                LocalDate.parse("2021-01-01").atStartOfDay(Center.CITY_ZONE).toInstant();
        Retention shortened = new Retention(
                when -> BigDecimal.valueOf(when.isBefore(change) ? 5 : 2),
                when -> BigDecimal.ONE, // shorter than that of packets in general: does not count
                when -> BigDecimal.ONE,
                when -> BigDecimal.ONE);
        assertThat(shortened.lastDay(FIRST, LocalDate.parse("2022-01-01"))).isEqualTo(FIRST.plusYears(5));
        assertThat(shortened.lastDay("2061", FIRST, LocalDate.parse("2022-01-01")))
                .isEqualTo(FIRST.plusYears(5));
        LocalDate later = LocalDate.parse("2021-02-01");
        assertThat(shortened.lastDay(later, later)).isEqualTo(later.plusYears(2));
    }

    @Test
    void theApiShowsWhatWouldGo() {
        JsonNode plan = TestHttp.admin(port).get("/api/store/retention").json();
        // The server's own clock: the log's packets are of 2020.
        assertThat(plan.get("packets").values())
                .extracting(due -> due.get("day").asString())
                .contains(FIRST.toString());
        assertThat(plan.get("noiseSamples").asLong()).isZero();
    }

    private void traffic(String mn, LocalDate day) throws Exception {
        List<Arrival> arrivals = new ArrayList<>();
        for (int minute = 1; minute <= MINUTES; minute++) {
            arrivals.add(arrival(mn, "2011", at(day).plusSeconds(60L * minute)));
        }
        arrivals.add(arrival(mn, "2061", at(day).plusSeconds(3_600)));
        arrivals.add(arrival(mn, "2031", at(day).plusSeconds(3_601)));
        assertThat(log.append(arrivals).get(20, TimeUnit.SECONDS)).containsOnly(Fate.STORED);
    }

    private static Arrival arrival(String mn, String cn, Instant time) {
        byte[] frame = Encoder.frame("QN=" + STAMP.format(time) + "000;ST=32;CN=" + cn + ";PW=1;MN=" + mn
                + ";Flag=4;CP=&&DataTime=" + STAMP.format(time) + ";w01018-Avg=1.0&&");
        return new Arrival(time.plusSeconds(1), "192.0.2.1", Decoder.decode(frame), Origin.LIVE);
    }

    private static Instant at(LocalDate day) {
        return day.atTime(9, 0).atZone(Center.CITY_ZONE).toInstant();
    }

    private static final class MovedClock extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return Center.CITY_ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
