package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Reading;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Puts a factor's values together for sending, in the order in which they are given:
 * {@code FactorValues.of("w01018").put("Rtd", "20.5").flag(DataFlag.NORMAL).reading()}.
 */
public final class FactorValues {

    private final String factor;
    private final Map<String, String> values = new LinkedHashMap<>();

    private FactorValues(String factor) {
        this.factor = factor;
    }

    /**
     * No value of a factor yet.
     *
     * @param factor the code, for example w01018; a device's ({@code SB1}) or an information code likewise
     */
    public static FactorValues of(String factor) {
        return new FactorValues(factor);
    }

    /**
     * Adds a value, or puts another in its place.
     *
     * @param suffix Rtd, Avg, ZsAvg …, in the standard's spelling
     */
    public FactorValues put(String suffix, String text) {
        values.put(suffix, text);
        return this;
    }

    /** Written with the decimals that it has, never with an exponent. */
    public FactorValues put(String suffix, BigDecimal number) {
        return put(suffix, number.toPlainString());
    }

    /** With that {@code xx-Flag}. */
    public FactorValues flag(DataFlag flag) {
        return put("Flag", flag.code());
    }

    /** The values so far as one factor's reading. */
    public Reading reading() {
        return new Reading(factor, Collections.unmodifiableMap(new LinkedHashMap<>(values)));
    }
}
