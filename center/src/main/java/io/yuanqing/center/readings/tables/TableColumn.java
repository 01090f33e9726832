package io.yuanqing.center.readings.tables;

import io.yuanqing.center.registry.MonitoringPoint;
import io.yuanqing.center.registry.StrictestLimit;
import io.yuanqing.center.registry.Units;
import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Factor;
import io.yuanqing.hj212.Factors;
import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A factor of a table.
 *
 * @param unit of its values
 * @param amountUnit kg for what is carried by a flow, m3 for a flow; null where no amount can be told
 * @param converted whether some chosen point's values are converted to a reference oxygen
 */
record TableColumn(
        String factor, @Nullable String unit, @Nullable String amountUnit, boolean converted) {

    /** Flow of waste water and of waste gas (HJ 212-2017 B.1 and B.2). */
    static final String WATER_FLOW = "w00000";

    static final String GAS_FLOW = "a00000";

    static TableColumn of(String code, Collection<MonitoringPoint> points) {
        String unit = unit(code);
        String amountUnit = flow(code) ? "m3" : Units.factor(unit, "kg/m3").isPresent() ? "kg" : null;
        boolean converted =
                points.stream().anyMatch(point -> StrictestLimit.referenceOxygen(point, code) != null) && gas(code);
        return new TableColumn(code, unit, amountUnit, converted && "kg".equals(amountUnit));
    }

    static boolean flow(String code) {
        return code.equals(WATER_FLOW) || code.equals(GAS_FLOW);
    }

    /** The mean of what waste water carries is weighted with its flow (HJ 356-2019). */
    boolean weighted() {
        return "kg".equals(amountUnit) && factor.startsWith("w");
    }

    /** By what a concentration times cubic metres is to be multiplied to be kilograms. */
    BigDecimal kilograms() {
        return Units.factor(unit, "kg/m3").orElse(BigDecimal.ONE);
    }

    /** By what a flow is to be multiplied to be cubic metres in an hour. */
    static BigDecimal cubicMetres(String flow) {
        String unit = unit(flow);
        return Units.factor(unit, "m3/h").orElseThrow(() -> new IllegalStateException(flow + " in " + unit));
    }

    private static boolean gas(String code) {
        return code.startsWith("a");
    }

    private static @Nullable String unit(String code) {
        Factor factor = Factors.find(code, Edition.E2017);
        return factor == null ? null : factor.unit();
    }
}
