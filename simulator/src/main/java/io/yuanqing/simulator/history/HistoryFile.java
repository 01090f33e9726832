package io.yuanqing.simulator.history;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes packets with the times at which a centre received them. Big-endian:
 *
 * <pre>
 *   header   8 bytes  "YQHIST01"
 *            long     from, epoch milliseconds: no packet is earlier
 *            long     until, epoch milliseconds: no packet is later
 *            long     records to expect, within a few per cent: for the reader's progress
 *   record   long     receivedAt, epoch milliseconds, never less than the one before
 *            int      length of the frame, 1 to 12,000
 *            bytes    frame
 *   end      long     -1
 *            int      0
 *            long     number of records
 * </pre>
 *
 * A file without its end was cut off. The centre's room {@code demo} reads it.
 */
final class HistoryFile implements AutoCloseable {

    private static final String MAGIC = "YQHIST01";

    private final DataOutputStream out;
    private long records;

    /** On a named pipe this waits until somebody reads. */
    HistoryFile(Path path, long from, long until, long expected) throws IOException {
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path), 1 << 18));
        out.writeBytes(MAGIC);
        out.writeLong(from);
        out.writeLong(until);
        out.writeLong(expected);
    }

    void write(long receivedAt, byte[] frame) throws IOException {
        out.writeLong(receivedAt);
        out.writeInt(frame.length);
        out.write(frame);
        records++;
    }

    long records() {
        return records;
    }

    void end() throws IOException {
        out.writeLong(-1);
        out.writeInt(0);
        out.writeLong(records);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
