package io.yuanqing.center.store;

import java.util.Map;
import java.util.Optional;

/** A PostgreSQL that somebody else runs. */
public record ExternalDatabase(String url, String user, String password) implements Database {

    /** The one that {@code YUANQING_DB_URL}, {@code _USER} and {@code _PASSWORD} name; empty when they name none. */
    public static Optional<Database> of(Map<String, String> environment) {
        String url = environment.getOrDefault("YUANQING_DB_URL", "").strip();
        return url.isEmpty()
                ? Optional.empty()
                : Optional.of(new ExternalDatabase(
                        url,
                        environment.getOrDefault("YUANQING_DB_USER", "yuanqing"),
                        environment.getOrDefault("YUANQING_DB_PASSWORD", "")));
    }

    @Override
    public boolean embedded() {
        return false;
    }

    @Override
    public void close() {
        // Not ours to stop.
    }

    @Override
    public String toString() {
        return "ExternalDatabase[" + url + ", user " + user + "]"; // the password stays out of logs
    }
}
