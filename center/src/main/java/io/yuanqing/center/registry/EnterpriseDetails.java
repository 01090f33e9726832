package io.yuanqing.center.registry;

import io.swagger.v3.oas.annotations.media.Schema;
import io.yuanqing.center.Refusal.FieldProblem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be edited of an enterprise: all but its class, which has a history. The components are those of
 * {@link Enterprise}.
 *
 * @param industry may be left out when the code is one of {@code GET /api/industries}
 */
public record EnterpriseDetails(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String name,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String county,

        @Nullable String industryCode,
        @Nullable String industry,
        @Nullable String creditCode,
        @Nullable String address,
        @Nullable BigDecimal longitude,
        @Nullable BigDecimal latitude,
        @Nullable String permitNumber,
        @Nullable LocalDate permitFrom,
        @Nullable LocalDate permitUntil) {

    /** All that is wrong with it; empty when it can be put on record. */
    List<FieldProblem> problems() {
        Findings findings = new Findings()
                .text("name", name, true)
                .text("county", county, true)
                .text("industry", industry, false)
                .text("address", address, false)
                .text("permitNumber", permitNumber, false)
                .range("longitude", longitude, -180, 180, "degrees east")
                .range("latitude", latitude, -90, 90, "degrees north")
                .order("permitUntil", permitFrom, permitUntil);
        if (industryCode != null && !industryCode.matches("[0-9]{2,4}")) {
            findings.add(
                    "industryCode",
                    "'" + industryCode + "' is no class of GB/T 4754; it has 2 to 4 digits",
                    "INDUSTRY_CODE",
                    industryCode);
        }
        if (creditCode != null) {
            CreditCode.problem("creditCode", creditCode).ifPresent(problem -> findings.addAll(List.of(problem)));
        }
        return findings.all();
    }

    /** Texts without outer blanks, empty ones left out; the credit code in capitals. */
    EnterpriseDetails tidy() {
        String code = Findings.tidy(creditCode);
        return new EnterpriseDetails(
                Findings.tidy(name),
                Findings.tidy(county),
                Findings.tidy(industryCode),
                Findings.tidy(industry),
                code == null ? null : code.toUpperCase(java.util.Locale.ROOT),
                Findings.tidy(address),
                longitude,
                latitude,
                Findings.tidy(permitNumber),
                permitFrom,
                permitUntil);
    }

    EnterpriseDetails withIndustry(@Nullable String name) {
        return new EnterpriseDetails(
                this.name,
                county,
                industryCode,
                name,
                creditCode,
                address,
                longitude,
                latitude,
                permitNumber,
                permitFrom,
                permitUntil);
    }
}
