package io.yuanqing.center.registry.sheets;

/** What became of a row. */
enum Taken {
    ADDED,
    CHANGED,
    /** All of it was on record already. */
    UNCHANGED
}
