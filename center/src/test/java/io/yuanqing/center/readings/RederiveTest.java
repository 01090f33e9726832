package io.yuanqing.center.readings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yuanqing.center.Center;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp;
import io.yuanqing.center.packets.Arrival;
import io.yuanqing.center.registry.MonitoringPoint;
import io.yuanqing.center.registry.PointChanged;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whatever way the derived rows came about (in small batches, after a restart, by re-derivation of a point that was
 * registered late or changed), they are those of a rebuild from the log's start.
 */
@SpringBootTest(
        classes = Center.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"yuanqing.readings.batch-packets=7", "yuanqing.readings.rows-at-once=5"})
@ContextConfiguration(initializers = TestDatabase.class)
@Import(City.class)
@DirtiesContext // gives its connections back
class RederiveTest {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final LocalDateTime FIRST = LocalDateTime.of(2026, 10, 30, 0, 0);

    @Autowired
    City city;

    @Autowired
    ReadingsStep step;

    @Autowired
    ReadingsReader reader;

    @Autowired
    Rebuild rebuild;

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    private Random random;

    @BeforeEach
    void seed() {
        long seed = System.nanoTime();
        System.out.println("RederiveTest seed " + seed);
        random = new Random(seed);
    }

    @Test
    void lateRegistrationEndStampingAndRestartsGiveWhatARebuildGives() {
        for (int round = 0; round < 3; round++) {
            String early = "EARLY-" + round;
            String late = "LATE-" + round;
            String never = "NEVER-" + round;
            MonitoringPoint point = city.register(early, random.nextBoolean());
            history(List.of(early, late, never), 120);
            restart();
            MonitoringPoint registeredLate = city.register(late, random.nextBoolean());
            history(List.of(early, late, never), 60);
            change(point, random.nextBoolean() ? null : instant(FIRST.plusHours(random.nextInt(60))));
            change(registeredLate, null);
            history(List.of(early, late, never), 60);
            assertRebuildIsTheSame();
        }
    }

