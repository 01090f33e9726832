package io.yuanqing.center.store;

/** A PostgreSQL that somebody else runs. */
public record ExternalDatabase(String url, String user, String password) implements Database {

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
