package io.yuanqing.center.registry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where an outlet is monitored (监控点), with what a reader of its data must know.
 *
 * @param mn the MN in force, as it was registered
 * @param county of the enterprise
 * @param st system code that its logger is expected to send
 * @param edition of HJ 212 that its logger speaks: "2005", "2017" or "2025"
 * @param factors monitored, in display order; empty when nobody has said
 * @param assessedFactors on which the transmission rate is assessed
 * @param referenceOxygen O2 in percent to which all assessed gas factors are converted
 * @param referenceOxygenByFactor the same where a factor's differs
 * @param connectedFrom first day on which data are due
 * @param endStamped whether its logger names a period by its end rather than by its start
 * @param minuteInterval minutes between its minute packets (CN 2051), where known
 * @param autoCommands whether the centre may send it commands that nobody asked for
 */
public record MonitoringPoint(
        long id,
        String mn,
        String name,
        long enterpriseId,
        String enterpriseName,
        String county,
        SupervisionClass supervisionClass,
        long outletId,
        String outletName,
        Medium medium,
        @Nullable String st,
        String edition,
        List<String> factors,
        List<String> assessedFactors,
        @Nullable BigDecimal referenceOxygen,
        Map<String, BigDecimal> referenceOxygenByFactor,
        @Nullable LocalDate connectedFrom,
        boolean endStamped,
        @Nullable Integer minuteInterval,
        boolean autoCommands) {}
