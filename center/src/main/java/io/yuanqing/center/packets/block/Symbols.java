package io.yuanqing.center.packets.block;

/** A series of indices into a list, of which the last one is likely to come again. */
final class Symbols {

    private final int count;
    private final int[] again = Residuals.chances(2);
    private final Residuals other = new Residuals();
    private int last;
    private int before;

    Symbols(int count) {
        this.count = count;
    }

    int code(BitCoder coder, int index) {
        if (count == 1) {
            return 0;
        }
        before = coder.bit(again, before, index == last ? 0 : 1);
        if (before == 1) {
            long coded = other.code(coder, index);
            if (coded < 0 || coded >= count) {
                throw new BlockDamaged("no " + coded + ". of " + count);
            }
            last = (int) coded;
        }
        return last;
    }
}
