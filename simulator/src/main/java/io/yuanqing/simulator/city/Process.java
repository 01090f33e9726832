package io.yuanqing.simulator.city;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The plant behind an outlet, at full load.
 *
 * @param flow gas m³/s (standard, dry), water L/s
 * @param temperature ℃, gas only, as the next three
 * @param pressure gauge, kPa
 * @param humidity %
 * @param oxygen % by volume; null where it is not measured
 * @param levels by factor code
 */
public record Process(
        String name,
        Load load,
        double flow,
        double temperature,
        double pressure,
        double humidity,
        @Nullable Double oxygen,
        Map<String, Level> levels) {

    /** Usual and permitted level of a pollutant in its own unit, at reference oxygen where there is one; limit 0: none. */
    public record Level(double typical, double limit) {}

    /** How production runs through day, week and year. */
    public enum Load {
        /** Day and night. */
        CONTINUOUS,
        /** Less at night. */
        DAY,
        /** Less at night, hardly anything on Sundays. */
        WEEK,
        /** Charges of some hours with a lull between them. */
        BATCH,
        /** Follows the habits of a town: peaks in the morning and the evening. */
        MUNICIPAL,
        /** Day and night in the season (November to May), otherwise closed. */
        CAMPAIGN
    }
}
