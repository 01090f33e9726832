package io.yuanqing.hj212;

import org.jspecify.annotations.Nullable;

/**
 * Something about a frame that is not as the standard says.
 *
 * @param error whether the frame cannot be taken as data; otherwise it is a warning
 * @param message in plain words, with the values
 * @param at offset of the place in {@link Decoded#plain}
 * @param declared what the frame says (a length, a CRC, a value), if it says something
 * @param actual what was counted or computed
 */
public record Problem(
        Code code,
        boolean error,
        String message,
        int at,
        @Nullable String declared,
        @Nullable String actual) {

    public enum Code {
        /** Bytes that belong to no frame. */
        NOISE,
        /** No digits after {@code ##}. */
        LENGTH_MISSING,
        /** The length is not written with four digits. */
        LENGTH_DIGITS,
        /** The length counts characters, not bytes (Chinese text). */
        LENGTH_IN_CHARACTERS,
        /** The length is not that of the data segment. */
        LENGTH_MISMATCH,
        /** The data segment is longer than the 1,024 bytes of clause 6.3.1. */
        SEGMENT_LONG,
        /** The frame stops before its CRC. */
        TRUNCATED,
        /** The CRC is not written with four hexadecimal digits. */
        CRC_DIGITS,
        /** The CRC is another than computed. */
        CRC_MISMATCH,
        /** The CRC is Modbus's. */
        CRC_MODBUS,
        /** No CN can be read from the header. */
        HEADER_UNREADABLE,
        /** Something in the header is not {@code name=value}. */
        HEADER_FIELD,
        ST_MISSING,
        FLAG_UNREADABLE,
        PACKET_NUMBER_UNREADABLE,
        /** RF has another value than 1. */
        RF_VALUE,
        /** No {@code CP=&&…&&}, or what stands in it is no text of {@code name=value}. */
        CP_UNREADABLE,
        /** A piece of the CP is not {@code name=value}. */
        CP_FIELD,
        /** The CP is encrypted (HJ 212-2025 clause 6.4): its CRC can be checked with the key only. */
        ENCRYPTED,
        /** The CP is encrypted, and no key on record opens it. */
        KEY_WRONG,
        /** DataTime is no date and time. */
        DATA_TIME_UNREADABLE
    }

    static Problem error(Code code, int at, String message, @Nullable String declared, @Nullable String actual) {
        return new Problem(code, true, message, at, declared, actual);
    }

    static Problem warning(Code code, int at, String message, @Nullable String declared, @Nullable String actual) {
        return new Problem(code, false, message, at, declared, actual);
    }
}
