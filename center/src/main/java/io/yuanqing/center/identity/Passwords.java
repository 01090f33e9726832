package io.yuanqing.center.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords (bcrypt, its name kept beside each hash so that another can follow) and checks them. A successful
 * check is remembered for a short while under a keyed digest that is worthless outside this process; the clear password
 * is not kept.
 */
@Component
class Passwords {

    /** bcrypt reads no more bytes than this. */
    static final int MAX_BYTES = 72;

    private static final int BCRYPT_COST = 11;

    private static final int REMEMBERED = 10_000;

    private final PasswordEncoder encoder =
            new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(BCRYPT_COST)));

    private final Cache<String, Boolean> passed;
    private final SecretKeySpec key;

    /** Compared against when there is no such account, so that the answer takes as long. */
    private final String nobody;

    Passwords(IdentitySettings settings) {
        this.passed = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(settings.passwordCheckKept())
                .build();
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
        this.nobody = hash(HexFormat.of().formatHex(random, 0, 16));
    }

    /** Whether a password can be hashed as a whole. */
    static boolean fits(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
    }

    String hash(String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("no hash of a password");
        }
        return hash;
    }

    boolean matches(String password, String hash) {
        String digest = digest(password, hash);
        if (passed.getIfPresent(digest) != null) {
            return true;
        }
        boolean matches = fits(password) && encoder.matches(password, hash);
        if (matches) {
            passed.put(digest, Boolean.TRUE);
        }
        return matches;
    }

    /** Whether this very check succeeded a short while ago; costs next to nothing. */
    boolean matchedLately(String password, String hash) {
        return passed.getIfPresent(digest(password, hash)) != null;
    }

    /** Takes as long as a real check and fails. */
    void matchNobody(String password) {
        encoder.matches(fits(password) ? password : "", nobody);
    }

    private String digest(String password, String hash) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(hash.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
