package io.yuanqing.center.packets.block;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link Bytes} wrote; goes nowhere else. */
final class Cursor {

    private final byte[] bytes;
    private int next;

    Cursor(byte[] bytes, int from) {
        this.bytes = bytes;
        this.next = from;
    }

    long number() {
        long number = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int b = octet();
            number |= (long) (b & 0x7F) << shift;
            if (b < 0x80) {
                return number;
            }
        }
        throw new BlockDamaged("a number without an end");
    }

    /** A count of things that each take a byte at least. */
    int count() {
        long count = number();
        if (count < 0 || count > bytes.length - next) {
            throw new BlockDamaged("a count of " + count + " with " + (bytes.length - next) + " bytes left");
        }
        return (int) count;
    }

    byte[] text() {
        int from = skip(count());
        return Arrays.copyOfRange(bytes, from, next);
    }

    String string() {
        return new String(text(), StandardCharsets.UTF_8);
    }

    int octet() {
        if (next >= bytes.length) {
            throw new BlockDamaged("the end came too early");
        }
        return bytes[next++] & 0xFF;
    }

    /** Goes on behind so many bytes; returns where they begin. */
    int skip(int count) {
        if (count > bytes.length - next) {
            throw new BlockDamaged("the end came too early");
        }
        next += count;
        return next - count;
    }

    int at() {
        return next;
    }
}
