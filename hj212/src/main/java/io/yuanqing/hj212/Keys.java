package io.yuanqing.hj212;

import java.util.List;

/**
 * The keys that a logger may encrypt with. While a key is being changed (CN 1014) the new one and the old one both count
 * (HJ 212-2025 clause 6.4.3).
 *
 * @param ciphers newest first; empty when no key is known
 */
public record Keys(List<CpCipher> ciphers) {

    /** No key is on record: an encrypted CP stays closed. */
    public static final Keys NONE = new Keys(List.of());

    /** Keeps a copy of the list. */
    public Keys {
        ciphers = List.copyOf(ciphers);
    }
}
