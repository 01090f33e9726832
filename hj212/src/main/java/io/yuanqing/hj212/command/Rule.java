package io.yuanqing.hj212.command;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The width and range of a value, as the standards write them.
 *
 * <pre>
 *   C6             up to 6 characters
 *   N4 30-3600     up to 4 digits, from 30 to 3600
 *   N2.2           up to 2 digits before and 2 behind the point, signed
 *   N2 {1,2,3}     one of these
 *   T14            a time of exactly 14 digits (the standards write N14)
 *   F              as the factor or information says (appendix B); longer numbers are allowed there
 *   … ?            [GAP]: not confirmed by the text of HJ 212-2025
 * </pre>
 *
 * @param text as above
 * @param type C, N, T or F
 * @param decimals digits behind the point
 * @param min null when only the width counts
 * @param values empty when all within the range are allowed
 * @param sure false for a [GAP]
 */
public record Rule(
        String text,
        char type,
        int width,
        int decimals,
        @Nullable Integer min,
        @Nullable Integer max,
        Set<Integer> values,
        boolean sure) {

    private static final Pattern FORM =
            Pattern.compile("([CNTF])(\\d*)(?:\\.(\\d+))?(?: (\\d+)-(\\d+))?(?: \\{([\\d,]+)\\})?( \\?)?");

    static Rule of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no rule; write for example N4 30-3600");
        }
        Set<Integer> values = new TreeSet<>();
        if (form.group(6) != null) {
            for (String value : form.group(6).split(",")) {
                values.add(Integer.valueOf(value));
            }
        }
        return new Rule(
                text,
                form.group(1).charAt(0),
                form.group(2).isEmpty() ? 0 : Integer.parseInt(form.group(2)),
                form.group(3) == null ? 0 : Integer.parseInt(form.group(3)),
                form.group(4) == null ? null : Integer.valueOf(form.group(4)),
                form.group(5) == null ? null : Integer.valueOf(form.group(5)),
                Set.copyOf(values),
                form.group(7) == null);
    }

    /** Whether a value may be written like that. */
    public boolean allows(String value) {
        return switch (type) {
            case 'F' -> true;
            case 'C' -> !value.isEmpty() && value.length() <= width;
            case 'T' -> value.length() == width && value.chars().allMatch(c -> c >= '0' && c <= '9');
            default -> number(value);
        };
    }

    private boolean number(String value) {
        String digits = value.startsWith("-") && min == null && values.isEmpty() ? value.substring(1) : value;
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        String behind = point < 0 ? "" : digits.substring(point + 1);
        boolean written = !whole.isEmpty()
                && whole.length() <= width
                && behind.length() <= decimals
                && (point < 0 || !behind.isEmpty())
                && (whole + behind).chars().allMatch(c -> c >= '0' && c <= '9');
        if (!written) {
            return false;
        }
        double number = Double.parseDouble(digits);
        return (min == null || number >= min)
                && (max == null || number <= max)
                && (values.isEmpty() || values.contains((int) number));
    }
}
