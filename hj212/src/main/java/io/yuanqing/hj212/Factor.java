package io.yuanqing.hj212;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the dictionary of codes.
 *
 * @param code as sent ({@code w01018}). The codes of processes and devices end in {@code x} for each digit of a number that
 *     the site gives: {@code e101xx} stands for {@code e10101}, {@code e10102} …
 * @param legacyCode the code of HJ/T 212-2005 ({@code 011})
 * @param nameZh the standard's name
 * @param nameEn a translation: the standard has none
 * @param medium water, air, noise, process-…, device-info …; {@code …-2005} for codes of the 2005 edition
 * @param unit of concentration or measured value; a default, sites may differ
 * @param dischargeUnit of the amount over time (Cou)
 * @param type the default width
 * @param source table of the standard, or where else the entry comes from, with misprints that were found there
 * @param confidence how sure the entry is
 */
public record Factor(
        String code,
        @Nullable String legacyCode,
        String nameZh,
        String nameEn,
        String medium,
        @Nullable String unit,
        @Nullable String dischargeUnit,
        @Nullable ValueType type,
        String source,
        Confidence confidence) {

    private static final String NOISE_LIKE = "lmx";

    /** The edition whose table has the entry; null if none has (field practice). */
    public @Nullable Edition edition() {
        if (source.startsWith("HJ/T 212-2005")) {
            // SBxxx is named in both texts: the later one counts.
            return source.contains("HJ 212-2017") ? Edition.E2017 : Edition.E2005;
        }
        if (source.startsWith("HJ 212-2017")) {
            return Edition.E2017;
        }
        return source.startsWith("HJ 212-2025") ? Edition.E2025 : null;
    }

    /** Whether the code stands for several, by the number of a device. */
    public boolean pattern() {
        return code.endsWith("x") && !code.toLowerCase(Locale.ROOT).equals(NOISE_LIKE);
    }

    /** The fixed front of a pattern, the whole of another code. */
    String stem() {
        int end = code.length();
        while (pattern() && code.charAt(end - 1) == 'x') {
            end--;
        }
        return code.substring(0, end);
    }

    /**
     * The number that a code of this pattern names: "03" for {@code e10103} of {@code e101xx}. Null if the code is not one
     * of this entry's.
     */
    public @Nullable String device(String sent) {
        String stem = stem();
        int digits = sent.length() - stem.length();
        int most = code.length() - stem.length();
        // Treatment facilities are numbered without leading zeros: SB1, SB12. Other codes have all their digits.
        int least = stem.equals("SB") ? 1 : most;
        boolean fits = pattern()
                && digits >= least
                && digits <= most
                && sent.regionMatches(true, 0, stem, 0, stem.length())
                && sent.substring(stem.length()).chars().allMatch(c -> c >= '0' && c <= '9');
        return fits ? sent.substring(stem.length()) : null;
    }
}
