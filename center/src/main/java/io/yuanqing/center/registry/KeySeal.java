package io.yuanqing.center.registry;

import io.yuanqing.center.store.DataDirectory;
import io.yuanqing.center.store.SecretSeal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keeps loggers' keys unreadable in the database and in its copies; a key cannot be moved to another logger. */
@Component
class KeySeal {

    private static final String SECRET_FILE = "logger-keys.secret";

    private final SecretSeal seal;

    KeySeal(DataDirectory data) {
        this.seal = new SecretSeal(data, SECRET_FILE);
    }

    byte[] sealed(String normalMn, String key) {
        return seal.sealed(normalMn, key.getBytes(StandardCharsets.US_ASCII));
    }

    /** Empty when it was sealed with another data directory's secret, or tampered with. */
    Optional<String> opened(String normalMn, byte[] sealed) {
        return seal.opened(normalMn, sealed).map(text -> new String(text, StandardCharsets.US_ASCII));
    }
}
