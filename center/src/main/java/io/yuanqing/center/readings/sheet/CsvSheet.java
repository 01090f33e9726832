package io.yuanqing.center.readings.sheet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** RFC 4180. */
final class CsvSheet implements Sheet {

    private final Writer out;

    CsvSheet(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    @Override
    public void head(List<String> remarks, List<Heading> headings) throws IOException {
        out.write('\uFEFF');
        row(headings.stream()
                .map(one -> one.group() == null ? one.withUnit() : one.group() + " " + one.withUnit())
                .toList());
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        String comma = "";
        for (Object cell : cells) {
            out.write(comma);
            out.write(cell(cell));
            comma = ",";
        }
        out.write("\r\n");
    }

    private static String cell(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (cell instanceof Number number) {
            return number.toString();
        }
        String text = Defused.text(cell.toString());
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
