package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Reading;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a CP for an edition; each value is held against the edition's rule. */
final class CpWriter {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS");

    private final Edition edition;
    private final StringBuilder cp = new StringBuilder();
    private char separator = ';';

    CpWriter(Edition edition) {
        this.edition = edition;
    }

    /** Puts the next field into the same item: a comma in front of it. */
    CpWriter with() {
        separator = ',';
        return this;
    }

    /** @param value a text, number, date and time (to the second; 17 digits where the rule says so) or time of day */
    CpWriter put(CpField field, @Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException(field.spelling() + " is missing");
        }
        String text = text(field, value);
        field.check(text, edition);
        return raw(field.spelling(), text);
    }

    CpWriter option(CpField field, @Nullable Object value) {
        return value == null ? this : put(field, value);
    }

    /** {@code a-Rtd=1,a-Flag=N;b-Rtd=2}. */
    CpWriter readings(List<Reading> readings) {
        for (Reading reading : readings) {
            boolean first = true;
            for (Map.Entry<String, String> value : reading.values().entrySet()) {
                separator = first ? ';' : ',';
                first = false;
                value(reading.factor(), value.getKey(), value.getValue());
            }
        }
        return this;
    }

    /** {@code a-Data=1;b-Data=2;a-DayData=3}: each value an item, suffix by suffix. */
    CpWriter bySuffix(List<Reading> readings) {
        List<String> suffixes = readings.stream()
                .flatMap(reading -> reading.values().keySet().stream())
                .distinct()
                .toList();
        for (String suffix : suffixes) {
            for (Reading reading : readings) {
                String value = reading.values().get(suffix);
                if (value != null) {
                    value(reading.factor(), suffix, value);
                }
            }
        }
        return this;
    }

    CpWriter value(String factor, String suffix, String value) {
        if (factor.isBlank() || suffix.isBlank()) {
            throw new IllegalArgumentException("'" + factor + "-" + suffix + "' names no value; write factor-suffix");
        }
        CpField field = CpField.ofSuffix(suffix);
        if (field != null) {
            field.check(value, edition);
        }
        return raw(factor + "-" + suffix, value);
    }

    private CpWriter raw(String name, String value) {
        if (breaks(name) || name.indexOf('=') >= 0 || breaks(value) && !quoted(value)) {
            throw new IllegalArgumentException(
                    name + "='" + value + "' would end its field: it holds one of ; , && or a line end");
        }
        if (!cp.isEmpty()) {
            cp.append(separator);
        }
        separator = ';';
        cp.append(name).append('=').append(value);
        return this;
    }

    private static boolean breaks(String text) {
        return text.indexOf(';') >= 0 || text.indexOf(',') >= 0 || endsFrame(text);
    }

    private static boolean endsFrame(String text) {
        return text.contains("&&") || text.endsWith("&") || text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0;
    }

    /** A log text between slashes may hold separators: {@code //cleaned; tube 2//}. */
    private static boolean quoted(String text) {
        return text.length() >= 4
                && text.startsWith("//")
                && text.indexOf("//", 2) == text.length() - 2
                && !endsFrame(text);
    }

    private String text(CpField field, Object value) {
        if (value instanceof LocalDateTime time) {
            return (field.rule(edition).width() == 17 ? MILLIS : SECONDS).format(time);
        }
        if (value instanceof LocalTime time) {
            return DateTimeFormatter.ofPattern(field.rule(edition).width() == 6 ? "HHmmss" : "HHmm")
                    .format(time);
        }
        return value.toString();
    }

    @Override
    public String toString() {
        return cp.toString();
    }
}
