package io.yuanqing.center.access;

import io.yuanqing.center.packets.Noise;
import io.yuanqing.center.packets.PacketLog;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;

/** Bytes of one connection that belong to no frame: all are counted, the first 4 KB kept. Its thread's alone. */
final class HeardNoise {

    private static final int KEPT = 4 * 1024;
    private static final Duration REPORTED_EVERY = Duration.ofSeconds(1);

    private final ByteArrayOutputStream sample = new ByteArrayOutputStream();
    private long bytes;
    private int kept;
    private Instant reported = Instant.EPOCH;

    void add(byte[] piece) {
        bytes += piece.length;
        int more = Math.min(piece.length, KEPT - kept);
        sample.write(piece, 0, more);
        kept += more;
    }

    /** Whether there is something to report, and the last report is long enough ago. */
    boolean dueAt(Instant now) {
        return bytes > 0 && Duration.between(reported, now).compareTo(REPORTED_EVERY) >= 0;
    }

    /** Hands what was heard to the log; it waits here while the log has no room. */
    void report(PacketLog log, Instant now, String remote) {
        if (bytes > 0 && log.offer(new Noise(now, remote, bytes, sample.toByteArray()))) {
            reported = now;
            bytes = 0;
            sample.reset();
        }
    }
}
