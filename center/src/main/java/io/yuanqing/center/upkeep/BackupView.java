package io.yuanqing.center.upkeep;

import io.yuanqing.center.store.BackupFolder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One backup, made or being made.
 *
 * @param name of its folder
 * @param bytesDone copied so far
 * @param bytesInAll to be copied, as far as is known
 * @param logPosition the packet log's head that it holds at least; null until it is made
 * @param message why it failed; null otherwise
 */
record BackupView(
        String name,
        State state,
        Instant startedAt,
        @Nullable Instant endedAt,
        long bytesDone,
        long bytesInAll,
        @Nullable Long logPosition,
        @Nullable String message) {

    enum State {
        RUNNING,
        DONE,
        FAILED
    }

    static BackupView of(BackupFolder made) {
        return new BackupView(
                String.valueOf(made.path().getFileName()),
                State.DONE,
                made.head().startedAt(),
                made.head().endedAt(),
                made.head().bytes(),
                made.head().bytes(),
                made.head().logPosition(),
                null);
    }

    static BackupView begun(String name, Instant startedAt) {
        return new BackupView(name, State.RUNNING, startedAt, null, 0, 0, null, null);
    }

    BackupView at(long done, long inAll) {
        return new BackupView(name, State.RUNNING, startedAt, null, done, inAll, null, null);
    }

    BackupView failed(Instant at, String why) {
        return new BackupView(name, State.FAILED, startedAt, at, bytesDone, bytesInAll, null, why);
    }
}
