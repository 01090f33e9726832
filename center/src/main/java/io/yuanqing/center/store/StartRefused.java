package io.yuanqing.center.store;

/**
 * The server cannot start, for a reason that an operator can mend. The message names the thing, its value and what to
 * do; it is printed without a stack trace.
 */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartRefused(String message) {
        super(message);
    }

    public StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
