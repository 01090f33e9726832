package io.yuanqing.hj212;

/** How a length that is not the data segment's is judged. */
public enum LengthPolicy {
    /** It is an error: the standard's length counts the data segment, no more and no less (clause 6.3.1, table 2). */
    STRICT,
    /**
     * It is a warning where the CRC over the data segment, as its marks show it, fits, all four digits of it, and no other
     * frame begins within: for a device that counts otherwise and cannot be repaired. What the {@link CrcPolicy} ignores
     * proves nothing. HJ 212's CRC fits damaged bytes once in 256 times, so of those that lose bytes on the way as many are
     * taken. A length that is missing stays an error.
     */
    ACCEPT_IF_CRC_FITS
}
