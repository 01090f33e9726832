package io.yuanqing.hj212;

/**
 * A stretch of a frame and what it is. The parts of a frame follow each other without gap or overlap.
 *
 * @param name the field's name, trimmed; empty for parts without one
 * @param value the field's value, trimmed, or the part's text
 * @param start offset of the first byte in the frame
 * @param end offset behind the last byte; a separator counts to the field before it
 */
public record Part(Kind kind, String name, String value, int start, int end) {

    /** What a stretch of a frame is for. */
    public enum Kind {
        /** {@code ##}. */
        HEAD,
        /** The decimal digits behind {@code ##}, four by the standard. */
        LENGTH,
        /** A field before the CP. */
        HEADER,
        /** {@code CP=&&}. */
        CP_OPEN,
        /** A field of the CP. */
        CP_NAME_VALUE,
        /** An encrypted or binary CP. */
        CP_OPAQUE,
        /** The {@code &&} that ends the CP. */
        CP_CLOSE,
        /** The hexadecimal digits behind the data segment, four by the standard. */
        CRC,
        /** CR LF. */
        TAIL,
        /** Bytes that could not be explained. */
        UNKNOWN
    }
}
