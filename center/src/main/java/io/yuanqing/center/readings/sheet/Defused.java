package io.yuanqing.center.readings.sheet;

/**
 * Texts as they may stand in a cell. Names come from enterprises and loggers: {@code =HYPERLINK(…)} in one of them would be
 * run by the spreadsheet of whoever opens the export.
 */
final class Defused {

    /** What begins a formula in some spreadsheet, full-width forms included, and blanks that are skipped before it. */
    private static final String BEGINS_FORMULA = "=+-@\t\r\n＝＋－＠";

    /** A cell of a spreadsheet holds no more. */
    private static final int LONGEST = 32_000;

    private Defused() {}

    static String text(String text) {
        StringBuilder kept = new StringBuilder(text.length() + 1);
        text.codePoints().filter(Defused::allowed).limit(LONGEST).forEach(kept::appendCodePoint);
        if (!kept.isEmpty() && BEGINS_FORMULA.indexOf(kept.charAt(0)) >= 0) {
            kept.insert(0, '\'');
        }
        return kept.toString();
    }

    /** Characters of XML 1.0; no other can stand in a spreadsheet. */
    private static boolean allowed(int c) {
        return c >= 0x20 && c <= 0xD7FF
                || c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000 && c <= 0x10FFFF;
    }
}
