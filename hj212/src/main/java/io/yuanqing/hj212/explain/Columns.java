package io.yuanqing.hj212.explain;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text on a screen of fixed width, where a Chinese character takes two columns. */
final class Columns {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private Columns() {}

    static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    private static int width(int c) {
        if (Character.getType(c) == Character.NON_SPACING_MARK) {
            return 0;
        }
        boolean wide = c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0xA4CF
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x1F300 && c <= 0x1FAFF
                || c >= 0x20000 && c <= 0x3FFFD;
        return wide ? 2 : 1;
    }

    /** Filled with blanks to so many columns, or as it is when it is wider. */
    static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - width(text)));
    }

    /** Cut to so many columns, with … for what was left out. */
    static String cut(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int left = columns - 1;
        for (int c : text.codePoints().toArray()) {
            left -= width(c);
            if (left < 0) {
                break;
            }
            kept.appendCodePoint(c);
        }
        return kept.append('…').toString();
    }

    /** Bytes as one line: UTF-8, else GB18030; what cannot be printed as \r, \n or \x and its number. */
    static String visible(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            text = new String(bytes, from, to - from, GB18030);
        }
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '\r') {
                line.append("\\r");
            } else if (c == '\n') {
                line.append("\\n");
            } else if (Character.isISOControl(c) || c == '\uFFFD' || !Character.isDefined(c)) {
                line.append(String.format("\\x%02X", c));
            } else {
                line.appendCodePoint(c);
            }
        });
        return line.toString();
    }
}
