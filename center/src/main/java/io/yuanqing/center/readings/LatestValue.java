package io.yuanqing.center.readings;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The newest value of a factor.
 *
 * @param value as reported; null when it is no number
 * @param text as reported
 * @param flag trimmed, upper-case; null when absent
 * @param zs converted to reference oxygen; null when not reported
 * @param dataTime the packet's DataTime
 * @param since DataTime since when the flag is this one (and there is or is not a number) without interruption
 * @param cn the command that brought it: 2011, or 2051, 2061 where no newer realtime value exists
 */
public record LatestValue(
        @Nullable BigDecimal value,
        String text,
        @Nullable String flag,
        @Nullable BigDecimal zs,
        Instant dataTime,
        Instant since,
        String cn) {}
