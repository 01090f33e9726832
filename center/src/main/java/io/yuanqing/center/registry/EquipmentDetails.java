package io.yuanqing.center.registry;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people say of an instrument or a logger; the components are those of {@link Equipment}. */
public record EquipmentDetails(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        EquipmentKind kind,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String name,

        @Nullable List<String> factors,
        @Nullable String maker,
        @Nullable String model,
        @Nullable String serial,
        @Nullable String principle,
        @Nullable BigDecimal rangeLow,
        @Nullable BigDecimal rangeHigh,
        @Nullable String unit,
        @Nullable BigDecimal detectionLimit,
        @Nullable String productCertificate,
        @Nullable LocalDate installedOn,
        @Nullable LocalDate acceptedOn) {

    Findings findings() {
        Findings findings = new Findings()
                .required("kind", kind)
                .text("name", name, true)
                .text("maker", maker, false)
                .text("model", model, false)
                .text("serial", serial, false)
                .text("principle", principle, false)
                .text("unit", unit, false)
                .text("productCertificate", productCertificate, false)
                .codes("factors", factors)
                .order("acceptedOn", installedOn, acceptedOn);
        if (rangeLow != null && rangeHigh != null && rangeLow.compareTo(rangeHigh) >= 0) {
            findings.add(
                    "rangeHigh",
                    rangeHigh.toPlainString() + " is not above " + rangeLow.toPlainString(),
                    "ABOVE",
                    rangeHigh.toPlainString(),
                    rangeLow.toPlainString());
        }
        if (detectionLimit != null && detectionLimit.signum() < 0) {
            findings.add(
                    "detectionLimit",
                    detectionLimit.toPlainString() + " is negative",
                    "NEGATIVE",
                    detectionLimit.toPlainString());
        }
        return findings;
    }

    Map<String, @Nullable Object> columns() {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("kind", kind == null ? null : kind.name());
        columns.put("name", Findings.tidy(name));
        columns.put("factors", (factors == null ? List.<String>of() : factors).toArray(String[]::new));
        columns.put("maker", Findings.tidy(maker));
        columns.put("model", Findings.tidy(model));
        columns.put("serial", Findings.tidy(serial));
        columns.put("principle", Findings.tidy(principle));
        columns.put("rangeLow", rangeLow);
        columns.put("rangeHigh", rangeHigh);
        columns.put("unit", Findings.tidy(unit));
        columns.put("detectionLimit", detectionLimit);
        columns.put("productCertificate", Findings.tidy(productCertificate));
        columns.put("installedOn", installedOn);
        columns.put("acceptedOn", acceptedOn);
        return columns;
    }
}
