package io.yuanqing.hj212;

/**
 * Recognises an encrypted CP (HJ 212-2025 clause 6.4: SM4 in blocks of 16 bytes, a shorter rest stays plain). No flag tells
 * it; the CRC was made before the encryption.
 */
final class Encryption {

    private static final int BLOCK = 16;

    private Encryption() {}

    /** For a frame whose CRC does not fit: whether its CP's first block is cipher bytes, raw or as {@code {0xE4,…}}. */
    static boolean suspected(byte[] b, Layout layout) {
        if (layout.cp < 0 || layout.cpClose < 0 || layout.cpClose - layout.cpText < BLOCK) {
            return false;
        }
        int from = layout.cpText;
        if (b[from] == '{' && b[from + 1] == '0' && (b[from + 2] | 0x20) == 'x') {
            return true;
        }
        int unprintable = 0;
        for (int i = from; i < from + BLOCK; i++) {
            if (b[i] < ' ' || b[i] == 0x7F) {
                unprintable++;
            }
        }
        // About ten of sixteen random bytes are no printable ASCII; two may be damage in a plain text.
        return unprintable > 2;
    }
}
