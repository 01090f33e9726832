package io.yuanqing.center.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a point is in its state.
 *
 * @param factor the factor that decided; null when none did
 * @param flag its flag
 * @param text its value as reported
 * @param since from when: DataTime of the first such value, or the receipt of the last data; null: never any
 */
record StateReason(
        Code code,
        @Nullable String factor,
        @Nullable String flag,
        @Nullable String text,
        @Nullable Instant since) {

    enum Code {
        /** The point has never sent data. */
        NEVER_HEARD,
        /** No data within the offline limit. */
        SILENT,
        /** A flag other than N. */
        FLAG,
        /** No number where one is due. */
        NO_NUMBER
    }
}
