package io.yuanqing.center.packets.block;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow: numbers in groups of seven bits, the lowest first, and texts with their length. */
final class Bytes {

    private byte[] bytes = new byte[512];
    private int length;

    void number(long number) {
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            add((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        add((int) rest);
    }

    void text(byte[] text) {
        number(text.length);
        add(text, 0, text.length);
    }

    void text(String text) {
        text(text.getBytes(StandardCharsets.UTF_8));
    }

    void add(int b) {
        room(1);
        bytes[length++] = (byte) b;
    }

    void add(byte[] from, int start, int end) {
        room(end - start);
        System.arraycopy(from, start, bytes, length, end - start);
        length += end - start;
    }

    int length() {
        return length;
    }

    /** The bytes themselves, of which {@link #length()} count. */
    byte[] array() {
        return bytes;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    void clear() {
        length = 0;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }
}
