package io.yuanqing.center.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A span over which a point is out of use (停用).
 *
 * @param lastDay of it; null: for the time being
 */
public record Retirement(
        long id, LocalDate validFrom, @Nullable LocalDate lastDay, String reason) {}
