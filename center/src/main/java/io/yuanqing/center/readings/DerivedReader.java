package io.yuanqing.center.readings;

/** A reader of the log whose results can be made anew, or its queue of results to be made anew. */
public interface DerivedReader {

    String name();

    /** The last packet whose results are committed. */
    long position();

    /** Packets or jobs still to be done; 0: all figures are up to date. */
    long lag();
}
