package io.yuanqing.center.registry;

import io.yuanqing.center.Refusal.FieldProblem;
import io.yuanqing.hj212.Factor;
import io.yuanqing.hj212.Factors;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rule to be registered for a point.
 *
 * @param sentAs code as the logger writes it
 * @param factor code of HJ 212-2017 that is meant; default: {@code sentAs}
 * @param unit in which values are sent; default: the dictionary's
 * @param multiplier for units that cannot be converted by themselves, such as ppm; default: what follows from the unit
 * @param effectiveFrom first day of data; default: since ever
 * @param effectiveTo first day no more; default: open
 */
public record NewFactorRule(
        @Nullable String sentAs,
        @Nullable String factor,
        @Nullable String unit,
        @Nullable BigDecimal multiplier,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Nullable String note) {

    private static final int MOST_DIGITS = 20;

    /** All that is wrong with it; empty when it can be registered. */
    List<FieldProblem> problems() {
        Findings findings = new Findings();
        findings.text("sentAs", sentAs, true).text("note", note, false);
        Factor meant = meant();
        if (meant == null && (factor != null || sentAs != null)) {
            findings.add(
                    factor == null ? "sentAs" : "factor",
                    "'" + Objects.requireNonNullElse(factor, sentAs) + "' is no factor that GET /api/factors lists"
                            + (factor == null ? "; name the factor that is meant" : ""));
        }
        if (multiplier != null
                && (multiplier.signum() <= 0
                        || multiplier.precision() > MOST_DIGITS
                        || Math.abs(multiplier.scale()) > MOST_DIGITS)) {
            findings.add("multiplier", multiplier + " is not possible; it must be more than 0, of at most 20 digits");
        }
        findings.text("unit", unit, false);
        if (unit != null && multiplier == null && meant != null && derived(meant) == null) {
            findings.add(
                    "unit",
                    "'" + unit + "' cannot be converted to " + meant.unit() + ", the unit of " + meant.code()
                            + "; give the multiplier");
        }
        if (effectiveFrom != null && effectiveTo != null && !effectiveFrom.isBefore(effectiveTo)) {
            findings.add("effectiveTo", effectiveTo + " is not after effectiveFrom " + effectiveFrom);
        }
        if (meant != null && sentAs != null && changesNothing(meant)) {
            findings.add("sentAs", "is what the dictionary says already; a rule names another code or another unit");
        }
        return findings.all();
    }

    /** The code as rules keep it. */
    String normalSentAs() {
        return Objects.requireNonNull(sentAs).strip().toLowerCase(Locale.ROOT);
    }

    @Nullable
    Factor meant() {
        String code = factor != null ? factor : sentAs;
        return code == null ? null : Factors.find(code.strip());
    }

    BigDecimal multiplier(Factor meant) {
        return multiplier != null ? multiplier : unit == null ? BigDecimal.ONE : Objects.requireNonNull(derived(meant));
    }

    private @Nullable BigDecimal derived(Factor meant) {
        return Units.factor(unit, meant.unit()).orElse(null);
    }

    private boolean changesNothing(Factor meant) {
        boolean sameUnit = multiplier == null
                ? unit == null || BigDecimal.ONE.equals(derived(meant))
                : multiplier.compareTo(BigDecimal.ONE) == 0;
        return sameUnit && normalSentAs().equalsIgnoreCase(meant.code());
    }
}
