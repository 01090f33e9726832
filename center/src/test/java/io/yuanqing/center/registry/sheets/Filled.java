package io.yuanqing.center.registry.sheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook as somebody fills it in: rows of cells, the first one the head; numbers stay numbers. */
final class Filled {

    private final Map<String, Object[][]> sheets = new LinkedHashMap<>();

    /** @param head titles between commas */
    Filled sheet(String title, String head, Object[]... rows) {
        Object[][] all = new Object[rows.length + 1][];
        all[0] = head.split(",");
        System.arraycopy(rows, 0, all, 1, rows.length);
        sheets.put(title, all);
        return this;
    }

    static Object[] row(Object... cells) {
        return cells;
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            sheets.forEach((title, rows) -> {
                Worksheet page = workbook.newWorksheet(title);
                for (int i = 0; i < rows.length; i++) {
                    for (int j = 0; j < rows[i].length; j++) {
                        write(page, i, j, rows[i][j]);
                    }
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet page, int row, int column, Object cell) {
        if (cell instanceof Number number) {
            page.value(row, column, number);
        } else if (cell instanceof java.time.LocalDate date) {
            page.value(row, column, date);
            page.style(row, column).format("yyyy/m/d").set();
        } else if (cell != null) {
            page.value(row, column, cell.toString());
        }
    }
}
