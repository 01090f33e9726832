package io.yuanqing.center.packets.block;

import java.util.ArrayList;
import java.util.List;

/**
 * The positions of a block's packets, part by part, apart from the content: a position is looked for without decoding it.
 *
 * <pre>
 * parts          number
 * count          number, one for each part
 * range coded    for each part: its first position from that of the block on, then the steps
 * </pre>
 */
final class PositionList {

    private PositionList() {}

    static byte[] encode(List<long[]> parts, long base) {
        Bytes bytes = new Bytes();
        bytes.number(parts.size());
        parts.forEach(part -> bytes.number(part.length));
        RangeEncoder coder = new RangeEncoder();
        for (long[] part : parts) {
            code(coder, part, base);
        }
        byte[] coded = coder.end();
        bytes.add(coded, 0, coded.length);
        return bytes.copy();
    }

    static List<long[]> decode(byte[] bytes, long base) {
        Cursor cursor = new Cursor(bytes, 0);
        int count = cursor.count();
        List<long[]> parts = new ArrayList<>(count);
        long all = 0;
        for (int i = 0; i < count; i++) {
            long packets = cursor.number();
            all += packets;
            if (packets < 0 || all > BlockCodec.MOST_PACKETS) {
                throw new BlockDamaged(all + " packets");
            }
            parts.add(new long[(int) packets]);
        }
        RangeDecoder coder = new RangeDecoder(bytes, cursor.at(), bytes.length);
        for (long[] part : parts) {
            code(coder, part, base);
        }
        return parts;
    }

    private static void code(BitCoder coder, long[] part, long base) {
        Residuals first = new Residuals();
        Series steps = new Series(Foretelling.LONG_MEAN);
        long before = base;
        for (int i = 0; i < part.length; i++) {
            long step = part[i] - before;
            before += i == 0 ? first.code(coder, step) : steps.code(coder, step);
            part[i] = before;
        }
    }
}
