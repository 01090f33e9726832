package io.yuanqing.center.readings;

import io.yuanqing.hj212.Factor;
import io.yuanqing.hj212.Factors;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The code under which a factor's values are kept and found, whichever edition's code a logger or a caller uses. */
public final class FactorCodes {

    /** Codes of the 2005 edition have entries of their own in the dictionary. */
    private static final String OF_2005 = "-2005";

    private static final Map<String, String> TODAY = today();

    private FactorCodes() {}

    /** The code of the 2017 edition for one of 2005 (011 -> w01018), in the dictionary's spelling; else as given. */
    public static String today(String code) {
        String known = TODAY.get(code.toLowerCase(Locale.ROOT));
        return known == null ? Measured.clean(code) : known;
    }

    private static Map<String, String> today() {
        Map<String, String> today = new HashMap<>();
        for (Factor factor : Factors.all()) {
            if (factor.medium().endsWith(OF_2005)) {
                continue;
            }
            today.putIfAbsent(factor.code().toLowerCase(Locale.ROOT), factor.code());
        }
        for (Factor factor : Factors.all()) {
            if (factor.legacyCode() != null && !factor.medium().endsWith(OF_2005)) {
                today.putIfAbsent(factor.legacyCode().toLowerCase(Locale.ROOT), factor.code());
            }
        }
        return Map.copyOf(today);
    }
}
