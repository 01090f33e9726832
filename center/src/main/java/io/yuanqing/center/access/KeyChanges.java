package io.yuanqing.center.access;

import io.yuanqing.center.registry.LoggerDeviceChanged;
import io.yuanqing.center.registry.LoggerKeys;
import io.yuanqing.center.registry.Mn;
import io.yuanqing.hj212.Decoded;
import io.yuanqing.hj212.Decoder;
import io.yuanqing.hj212.Device;
import io.yuanqing.hj212.Keys;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.command.Command;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sees which key a logger uses while its key is being changed (HJ 212-2025 clause 6.4.3). [GAP] The standard does not say
 * what becomes of frames under way, nor when the old key ends: here with the first frame that the new one opens.
 */
@Component
class KeyChanges implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(KeyChanges.class);

    private final LoggerKeys keys;

    /** By normal MN; only those under way, so that the many frames of the others cost nothing. */
    private final Map<String, List<LoggerKeys.Open>> open = new ConcurrentHashMap<>();

    /** A logger has one task at a time: what it waits for is taken out of {@link #open} before. */
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "access-keys");
        made.setDaemon(true);
        return made;
    });

    KeyChanges(LoggerKeys keys, LoggerLines lines) {
        this.keys = keys;
        open.putAll(keys.open().stream().collect(Collectors.groupingBy(LoggerKeys.Open::mn)));
        lines.onEnd(this::ended);
    }

    /** A frame that was believed and whose fate is committed. */
    void heard(Decoded decoded) {
        Packet packet = decoded.packet();
        if (open.isEmpty() || decoded.openedBy() == null || packet == null || packet.mn() == null) {
            return;
        }
        String mn = Mn.normal(packet.mn());
        for (LoggerKeys.Open one : open.getOrDefault(mn, List.of())) {
            if (opens(one, decoded.bytes()) && open.remove(mn) != null) {
                later(mn, () -> keys.used(mn, one.id()));
            }
        }
    }

    private static boolean opens(LoggerKeys.Open one, byte[] frame) {
        Device unknown = Device.UNKNOWN;
        Keys only = new Keys(List.of(one.cipher()));
        return Decoder.decode(frame, new Device(unknown.edition(), unknown.crc(), unknown.length(), only))
                .ok();
    }

    /** After a time-out, or when the connection broke, it is open which key the logger uses: both count. */
    private void ended(String mn, LoggerLine.Job job, CommandState state) {
        LoggerKeys.Offer offer = job.key();
        if (job.command() != Command.SET_KEY || offer == null) {
            return;
        }
        if (state == CommandState.DONE) {
            later(mn, () -> keys.taken(mn, offer.id()));
        } else if (state == CommandState.REFUSED || state == CommandState.FAILED) {
            later(mn, () -> keys.dropped(mn, offer.id()));
        }
    }

    private void later(String mn, Runnable task) {
        try {
            thread.execute(() -> {
                try {
                    task.run();
                } catch (RuntimeException e) {
                    log.error("the change of the key of MN {} could not be noted; both go on counting", mn, e);
                    look(mn);
                }
            });
        } catch (RejectedExecutionException stopping) {
            log.debug("the server stops; the next frame under the new key tells it again");
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(LoggerDeviceChanged change) {
        look(change.mn());
    }

    private void look(String mn) {
        List<LoggerKeys.Open> present = keys.open(mn);
        if (present.isEmpty()) {
            open.remove(mn);
        } else {
            open.put(mn, present);
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
