package io.yuanqing.center.registry;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where a monitoring point stands: its outlet's coordinates, else its enterprise's.
 *
 * @param longitude degrees east, WGS 84; null: on record of neither
 * @param latitude degrees north, WGS 84
 */
public record Place(
        long pointId,
        String mn,
        @Nullable BigDecimal longitude,
        @Nullable BigDecimal latitude) {}
