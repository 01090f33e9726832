package io.yuanqing.center.packets.block;

import io.yuanqing.center.packets.StoredPacket;
import io.yuanqing.center.packets.block.Part.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.CRC32C;

/**
 * Packets of one MN as a block, and back: every byte and column as it was. Numbers are written in groups of seven bits,
 * the lowest first; texts with their length in front.
 *
 * <pre>
 * content =
 *   version            1     01
 *   check             4     CRC-32C (big-endian) of all that follows
 *   texts             number: length; number: length deflated; deflated ({@link Texts})
 *   of each part      number: length; range coded ({@link RangeEncoder}): its packets, one after the other
 *
 * texts =
 *   remotes, origins  each: number: count; texts
 *   parts             number: count
 *   of each part      ST, CN; unit of receipt; ways to foretell receipt ({@link Part})
 *                     number: shapes; of each: keys, and of each column its form, way and texts ({@link Column})
 *                     number: frames kept whole; texts
 *
 * a packet = shape, remote, origin, kind of data time [, data time] [, envelope, value of each column], receipt
 * </pre>
 *
 * A frame of the usual envelope is cut at its equals signs into keys and values. The keys are written once. A value is a
 * number, of which only the difference from what was foretold is coded, or one of a few texts. Length and check sum of the
 * frame are not written, as they follow from the rest. What cannot be cut is kept whole among the texts.
 */
public final class BlockCodec {

    /** Packets of a block at most. */
    public static final int MOST_PACKETS = 1 << 22;

    private static final int VERSION = 1;
    private static final int HEAD = 5;

    private BlockCodec() {}

    /** A block's two columns; {@code positions} are told without the content. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Block(long first, byte[] positions, byte[] content) {}

    /**
     * Codes packets of one MN.
     *
     * @param packets at least one, ascending by position
     */
    public static Block encode(List<StoredPacket> packets) {
        Map<List<String>, List<StoredPacket>> byCommand = new LinkedHashMap<>();
        for (StoredPacket packet : packets) {
            byCommand
                    .computeIfAbsent(List.of(packet.st(), packet.cn()), absent -> new ArrayList<>())
                    .add(packet);
        }
        PartChoice.Names remotes = new PartChoice.Names();
        PartChoice.Names origins = new PartChoice.Names();
        List<PartChoice> choices = byCommand.values().stream()
                .map(these -> new PartChoice(these, remotes, origins))
                .toList();
        Header header = new Header(
                remotes.all(),
                origins.all(),
                choices.stream().map(PartChoice::part).toList());
        Bytes content = new Bytes();
        content.add(VERSION);
        content.add(new byte[HEAD - 1], 0, HEAD - 1);
        header.write(content);
        for (int i = 0; i < choices.size(); i++) {
            byte[] coded = rows(header, i, choices.get(i).rows());
            content.text(coded);
        }
        long first = packets.get(0).position();
        List<long[]> positions = byCommand.values().stream()
                .map(these -> these.stream().mapToLong(StoredPacket::position).toArray())
                .toList();
        return new Block(first, PositionList.encode(positions, first), checked(content.copy()));
    }

    private static byte[] rows(Header header, int part, List<Row> rows) {
        RangeEncoder coder = new RangeEncoder();
        Part.Run run = header.run(part);
        rows.forEach(row -> run.code(coder, row));
        return coder.end();
    }

    /**
     * The packets of a block, ascending by position.
     *
     * @param mn of all of them
     * @param wanted the CNs that are wanted; packets of others are not decoded
     * @throws BlockDamaged when these are not the bytes of a block
     */
    public static List<StoredPacket> decode(String mn, Block block, Predicate<String> wanted) {
        try {
            return decoded(mn, block, wanted);
        } catch (IndexOutOfBoundsException | ArithmeticException | IllegalArgumentException e) {
            // Damage that the check sum did not show.
            throw new BlockDamaged("it cannot be read: " + e);
        }
    }

    /** The positions of a block's packets, ascending in each part. */
    public static List<long[]> positions(Block block) {
        return PositionList.decode(block.positions, block.first);
    }

    /** Whether one of its packets has this position; the content is not looked at. */
    public static boolean holds(Block block, long position) {
        return positions(block).stream().anyMatch(part -> Arrays.binarySearch(part, position) >= 0);
    }

    private static List<StoredPacket> decoded(String mn, Block block, Predicate<String> wanted) {
        byte[] content = block.content;
        if (content.length < HEAD || content[0] != VERSION) {
            throw new BlockDamaged("it is of no version that is known");
        }
        Cursor cursor = new Cursor(content, 1);
        long stated = (long) cursor.octet() << 24 | cursor.octet() << 16 | cursor.octet() << 8 | cursor.octet();
        if (stated != check(content)) {
            throw new BlockDamaged("its check sum does not fit");
        }
        Header header = Header.read(cursor, content);
        List<long[]> positions = positions(block);
        if (positions.size() != header.parts().size()) {
            throw new BlockDamaged(positions.size() + " lists of positions for "
                    + header.parts().size() + " parts");
        }
        List<StoredPacket> packets = new ArrayList<>();
        for (int i = 0; i < positions.size(); i++) {
            int length = cursor.count();
            int from = cursor.skip(length);
            if (wanted.test(header.parts().get(i).cn())) {
                RangeDecoder coder = new RangeDecoder(content, from, from + length);
                header.packets(i, coder, mn, positions.get(i), packets);
            }
        }
        if (positions.size() > 1) {
            packets.sort(Comparator.comparingLong(StoredPacket::position));
        }
        return packets;
    }

    /** With the check sum that the rest asks for. */
    static byte[] checked(byte[] content) {
        long check = check(content);
        for (int i = 1; i < HEAD; i++) {
            content[i] = (byte) (check >>> 8 * (HEAD - 1 - i));
        }
        return content;
    }

    private static long check(byte[] content) {
        CRC32C crc = new CRC32C();
        crc.update(content, HEAD, content.length - HEAD);
        return crc.getValue();
    }
}
