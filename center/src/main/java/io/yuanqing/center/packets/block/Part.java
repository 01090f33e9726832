package io.yuanqing.center.packets.block;

import java.util.ArrayList;
import java.util.List;

/**
 * A block's packets of one ST and CN: how they are written.
 *
 * @param unit microseconds of which all times of receipt are multiples: 1 or 1,000
 * @param lag how far receipt is behind the frame's own time
 * @param gap from receipt to receipt, of frames that name no time
 * @param shapes of frames that were cut; the number behind them stands for those kept whole
 * @param whole frames that were not cut, in order
 */
record Part(String st, String cn, int unit, Foretelling lag, Foretelling gap, List<Shape> shapes, List<byte[]> whole) {

    void write(Bytes to) {
        to.text(st);
        to.text(cn);
        to.add(unit == 1 ? 0 : 1);
        to.add(lag.ordinal() << 4 | gap.ordinal());
        to.number(shapes.size());
        shapes.forEach(shape -> shape.write(to));
        to.number(whole.size());
        whole.forEach(to::text);
    }

    static Part read(Cursor from) {
        String st = from.string();
        String cn = from.string();
        int unit = from.octet() == 0 ? 1 : 1_000;
        int ways = from.octet();
        int count = from.count();
        List<Shape> shapes = new ArrayList<>(Math.min(count, 64));
        for (int i = 0; i < count; i++) {
            shapes.add(Shape.read(from));
        }
        int frames = from.count();
        List<byte[]> whole = new ArrayList<>(Math.min(frames, 1_000));
        for (int i = 0; i < frames; i++) {
            whole.add(from.text());
        }
        return new Part(st, cn, unit, Foretelling.of(ways >>> 4), Foretelling.of(ways & 0xF), shapes, whole);
    }

    /** What differs from packet to packet. */
    static final class Row {

        /** Index of the shape; {@code shapes.size()}: kept whole. */
        int shape;

        int envelope;
        int remote;
        int origin;

        /** Microseconds since 1970. */
        long receivedAt;

        DataTime kind = DataTime.NONE;

        /** Microseconds since 1970, where it is not the frame's. */
        long dataTime;

        /** Of a frame that was cut. */
        Column.Values values = NO_VALUES;

        private static final Column.Values NO_VALUES = new Column.Values(0);
    }

    /** Where a packet's time of data is known from. The order of the constants is part of the format. */
    enum DataTime {
        NONE,
        OF_FRAME,
        OTHER
    }

    /** The part under way, packet by packet. */
    static final class Run {

        private final Part part;
        private final Symbols shape;
        private final Symbols envelope = new Symbols(Envelope.values().length);
        private final Symbols remote;
        private final Symbols origin;
        private final Symbols kind = new Symbols(DataTime.values().length);
        private final Series otherTimes = new Series(Foretelling.SAME);
        private final Series lags;
        private final Series gaps;
        private final List<List<Column.Run>> columns = new ArrayList<>();
        private long receivedBefore;

        Run(Part part, int remotes, int origins) {
            this.part = part;
            this.shape = new Symbols(part.shapes.size() + (part.whole.isEmpty() ? 0 : 1));
            this.remote = new Symbols(remotes);
            this.origin = new Symbols(origins);
            this.lags = new Series(part.lag);
            this.gaps = new Series(part.gap);
            for (Shape one : part.shapes) {
                columns.add(one.columns().stream().map(Column.Run::new).toList());
            }
        }

        /** Codes a packet; behind it, the row holds what was coded. */
        void code(BitCoder coder, Row row) {
            row.shape = shape.code(coder, row.shape);
            row.remote = remote.code(coder, row.remote);
            row.origin = origin.code(coder, row.origin);
            row.kind = DataTime.values()[kind.code(coder, row.kind.ordinal())];
            if (row.kind == DataTime.OTHER) {
                row.dataTime = otherTimes.code(coder, row.dataTime);
            }
            int time = -1;
            if (row.shape < part.shapes.size()) {
                row.envelope = envelope.code(coder, row.envelope);
                Shape of = part.shapes.get(row.shape);
                time = of.time();
                values(coder, row, of);
            }
            long unit = part.unit;
            if (time >= 0) {
                long own = row.values.numbers[time] * (1_000 / unit);
                row.receivedAt = (own + lags.code(coder, row.receivedAt / unit - own)) * unit;
            } else {
                long before = receivedBefore / unit;
                row.receivedAt = (before + gaps.code(coder, row.receivedAt / unit - before)) * unit;
            }
            receivedBefore = row.receivedAt;
        }

        private void values(BitCoder coder, Row row, Shape of) {
            List<Column.Run> runs = columns.get(row.shape);
            if (row.values.texts.length != runs.size()) { // while reading
                row.values = new Column.Values(runs.size());
            }
            for (int i = 0; i < runs.size(); i++) {
                if (of.columns().get(i).constant()) {
                    row.values.texts[i] = 0;
                } else {
                    runs.get(i).code(coder, row.values, i);
                }
            }
        }
    }
}
