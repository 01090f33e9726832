package io.yuanqing.center.packets.block;

import io.yuanqing.center.packets.StoredPacket;
import io.yuanqing.center.packets.block.Part.DataTime;
import io.yuanqing.center.packets.block.Part.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chooses how the packets of one ST and CN are written, and takes from each what differs. */
final class PartChoice {

    /** A shape that fewer frames have is not worth its description. */
    private static final int FEWEST = 2;

    private final List<StoredPacket> packets;
    private final List<Row> rows = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();
    private final List<byte[]> whole = new ArrayList<>();
    private final Set<Integer> shaped = new HashSet<>();

    PartChoice(List<StoredPacket> packets, Names remotes, Names origins) {
        this.packets = packets;
        for (StoredPacket packet : packets) {
            Row row = new Row();
            row.remote = remotes.index(packet.remote());
            row.origin = origins.index(packet.origin().name());
            row.receivedAt = Micros.of(packet.receivedAt());
            rows.add(row);
        }
    }

    /** Texts of the whole block, each named once. */
    static final class Names {

        private final Map<String, Integer> indices = new LinkedHashMap<>();

        int index(String name) {
            return indices.computeIfAbsent(name, absent -> indices.size());
        }

        List<String> all() {
            return List.copyOf(indices.keySet());
        }
    }

    List<Row> rows() {
        return rows;
    }

    Part part() {
        @Nullable CutFrame[] cut = new CutFrame[packets.size()];
        Map<String, List<Integer>> alike = new LinkedHashMap<>();
        for (int i = 0; i < cut.length; i++) {
            CutFrame frame = CutFrame.of(packets.get(i).frame());
            cut[i] = frame;
            if (frame != null) {
                alike.computeIfAbsent(frame.shape(), absent -> new ArrayList<>())
                        .add(i);
            }
        }
        alike.values().removeIf(these -> these.size() < FEWEST);
        alike.values().forEach(these -> shape(these, cut));
        for (int i = 0; i < cut.length; i++) {
            if (!shaped.contains(i)) {
                rows.get(i).shape = shapes.size();
                whole.add(packets.get(i).frame());
            }
            dataTime(rows.get(i), packets.get(i));
        }
        StoredPacket first = packets.get(0);
        int unit = rows.stream().allMatch(row -> row.receivedAt % 1_000 == 0) ? 1_000 : 1;
        return new Part(first.st(), first.cn(), unit, lag(unit), Foretelling.STEP, List.copyOf(shapes), whole);
    }

    private void shape(List<Integer> these, @Nullable CutFrame[] cut) {
        CutFrame first = Objects.requireNonNull(cut[these.get(0)]);
        List<Column.Values> values = new ArrayList<>();
        for (int i : these) {
            Row row = rows.get(i);
            row.shape = shapes.size();
            row.envelope = Objects.requireNonNull(cut[i]).envelope().ordinal();
            row.values = new Column.Values(first.values().size());
            values.add(row.values);
            shaped.add(i);
        }
        ColumnChoice choice = new ColumnChoice(values);
        for (int column = 0; column < first.values().size(); column++) {
            int index = column;
            choice.add(these.stream()
                    .map(i -> Objects.requireNonNull(cut[i]).values().get(index))
                    .toList());
        }
        shapes.add(Shape.of(first.keys(), choice.columns()));
    }

    private void dataTime(Row row, StoredPacket packet) {
        if (packet.dataTime() == null) {
            row.kind = DataTime.NONE;
            return;
        }
        row.dataTime = Micros.of(packet.dataTime());
        row.kind = DataTime.OTHER;
        if (row.shape < shapes.size()) {
            int column = shapes.get(row.shape).dataTime();
            if (column >= 0
                    && row.values.texts[column] < 0
                    && Micros.ofChina(row.values.numbers[column]) == row.dataTime) {
                row.kind = DataTime.OF_FRAME;
            }
        }
    }

    private Foretelling lag(int unit) {
        return Foretelling.best(rows.stream()
                        .filter(row -> row.shape < shapes.size()
                                && shapes.get(row.shape).time() >= 0)
                        .mapToLong(row -> row.receivedAt / unit
                                - row.values.numbers[shapes.get(row.shape).time()] * (1_000 / unit))
                        .toArray())
                .way();
    }
}
