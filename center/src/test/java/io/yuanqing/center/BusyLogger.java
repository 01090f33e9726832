package io.yuanqing.center;

import io.yuanqing.hj212.Packet;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sends as fast as answers come, until the connection breaks; keeps what was acknowledged, and what was not. */
final class BusyLogger extends Thread {

    private static final int AT_ONCE = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final String mn;

    /** The QN of every answer. */
    final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    private final int port;

    /** Frames that were sent and not answered yet, by their QN. */
    private final Map<String, byte[]> unanswered = new LinkedHashMap<>();

    BusyLogger(String mn, int port) {
        super("load-" + mn);
        this.mn = mn;
        this.port = port;
    }

    @Override
    public void run() {
        Instant start = Instant.now().minusSeconds(3_000_000);
        try (LoggerClient logger = new LoggerClient(port)) {
            for (int sent = 0; unanswered.isEmpty(); sent += AT_ONCE) {
                byte[][] frames = new byte[AT_ONCE][];
                for (int i = 0; i < AT_ONCE; i++) {
                    frames[i] = LoggerClient.realtime(mn, start.plusSeconds(sent + i), sent + i);
                    unanswered.put(LoggerClient.qn(frames[i]), frames[i]);
                }
                logger.send(frames);
                take(logger.answers(AT_ONCE, PATIENCE));
            }
        } catch (IOException killed) {
            // what was answered until now is what counts
        }
    }

    /** What was left unanswered, once more and until it is answered, as a logger does when its centre is back. */
    int sendAgain(int newPort) throws IOException {
        int again = unanswered.size();
        if (again == 0) {
            return 0;
        }
        try (LoggerClient logger = new LoggerClient(newPort)) {
            logger.send(unanswered.values().toArray(byte[][]::new));
            take(logger.answers(again, PATIENCE));
        }
        if (!unanswered.isEmpty()) {
            throw new IOException(mn + ": " + unanswered.size() + " of " + again + " packets sent again got no answer");
        }
        return again;
    }

    private void take(List<Packet> answers) {
        for (Packet answer : answers) {
            acknowledged.add(answer.qn());
            unanswered.remove(answer.qn());
        }
    }
}
