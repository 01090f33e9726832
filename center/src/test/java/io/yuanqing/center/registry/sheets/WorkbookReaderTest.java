package io.yuanqing.center.registry.sheets;

import static io.yuanqing.center.registry.sheets.Filled.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yuanqing.center.registry.sheets.WorkbookReader.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.junit.jupiter.api.Test;

class WorkbookReaderTest {

    private static final long MOST = 4L << 20;
    private final WorkbookReader reader = new WorkbookReader(100, MOST);

    @Test
    void theTemplateIsUnderstoodByItsOwnReader() throws Unreadable {
        Workbook empty = reader.read(WorkbookWriter.write(Map.of()));
        assertThat(empty.problems()).isEmpty();
        assertThat(empty.rows()).containsOnlyKeys(Sheet.values());
        assertThat(empty.size()).isZero();
    }

    @Test
    void cellsAreReadAsTheyAreMeantHoweverTheyAreFormatted() throws Unreadable {
        Row read = only(new Filled()
                .sheet(
                        "监控点",
                        "排污单位*,MN*,监控点名称*,介质*,协议版本*,基准氧含量(%),联网日期,时标为时段末,监测因子",
                        row(
                                "甲",
                                "MN1",
                                " 窑尾 ",
                                "废气",
                                2017,
                                9.5,
                                LocalDate.of(2024, 3, 1),
                                "是",
                                "a21026，a21002 a34013")));
        assertThat(read.text("name")).isEqualTo("窑尾");
        assertThat(read.text("edition")).isEqualTo("2017");
        assertThat(read.number("referenceOxygen", null)).isEqualTo(new BigDecimal("9.5"));
        assertThat(read.date("connectedFrom", null)).isEqualTo(LocalDate.of(2024, 3, 1));
        assertThat(read.choice("endStamped", Words.YES_NO, null)).isTrue();
        assertThat(read.list("factors", null)).containsExactly("a21026", "a21002", "a34013");
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void aDateIsReadInTheWaysInWhichPeopleWriteIt() throws Unreadable {
        for (String written : new String[] {"2026-01-05", "2026/1/5", "2026年1月5日", "2026.01.05"}) {
            Row read = only(new Filled().sheet("排污单位", "单位名称,县区,监管级别,许可证截止日期", row("甲", "乙", "重点", written)));
            assertThat(read.date("permitUntil", null)).as(written).isEqualTo(LocalDate.of(2026, 1, 5));
        }
        Row wrong = only(new Filled().sheet("排污单位", "单位名称,县区,监管级别,许可证截止日期", row("甲", "乙", "重点", "2026-02-30")));
        assertThat(wrong.date("permitUntil", null)).isNull();
        assertThat(wrong.problems()).extracting("field").containsExactly("permitUntil");
    }

    /** An MN typed as a number would be registered with zeros at its end, and its packets would stay strangers. */
    @Test
    void aNumberOfMoreDigitsThanASheetKeepsIsRefused() throws Unreadable {
        Row read = only(new Filled()
                .sheet("监控点", "排污单位,MN,监控点名称,介质,协议版本", row("甲", 12345678901234567890d, "窑尾", "废气", "2017")));
        assertThat(read.problems())
                .extracting("field", "rule")
                .containsExactly(org.assertj.core.groups.Tuple.tuple("mn", "ROUNDED"));
    }

    @Test
    void headsAreFoundByTheirNamesAndThoseThatAreNoneAreSaid() throws Unreadable {
        Workbook read = reader.read(new Filled()
                .sheet("排污单位", "县区,单位名称,单位名称,电话", row("红塔区", "甲", "乙", "1"))
                .sheet("随便", "a", row("b"))
                .bytes());
        assertThat(read.problems())
                .extracting(CellProblem::rule)
                .containsExactlyInAnyOrder("REPEATED_COLUMN", "UNKNOWN_COLUMN", "MISSING_COLUMN", "UNKNOWN_SHEET");
        assertThat(read.problems())
                .filteredOn("rule", "MISSING_COLUMN")
                .extracting("column")
                .containsExactly("监管级别");
    }

    @Test
    void whatIsNoWorkbookIsRefusedWithItsReason() throws IOException {
        refused("单位名称,县区\n甲,乙\n".getBytes(StandardCharsets.UTF_8), "NO_WORKBOOK");
        refused(new byte[0], "NO_WORKBOOK");
        refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3}, "OLD_WORKBOOK");
        refused(zip("word/document.xml", "<w/>".getBytes(StandardCharsets.UTF_8)), "NO_WORKBOOK");
        byte[] cut = new Filled().sheet("排污单位", "单位名称", row("甲")).bytes();
        refused(java.util.Arrays.copyOf(cut, cut.length / 2), "NO_WORKBOOK");
        refused(new Filled().sheet("Sheet1", "a", row("b")).bytes(), "NO_SHEET");
    }

    /** A few kilobytes that unpack into gigabytes would stop the server for everybody. */
    @Test
    void aFileThatUnpacksIntoMoreThanTheLimitIsRefusedBeforeItIsOpened() throws IOException {
        byte[] bomb = zip("xl/worksheets/sheet1.xml", new byte[(int) MOST + 1]);
        assertThat(bomb.length).isLessThan(100_000);
        refused(bomb, "TOO_LARGE");
    }

    @Test
    void aDocumentTypeWithEntitiesIsNotFollowed() throws IOException, Unreadable {
        byte[] good = new Filled().sheet("排污单位", "单位名称", row("甲")).bytes();
        refused(
                replaced(
                        good,
                        "xl/worksheets/sheet1.xml",
                        "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/hostname\">]><worksheet"
                                + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\""
                                + " t=\"inlineStr\"><is><t>&f;</t></is></c></row></sheetData></worksheet>"),
                "NO_WORKBOOK");
    }

    @Test
    void aWorkbookOfMoreRowsThanTheLimitIsRefused() {
        Object[][] rows = new Object[101][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row("单位" + i, "红塔区", "一般");
        }
        refused(new Filled().sheet("排污单位", "单位名称,县区,监管级别", rows).bytes(), "TOO_MANY_ROWS");
    }

    private Row only(Filled filled) throws Unreadable {
        Workbook read = reader.read(filled.bytes());
        assertThat(read.problems()).isEmpty();
        assertThat(read.size()).isEqualTo(1);
        return read.rows().values().iterator().next().get(0);
    }

    private void refused(byte[] file, String rule) {
        assertThatThrownBy(() -> reader.read(file))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        e -> assertThat(e.rule()).as(e.getMessage()).isEqualTo(rule));
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            archive.putNextEntry(new ZipEntry(name));
            archive.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] replaced(byte[] file, String part, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveInputStream from = new ZipArchiveInputStream(new ByteArrayInputStream(file));
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(entry.getName().equals(part) ? content.getBytes(StandardCharsets.UTF_8) : from.readAllBytes());
            }
        }
        return bytes.toByteArray();
    }
}
