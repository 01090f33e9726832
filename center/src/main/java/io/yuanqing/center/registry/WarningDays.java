package io.yuanqing.center.registry;

import io.yuanqing.center.registry.Certificate.Warning;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How many days before its end a certificate is warned of.
 *
 * @param first most days
 * @param last fewest days
 */
record WarningDays(int first, int second, int last) {

    /** @param expiresOn last day of validity; null: without end */
    Warning of(@Nullable LocalDate expiresOn, LocalDate today) {
        if (expiresOn == null) {
            return Warning.NONE;
        }
        long left = ChronoUnit.DAYS.between(today, expiresOn);
        if (left < 0) {
            return Warning.EXPIRED;
        }
        return left <= last
                ? Warning.LAST
                : left <= second ? Warning.SECOND : left <= first ? Warning.FIRST : Warning.NONE;
    }
}
