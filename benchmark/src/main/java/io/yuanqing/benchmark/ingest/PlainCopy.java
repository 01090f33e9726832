package io.yuanqing.benchmark.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The yardstick: the log's own rows into a plain table of the same database by COPY, every so many rows a durable commit.
 * Reading the rows is not timed. The database has the whole machine, as nothing else is asked of it.
 */
final class PlainCopy {

    /** Rows of one commit: as many as the log's writer takes at most. */
    private static final int BATCH = 5_000;

    private static final String TABLE = "bench_copy";

    private final CenterDatabase database;

    PlainCopy(CenterDatabase database) {
        this.database = database;
    }

    /**
     * Copies the first rows of the log.
     *
     * @param indexed whether the table has the log's indexes too
     * @return rows per second
     */
    double rowsPerSecond(long rows, boolean indexed) throws SQLException, IOException {
        database.execute("create table " + TABLE + " (like packet" + (indexed ? " including indexes" : "") + ")");
        try {
            CopyManager copy = database.connection().unwrap(PGConnection.class).getCopyAPI();
            long copied = 0;
            long nanos = 0;
            for (long from = 0; from < rows; from += BATCH) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                copy.copyOut(
                        "copy (select * from packet where position > " + from + " and position <= "
                                + Math.min(rows, from + BATCH) + " order by position) to stdout (format binary)",
                        bytes);
                long start = System.nanoTime();
                copied += copy.copyIn(
                        "copy " + TABLE + " from stdin (format binary)", new ByteArrayInputStream(bytes.toByteArray()));
                nanos += System.nanoTime() - start;
            }
            if (copied != rows) {
                throw new IllegalStateException(copied + " rows were copied instead of " + rows);
            }
            return copied / (nanos / 1e9);
        } finally {
            database.execute("drop table " + TABLE);
        }
    }
}
