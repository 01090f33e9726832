package io.yuanqing.center.registry;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be edited of a point: all but its logger, which is swapped. The components are those of {@link MonitoringPoint}.
 *
 * @param outletId one of the same enterprise; null: as it is
 * @param stackArea cross section of the stack at the probe, m2
 * @param flowUnit in which its flow is reported, such as m3/h or L/s
 */
public record PointDetails(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String name,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        Medium medium,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                allowableValues = {"2005", "2017", "2025"})
        @Nullable
        String edition,

        @Nullable Long outletId,
        @Nullable String st,
        @Nullable List<String> factors,
        @Nullable List<String> assessedFactors,
        @Nullable BigDecimal referenceOxygen,
        @Nullable Map<String, BigDecimal> referenceOxygenByFactor,
        @Nullable LocalDate connectedFrom,
        @Nullable Boolean endStamped,
        @Nullable Integer minuteInterval,
        @Nullable Boolean autoCommands,
        @Nullable BigDecimal stackArea,
        @Nullable String flowUnit) {

    Findings findings(MonitoringPoint present) {
        return new Findings()
                .addAll(asNew(present).problems())
                .positive("stackArea", stackArea, "m2")
                .text("flowUnit", flowUnit, false);
    }

    /** The rules of a registration hold for a change. */
    private NewPoint asNew(MonitoringPoint present) {
        return new NewPoint(
                present.mn(),
                present.enterpriseId(),
                name,
                medium,
                edition,
                st,
                factors,
                null,
                null,
                assessedFactors,
                referenceOxygen,
                referenceOxygenByFactor,
                connectedFrom,
                endStamped,
                minuteInterval,
                autoCommands);
    }
}
