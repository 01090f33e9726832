package io.yuanqing.center.packets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yuanqing.center.Center;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.identity.AuditTrail;
import io.yuanqing.center.packets.Recoding.Recoded;
import io.yuanqing.center.store.AlarmKind;
import io.yuanqing.center.store.OperationalAlarms;
import io.yuanqing.hj212.Decoder;
import io.yuanqing.hj212.Encoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** Old days take a twentieth of their room, and nobody who reads the log can tell: house rules, invariant 3. */
@SpringBootTest(
        classes = Center.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "yuanqing.packets.upkeep-every=1d")
@ContextConfiguration(initializers = TestDatabase.class)
@DirtiesContext // gives its connections back
class RecodingTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");
    private static final int DAYS = 3;
    private static final List<String> MNS = List.of("REC-1", "REC-2", "校-3");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(Center.CITY_ZONE);

    @Autowired
    PacketLog log;

    @Autowired
    DayPackets packets;

    @Autowired
    PacketBlocks blocks;

    @Autowired
    PartitionDrop drop;

    @Autowired
    Seals seals;

    @Autowired
    SealCheck check;

    @Autowired
    LogReader reader;

    @Autowired
    LogUpkeep upkeep;

    @Autowired
    OperationalAlarms alarms;

    @Autowired
    AuditTrail trail;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    PacketsSettings settings;

    private final Clock clock =
            Clock.fixed(FIRST.plusDays(9).atStartOfDay(Center.CITY_ZONE).toInstant(), ZoneOffset.UTC);
    private Random random;
    private int frames;
    private Sealing sealing;
    private Recoding recoding;
    private RecodingRound round;

    @BeforeEach
    void threeSealedDays() throws Exception {
        long seed = System.nanoTime();
        System.out.println("RecodingTest seed " + seed);
        random = new Random(seed);
        upkeep.stop();
        for (LocalDate day : packets.partitions()) {
            sql.execute("drop table packet_" + DateTimeFormatter.BASIC_ISO_DATE.format(day));
        }
        sql.execute("truncate packet_block, packet_segment, packet_kept, packet_key, packet_seal, packet_seal_trace");
        sql.update("update packet_seal_head set number = 0, digest = decode(repeat('00', 32), 'hex')");
        sql.update("update log_head set position = 0");
        sealing = new Sealing(packets, seals, reader, trail, clock, transactions);
        recoding = new Recoding(packets, blocks, seals, drop, trail, smallSegments(), transactions);
        round = new RecodingRound(packets, recoding, reader, alarms, clock, settings);
        for (int day = 0; day < DAYS; day++) {
            append(FIRST.plusDays(day), 700);
        }
        append(FIRST.plusDays(DAYS), 1); // the newest packet's day is not recoded
        seal();
    }

    @Test
    void allReadersSeeTheSamePacketsBeforeAndAfter() {
        Seen before = seen();
        assertThat(before.all).hasSize(DAYS * 700 + 1);
        assertThat(round.run()).hasSize(DAYS).allMatch(done -> done.refusal() == null && done.packets() == 700);
        assertThat(packets.partitions()).containsExactly(FIRST.plusDays(DAYS));
        assertThat(sql.queryForObject("select count(*) from packet_segment", Long.class))
                .isGreaterThan(2 * DAYS);
        seen().sameAs(before);
        SealReport report = check.run(progress -> {});
        assertThat(report.findings()).isEmpty();
        assertThat(report.packets()).isEqualTo(DAYS * 700 + 1);
        assertThat(round.run()).isEmpty();
        assertThat(round.waiting()).isEmpty();
        assertThat(packets.days()).hasSize(DAYS + 1);
    }

    /** A clock that was set back, a history that goes on: the day gets rows again, and a further segment later. */
    @Test
    void aDayThatGetsPacketsAfterwardsIsRecodedAgain() throws Exception {
        round.run();
        append(FIRST, 50);
        append(FIRST.plusDays(DAYS), 1);
        assertThat(round.run())
                .singleElement()
                .satisfies(done -> assertThat(done.refusal()).contains("not sealed yet"));
        Seen before = seen();
        seal();
        assertThat(check.run(progress -> {}).findings()).isEmpty();
        assertThat(round.run()).singleElement().satisfies(done -> {
            assertThat(done.refusal()).isNull();
            assertThat(done.packets()).isEqualTo(50);
        });
        seen().sameAs(before);
        assertThat(packets.partitions()).doesNotContain(FIRST);
        assertThat(check.run(progress -> {}).findings()).isEmpty();
    }

    @Test
    void aDayThatIsNotWhatWasSealedKeepsItsRowsAndIsTold() {
        sql.update("update packet set remote = remote || ' ' where position = 800");
        List<Recoded> done = round.run();
        assertThat(done.get(1).broken()).isTrue();
        assertThat(done.get(1).refusal()).contains("position 800", "PACKET_CHANGED");
        assertThat(packets.partitions()).contains(FIRST.plusDays(1)).doesNotContain(FIRST);
        assertThat(sql.queryForObject(
                        "select count(*) from packet_segment where received_day = ?", Long.class, FIRST.plusDays(1)))
                .isZero();
        assertThat(alarms.standing())
                .filteredOn(alarm -> alarm.kind() == AlarmKind.SEAL_BROKEN)
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.detail()).contains("position 800"));
        assertThat(round.waiting()).containsExactly(FIRST.plusDays(1));
        assertThat(round.run()).isEmpty(); // it is looked at again on the next day
        sql.update("update packet set remote = trim(remote) where position = 800");
        assertThat(recoding.recode(FIRST.plusDays(1)).refusal()).isNull();
        alarms.clear(AlarmKind.SEAL_BROKEN, "packets received on " + FIRST.plusDays(1));
    }

    /** Whoever changes a block in the database, whichever of its columns, is found by the verification. */
    @Test
    void aChangedBlockIsFound() {
        round.run();
        for (String change : List.of(
                "content = set_byte(content, 40, get_byte(content, 40) # 1)",
                "content = substring(content from 1 for length(content) - 1)",
                "positions = set_byte(positions, 3, get_byte(positions, 3) # 16)",
                "mn = mn || '0'",
                "received_to = received_to + interval '1 hour'",
                "data_from = null",
                "first_position = first_position + 1")) {
            sql.execute("create table untouched_block as select * from packet_block");
            sql.update("update packet_block set " + change
                    + " where mn = 'REC-1' and segment = (select min(number) from packet_segment)");
            assertThat(check.run(progress -> {}).findings()).as(change).isNotEmpty();
            sql.execute("delete from packet_block");
            sql.execute("insert into packet_block select * from untouched_block");
            sql.execute("drop table untouched_block");
            assertThat(check.run(progress -> {}).findings()).isEmpty();
        }
        sql.update(
                "delete from packet_block where mn = 'REC-2' and segment = (select min(number) from packet_segment)");
        assertThat(check.run(progress -> {}).findings())
                .anyMatch(finding -> finding.kind() == SealFinding.Kind.PACKET_MISSING);
    }

    /** The database's process is killed under the recoding: rows and readers are as before, and the next round succeeds. */
    @Test
    void aRecodingThatIsKilledLeavesTheRows() {
        Seen before = seen();
        PartitionDrop killed = new PartitionDrop(sql, transactions) {
            @Override
            boolean dropped(LocalDate day, long last) {
                boolean dropped = super.dropped(day, last);
                sql.execute("select pg_terminate_backend(pg_backend_pid())");
                return dropped;
            }
        };
        Recoding cut = new Recoding(packets, blocks, seals, killed, trail, smallSegments(), transactions);
        assertThatThrownBy(() -> cut.recode(FIRST))
                .isInstanceOfAny(DataAccessException.class, TransactionException.class);
        assertThat(packets.partitions()).contains(FIRST);
        assertThat(sql.queryForObject("select count(*) from packet_block", Long.class))
                .isZero();
        seen().sameAs(before);
        assertThat(round.run()).hasSize(DAYS).allMatch(done -> done.refusal() == null);
        seen().sameAs(before);
    }

    /** Readers and appends go on while days are recoded: nothing is met twice or missed. */
    @Test
    void whoReadsMeanwhileSeesNoGapAndNoDouble() throws Exception {
        long end = log.head();
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Long> reading = CompletableFuture.supplyAsync(() -> {
            long rounds = 0;
            while (!done.get() || rounds == 0) {
                long position = 0;
                while (position < end) {
                    for (StoredPacket packet : log.read(position, 97)) {
                        assertThat(packet.position()).isEqualTo(++position);
                    }
                }
                List<Long> listed = new ArrayList<>();
                reader.page(
                        new PacketQuery(List.of(MnSpan.ever("REC-1")), null, null, null, null, false, 10_000),
                        packet -> listed.add(packet.position()));
                assertThat(listed).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(DAYS * 700 / MNS.size());
                assertThat(log.find(1 + rounds % end)).isPresent();
                rounds++;
            }
            return rounds;
        });
        for (int i = 0; i < DAYS; i++) {
            assertThat(recoding.recode(FIRST.plusDays(i)).refusal()).isNull();
            append(FIRST.plusDays(DAYS), 5);
        }
        done.set(true);
        assertThat(reading.get(60, TimeUnit.SECONDS)).isPositive();
    }

    /** Somebody reads for long: appends must not queue behind a drop that waits. The day is recoded in a later round. */
    @Test
    void aPartitionThatIsInUseIsRecodedLater() throws Exception {
        Seen before = seen();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            sql.queryForObject("select count(*) from packet", Long.class);
            Recoded refused =
                    CompletableFuture.supplyAsync(() -> recoding.recode(FIRST)).join();
            assertThat(refused.refusal()).contains("in use");
            assertThat(refused.broken()).isFalse();
        });
        seen().sameAs(before);
        assertThat(recoding.recode(FIRST).refusal()).isNull();
    }

    private record Seen(
            List<StoredPacket> all,
            List<StoredPacket> one,
            List<StoredPacket> series,
            List<StoredPacket> pages,
            List<StoredPacket> newest) {

        void sameAs(Seen other) {
            same(all, other.all);
            same(one, other.one);
            same(series, other.series);
            same(pages, other.pages);
            same(newest, other.newest);
        }

        private static void same(List<StoredPacket> these, List<StoredPacket> those) {
            assertThat(these)
                    .extracting(RecodingTest::text)
                    .containsExactlyElementsOf(
                            those.stream().map(RecodingTest::text).toList());
        }
    }

    private static String text(StoredPacket packet) {
        return String.join(
                "|",
                Long.toString(packet.position()),
                packet.receivedAt().toString(),
                packet.mn(),
                packet.st(),
                packet.cn(),
                String.valueOf(packet.dataTime()),
                packet.origin().name(),
                packet.remote(),
                HexFormat.of().formatHex(packet.frame()));
    }

    /** By all the ways in which the log is read. */
    private Seen seen() {
        List<StoredPacket> all = new ArrayList<>();
        for (List<StoredPacket> some = log.read(0, 331);
                !some.isEmpty();
                some = log.read(all.get(all.size() - 1).position(), 331)) {
            all.addAll(some);
        }
        List<StoredPacket> one = new ArrayList<>();
        for (long position = 1; position <= log.head(); position += 13) {
            one.add(log.find(position).orElseThrow());
        }
        assertThat(log.find(log.head() + 1)).isEmpty();
        Instant noon = FIRST.atTime(12, 0).atZone(Center.CITY_ZONE).toInstant();
        List<StoredPacket> series = new ArrayList<>();
        log.series(MNS.subList(0, 2), List.of("2011", "2061"), noon, noon.plus(Duration.ofHours(30)), series::add);
        assertThat(series).isNotEmpty().allMatch(packet -> !packet.mn().equals(MNS.get(2)));
        return new Seen(all, one, series, pages(false, noon, null), pages(true, null, noon.plus(Duration.ofHours(9))));
    }

    private List<StoredPacket> pages(boolean newestFirst, Instant from, Instant to) {
        List<StoredPacket> pages = new ArrayList<>();
        Long after = null;
        for (int before = -1; pages.size() > before; ) {
            before = pages.size();
            reader.page(
                    new PacketQuery(
                            MNS.stream().map(MnSpan::ever).toList(),
                            from,
                            to,
                            after,
                            newestFirst ? "2011" : null,
                            newestFirst,
                            87),
                    pages::add);
            after = pages.isEmpty() ? null : pages.get(pages.size() - 1).position();
        }
        assertThat(pages).isNotEmpty().extracting(StoredPacket::position).doesNotHaveDuplicates();
        return pages;
    }

    private void seal() {
        sealing.sealQuietDays();
        sealing.sealQuietDays();
        assertThat(sealing.openDays()).isEmpty();
    }

    private PacketsSettings smallSegments() {
        return new PacketsSettings(
                settings.queueFrames(),
                settings.queueSize(),
                settings.batchFrames(),
                settings.quarantinePerAddressAndDay(),
                settings.upkeepEvery(),
                settings.partitionsAhead(),
                settings.retentionNotice(),
                settings.recodeAfter(),
                DataSize.ofKilobytes(20),
                settings.unpackedSize());
    }

    /** Receipts that are out of order now and then, and every third DataTime from another day. */
    private void append(LocalDate day, int count) throws Exception {
        Instant start = day.atTime(0, 30).atZone(Center.CITY_ZONE).toInstant();
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant time = start.plusSeconds(120L * i);
            Instant received = time.plusNanos(1_000L * random.nextInt(700_000)).plusSeconds(random.nextInt(300));
            Instant data = i % 3 == 0 ? time.minus(Duration.ofHours(random.nextInt(30))) : time;
            String cn = i % 10 == 0 ? "2061" : "2011";
            Origin origin = i % 7 == 0 ? Origin.SEED : Origin.LIVE;
            byte[] frame = frame(MNS.get(i % MNS.size()), cn, data);
            arrivals.add(new Arrival(received, i % 5 == 0 ? "fe80::1" : "10.0.0.7", Decoder.decode(frame), origin));
        }
        assertThat(log.append(arrivals).get(30, TimeUnit.SECONDS)).containsOnly(Fate.STORED);
    }

    private byte[] frame(String mn, String cn, Instant time) {
        String values = random.nextInt(20) == 0
                ? ";i11001-Info=//校准" + ++frames + "//"
                : String.format(
                        Locale.ROOT,
                        ";w00000-Cou=%d;w01018-Rtd=%.1f,w01018-Flag=%s;w01001-Rtd=%.2f,w01001-Flag=N",
                        ++frames, // no two are alike, whatever the chance
                        40 + random.nextGaussian(),
                        random.nextInt(9) == 0 ? "D" : "N",
                        7 + random.nextGaussian() / 10);
        return Encoder.frame("QN=" + STAMP.format(time) + String.format(Locale.ROOT, "%03d", random.nextInt(1_000))
                + ";ST=32;CN=" + cn + ";PW=123456;MN=" + mn + ";Flag=5;CP=&&DataTime=" + STAMP.format(time) + values
                + "&&");
    }
}
