package io.yuanqing.hj212;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The dictionary's codes by their bytes: nearly all that loggers send, so that a packet need not make its own texts. */
final class FactorCodes {

    /** Four times as many as there are codes, so that a search ends soon. */
    private static final int SLOTS = 2048;

    private static final long[] KEYS = new long[SLOTS];
    private static final String[] CODES = new String[SLOTS];

    static {
        for (Factor factor : Factors.all()) {
            byte[] code = factor.code().getBytes(StandardCharsets.UTF_8);
            if (!factor.pattern()
                    && code.length <= 8
                    && code.length == factor.code().length()) {
                long key = EightBytes.upTo(code, 0, code.length);
                int slot = slot(key);
                while (KEYS[slot] != 0) {
                    slot = slot + 1 & SLOTS - 1;
                }
                KEYS[slot] = key;
                CODES[slot] = factor.code();
            }
        }
    }

    private FactorCodes() {}

    /** @param key the code's bytes, at most eight, the first one lowest */
    static @Nullable String of(long key, int length) {
        for (int slot = slot(key); KEYS[slot] != 0; slot = slot + 1 & SLOTS - 1) {
            if (KEYS[slot] == key && CODES[slot].length() == length) {
                return CODES[slot];
            }
        }
        return null;
    }

    private static int slot(long key) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> 53);
    }
}
