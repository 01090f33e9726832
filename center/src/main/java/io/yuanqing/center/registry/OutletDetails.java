package io.yuanqing.center.registry;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people say of an outlet; the components are those of {@link Outlet}.
 *
 * @param kind default: GENERAL
 */
public record OutletDetails(
        @Nullable String code,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String name,

        @Nullable Medium medium,
        @Nullable OutletKind kind,
        @Nullable String receivingWater,
        @Nullable BigDecimal height,
        @Nullable BigDecimal longitude,
        @Nullable BigDecimal latitude) {

    Findings findings() {
        Findings findings = new Findings()
                .text("name", name, true)
                .text("receivingWater", receivingWater, false)
                .positive("height", height, "m")
                .range("height", height, 0, 500, "m")
                .range("longitude", longitude, -180, 180, "degrees east")
                .range("latitude", latitude, -90, 90, "degrees north");
        if (Findings.tidy(code) != null && !String.valueOf(code).strip().matches("[A-Za-z0-9_-]{1,20}")) {
            findings.add(
                    "code",
                    "'" + code + "' is no code of an outlet; it has 1 to 20 letters and digits, such as DA001",
                    "OUTLET_CODE",
                    String.valueOf(code));
        }
        return findings;
    }

    Map<String, @Nullable Object> columns() {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("code", Findings.tidy(code));
        columns.put("name", Findings.tidy(name));
        columns.put("medium", medium == null ? null : medium.name());
        columns.put("kind", (kind == null ? OutletKind.GENERAL : kind).name());
        columns.put("receivingWater", Findings.tidy(receivingWater));
        columns.put("height", height);
        columns.put("longitude", longitude);
        columns.put("latitude", latitude);
        return columns;
    }
}
