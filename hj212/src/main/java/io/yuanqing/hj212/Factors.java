package io.yuanqing.hj212;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The dictionary of factor, process and device codes: appendix B of HJ/T 212-2005 and of HJ 212-2017 in full, of
 * HJ 212-2025 what could be learnt [GAP: its tables B.1, B.3 to B.10 and those of the d and p codes], and codes of the
 * field. {@code factors.csv} names the origin of each row. Codes are found whatever their case.
 */
public final class Factors {

    private static final List<Factor> ALL = FactorFile.factors();
    private static final Map<String, List<Factor>> BY_CODE = byCode();
    private static final Map<String, Factor> BY_LEGACY_CODE = byLegacyCode();

    /** Those with the longest fixed front first: p99101 is of p991xx, d20105 of d2xxxx only where nothing closer is. */
    private static final List<Factor> PATTERNS = ALL.stream()
            .filter(Factor::pattern)
            .sorted(Comparator.comparing((Factor factor) -> -factor.stem().length()))
            .toList();

    private Factors() {}

    /**
     * The entry of a code as sent, {@code w01018} or {@code e10103}; the first where the code has several meanings, those
     * of 2017 before those of 2005 and 2025. Null if unknown.
     */
    public static @Nullable Factor find(String code) {
        List<Factor> meanings = meanings(code);
        return meanings.isEmpty() ? null : meanings.get(0);
    }

    /**
     * The entry of a code as a logger of that edition means it: {@code Ln} of 2005 is not printed as that of 2017. Where
     * the edition has none, that of another.
     */
    public static @Nullable Factor find(String code, Edition edition) {
        List<Factor> meanings = meanings(code);
        for (Factor factor : meanings) {
            if (factor.edition() == edition) {
                return factor;
            }
        }
        return meanings.isEmpty() ? null : meanings.get(0);
    }

    /** Every entry of a code, over all editions. More than one of the same edition: the code is {@link #ambiguous}. */
    public static List<Factor> meanings(String code) {
        List<Factor> exact = BY_CODE.get(lower(code));
        if (exact != null) {
            return exact;
        }
        List<Factor> meanings = new ArrayList<>();
        for (Factor pattern : PATTERNS) {
            if (pattern.device(code) != null
                    && (meanings.isEmpty() || meanings.get(0).code().equals(pattern.code()))) {
                meanings.add(pattern);
            }
        }
        return List.copyOf(meanings);
    }

    /**
     * Whether one edition prints the code for two things ({@code e701xx} is a pump and a dosage, {@code g119xx} an
     * efficiency and the SO2 of an inlet): its values mean what the site says.
     */
    public static boolean ambiguous(String code) {
        List<Factor> meanings = meanings(code);
        return meanings.stream().map(Factor::edition).distinct().count() < meanings.size();
    }

    /** The entry of 2017 for a code of 2005 ({@code 011}: w01018); null if there is none. */
    public static @Nullable Factor ofLegacy(String code) {
        return BY_LEGACY_CODE.get(lower(code));
    }

    /** The entry of 2005 for a code of 2017 ({@code w01018}: 011); null if 2005 had none. */
    public static @Nullable Factor legacyOf(String code) {
        Factor factor = find(code, Edition.E2017);
        if (factor == null || factor.legacyCode() == null) {
            return null;
        }
        return meanings(factor.legacyCode()).stream()
                .filter(meaning -> meaning.edition() == Edition.E2005)
                .findFirst()
                .orElse(null);
    }

    /** Every entry, in the order of the editions' tables. */
    public static List<Factor> all() {
        return ALL;
    }

    private static Map<String, List<Factor>> byCode() {
        Map<String, List<Factor>> byCode = new HashMap<>();
        for (Factor factor : ALL) {
            byCode.computeIfAbsent(lower(factor.code()), code -> new ArrayList<>(1))
                    .add(factor);
        }
        byCode.replaceAll((code, meanings) -> List.copyOf(meanings));
        return Map.copyOf(byCode);
    }

    private static Map<String, Factor> byLegacyCode() {
        Map<String, Factor> byLegacyCode = new HashMap<>();
        for (Factor factor : ALL) {
            if (factor.legacyCode() != null && factor.edition() == Edition.E2017) {
                byLegacyCode.putIfAbsent(lower(factor.legacyCode()), factor);
            }
        }
        return Map.copyOf(byLegacyCode);
    }

    private static String lower(String code) {
        return code.toLowerCase(Locale.ROOT);
    }
}
