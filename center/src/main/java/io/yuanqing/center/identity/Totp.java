package io.yuanqing.center.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time codes, RFC 6238, as every authenticator app makes them: HMAC-SHA-1, 30 seconds, six digits. */
final class Totp {

    static final int DIGITS = 6;
    static final int STEP_SECONDS = 30;

    /** RFC 6238 clause 5.2: one step either way, for clocks that differ and codes that are typed slowly. */
    private static final int STEPS_EITHER_WAY = 1;

    private static final int MODULUS = 1_000_000;

    private Totp() {}

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf; // RFC 4226 clause 5.3
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return String.format("%0" + DIGITS + "d", number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA1", e);
        }
    }

    /**
     * The time step to which a code belongs.
     *
     * @param lastStep codes of this step and of earlier ones are used up
     * @return empty when it is no code of this moment
     */
    static OptionalLong matching(byte[] secret, String code, Instant now, long lastStep) {
        long present = step(now);
        for (long step = present - STEPS_EITHER_WAY; step <= present + STEPS_EITHER_WAY; step++) {
            if (step > lastStep && same(code(secret, step), code)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
