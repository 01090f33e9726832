package io.yuanqing.center.packets;

/** Where a packet came from. */
public enum Origin {
    /** A data logger sent it over the network. */
    LIVE,
    /** The demo's history, with the receipt times that a live city would have had. */
    SEED,
    /** Somebody took it out of the quarantine, corrected or as it was. */
    READMITTED
}
