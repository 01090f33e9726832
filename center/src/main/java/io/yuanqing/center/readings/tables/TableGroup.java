package io.yuanqing.center.readings.tables;

/** Whose values one row of a table sums up. */
enum TableGroup {
    /** One monitoring point's. */
    POINT,
    /** Those of all chosen points of an enterprise. */
    ENTERPRISE,
    /** Those of all chosen points. */
    ALL
}
