package io.yuanqing.center;

import io.yuanqing.hj212.CpCipher;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM4 (GB/T 32907) for the encrypted packets of HJ 212-2025 clause 6.4: ECB, no padding, one logger's key. */
public final class Sm4 implements CpCipher {

    /** A key has so many characters, each one byte. */
    public static final int KEY_LENGTH = 16;

    private final KeyParameter key;

    private Sm4(byte[] key) {
        this.key = new KeyParameter(key);
    }

    /** @throws IllegalArgumentException when it is no {@link #isKey key}; the text is not repeated */
    public static Sm4 of(String key) {
        if (!isKey(key)) {
            throw new IllegalArgumentException(
                    "a key of SM4 has " + KEY_LENGTH + " printable ASCII characters, this one has " + key.length());
        }
        return new Sm4(key.getBytes(StandardCharsets.US_ASCII));
    }

    /** Whether it has 16 characters, each of them printable ASCII and no blank. */
    public static boolean isKey(String text) {
        return text.length() == KEY_LENGTH && text.chars().allMatch(c -> c > ' ' && c <= '~');
    }

    @Override
    public byte[] encrypt(byte[] wholeBlocks) {
        return blocks(true, wholeBlocks);
    }

    @Override
    public byte[] decrypt(byte[] wholeBlocks) {
        return blocks(false, wholeBlocks);
    }

    private byte[] blocks(boolean encrypt, byte[] in) {
        SM4Engine engine = new SM4Engine(); // not for several threads, and cheap
        engine.init(encrypt, key);
        byte[] out = new byte[in.length];
        for (int at = 0; at < in.length; at += BLOCK) {
            engine.processBlock(in, at, out, at);
        }
        return out;
    }
}