    @Test
    void afterASwapOfLoggersEachPacketBelongsToThePointThatItsMnSpokeForAtItsDataTime() {
        Instant swap = instant(FIRST.plusHours(36));
        reader.stop();
        history(List.of("SWAP-OLD", "SWAP-NEW"), 100);
        MonitoringPoint[] swapped = new MonitoringPoint[1];
        // a registration and a swap in one transaction, as the registry writes them
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            MonitoringPoint point = city.register("SWAP-OLD", false);
            sql.update("update logger_binding set valid_to = ? where point_id = ?", Timestamp.from(swap), point.id());
            sql.update(
                    "insert into logger_binding (mn, point_id, valid_from) values ('SWAP-NEW', ?, ?)",
                    point.id(),
                    Timestamp.from(swap));
            swapped[0] = point;
        });
        reader.start();
        history(List.of("SWAP-OLD", "SWAP-NEW"), 100);
        change(swapped[0], swap);
        assertRebuildIsTheSame();
        assertThat(sql.queryForObject("""
                select count(*) from hour_value h join packet p using (position)
                where p.mn = 'SWAP-OLD' and p.data_time >= ? or p.mn = 'SWAP-NEW' and p.data_time < ?""", Long.class, Timestamp.from(swap), Timestamp.from(swap)))
                .isZero();
        assertThat(sql.queryForObject(
                        "select count(distinct p.mn) from hour_value h join packet p using (position) where p.mn like 'SWAP-%'",
                        Long.class))
                .isEqualTo(2);
    }

    @Test
    void aPositionIsNeverCommittedWithoutItsRows() {
        city.register("TOGETHER", false);
        history(List.of("TOGETHER"), 100);
        city.awaitDerived();
        Long position = sql.queryForObject("select position from reader where name = 'readings'", Long.class);
        Long head = sql.queryForObject("select position from log_head", Long.class);
        assertThat(position).isEqualTo(head);
        Long rows = sql.queryForObject("select count(*) from hour_value", Long.class);
        restart();
        city.awaitDerived();
        assertThat(sql.queryForObject("select count(*) from hour_value", Long.class))
                .isEqualTo(rows);
    }

    /** A rebuild takes long over years of packets: the server is stopped meanwhile, or somebody asks for it twice. */
    @Test
    void aRebuildThatIsCutOffAtRandomPositionsOrBegunTwiceGivesTheSameFigures() {
        city.register("REBUILT-1", true);
        city.register("REBUILT-2", false);
        history(List.of("REBUILT-1", "REBUILT-2", "REBUILT-NOBODY"), 150);
        city.awaitDerived();
        List<String> before = derived();
        for (int round = 0; round < 4; round++) {
            rebuild.begin("readings");
            for (int stop = random.nextInt(4); stop > 0; stop--) {
                reader.stop();
                for (int steps = random.nextInt(5); steps > 0; steps--) {
                    step.run();
                }
                if (random.nextInt(4) == 0) {
                    rebuild.begin("readings");
                }
                reader.start();
            }
        }
        city.awaitDerived();
        assertThat(derived()).isEqualTo(before);
        assertThat(sql.queryForObject("select count(*) from audit_entry where act = 'READER_REBUILT'", Long.class))
                .isGreaterThanOrEqualTo(4);
    }

    /** What the reader remembers of its own writing must not outlive the rows: the log alone counts. */
    @Test
    void aRebuildAskedForByTheCommandLineTakesNothingFromTheReadersMemory() {
        MonitoringPoint point = city.register("REMEMBERED", false);
        city.send("REMEMBERED", "2011", "20261030080000", "w01018-Rtd=1.5,w01018-Flag=N", instant(FIRST.plusHours(9)));
        city.send("REMEMBERED", "2011", "20261030090000", "w01018-Rtd=2.5,w01018-Flag=N", instant(FIRST.plusHours(9)));
        city.awaitDerived();
        assertThat(latest(point)).contains("2.5");
        sql.update("delete from packet where position = (select position from log_head)");
        city.send("NOBODY-ELSE", "2011", "20261030090000", "w01018-Rtd=1,w01018-Flag=N", instant(FIRST.plusHours(9)));
        city.awaitDerived();
        sql.update("update reader set rebuild = true where name = 'readings'");
        await().untilAsserted(() -> assertThat(latest(point)).contains("1.5").doesNotContain("2.5"));
    }

    private String latest(MonitoringPoint point) {
        return String.join(
                "",
                sql.queryForList(
                        "select factors::text from latest_value where point_id = ?", String.class, point.id()));
    }

    @Test
    void onlyADerivedReaderOfTheLogIsRebuilt() {
        TestHttp http = TestHttp.admin(port);
        assertThat(http.post("/api/readers/readings.rederive/rebuild", "").status())
                .isEqualTo(404);
        TestHttp.Answer begun = http.post("/api/readers/readings/rebuild", "");
        assertThat(begun.status()).isEqualTo(202);
        assertThat(begun.json().get("name").asString()).isEqualTo("readings");
    }

    /** As a change of end-stamping does it: point and job in one transaction. */
    private void change(MonitoringPoint point, Instant from) {
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            if (from == null) {
                sql.update("update monitoring_point set end_stamped = not end_stamped where id = ?", point.id());
            }
            events.publishEvent(new PointChanged(point.id(), point.mn(), from));
        });
    }

    private void restart() {
        reader.stop();
        assertThat(reader.isRunning()).isFalse();
        reader.start();
    }

    private void assertRebuildIsTheSame() {
        city.awaitDerived();
        List<String> before = derived();
        assertThat(before).hasSizeGreaterThan(50);
        step.rebuild();
        city.awaitDerived();
        assertThat(derived()).isEqualTo(before);
    }

    private List<String> derived() {
        List<String> all = new ArrayList<>();
        for (String table : List.of("hour_value", "day_value", "latest_value", "unregistered_mn")) {
            all.addAll(sql.queryForList(
                    "select '" + table + " ' || to_jsonb(t)::text from " + table + " t order by 1", String.class));
        }
        return all;
    }

    /** Hours, days and realtime of some MNs in a random order, with repetitions and new versions. */
    private void history(List<String> mns, int packets) {
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < packets; i++) {
            String cn = List.of("2061", "2061", "2031", "2011", "2051").get(random.nextInt(5));
            LocalDateTime dataTime = FIRST.plusMinutes(random.nextInt(72) * 60 + (cn.equals("2011") ? 7 : 0));
            String mn = mns.get(random.nextInt(mns.size()));
            String rf = random.nextInt(4) == 0 ? "RF=1;" : "";
            Instant received = instant(dataTime.plusMinutes(random.nextInt(300)));
            arrivals.add(City.arrival(City.segment(mn, cn, rf, dataTime.format(STAMP), items(cn)), received));
        }
        city.append(arrivals);
    }

    private String items(String cn) {
        String suffix = cn.equals("2011") ? "-Rtd=" : "-Avg=";
        String flag = List.of("N", "N", "N", "D", "F").get(random.nextInt(5));
        String value = random.nextInt(6) == 0 ? "-" : random.nextInt(100) + "." + random.nextInt(10);
        String other = random.nextBoolean() ? ";060" + suffix + random.nextInt(9) : "";
        return "w01018" + suffix + value + ",w01018-Flag=" + flag + other;
    }

    private static Instant instant(LocalDateTime cityTime) {
        return cityTime.atZone(Center.CITY_ZONE).toInstant();
    }
}
