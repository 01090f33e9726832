package io.yuanqing.center;

import io.yuanqing.hj212.Packet;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sends as fast as answers come, until the connection breaks; keeps what was acknowledged. */
final class BusyLogger extends Thread {

    private static final int AT_ONCE = 50;

    final String mn;

    /** The QN of every answer. */
    final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    private final int port;

    BusyLogger(String mn, int port) {
        super("load-" + mn);
        this.mn = mn;
        this.port = port;
    }

    @Override
    public void run() {
        Instant start = Instant.now().minusSeconds(3_000_000);
        try (LoggerClient logger = new LoggerClient(port)) {
            for (int sent = 0; ; sent += AT_ONCE) {
                byte[][] frames = new byte[AT_ONCE][];
                for (int i = 0; i < AT_ONCE; i++) {
                    frames[i] = LoggerClient.realtime(mn, start.plusSeconds(sent + i), sent + i);
                }
                logger.send(frames);
                List<Packet> answers = logger.answers(AT_ONCE, Duration.ofSeconds(20));
                answers.forEach(answer -> acknowledged.add(answer.qn()));
                if (answers.size() < AT_ONCE) {
                    return;
                }
            }
        } catch (IOException killed) {
            // what was answered until now is what counts
        }
    }
}
