package io.yuanqing.center.registry;

/** How a discharge permit ranks an outlet (HJ 942-2018). */
public enum OutletKind {
    /** 主要排放口. */
    MAIN,
    /** 一般排放口. */
    GENERAL,
    /** 其他: rain water, cooling water, inlet of a sewage works. */
    OTHER
}
