package io.yuanqing.center.readings;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The mean of an hour or a day whose flag says nothing against it (N, or none).
 *
 * @param start of the period
 * @param avg as measured
 * @param zsAvg converted to reference oxygen; null when not reported
 */
public record Mean(
        Instant start, @Nullable BigDecimal avg, @Nullable BigDecimal zsAvg) {}
