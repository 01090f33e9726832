package io.yuanqing.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures in columns, for a terminal. The first and the last column hold words. */
public final class Table {

    private final List<String[]> rows = new ArrayList<>();

    public Table(String... heads) {
        rows.add(heads);
    }

    public void row(String... cells) {
        if (cells.length != rows.get(0).length) {
            throw new IllegalArgumentException(cells.length + " cells under " + rows.get(0).length + " heads");
        }
        rows.add(cells);
    }

    /** 412345.6 as "412,346". */
    public static String count(double number) {
        return Double.isNaN(number) ? "-" : String.format(Locale.ROOT, "%,d", Math.round(number));
    }

    public static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    @Override
    public String toString() {
        int columns = rows.get(0).length;
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String blanks = " ".repeat(widths[i] - row[i].length());
                line.append(i == 0 ? "" : "  ");
                line.append(i == 0 || i == columns - 1 ? row[i] + blanks : blanks + row[i]);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
