package io.yuanqing.center.registry;

/** On which side of a limit a value must stay. */
public enum Bound {
    /** At most. */
    UPPER,
    /** At least; pH, furnace temperature. */
    LOWER
}
