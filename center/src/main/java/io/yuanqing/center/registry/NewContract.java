package io.yuanqing.center.registry;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A contract to be put on record; the components are those of {@link Contract}.
 *
 * @param mn any that the point ever had
 */
public record NewContract(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String mn,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        Long contractorId,

        @Nullable String number,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        LocalDate validFrom,

        @Nullable LocalDate lastDay) {

    Findings findings() {
        return new Findings()
                .text("mn", mn, true)
                .required("contractorId", contractorId)
                .text("number", number, false)
                .required("validFrom", validFrom)
                .order("lastDay", validFrom, lastDay);
    }
}
