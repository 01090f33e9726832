package io.yuanqing.hj212;

import org.jspecify.annotations.Nullable;

/**
 * The default width of a value, as the standard's tables write it: {@code N5.1} is a number of up to five digits before
 * and one behind the point, {@code C24} a text of up to 24 characters. Devices do not always keep to it.
 *
 * @param kind number or text
 * @param length digits before the point, or characters
 * @param decimals digits behind the point; 0 for a text
 */
public record ValueType(Kind kind, int length, int decimals) {

    /** What a value is made of. */
    public enum Kind {
        /** {@code N}: a number, which may have a sign. */
        NUMBER,
        /** {@code C}: a text. */
        TEXT
    }

    /** By the standard's notation; null if the text is none. */
    static @Nullable ValueType read(String written) {
        if (!written.matches("N\\d{1,3}(\\.\\d{1,2})?|C\\d{1,4}")) {
            return null;
        }
        int point = written.indexOf('.');
        int length = Integer.parseInt(written.substring(1, point < 0 ? written.length() : point));
        int decimals = point < 0 ? 0 : Integer.parseInt(written.substring(point + 1));
        return new ValueType(written.charAt(0) == 'N' ? Kind.NUMBER : Kind.TEXT, length, decimals);
    }

    /** In the standard's notation. */
    @Override
    public String toString() {
        return (kind == Kind.NUMBER ? "N" : "C") + length + (decimals == 0 ? "" : "." + decimals);
    }
}
