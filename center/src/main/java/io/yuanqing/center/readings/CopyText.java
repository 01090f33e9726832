package io.yuanqing.center.readings;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the text format of PostgreSQL's COPY: columns parted by tab, rows by line feed, {@code \N} for null, and the
 * backslash as escape.
 */
final class CopyText {

    private final StringBuilder text = new StringBuilder();
    private boolean rowBegun;

    CopyText add(long number) {
        column().append(number);
        return this;
    }

    CopyText add(boolean value) {
        column().append(value ? 't' : 'f');
        return this;
    }

    CopyText add(Instant instant) {
        column().append(instant);
        return this;
    }

    CopyText add(@Nullable BigDecimal number) {
        column().append(number == null ? "\\N" : number.toPlainString());
        return this;
    }

    CopyText add(@Nullable String value) {
        column();
        if (value == null) {
            text.append("\\N");
            return this;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
        return this;
    }

    void endRow() {
        text.append('\n');
        rowBegun = false;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private StringBuilder column() {
        if (rowBegun) {
            text.append('\t');
        }
        rowBegun = true;
        return text;
    }
}
