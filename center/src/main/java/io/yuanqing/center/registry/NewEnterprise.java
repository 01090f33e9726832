package io.yuanqing.center.registry;

import io.swagger.v3.oas.annotations.media.Schema;
import io.yuanqing.center.Refusal.FieldProblem;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An enterprise to be registered; the components are those of {@link Enterprise}. */
public record NewEnterprise(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String name,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String county,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        SupervisionClass supervisionClass,

        @Nullable String industry,
        @Nullable String creditCode,
        @Nullable String address,
        @Nullable BigDecimal longitude,
        @Nullable BigDecimal latitude) {

    /** All that is wrong with it; empty when it can be registered. */
    List<FieldProblem> problems() {
        return new Findings()
                .text("name", name, true)
                .text("county", county, true)
                .required("supervisionClass", supervisionClass)
                .text("industry", industry, false)
                .text("creditCode", creditCode, false)
                .text("address", address, false)
                .range("longitude", longitude, -180, 180, "degrees east")
                .range("latitude", latitude, -90, 90, "degrees north")
                .all();
    }
}
