package io.yuanqing.center.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a point is in its state.
 *
 * @param factor the factor that decided; null when none did
 * @param flag its flag
 * @param text its value as reported
 * @param since from when: DataTime of the first such value, start of the mean that exceeds, or the receipt of the last
 *     data; null: never any
 * @param exceedance value, limit, multiple and basis; null unless that is the reason
 */
record StateReason(
        Code code,
        @Nullable String factor,
        @Nullable String flag,
        @Nullable String text,
        @Nullable Instant since,
        @Nullable Exceedance exceedance) {

    StateReason(
            Code code, @Nullable String factor, @Nullable String flag, @Nullable String text, @Nullable Instant since) {
        this(code, factor, flag, text, since, null);
    }

    static StateReason of(Exceedance exceedance) {
        return new StateReason(
                Code.OVER_LIMIT,
                exceedance.factor(),
                "N",
                exceedance.value().toPlainString(),
                exceedance.start(),
                exceedance);
    }

    enum Code {
        /** The point has never sent data. */
        NEVER_HEARD,
        /** No data within the offline limit. */
        SILENT,
        /** A valid mean beyond its limit. */
        OVER_LIMIT,
        /** A flag other than N. */
        FLAG,
        /** No number where one is due. */
        NO_NUMBER
    }
}
