package io.yuanqing.center.store;

/** A backup that was not made, or cannot be used; the message says why and what to do. */
public final class BackupFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BackupFailed(String message) {
        super(message);
    }

    public BackupFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
