package io.yuanqing.hj212;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a device means by a name where the standard wants a code: {@code O3-Rtd}, {@code PM25-Rtd}, {@code 化学需氧量}.
 *
 * <p>Looked up in this order: the device's own aliases, the dictionary's codes of any edition ({@code LA}, {@code S01}),
 * the usual names ({@code aliases.csv}), the standard's Chinese names. A name that could mean two factors ({@code 砷} in
 * water and in air) is not guessed: only the device's own aliases can say.
 */
public final class Aliases {

    /** No aliases of a device's own. */
    public static final Aliases USUAL = new Aliases(Map.of());

    private static final Map<String, String> NAMES = names();

    private final Map<String, String> own = new HashMap<>();

    private Aliases(Map<String, String> own) {
        own.forEach((alias, code) -> this.own.put(key(alias), code));
    }

    /**
     * The usual names and one device's own.
     *
     * @param codes code of the dictionary by what the device sends, whatever its case
     * @throws IllegalArgumentException for a code that the dictionary does not hold
     */
    public static Aliases of(Map<String, String> codes) {
        codes.forEach((alias, code) -> {
            if (Factors.find(code) == null) {
                throw new IllegalArgumentException("the alias '" + alias + "' stands for '" + code
                        + "', which the dictionary of HJ 212 codes does not hold; see factors.csv");
            }
        });
        return new Aliases(codes);
    }

    /** The code for what a device sent: an alias's code, a known code in the dictionary's spelling, else null. */
    public @Nullable String code(String sent) {
        String alias = own.get(key(sent));
        if (alias != null) {
            return alias;
        }
        String stripped = sent.strip();
        Factor factor = Factors.find(stripped);
        if (factor != null) {
            return factor.pattern() ? numbered(factor, stripped) : factor.code();
        }
        return NAMES.get(key(sent));
    }

    /** The stem as the dictionary spells it, the number as sent. */
    private static String numbered(Factor pattern, String sent) {
        String device = pattern.device(sent);
        return device == null ? pattern.code() : pattern.stem() + device;
    }

    /** The entry for what a device sent, its code or an alias; null if unknown or of two meanings. */
    public @Nullable Factor find(String sent) {
        String code = code(sent);
        return code == null ? null : Factors.find(code);
    }

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (Factor factor : Factors.all()) {
            if (factor.edition() == Edition.E2017 && !factor.pattern()) {
                String before = names.putIfAbsent(key(factor.nameZh()), factor.code());
                if (before != null && !before.equals(factor.code())) {
                    ambiguous.add(key(factor.nameZh()));
                }
            }
        }
        names.keySet().removeAll(ambiguous);
        for (List<String> row : FactorFile.rows("aliases.csv")) {
            names.put(key(row.get(0)), row.get(1));
        }
        return Map.copyOf(names);
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
