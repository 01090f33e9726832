package io.yuanqing.center.readings.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Leaves memory every few rows, so its length does not matter. */
final class XlsxSheet implements Sheet {

    private static final int ROWS_IN_MEMORY = 500;
    private static final int MOST_DECIMALS = 12;
    private static final double TEXT_WIDTH = 22;
    private static final double NUMBER_WIDTH = 13;

    private final Workbook book;
    private final Worksheet sheet;
    private int next;

    XlsxSheet(OutputStream out, String name) {
        book = new Workbook(out, "Yuanqing", null);
        sheet = book.newWorksheet(name);
    }

    @Override
    public void head(List<String> remarks, List<Heading> headings) throws IOException {
        for (String remark : remarks) {
            sheet.value(next, 0, Defused.text(remark));
            if (next == 0) {
                sheet.style(0, 0).bold().fontSize(14).set();
            }
            next++;
        }
        int top = next;
        for (int at = 0; at < headings.size(); at++) {
            Heading heading = headings.get(at);
            boolean grouped = heading.group() != null;
            sheet.value(top, at, Defused.text(grouped ? Objects.requireNonNull(heading.group()) : heading.withUnit()));
            if (grouped) {
                sheet.value(top + 1, at, Defused.text(heading.withUnit()));
            }
            sheet.width(at, grouped ? NUMBER_WIDTH : TEXT_WIDTH);
        }
        join(top, headings);
        sheet.range(top, 0, top + 1, headings.size() - 1)
                .style()
                .bold()
                .fillColor("E4EFF4")
                .set();
        sheet.freezePane(1, top + 2);
        next = top + 2;
    }

    /** A group's name stands once above its columns. */
    private void join(int top, List<Heading> headings) {
        int first = 0;
        for (int at = 1; at <= headings.size(); at++) {
            String group = headings.get(first).group();
            boolean goesOn = at < headings.size()
                    && group != null
                    && group.equals(headings.get(at).group());
            if (goesOn) {
                continue;
            }
            if (group != null && at - first > 1) {
                sheet.range(top, first, top, at - 1).merge();
            }
            first = at;
        }
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        for (int at = 0; at < cells.size(); at++) {
            cell(at, cells.get(at));
        }
        next++;
        if (next % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    private void cell(int at, @Nullable Object cell) {
        if (cell instanceof BigDecimal number) {
            sheet.value(next, at, number);
            int decimals = Math.min(Math.max(0, number.scale()), MOST_DECIMALS);
            // Without a format 41.0 is shown as 41.
            sheet.style(next, at)
                    .format(decimals == 0 ? "0" : "0." + "0".repeat(decimals))
                    .set();
        } else if (cell instanceof Number number) {
            sheet.value(next, at, number);
        } else if (cell != null) {
            // Not through the table of shared strings: it would grow with every row.
            sheet.inlineString(next, at, Defused.text(cell.toString()));
        }
    }

    @Override
    public void close() throws IOException {
        book.finish();
    }
}
