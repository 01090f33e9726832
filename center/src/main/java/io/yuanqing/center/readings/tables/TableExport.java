package io.yuanqing.center.readings.tables;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with an export.
 *
 * @param fileName under which its file is saved
 * @param rows that it will have, the totals not counted
 * @param written rows so far
 * @param bytes of the file; null before it is done
 * @param failure why it failed
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record TableExport(
        String id,
        State state,
        String fileName,
        long rows,
        long written,
        @Nullable Long bytes,
        Instant askedAt,
        @Nullable Instant endedAt,
        @Nullable String failure) {

    enum State {
        WAITING,
        RUNNING,
        /** Its file can be fetched. */
        DONE,
        /** By whoever asked for it. */
        CANCELLED,
        FAILED;

        boolean ended() {
            return this != WAITING && this != RUNNING;
        }
    }
}
