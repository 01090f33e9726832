package io.yuanqing.center.store;

/** What an operator must know of. A kind that stops packets from being taken makes the server unhealthy. */
public enum AlarmKind {
    /** Less free space than {@code yuanqing.store.disk-warn}. */
    DISK_LOW(false),
    /** No room for packets: sockets are not read, nothing is acknowledged. */
    DISK_FULL(true),
    /** The database does not answer, or does not take packets. */
    DATABASE_AWAY(true),
    /** The clock was set, or the machine slept. */
    CLOCK_JUMPED(false),
    /** A derived reader is far behind the log. */
    READER_LAGS(false),
    /** The packet log's seal does not fit its packets. */
    SEAL_BROKEN(false),
    BACKUP_FAILED(false),
    /** The write-ahead log is not archived: a restore would end with the newest backup. */
    ARCHIVE_STOPPED(false),
    /** The newest backup is older than it should be. */
    BACKUP_OLD(false);

    private final boolean stopsPackets;

    AlarmKind(boolean stopsPackets) {
        this.stopsPackets = stopsPackets;
    }

    public boolean stopsPackets() {
        return stopsPackets;
    }
}
