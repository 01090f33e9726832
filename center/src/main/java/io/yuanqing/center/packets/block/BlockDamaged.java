package io.yuanqing.center.packets.block;

/** A block's bytes are not those of a block. */
public final class BlockDamaged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BlockDamaged(String message) {
        super(message);
    }
}
