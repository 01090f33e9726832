package io.yuanqing.center.readings;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.center.packets.Origin;
import io.yuanqing.center.packets.StoredPacket;
import io.yuanqing.hj212.Packet;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestFoldTest {

    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    private long position;
    private Latest latest;

    @Test
    void aPacketThatCameLateDoesNotReplaceANewerValue() {
        add("2011", NOON, "w01018-Rtd=41.0,w01018-Flag=N", false);
        add("2011", NOON.minusSeconds(600), "w01018-Rtd=7.0,w01018-Flag=D;w21003-Rtd=1.50,w21003-Flag=N", true);
        assertThat(latest.values().get("w01018").value()).isEqualByComparingTo("41.0");
        assertThat(latest.values().get("w01018").flag()).isEqualTo("N");
        // of a factor that was not known it is the newest
        assertThat(latest.values().get("w21003").value().toPlainString()).isEqualTo("1.50");
        assertThat(latest.dataTime()).isEqualTo(NOON);
    }

    @Test
    void thePartsOfASplitPacketAreOneRecord() {
        add("2011", NOON, "w01018-Rtd=41.0", false);
        add("2011", NOON, "w21003-Rtd=1.5", false);
        assertThat(latest.values()).containsOnlyKeys("w01018", "w21003");
    }

    @Test
    void aSecondVersionOfTheSameTimeReplacesTheFirst() {
        add("2011", NOON, "w01018-Rtd=41.0", false);
        add("2011", NOON, "w01018-Rtd=42.0", false);
        assertThat(latest.values().get("w01018").text()).isEqualTo("42.0");
    }

    @Test
    void anHourValueCountsOnlyWhereNoRealtimeValueIsAsNew() {
        add("2011", NOON, "w01018-Rtd=41.0", false);
        add("2061", NOON, "w01018-Avg=30.0;w21011-Avg=0.20", false);
        assertThat(latest.values().get("w01018").text()).isEqualTo("41.0");
        assertThat(latest.values().get("w21011").text()).isEqualTo("0.20");
        add("2061", NOON.plusSeconds(3600), "w01018-Avg=30.0", false);
        assertThat(latest.values().get("w01018").text()).isEqualTo("30.0");
    }

    @Test
    void legacyCodesAreKeptUnderTodays() {
        add("2011", NOON, "011-Rtd=41.0,011-Flag=N", false);
        assertThat(latest.values()).containsOnlyKeys("w01018");
    }

    @Test
    void whatIsNoNumberIsKeptAsTextAndNeverMadeZero() {
        add("2011", NOON, "w01018-Rtd=-,w01018-Flag=N", false);
        assertThat(latest.values().get("w01018").value()).isNull();
        assertThat(latest.values().get("w01018").text()).isEqualTo("-");
    }

    @Test
    void backFillDoesNotMakeAPointOnline() {
        add("2011", NOON, "w01018-Rtd=41.0", true);
        assertThat(latest.receivedAt()).isNull();
        add("2031", NOON.minusSeconds(86_400), "w01018-Avg=41.0", false);
        assertThat(latest.receivedAt()).isNotNull();
        assertThat(latest.dataTime()).isEqualTo(NOON);
    }

    @Test
    void aFlagIsKnownSinceItsFirstValueInARow() {
        add("2011", NOON, "w01018-Rtd=41.0,w01018-Flag=N", false);
        add("2011", NOON.plusSeconds(30), "w01018-Rtd=41.0,w01018-Flag=D", false);
        add("2011", NOON.plusSeconds(60), "w01018-Rtd=43.0,w01018-Flag=d", false);
        assertThat(latest.values().get("w01018").since()).isEqualTo(NOON.plusSeconds(30));
        add("2011", NOON.plusSeconds(90), "w01018-Rtd=43.0,w01018-Flag=N", false);
        assertThat(latest.values().get("w01018").since()).isEqualTo(NOON.plusSeconds(90));
    }

    @Test
    void theNewestHourMeanWithFlagNIsKeptWhateverComesBesideIt() {
        add("2061", NOON, "a21002-Avg=300,a21002-ZsAvg=428.0,a21002-Flag=N", false);
        add("2011", NOON.plusSeconds(3700), "a21002-Rtd=41.0,a21002-Flag=N", false);
        add("2061", NOON.plusSeconds(3600), "a21002-Avg=1,a21002-Flag=C", false);
        add("2061", NOON.minusSeconds(3600), "a21002-Avg=2,a21002-Flag=N", true);
        assertThat(latest.hours().get("a21002"))
                .isEqualTo(new Mean(NOON, new BigDecimal("300"), new BigDecimal("428.0")));
        assertThat(latest.days()).isEmpty();
    }

    /** A mean that is taken back must not go on accusing. */
    @Test
    void anotherVersionOfTheSameHourReplacesOrRemovesItsMean() {
        add("2061", NOON, "a21002-Avg=300,a21002-Flag=N", false);
        add("2061", NOON, "a21002-Avg=200,a21002-Flag=N", true);
        assertThat(latest.hours().get("a21002").avg()).isEqualByComparingTo("200");
        add("2061", NOON, "a21002-Avg=200,a21002-Flag=D", true);
        assertThat(latest.hours()).isEmpty();
    }

    @Test
    void aDayMeanIsKeptByTheStartOfItsDay() {
        add("2031", NOON, "w01018-Avg=51.0,w01018-Flag=N", false);
        assertThat(latest.days().get("w01018").start()).isEqualTo(Instant.parse("2026-11-19T16:00:00Z"));
        assertThat(latest.values()).isEmpty();
    }

    private void add(String cn, Instant dataTime, String cp, boolean backfilled) {
        Packet read = Packet.of("1", "32", cn, "1", "MN", 4, cp);
        Packet packet = new Packet(
                read.qn(), read.st(), cn, read.pw(), read.mn(), 4, true, null, null, backfilled, cp, read.items());
        StoredPacket stored = new StoredPacket(
                ++position, NOON.plusSeconds(position), "MN", "32", cn, dataTime, Origin.LIVE, "", new byte[0]);
        latest = LatestFold.add(
                latest, new Owned(stored, Kind.ofCn(cn), dataTime, 1, new Stamping(false, null), List.of()), packet);
    }
}
