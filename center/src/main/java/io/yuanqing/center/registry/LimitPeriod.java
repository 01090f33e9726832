package io.yuanqing.center.registry;

/** What a limit speaks of: the time over which a value is averaged before it is compared. */
public enum LimitPeriod {
    /** A single value (瞬时). */
    INSTANT,
    /** Mean of 5 minutes; the furnace temperature of waste incineration. */
    FIVE_MINUTES,
    /** Mean of an hour (小时均值). */
    HOUR,
    /** Mean of a day (日均值); flow-weighted for waste water. */
    DAY,
    /** Mean of a determination by hand (测定均值); no automatic value is compared with it. */
    SAMPLED
}
