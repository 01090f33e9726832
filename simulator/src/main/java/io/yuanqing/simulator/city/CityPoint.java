package io.yuanqing.simulator.city;

import io.yuanqing.hj212.Edition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A monitoring point with the data logger that speaks for it.
 *
 * @param factors what it sends, in the order in which it sends it
 * @param endStamped its DataTime is the end of a period, not the start
 * @param minuteInterval minutes between two 2051 packets; divides 60
 */
public record CityPoint(
        String mn,
        String enterprise,
        boolean gas,
        String st,
        Edition edition,
        String password,
        List<String> factors,
        @Nullable Double referenceOxygen,
        boolean endStamped,
        int minuteInterval,
        Process process) {

    /** The same kind of point elsewhere, with a logger and a plant of its own. */
    public CityPoint withMn(String other) {
        return new CityPoint(
                other,
                other,
                gas,
                st,
                edition,
                password,
                factors,
                referenceOxygen,
                endStamped,
                minuteInterval,
                process);
    }

    /** The same logger with another interval of its 2051 packets. */
    public CityPoint withMinuteInterval(int minutes) {
        return new CityPoint(
                mn, enterprise, gas, st, edition, password, factors, referenceOxygen, endStamped, minutes, process);
    }
}
