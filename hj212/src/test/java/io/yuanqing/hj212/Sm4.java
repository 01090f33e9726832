package io.yuanqing.hj212;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM4 by Bouncy Castle. */
record Sm4(byte[] key) implements CpCipher {

    static Sm4 of(String key) {
        return new Sm4(key.getBytes(StandardCharsets.US_ASCII));
    }

    static Device knows(CpCipher... newestFirst) {
        return new Device(null, CrcPolicy.STRICT, LengthPolicy.STRICT, new Keys(java.util.List.of(newestFirst)));
    }

    @Override
    public byte[] encrypt(byte[] wholeBlocks) {
        return run(true, wholeBlocks);
    }

    @Override
    public byte[] decrypt(byte[] wholeBlocks) {
        return run(false, wholeBlocks);
    }

    private byte[] run(boolean encrypt, byte[] in) {
        SM4Engine engine = new SM4Engine();
        engine.init(encrypt, new KeyParameter(key));
        byte[] out = new byte[in.length];
        for (int i = 0; i < in.length; i += BLOCK) {
            engine.processBlock(in, i, out, i);
        }
        return out;
    }
}
