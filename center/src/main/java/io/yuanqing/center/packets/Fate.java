package io.yuanqing.center.packets;

/** What became of a frame, once it is committed. */
public enum Fate {
    /** Appended to the log. */
    STORED,
    /** The log holds the same data already; the first copy's receipt time stands. */
    DUPLICATE,
    /** Kept in quarantine, with its bytes and the reason. */
    QUARANTINED,
    /** Counted as quarantined, but its address has used up its day's space there: the bytes are not kept. */
    QUARANTINE_FULL
}
