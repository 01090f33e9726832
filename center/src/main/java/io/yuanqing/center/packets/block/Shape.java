package io.yuanqing.center.packets.block;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What many frames have in common: the texts before and between their values, such as {@code QN=}, {@code ;ST=}, …,
 * {@code ;w01018-Rtd=}, and how the values are written.
 *
 * @param keys one more than columns; the last is what follows the last value
 * @param time the first column that holds a time, from which that of receipt is foretold; -1: none
 * @param dataTime the column of the DataTime; -1: none
 */
record Shape(List<byte[]> keys, List<Column> columns, int time, int dataTime) {

    private static final byte[] DATA_TIME = "DataTime=".getBytes(StandardCharsets.US_ASCII);

    static Shape of(List<byte[]> keys, List<Column> columns) {
        int time = -1;
        int dataTime = -1;
        for (int i = columns.size() - 1; i >= 0; i--) {
            if (columns.get(i).form().isTime()) {
                time = i;
                dataTime = endsWith(keys.get(i), DATA_TIME) ? i : dataTime;
            }
        }
        return new Shape(List.copyOf(keys), List.copyOf(columns), time, dataTime);
    }

    void write(Bytes to) {
        to.text(CutFrame.joined(keys));
        columns.forEach(column -> column.write(to));
    }

    static Shape read(Cursor from) {
        List<byte[]> keys = CutFrame.parted(from.text());
        List<Column> columns = new ArrayList<>(keys.size() - 1);
        for (int i = 0; i < keys.size() - 1; i++) {
            columns.add(Column.read(from, i));
        }
        return of(keys, columns);
    }

    /** Puts a packet's segment together. */
    void write(Column.Values values, Calendar calendar, Bytes to) {
        for (int i = 0; i < columns.size(); i++) {
            byte[] key = keys.get(i);
            to.add(key, 0, key.length);
            Column column = columns.get(i);
            if (values.texts[i] >= 0) {
                byte[] text = column.texts().get(values.texts[i]);
                to.add(text, 0, text.length);
            } else {
                column.form().write(values.numbers[i], calendar, to);
            }
        }
        byte[] rest = keys.get(columns.size());
        to.add(rest, 0, rest.length);
    }

    private static boolean endsWith(byte[] text, byte[] end) {
        int at = text.length - end.length;
        return at >= 0 && java.util.Arrays.equals(text, at, text.length, end, 0, end.length);
    }
}
