package io.yuanqing.center.store;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * How much room is left in the data directory's file system.
 *
 * <pre>
 * free space   … diskWarn ……… diskSpare ……… diskStop … 0
 *              |  all is well | DISK_LOW    | quarantine and noise | DISK_FULL: sockets are not read
 *              |              |             | are only counted     |
 * </pre>
 *
 * It stops before the disk is full, because PostgreSQL that cannot write its log ends itself. With an external database
 * the disk is not the packets', and only the warning is given.
 */
@Component
public class DiskWatch implements Watch {

    private static final Logger log = LoggerFactory.getLogger(DiskWatch.class);
    private static final String SUBJECT = "disk";

    /** Room comes back only with some more of it, so that the server does not stop and go each second. */
    private static final double AGAIN = 1.05;

    private final DataDirectory data;
    private final StoreSettings limits;
    private final OperationalAlarms alarms;
    private final boolean holdsPackets;
    private final List<Runnable> roomAgain = new CopyOnWriteArrayList<>();
    private volatile long free;
    private volatile boolean full;

    DiskWatch(
            DataDirectory data,
            Database database,
            StoreSettings limits,
            OperationalAlarms alarms,
            MeterRegistry meters) {
        this.data = data;
        this.limits = limits;
        this.alarms = alarms;
        this.holdsPackets = database.embedded();
        look();
        meters.gauge("yuanqing.disk.free", this, watch -> watch.free);
    }

    /** Whether no packet may be taken. */
    public boolean full() {
        return full;
    }

    /** Whether what is not needed, such as the bytes of noise, should not be kept. */
    public boolean spare() {
        return holdsPackets && free < limits.diskSpare().toBytes();
    }

    /** Calls {@code wake} when there is room after {@link #full()}; it must return at once. */
    public void onRoomAgain(Runnable wake) {
        roomAgain.add(wake);
    }

    @Override
    public void look() {
        try {
            free = Files.getFileStore(data.path()).getUsableSpace();
        } catch (IOException e) {
            log.warn("the free space of {} cannot be read: {}", data.path(), e.getMessage());
            return;
        }
        if (free < limits.diskWarn().toBytes()) {
            alarms.raise(
                    AlarmKind.DISK_LOW,
                    SUBJECT,
                    (free >> 20) + " MB are free in the file system of " + data.path() + ", less than "
                            + limits.diskWarn().toMegabytes() + " MB. Make room, or give it a larger disk.");
        } else if (free > limits.diskWarn().toBytes() * AGAIN) {
            alarms.clear(AlarmKind.DISK_LOW, SUBJECT);
        }
        if (holdsPackets) {
            lookWhetherFull();
        }
    }

    private void lookWhetherFull() {
        if (!full && free < limits.diskStop().toBytes()) {
            full = true;
            alarms.raise(
                    AlarmKind.DISK_FULL,
                    SUBJECT,
                    (free >> 20) + " MB are free in the file system of " + data.path() + ", less than "
                            + limits.diskStop().toMegabytes() + " MB. No packet is taken and none acknowledged until"
                            + " there is room; loggers keep theirs. Make room.");
        } else if (full && free > limits.diskStop().toBytes() * AGAIN) {
            full = false;
            alarms.clear(AlarmKind.DISK_FULL, SUBJECT);
            roomAgain.forEach(Runnable::run);
        }
    }
}
