package io.yuanqing.center.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a backup says of itself, in its file {@code backup.json}.
 *
 * @param format of the backup's folder; {@value #FORMAT}
 * @param startedAt what is committed before it, is in the backup for certain
 * @param endedAt when the last file had reached the disk
 * @param postgres the database's version
 * @param system identifies the cluster: that of another one does not fit to its write-ahead log
 * @param timeline of the write-ahead log
 * @param firstSegment the first file of the write-ahead log that a restore reads
 * @param lastSegment the last one that lies in the backup itself
 * @param logPosition the packet log's head just before the backup point: a restore holds at least this position
 * @param files in the backup
 * @param bytes of these files
 * @param fileListSha256 of {@code files.json}, which holds the hash of every file
 * @param walArchive folder beside the backup with the write-ahead log from then on; null when none was kept
 */
public record BackupHead(
        int format,
        Instant startedAt,
        Instant endedAt,
        String postgres,
        String system,
        int timeline,
        String firstSegment,
        String lastSegment,
        long logPosition,
        long files,
        long bytes,
        String fileListSha256,
        @Nullable String walArchive) {

    static final int FORMAT = 1;
}
