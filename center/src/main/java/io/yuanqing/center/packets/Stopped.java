package io.yuanqing.center.packets;

/** Long work was told to end (its thread was interrupted); its transaction is rolled back. */
final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Stopped() {
        super("stopped", null, false, false);
    }

    /** Called between the packets of long work. */
    static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new Stopped();
        }
    }
}
