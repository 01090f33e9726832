package io.yuanqing.center.readings.sheet;

import org.jspecify.annotations.Nullable;

/**
 * Head of a column.
 *
 * @param group that it shares with its neighbours, such as the factor; null: it stands alone
 * @param unit of its numbers
 */
public record Heading(
        @Nullable String group, String name, @Nullable String unit) {

    public static Heading of(String name) {
        return new Heading(null, name, null);
    }

    /** {@code 均值 (mg/L)}. */
    String withUnit() {
        return unit == null || unit.isEmpty() ? name : name + " (" + unit + ")";
    }
}
