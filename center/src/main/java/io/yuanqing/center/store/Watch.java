package io.yuanqing.center.store;

/** Something that is looked at once a second. */
interface Watch {

    /** Looks, and raises or clears its alarm; never waits for anything that may be away. */
    void look();
}
