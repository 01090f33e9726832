package io.yuanqing.center.packets;

import io.yuanqing.center.packets.block.BlockCodec;
import io.yuanqing.center.packets.block.BlockDamaged;
import java.util.List;
import java.util.function.Predicate;

/** A block as it lies in the database: one MN's packets of a segment. */
record PackedPackets(String mn, Spans spans, BlockCodec.Block block) {

    /** @param packets of one MN, at least one, ascending by position */
    static PackedPackets of(List<StoredPacket> packets) {
        return new PackedPackets(packets.get(0).mn(), Spans.of(packets), BlockCodec.encode(packets));
    }

    /**
     * Its packets of some CNs, ascending by position.
     *
     * @throws BlockDamaged when its bytes are not those of a block
     */
    List<StoredPacket> unpack(Predicate<String> cns) {
        return BlockCodec.decode(mn, block, cns);
    }

    /**
     * All its packets.
     *
     * @throws BlockDamaged also when its row does not say where they lie, so that a reader would not find them
     */
    List<StoredPacket> unpackChecked() {
        List<StoredPacket> unpacked = unpack(cn -> true);
        if (unpacked.isEmpty() || !Spans.of(unpacked).equals(spans)) {
            throw new BlockDamaged("the row of the block of " + mn + " from position " + spans.first()
                    + " on does not say where its packets lie");
        }
        return unpacked;
    }
}
