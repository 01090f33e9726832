package io.yuanqing.center.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A span over which a point is out of use; the components are those of {@link Retirement}. */
public record NewRetirement(
        @Nullable LocalDate validFrom,
        @Nullable LocalDate lastDay,
        @Nullable String reason) {

    Findings findings() {
        return new Findings()
                .required("validFrom", validFrom)
                .order("lastDay", validFrom, lastDay)
                .text("reason", reason, true);
    }
}
