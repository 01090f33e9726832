package io.yuanqing.center.registry;

import io.swagger.v3.oas.annotations.media.Schema;
import io.yuanqing.center.Refusal.FieldProblem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A point to be registered with the logger that speaks for it. The components are those of {@link MonitoringPoint};
 * only the first five are required.
 *
 * @param mn 1 to 40 printable characters; trimmed, case does not matter
 * @param st default: the medium's
 * @param factors default: empty
 * @param outletName default: the point's name; an outlet of that name at the enterprise is taken, else one is made
 * @param password PW of the logger; recorded, not checked under the default policy
 * @param assessedFactors default: the medium's
 */
public record NewPoint(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String mn,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        Long enterpriseId,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String name,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        Medium medium,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                allowableValues = {"2005", "2017", "2025"})
        @Nullable
        String edition,

        @Nullable String st,
        @Nullable List<String> factors,
        @Nullable String outletName,
        @Nullable String password,
        @Nullable List<String> assessedFactors,
        @Nullable BigDecimal referenceOxygen,
        @Nullable Map<String, BigDecimal> referenceOxygenByFactor,
        @Nullable LocalDate connectedFrom,
        @Nullable Boolean endStamped,
        @Nullable Integer minuteInterval,
        @Nullable Boolean autoCommands) {

    private static final List<String> EDITIONS = List.of("2005", "2017", "2025");

    /** A point of which only the required components are known. */
    public NewPoint(String mn, long enterpriseId, String name, Medium medium, String edition) {
        this(mn, enterpriseId, name, medium, edition, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** All that is wrong with it; empty when it can be registered. */
    List<FieldProblem> problems() {
        Findings findings = new Findings();
        checkMn(findings);
        findings.required("enterpriseId", enterpriseId).text("name", name, true).required("medium", medium);
        checkEdition(findings);
        findings.text("st", st, false).text("outletName", outletName, false).text("password", password, false);
        findings.codes("factors", factors).codes("assessedFactors", assessedFactors);
        checkOxygen(findings, "referenceOxygen", referenceOxygen);
        if (referenceOxygenByFactor != null) {
            referenceOxygenByFactor.forEach((factor, percent) -> {
                String field = "referenceOxygenByFactor." + factor;
                findings.required(field, percent);
                checkOxygen(findings, field, percent);
            });
        }
        if (minuteInterval != null && (minuteInterval < 1 || minuteInterval > 60)) {
            findings.add(
                    "minuteInterval",
                    minuteInterval + " minutes is no interval of minute data; it must be 1 to 60",
                    "RANGE",
                    minuteInterval,
                    1,
                    60);
        }
        return findings.all();
    }

    private void checkMn(Findings findings) {
        if (mn == null) {
            findings.required("mn", null);
        } else if (!Mn.registrable(mn)) {
            findings.add("mn", noMn(mn), "MN", mn);
        }
    }

    static String noMn(@Nullable String mn) {
        return mn == null
                ? "is missing; it is required"
                : "'" + mn + "' is no MN; it must have 1 to " + Mn.MAX_LENGTH
                        + " printable ASCII characters, none of them ; = &";
    }

    private void checkEdition(Findings findings) {
        if (edition == null) {
            findings.required("edition", null);
        } else if (!EDITIONS.contains(edition)) {
            findings.add(
                    "edition",
                    "'" + edition + "' is no edition of HJ 212; it must be 2005, 2017 or 2025",
                    "EDITION",
                    edition);
        }
    }

    /** Conversion divides by (21 - measured O2) and multiplies by (21 - reference): 21 would make every value 0. */
    private static void checkOxygen(Findings findings, String field, @Nullable BigDecimal percent) {
        if (percent != null && (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(21)) >= 0)) {
            findings.add(
                    field,
                    percent.toPlainString()
                            + " is no reference oxygen content; it must be 0 or more and below 21 percent",
                    "OXYGEN",
                    percent.toPlainString());
        }
    }
}
