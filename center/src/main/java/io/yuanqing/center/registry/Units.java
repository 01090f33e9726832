package io.yuanqing.center.registry;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Units of measured values, however they are spelled, and their conversion. */
public final class Units {

    private static final MathContext TWELVE_DIGITS = new MathContext(12);

    /** @param size in the smallest unit of the dimension */
    private record Unit(String dimension, BigDecimal size) {}

    private static final Map<String, Unit> KNOWN = Map.ofEntries(
            // mass in a volume, gas and water alike: 1 mg/L is 1 g/m3
            unit("ng/m3", "mass/volume", "1"),
            unit("μg/m3", "mass/volume", "1000"),
            unit("mg/m3", "mass/volume", "1000000"),
            unit("g/m3", "mass/volume", "1000000000"),
            unit("kg/m3", "mass/volume", "1000000000000"),
            unit("ng/L", "mass/volume", "1000"),
            unit("μg/L", "mass/volume", "1000000"),
            unit("mg/L", "mass/volume", "1000000000"),
            unit("g/L", "mass/volume", "1000000000000"),
            unit("m3/d", "volume/time", "1"),
            unit("m3/h", "volume/time", "24"),
            unit("m3/min", "volume/time", "1440"),
            unit("L/s", "volume/time", "86.4"),
            unit("m3/s", "volume/time", "86400"),
            unit("Pa", "pressure", "1"),
            unit("hPa", "pressure", "100"),
            unit("kPa", "pressure", "1000"),
            unit("MPa", "pressure", "1000000"),
            unit("mm/s", "speed", "1"),
            unit("m/s", "speed", "1000"),
            unit("1", "number", "1"),
            unit("%", "number", "0.01"),
            unit("℃", "temperature", "1"));

    private Units() {}

    /** One spelling of each unit: {@code µg/m³} and {@code ug/m3} are {@code μg/m3}. */
    public static String normal(String unit) {
        String plain = unit.strip()
                .replace('³', '3')
                .replace("^3", "3")
                .replace('²', '2')
                .replace('\u00b5', '\u03bc') // micro sign, Greek mu
                .replace("Nm3", "m3")
                .replaceFirst("^u(?=g/)", "μ")
                .replaceFirst("(?i)/l$", "/L")
                .replaceFirst("^l/", "L/");
        return switch (plain) {
            case "°C", "degC", "C" -> "℃";
            case "", "无量纲", "pH" -> "1";
            default -> plain;
        };
    }

    /**
     * By what a value in one unit is to be multiplied to be one in the other; empty when they measure different things or
     * one is unknown.
     */
    public static Optional<BigDecimal> factor(@Nullable String from, @Nullable String to) {
        if (from == null || to == null) {
            return Optional.empty();
        }
        String source = normal(from);
        String target = normal(to);
        if (source.equals(target)) {
            return Optional.of(BigDecimal.ONE);
        }
        Unit known = KNOWN.get(source);
        Unit wanted = KNOWN.get(target);
        if (known == null || wanted == null || !known.dimension().equals(wanted.dimension())) {
            return Optional.empty();
        }
        return Optional.of(known.size().divide(wanted.size(), TWELVE_DIGITS).stripTrailingZeros());
    }

    /** A value times such a factor, with as many digits as it had: 41.0 μg/L is 0.0410 mg/L. */
    public static BigDecimal times(BigDecimal value, BigDecimal factor) {
        if (factor.compareTo(BigDecimal.ONE) == 0) {
            return value;
        }
        BigDecimal product = value.multiply(factor);
        if (factor.unscaledValue().abs().compareTo(BigInteger.ONE) != 0) {
            product = product.round(TWELVE_DIGITS);
        }
        return product.scale() < 0 ? product.setScale(0) : product;
    }

    private static Map.Entry<String, Unit> unit(String name, String dimension, String size) {
        return Map.entry(name, new Unit(dimension, new BigDecimal(size)));
    }
}
