package io.yuanqing.center.registry;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is on record of a point beside its equipment.
 *
 * @param stackArea cross section of the stack at the probe, m2
 * @param flowUnit in which its flow is reported
 * @param passwordSet whether a password of its logger is registered; it is never shown
 * @param retirements spans over which it is out of use, newest first
 */
public record PointArchive(
        MonitoringPoint point,
        @Nullable BigDecimal stackArea,
        @Nullable String flowUnit,
        boolean passwordSet,
        List<Retirement> retirements) {}
