package io.yuanqing.center.packets.block;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chooses how a column is written, from all its values. */
final class ColumnChoice {

    /** So many packets are looked at for the form; all of them, whether they fit. */
    private static final int LOOKED_AT = 50;

    private final List<Column> columns = new ArrayList<>();
    private final List<Column.Values> packets;

    /** @param packets get their values column by column */
    ColumnChoice(List<Column.Values> packets) {
        this.packets = packets;
    }

    List<Column> columns() {
        return columns;
    }

    /** The next column, by the packets' values. */
    void add(List<byte[]> values) {
        int index = columns.size();
        Form form = form(values);
        Map<String, Integer> texts = new LinkedHashMap<>();
        List<byte[]> inOrder = new ArrayList<>();
        long last = 0;
        int numbers = 0;
        for (int i = 0; i < values.size(); i++) {
            long number = form.parse(values.get(i));
            Column.Values of = packets.get(i);
            of.texts[index] = -1;
            if (number == Long.MIN_VALUE) {
                byte[] text = values.get(i);
                of.texts[index] = texts.computeIfAbsent(text(text), absent -> {
                    inOrder.add(text);
                    return inOrder.size() - 1;
                });
            } else {
                last = number;
                numbers++;
            }
            of.numbers[index] = last;
        }
        columns.add(numbers == 0 ? new Column(Form.TEXT, Foretelling.SAME, -1, inOrder) : numbers(form, inOrder));
    }

    /** The form that most values have; a text when there is no change to foretell. */
    private static Form form(List<byte[]> values) {
        String first = text(values.get(0));
        Form best = Form.TEXT;
        int most = 0;
        boolean differs = false;
        for (int i = 0; i < Math.min(values.size(), LOOKED_AT); i++) {
            differs |= !text(values.get(i)).equals(first);
        }
        for (int i = LOOKED_AT; i < values.size() && !differs; i++) {
            differs = !text(values.get(i)).equals(first);
        }
        if (!differs) {
            return Form.TEXT;
        }
        for (Form form : forms(values)) {
            int fit = 0;
            for (byte[] value : values) {
                fit += form.parse(value) == Long.MIN_VALUE ? 0 : 1;
            }
            if (fit > most) {
                most = fit;
                best = form;
            }
        }
        return most * 2 > values.size() ? best : Form.TEXT;
    }

    private static List<Form> forms(List<byte[]> values) {
        int decimals = 0;
        int digits = 1;
        int usual = -1;
        for (int i = 0; i < Math.min(values.size(), LOOKED_AT); i++) {
            String value = text(values.get(i));
            int point = value.indexOf('.');
            int places = point < 0 ? 0 : value.length() - point - 1;
            decimals = Math.max(decimals, places);
            usual = usual < 0 ? places : usual;
            if (value.length() > 1 && value.charAt(0) == '0' && point != 1) {
                digits = point < 0 ? value.length() : point;
            }
        }
        if (digits + decimals > Form.LONGEST + 1) {
            return List.of(new Form(Form.Kind.MILLIS, 1, 0), new Form(Form.Kind.SECONDS, 1, 0));
        }
        return List.of(
                new Form(Form.Kind.MILLIS, 1, 0),
                new Form(Form.Kind.SECONDS, 1, 0),
                new Form(Form.Kind.DECIMAL, digits, decimals),
                new Form(Form.Kind.DECIMAL, digits, usual),
                new Form(Form.Kind.TRIMMED, digits, decimals));
    }

    /** With the column to refer to, and the way to foretell, that cost least. */
    private Column numbers(Form form, List<byte[]> texts) {
        int index = columns.size();
        int reference = -1;
        Foretelling.Cost best = Foretelling.best(differences(index, -1));
        for (int candidate : candidates(form)) {
            Foretelling.Cost cost = Foretelling.best(differences(index, candidate));
            if (cost.bits() < best.bits()) {
                best = cost;
                reference = candidate;
            }
        }
        return new Column(form, best.way(), reference, texts);
    }

    /** A time may follow the first time; a value the one before it, or the one before that. */
    private List<Integer> candidates(Form form) {
        List<Integer> candidates = new ArrayList<>();
        for (int i = columns.size() - 1; i >= 0 && candidates.size() < 3; i--) {
            Form other = columns.get(i).form();
            if (other.kind() != Form.Kind.TEXT && other.isTime() == form.isTime()) {
                candidates.add(i);
            }
        }
        return candidates;
    }

    private long[] differences(int index, int reference) {
        return packets.stream()
                .filter(values -> values.texts[index] < 0)
                .mapToLong(values -> values.numbers[index] - (reference < 0 ? 0 : values.numbers[reference]))
                .toArray();
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.ISO_8859_1);
    }
}
