package io.yuanqing.hj212;

/** How sure an entry of the dictionary is. */
public enum Confidence {
    /** Read in the standard's own text (2005, 2017). */
    STANDARD,
    /** HJ 212-2025 by the words of others who had its text [GAP: the tables themselves were not at hand]. */
    QUOTED,
    /** Not in HJ 212, but sent in the field under this code. */
    PRACTICE,
    /** The code is known from example frames; what it means is a conclusion or not known [GAP]. */
    INFERRED
}
