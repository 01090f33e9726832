package io.yuanqing.center.registry;

/** Where a logger's key is in its life. All but a retired one open what arrives. */
public enum KeyStanding {
    /** Sent to the logger by CN 1014; whether it uses it is not known. */
    OFFERED,
    /** The logger said that it has it (9012); no frame under it has come yet. */
    TAKEN,
    /** In use, or entered by hand. */
    VALID,
    /** Its successor is in use. It opens the stored packets of its time only. */
    RETIRED
}
