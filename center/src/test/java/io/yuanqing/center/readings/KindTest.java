package io.yuanqing.center.readings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class KindTest {

    private static final Stamping AT_START = new Stamping(false, null);
    private static final Stamping AT_END = new Stamping(true, 10);

    @Test
    void anHourIsNamedByItsStartWhateverSecondsTheLoggerAdds() {
        assertThat(Kind.HOUR.start(at("2026-11-20T14:00:00"), AT_START)).isEqualTo(at("2026-11-20T14:00:00"));
        assertThat(Kind.HOUR.start(at("2026-11-20T14:59:59"), AT_START)).isEqualTo(at("2026-11-20T14:00:00"));
    }

    @Test
    void atAnEndStampedPointTheEndOfAnHourBelongsToTheHourBefore() {
        assertThat(Kind.HOUR.start(at("2026-11-20T15:00:00"), AT_END)).isEqualTo(at("2026-11-20T14:00:00"));
        assertThat(Kind.HOUR.start(at("2026-11-20T14:59:59"), AT_END)).isEqualTo(at("2026-11-20T14:00:00"));
        assertThat(Kind.HOUR.start(at("2026-11-20T15:00:01"), AT_END)).isEqualTo(at("2026-11-20T15:00:00"));
    }

    @Test
    void aDayIsTheCitysDayAndNotThatOfUtc() {
        assertThat(Kind.DAY.start(at("2026-11-20T00:00:00"), AT_START)).isEqualTo(at("2026-11-20T00:00:00"));
        assertThat(Kind.DAY.start(at("2026-11-20T07:30:00"), AT_START)).isEqualTo(at("2026-11-20T00:00:00"));
        assertThat(Kind.DAY.start(at("2026-11-21T00:00:00"), AT_END)).isEqualTo(at("2026-11-20T00:00:00"));
        assertThat(Kind.DAY.end(at("2026-11-20T00:00:00"), AT_START)).isEqualTo(at("2026-11-21T00:00:00"));
    }

    @Test
    void theEndOfATenMinuteRecordIsTenMinutesBehindItsStart() {
        assertThat(Kind.MINUTE.start(at("2026-11-20T14:10:00"), AT_END)).isEqualTo(at("2026-11-20T14:00:00"));
        assertThat(Kind.MINUTE.start(at("2026-11-20T15:00:00"), AT_END)).isEqualTo(at("2026-11-20T14:50:00"));
        assertThat(Kind.MINUTE.start(at("2026-11-20T14:10:00"), AT_START)).isEqualTo(at("2026-11-20T14:10:00"));
    }

    @Test
    void aRealtimeValueHasNoPeriod() {
        assertThat(Kind.REALTIME.start(at("2026-11-20T14:10:07"), AT_END)).isEqualTo(at("2026-11-20T14:10:07"));
    }

    private static Instant at(String cityTime) {
        return Instant.parse(cityTime + "Z").minusSeconds(8 * 3600);
    }
}
