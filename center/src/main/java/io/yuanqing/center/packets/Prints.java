package io.yuanqing.center.packets;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/** The first two bytes of each link of a seal's chain, in parts of 65,536 packets: they find the packet that differs. */
@SuppressWarnings("ArrayRecordComponent")
record Prints(List<byte[]> parts) {

    /** Bytes of a part. */
    static final int PART = 2 * 65_536;

    /** The print after the packet of this index, counted from 0; -1 when there is none. */
    int at(long index) {
        int part = Math.toIntExact(index * 2 / PART);
        int offset = Math.toIntExact(index * 2 % PART);
        if (part >= parts.size() || offset + 1 >= parts.get(part).length) {
            return -1;
        }
        return (parts.get(part)[offset] & 0xff) << 8 | parts.get(part)[offset + 1] & 0xff;
    }

    static byte[] part(byte[] all, int part) {
        return Arrays.copyOfRange(all, part * PART, Math.min(all.length, (part + 1) * PART));
    }

    static void write(short print, ByteArrayOutputStream out) {
        out.write(print >>> 8);
        out.write(print);
    }
}
