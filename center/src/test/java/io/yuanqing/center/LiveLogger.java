package io.yuanqing.center;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Sends one packet of now, waits for its answer, and sends the next. */
final class LiveLogger extends Thread {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String mn;
    private final int port;
    private volatile int acknowledged;
    private volatile boolean ended;
    private volatile @Nullable String failure;

    LiveLogger(String mn, int port) {
        super("live-" + mn);
        this.mn = mn;
        this.port = port;
    }

    int acknowledged() {
        return acknowledged;
    }

    /** Null: every packet was answered. */
    @Nullable
    String failure() {
        return failure;
    }

    void end() throws InterruptedException {
        ended = true;
        join();
    }

    @Override
    public void run() {
        Instant first = Instant.now().minusSeconds(80_000); // each packet its own second, none in the future
        try (LoggerClient logger = new LoggerClient(port)) {
            for (int number = 0; !ended; number++) {
                logger.send(LoggerClient.realtime(mn, first.plusSeconds(number % 80_000), number));
                if (logger.answers(1, PATIENCE).isEmpty()) {
                    failure = "packet " + number + " was not answered within " + PATIENCE;
                    return;
                }
                acknowledged++; // by this thread alone
            }
        } catch (IOException e) {
            failure = e.toString();
        }
    }
}
