package io.yuanqing.center.registry.sheets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.model.StylesTable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Reads a workbook (.xlsx) sheet by sheet, without holding its tree: a hostile file costs what its limits allow. */
final class WorkbookReader {

    private final int mostRows;
    private final long mostUnpacked;

    /** @param mostUnpacked bytes of its parts together */
    WorkbookReader(int mostRows, long mostUnpacked) {
        this.mostRows = mostRows;
        this.mostUnpacked = mostUnpacked;
    }

    /** The file is no workbook, or too large a one. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final String rule;
        private final transient List<String> arguments;

        Unreadable(String message, String rule, String... arguments) {
            super(message);
            this.rule = rule;
            this.arguments = List.of(arguments);
        }

        List<String> arguments() {
            return arguments;
        }

        String rule() {
            return rule;
        }
    }

    Workbook read(byte[] file) throws Unreadable {
        UnpackedSize.check(file, mostUnpacked);
        Map<Sheet, List<Row>> rows = new EnumMap<>(Sheet.class);
        List<CellProblem> problems = new ArrayList<>();
        try (OPCPackage opened = OPCPackage.open(new ByteArrayInputStream(file))) {
            XSSFReader reader = new XSSFReader(opened);
            ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(opened);
            StylesTable styles = reader.getStylesTable();
            XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
            int read = 0;
            Set<Sheet> seen = new HashSet<>();
            while (sheets.hasNext()) {
                try (InputStream content = sheets.next()) {
                    String title = sheets.getSheetName();
                    Optional<Sheet> sheet = Sheet.titled(title);
                    if (sheet.isPresent() && seen.add(sheet.get())) {
                        SheetRows handler = new SheetRows(sheet.get(), mostRows - read);
                        parse(content, new XSSFSheetXMLHandler(styles, strings, handler, new PlainValues(), false));
                        handler.finish();
                        rows.put(sheet.get(), handler.rows());
                        problems.addAll(handler.problems());
                        read += handler.rows().size();
                    } else if (!title.strip().equals(Sheet.EXPLANATIONS)) {
                        problems.add(unknown(title));
                    }
                }
            }
        } catch (SheetRows.TooMany e) {
            throw new Unreadable(
                    "The workbook has more than " + mostRows
                            + " rows, the limit (yuanqing.registry.most-rows); import it in parts",
                    "TOO_MANY_ROWS",
                    String.valueOf(mostRows));
        } catch (IOException | OpenXML4JException | SAXException | RuntimeException e) {
            throw new Unreadable("The file is no workbook (.xlsx) that can be read: " + e.getMessage(), "NO_WORKBOOK");
        }
        if (rows.isEmpty()) {
            throw new Unreadable(
                    "The workbook has none of the template's sheets " + Sheet.titles() + "; download the template",
                    "NO_SHEET");
        }
        return new Workbook(rows, problems);
    }

    /** Left unread without a word, rows that somebody believes imported would be missing. */
    private static CellProblem unknown(String title) {
        return new CellProblem(
                title,
                0,
                "",
                "'" + title + "' is no sheet of the template " + Sheet.titles() + "; rename or delete it",
                "UNKNOWN_SHEET",
                List.of(title));
    }

    private static void parse(InputStream content, XSSFSheetXMLHandler handler) throws SAXException, IOException {
        try {
            XMLReader xml = XMLHelper.newXMLReader();
            xml.setContentHandler(handler);
            xml.parse(new InputSource(content));
        } catch (javax.xml.parsers.ParserConfigurationException e) {
            throw new IllegalStateException("every Java platform has an XML parser", e);
        }
    }

    /** Values as they are, not as they are shown: all digits of a number, dates as 2026-11-24. */
    private static final class PlainValues extends DataFormatter {

        private static final double MOST_EXACT = 1e15;

        @Override
        public String formatRawCellContents(double value, int formatIndex, String formatString) {
            return formatRawCellContents(value, formatIndex, formatString, false);
        }

        @Override
        public String formatRawCellContents(double value, int formatIndex, String formatString, boolean from1904) {
            if (DateUtil.isADateFormat(formatIndex, formatString) && DateUtil.isValidExcelDate(value)) {
                return DateUtil.getLocalDateTime(value, from1904).toLocalDate().toString();
            }
            // A cell holds 15 digits of a number exactly; an MN or a code of more has lost its tail.
            String digits = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
            return Math.abs(value) < MOST_EXACT ? digits : SheetRows.ROUNDED + digits;
        }
    }
}
