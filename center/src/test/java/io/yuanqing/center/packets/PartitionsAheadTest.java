package io.yuanqing.center.packets;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.center.Center;
import io.yuanqing.center.LoggerClient;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.store.ExclusiveSession;
import io.yuanqing.hj212.Decoder;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** Midnight brings no new table, and a day that nobody expected is no reason to lose a packet. */
@SpringBootTest(
        classes = Center.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "yuanqing.packets.upkeep-every=1d")
@ContextConfiguration(initializers = TestDatabase.class)
@DirtiesContext // gives its connections back
class PartitionsAheadTest {

    /** 23:00 in the city. */
    private static final Instant EVENING = Instant.parse("2027-01-28T15:00:00Z");

    private static final LocalDate TODAY = LocalDate.parse("2027-01-28");

    @Autowired
    ExclusiveSession session;

    @Autowired
    DayPackets packets;

    @Autowired
    PacketsSettings settings;

    @Autowired
    PacketLog log;

    @Autowired
    JdbcTemplate sql;

    @Test
    void theDaysToComeAndTheirMonthsOfKeysAreThereBeforeTheirPackets() throws Exception {
        PartitionsAhead ahead = new PartitionsAhead(session, packets, Clock.fixed(EVENING, Center.CITY_ZONE), settings);
        assertThat(ahead.ahead()).isEqualTo(-1);
        ahead.make();
        ahead.make();
        assertThat(ahead.ahead()).isEqualTo(7);
        List<LocalDate> days =
                IntStream.rangeClosed(0, 7).mapToObj(TODAY::plusDays).toList();
        assertThat(packets.days()).containsAll(days);
        assertThat(sql.queryForList("select relname from pg_class where relname like 'packet_key_2%'", String.class))
                .contains("packet_key_202701", "packet_key_202702");
        sql.execute("drop table packet_20270131");
        assertThat(ahead.ahead()).isEqualTo(2); // a gap is seen
        ahead.make();
        assertThat(ahead.ahead()).isEqualTo(7);
    }

    /** The writer keeps in mind which partitions there are; the one that retention dropped must not stay there. */
    @Test
    void aPacketForADayWhosePartitionIsNotThereOrWasDroppedMakesIt() throws Exception {
        Instant received = Instant.parse("2019-05-05T04:00:00Z");
        assertThat(append(received, 1)).isEqualTo(Fate.STORED);
        sql.execute("drop table packet_20190505");
        assertThat(append(received, 2)).isEqualTo(Fate.STORED);
        assertThat(packets.last(LocalDate.parse("2019-05-05"))).isEqualTo(log.head());
    }

    private Fate append(Instant received, int number) throws Exception {
        return log.append(List.of(new Arrival(
                        received,
                        "192.0.2.1",
                        Decoder.decode(LoggerClient.realtime("AHEAD", received, number)),
                        Origin.LIVE)))
                .get(20, TimeUnit.SECONDS)
                .get(0);
    }
}
