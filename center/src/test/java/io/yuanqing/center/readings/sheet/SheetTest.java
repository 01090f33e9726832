package io.yuanqing.center.readings.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {

    private static final List<Heading> HEADINGS =
            List.of(Heading.of("企业"), new Heading("化学需氧量", "均值", "mg/L"), new Heading("化学需氧量", "标记", null));

    private static byte[] written(SheetFormat format, List<? extends List<?>> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Sheet sheet = format.open(bytes, "表 [1]: a/b?")) {
            sheet.head(List.of("月报表", "=1+1"), HEADINGS);
            for (List<?> row : rows) {
                sheet.row(row);
            }
        }
        return bytes.toByteArray();
    }

    private static List<Row> read(byte[] xlsx) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            return book.getFirstSheet().read();
        }
    }

    @Test
    void csvIsWhatRfc4180SaysWithTheMarkByWhichSpreadsheetsKnowUtf8() throws IOException {
        byte[] bytes = written(SheetFormat.CSV, List.of(Arrays.asList("a,\"b\"\nc", new BigDecimal("41.0"), null)));
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF企业,化学需氧量 均值 (mg/L),化学需氧量 标记\r\n\"a,\"\"b\"\"\nc\",41.0,\r\n");
    }

    /** A name is set by an enterprise: it must not become a command on the desk of whoever opens the export. */
    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://a\")", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "\u0001=1"})
    void aTextThatWouldBeAFormulaIsText(String text) throws IOException {
        String csv = new String(written(SheetFormat.CSV, List.of(List.of(text, 1, 2))), StandardCharsets.UTF_8);
        assertThat(csv.split("\r\n", 2)[1]).matches(line -> line.startsWith("'") || line.startsWith("\"'"));
        Row row = read(written(SheetFormat.XLSX, List.of(List.of(text, 1, 2)))).get(4);
        assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
        assertThat(row.getCell(0).getText()).startsWith("'");
    }

    @ParameterizedTest
    @CsvSource({"-1.50, -1.50", "0.0000001, 0.0000001", "1E+3, 1000"})
    void aNumberStaysANumberWithItsDigitsBelowZeroToo(String number, String shown) throws IOException {
        List<List<Object>> rows = List.of(List.of("厂", new BigDecimal(number), ""));
        assertThat(new String(written(SheetFormat.CSV, rows), StandardCharsets.UTF_8))
                .contains("厂," + shown + ",");
        Row row = read(written(SheetFormat.XLSX, rows)).get(4);
        assertThat(row.getCell(1).getType()).isEqualTo(CellType.NUMBER);
        assertThat(row.getCellAsNumber(1))
                .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(number));
    }

    @Test
    void aSpreadsheetTellsWhatItIsAndKeepsWhatItWasGiven() throws IOException {
        String name = "甲\u0000<&>\"'" + new String(Character.toChars(0x1F600));
        List<Row> rows = read(written(SheetFormat.XLSX, List.of(Arrays.asList(name, null, "D"))));
        assertThat(rows.get(0).getCellText(0)).isEqualTo("月报表");
        assertThat(rows.get(1).getCellText(0)).isEqualTo("'=1+1");
        assertThat(rows.get(2).getCellText(1)).isEqualTo("化学需氧量");
        assertThat(rows.get(3).getCellText(1)).isEqualTo("均值 (mg/L)");
        assertThat(rows.get(4).getCellText(0)).isEqualTo(name.replace("\u0000", ""));
        assertThat(rows.get(4).getCellText(2)).isEqualTo("D");
    }

    @Test
    void manyRowsStandInTheirOrder() throws IOException {
        List<List<Object>> many = new ArrayList<>();
        for (int row = 0; row < 2_345; row++) {
            many.add(List.of("厂 " + row, BigDecimal.valueOf(row, 1), "N"));
        }
        List<Row> rows = read(written(SheetFormat.XLSX, many));
        assertThat(rows).hasSize(2_345 + 4);
        assertThat(rows.get(2_348).getCellText(0)).isEqualTo("厂 2344");
        assertThat(rows.get(2_348).getRowNum()).isEqualTo(2_349);
    }
}
