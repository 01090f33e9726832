package io.yuanqing.center.registry.sheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes sheets of the template: empty ones to fill in, or with what is on record. */
final class WorkbookWriter {

    private static final String HEAD = "DCE9EF";
    private static final int ROWS_WITH_CHOICES = 5_000;
    private static final int NARROW = 14;
    private static final int WIDE = 26;

    private WorkbookWriter() {}

    /** @param rows of each sheet, by the keys of its columns; a sheet without any has its head alone */
    static byte[] write(Map<Sheet, List<Map<String, @Nullable Object>>> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (org.dhatim.fastexcel.Workbook workbook = new org.dhatim.fastexcel.Workbook(bytes, "Yuanqing", "1.0")) {
            for (Sheet sheet : Sheet.values()) {
                Worksheet page = workbook.newWorksheet(sheet.title());
                head(page, sheet);
                int at = 1;
                for (Map<String, @Nullable Object> row : rows.getOrDefault(sheet, List.of())) {
                    write(page, at++, sheet, row);
                }
            }
            explain(workbook.newWorksheet(Sheet.EXPLANATIONS));
        } catch (IOException e) {
            throw new UncheckedIOException("writing into memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static void head(Worksheet page, Sheet sheet) {
        List<Column> columns = sheet.columns();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            page.value(0, i, column.required() ? column.title() + "*" : column.title());
            page.width(i, column.title().length() > 6 || column.hint().length() > 10 ? WIDE : NARROW);
            // As text: a spreadsheet program keeps 15 digits of a number, and an MN has more.
            page.style(i).format("@").set();
            if (!column.choices().isEmpty()) {
                page.range(1, i, ROWS_WITH_CHOICES, i)
                        .validateWithListByFormula("\"" + String.join(",", column.choices()) + "\"");
            }
        }
        page.range(0, 0, 0, columns.size() - 1).style().bold().fillColor(HEAD).set();
        page.freezePane(0, 1);
    }

    private static void write(Worksheet page, int at, Sheet sheet, Map<String, @Nullable Object> row) {
        List<Column> columns = sheet.columns();
        for (int i = 0; i < columns.size(); i++) {
            Object value = row.get(columns.get(i).key());
            if (value instanceof BigDecimal number) {
                page.value(at, i, number.stripTrailingZeros().toPlainString());
            } else if (value != null && !value.toString().isEmpty()) {
                page.value(at, i, value.toString());
            }
        }
    }

    private static void explain(Worksheet page) {
        List<String> head = List.of("工作表", "列", "必填", "说明");
        for (int i = 0; i < head.size(); i++) {
            page.value(0, i, head.get(i));
            page.width(i, i == head.size() - 1 ? WIDE + WIDE : NARROW);
        }
        page.range(0, 0, 0, head.size() - 1).style().bold().fillColor(HEAD).set();
        int at = 1;
        for (Sheet sheet : Sheet.values()) {
            for (Column column : sheet.columns()) {
                page.value(at, 0, sheet.title());
                page.value(at, 1, column.title());
                page.value(at, 2, column.required() ? "是" : "");
                page.value(at++, 3, column.hint());
            }
        }
        page.value(at, 3, "带 * 的列必填。已登记的内容，留空的单元格保持不变。全部单元格按文本填写，日期如 2026-01-31。");
    }
}
