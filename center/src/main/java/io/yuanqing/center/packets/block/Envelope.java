package io.yuanqing.center.packets.block;

import io.yuanqing.hj212.Crc;
import java.util.Arrays;

/**
 * What stands around the data segment and follows from it: {@code ##}, its length, its check sum and the line's end. A
 * frame whose envelope is another is kept whole. The order of the constants is part of the format.
 */
enum Envelope {
    /** None: the frame as it is. */
    NONE,
    UPPER_CASE_CR_LF,
    LOWER_CASE_CR_LF,
    UPPER_CASE_BARE,
    LOWER_CASE_BARE;

    private static final int HEAD = 6;
    private static final int CHECK_SUM = 4;

    /** The frame's envelope. */
    static Envelope of(byte[] frame) {
        Bytes again = new Bytes();
        for (Envelope envelope : values()) {
            int to = envelope.end(frame.length);
            if (envelope != NONE && to >= HEAD && to - HEAD <= 9999) {
                again.clear();
                envelope.around(frame, HEAD, to, again);
                if (again.length() == frame.length
                        && Arrays.equals(again.array(), 0, again.length(), frame, 0, frame.length)) {
                    return envelope;
                }
            }
        }
        return NONE;
    }

    /** Where the data segment begins and ends in a frame of that length. */
    int start() {
        return this == NONE ? 0 : HEAD;
    }

    int end(int length) {
        return switch (this) {
            case NONE -> length;
            case UPPER_CASE_CR_LF, LOWER_CASE_CR_LF -> length - CHECK_SUM - 2;
            case UPPER_CASE_BARE, LOWER_CASE_BARE -> length - CHECK_SUM;
        };
    }

    /** Writes the frame around a segment. */
    void around(byte[] bytes, int from, int to, Bytes frame) {
        if (this == NONE) {
            frame.add(bytes, from, to);
            return;
        }
        frame.add('#');
        frame.add('#');
        int length = to - from;
        frame.add('0' + length / 1000 % 10);
        frame.add('0' + length / 100 % 10);
        frame.add('0' + length / 10 % 10);
        frame.add('0' + length % 10);
        frame.add(bytes, from, to);
        int crc = Crc.of(bytes, from, to);
        String digits = this == LOWER_CASE_CR_LF || this == LOWER_CASE_BARE ? "0123456789abcdef" : "0123456789ABCDEF";
        for (int shift = 12; shift >= 0; shift -= 4) {
            frame.add(digits.charAt(crc >>> shift & 0xF));
        }
        if (this == UPPER_CASE_CR_LF || this == LOWER_CASE_CR_LF) {
            frame.add('\r');
            frame.add('\n');
        }
    }
}
