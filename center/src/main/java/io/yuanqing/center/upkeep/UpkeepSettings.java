package io.yuanqing.center.upkeep;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Backups, and what is expected of the readers.
 *
 * @param backupFolder where backups are kept, on another disk if they are to survive this one; empty: in the folder
 *     {@code backups} of the data directory, on demand only
 * @param backupAt time of the daily backup, in the city's time, when a folder is given; one that was missed is made up for
 * @param backupKeep backups that are kept in the folder; older ones are removed after the next has succeeded
 * @param backupOld age of the newest backup beyond which the alarm BACKUP_OLD stands, when a folder is given
 * @param walArchive whether the write-ahead log is archived beside the backups, when a folder is given: a restore then ends
 *     with the last packet, not with the newest backup
 * @param readerLag packets that a reader may be behind the log before the alarm READER_LAGS stands
 * @param roundsEvery pause between two looks at all this
 */
@ConfigurationProperties("yuanqing.upkeep")
record UpkeepSettings(
        @Nullable Path backupFolder,
        @DefaultValue("02:30") LocalTime backupAt,
        @DefaultValue("7") int backupKeep,
        @DefaultValue("36h") Duration backupOld,
        @DefaultValue("true") boolean walArchive,
        @DefaultValue("500000") long readerLag,
        @DefaultValue("30s") Duration roundsEvery) {}
