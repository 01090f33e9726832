package io.yuanqing.center;

import io.yuanqing.hj212.Encoder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Sends the last 24 hours, realtime values of each half minute and the hours' means, a window at a time. */
final class BackfillingLogger extends Thread {

    static final int HOURS = 24;
    static final int PACKETS = HOURS * (120 + 1);

    private static final int WINDOW = 50;
    private static final int EVERY_SECONDS = 30;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(Center.CITY_ZONE);

    /** How often it waits for answers. */
    static final int ROUNDS = (PACKETS + WINDOW - 1) / WINDOW;

    private final String mn;
    private final int port;
    private final Instant end;
    private volatile int answered;

    BackfillingLogger(String mn, int port, Instant end) {
        super("back-" + mn);
        this.mn = mn;
        this.port = port;
        this.end = end;
    }

    int unanswered() {
        return PACKETS - answered;
    }

    @Override
    public void run() {
        try (LoggerClient logger = new LoggerClient(port)) {
            for (int from = 0; from < PACKETS; from += WINDOW) {
                byte[][] frames = new byte[Math.min(WINDOW, PACKETS - from)][];
                for (int i = 0; i < frames.length; i++) {
                    frames[i] = frame(from + i);
                }
                logger.send(frames);
                int answers = logger.answers(frames.length, PATIENCE).size();
                answered += answers; // by this thread alone
                if (answers < frames.length) {
                    return;
                }
            }
        } catch (IOException cutOff) {
            // what is unanswered tells
        }
    }

    /** Of each hour 120 realtime values, then its mean. */
    private byte[] frame(int number) {
        int hour = number / 121;
        int inHour = number % 121;
        Instant start = end.minus(Duration.ofHours(HOURS - hour));
        if (inHour < 120) {
            return LoggerClient.realtime(mn, start.plusSeconds((long) inHour * EVERY_SECONDS), inHour);
        }
        String time = STAMP.format(start);
        return Encoder.frame("QN=" + time + "999;ST=32;CN=2061;PW=123456;MN=" + mn + ";Flag=5;CP=&&DataTime=" + time
                + ";w01018-Avg=12.0,w01018-Flag=N&&");
    }
}
