package io.yuanqing.center.packets.block;

import java.util.ArrayList;
import java.util.List;

/**
 * One value of a shape, down the packets of a part: its number foretold from the packets before, or one of a few texts.
 *
 * @param reference the column before, of the same shape, whose number is taken off this one's; -1: none
 * @param texts those that are no number of the form; when there is one text and no number, the column costs nothing
 */
record Column(Form form, Foretelling way, int reference, List<byte[]> texts) {

    /** Writes what must be known to read the column. */
    void write(Bytes to) {
        to.add(form.kind().ordinal() << 4 | way.ordinal());
        if (form.kind() != Form.Kind.TEXT) {
            to.add(form.digits() << 4 | form.decimals());
            to.number(reference + 1);
        }
        to.number(texts.size());
        texts.forEach(to::text);
    }

    /** @param index of this column in its shape */
    static Column read(Cursor from, int index) {
        int first = from.octet();
        boolean number = first >>> 4 != Form.Kind.TEXT.ordinal();
        int size = number ? from.octet() : 1 << 4;
        long reference = number ? from.number() - 1 : -1;
        if (reference < -1 || reference >= index) {
            throw new BlockDamaged("column " + index + " refers to " + reference);
        }
        int count = from.count();
        List<byte[]> texts = new ArrayList<>(Math.min(count, 64));
        for (int i = 0; i < count; i++) {
            texts.add(from.text());
        }
        Form form = Form.of(first >>> 4, size >>> 4, size & 0xF);
        if (!number && texts.isEmpty()) {
            throw new BlockDamaged("column " + index + " has neither numbers nor texts");
        }
        return new Column(form, Foretelling.of(first & 0xF), (int) reference, texts);
    }

    boolean constant() {
        return form.kind() == Form.Kind.TEXT && texts.size() == 1;
    }

    /** The column under way. */
    static final class Run {

        private final Column column;
        private final Series numbers;
        private final Symbols texts;
        private final int[] isText = Residuals.chances(2);
        private int before;
        private long last;

        Run(Column column) {
            this.column = column;
            this.numbers = new Series(column.way);
            this.texts = new Symbols(Math.max(1, column.texts.size()));
        }

        /** Codes the value of one packet; behind it, {@code values} holds what was coded. */
        void code(BitCoder coder, Values values, int index) {
            if (isText(coder, values.texts[index])) {
                values.texts[index] = texts.code(coder, values.texts[index]);
                values.numbers[index] = last; // what a column that refers to it counts from
                return;
            }
            long reference = column.reference < 0 ? 0 : values.numbers[column.reference];
            values.numbers[index] = reference + numbers.code(coder, values.numbers[index] - reference);
            values.texts[index] = -1;
            last = values.numbers[index];
        }

        private boolean isText(BitCoder coder, int text) {
            if (column.form.kind() == Form.Kind.TEXT || column.texts.isEmpty()) {
                return column.form.kind() == Form.Kind.TEXT;
            }
            before = coder.bit(isText, before, text >= 0 ? 1 : 0);
            return before == 1;
        }
    }

    /** The values of one packet: an index into the column's texts or, where that is -1, a number. */
    static final class Values {

        final long[] numbers;
        final int[] texts;

        Values(int columns) {
            numbers = new long[columns];
            texts = new int[columns];
        }
    }
}
