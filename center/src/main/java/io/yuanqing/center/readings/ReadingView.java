package io.yuanqing.center.readings;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One factor's values of one time. Numbers are exactly as reported, null where none was.
 *
 * @param time start of the period; for realtime the DataTime
 * @param dataTime as the packet says it
 * @param flag trimmed, upper-case; null when absent
 * @param backfilled sent as back-fill, or received later than the period's end and the on-time window
 * @param packetId opens the packet that said so
 * @param raw what was reported in the place of a number, by item name
 */
record ReadingView(
        Instant time,
        Instant dataTime,
        String factor,
        @Nullable BigDecimal rtd,
        @Nullable BigDecimal avg,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable BigDecimal cou,
        @Nullable BigDecimal zsRtd,
        @Nullable BigDecimal zsAvg,
        @Nullable BigDecimal zsMin,
        @Nullable BigDecimal zsMax,
        @Nullable String flag,
        Instant receivedAt,
        boolean backfilled,
        long packetId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> raw) {

    static ReadingView of(PeriodValue value) {
        Measured measured = value.measured();
        return new ReadingView(
                value.start(),
                value.dataTime(),
                measured.factor(),
                measured.rtd(),
                measured.avg(),
                measured.min(),
                measured.max(),
                measured.cou(),
                measured.zsRtd(),
                measured.zsAvg(),
                measured.zsMin(),
                measured.zsMax(),
                measured.flag(),
                value.receivedAt(),
                value.backfilled(),
                value.position(),
                measured.raw());
    }
}
