package io.yuanqing.center.demo;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads packets with the times of their receipt, as {@code simulator history} writes them. Big-endian:
 *
 * <pre>
 *   header   8 bytes  "YQHIST01"
 *            long     from, epoch milliseconds: no packet is earlier
 *            long     until, epoch milliseconds: no packet is later
 *            long     records to expect, within a few per cent
 *   record   long     receivedAt, epoch milliseconds, never less than the one before
 *            int      length of the frame, 1 to 12,000
 *            bytes    frame
 *   end      long     -1
 *            int      0
 *            long     number of records
 * </pre>
 *
 * A file without its end was cut off.
 */
final class HistoryFile implements AutoCloseable {

    private static final String MAGIC = "YQHIST01";
    private static final int LONGEST_FRAME = 12_000;

    /** A frame and when it was received. */
    record Received(Instant receivedAt, byte[] frame) {}

    private final DataInputStream in;
    private final Instant until;
    private final long expected;
    private long records;
    private boolean ended;

    /** On a named pipe this waits until somebody writes. */
    HistoryFile(Path path) throws IOException {
        in = new DataInputStream(new BufferedInputStream(new Interruptible(FileChannel.open(path)), 1 << 18));
        try {
            String magic = new String(in.readNBytes(MAGIC.length()), StandardCharsets.US_ASCII);
            if (!magic.equals(MAGIC)) {
                throw new IOException("it begins with '" + magic + "', not with '" + MAGIC
                        + "': it was not written by this version's 'simulator history'");
            }
            in.readLong();
            until = Instant.ofEpochMilli(in.readLong());
            expected = in.readLong();
        } catch (IOException e) {
            in.close();
            throw e instanceof EOFException ? cutOff() : e;
        }
    }

    Instant until() {
        return until;
    }

    long expected() {
        return expected;
    }

    /** The next record; null at the proper end, and ever after. */
    @Nullable
    Received next() throws IOException {
        if (ended) {
            return null;
        }
        try {
            long receivedAt = in.readLong();
            int length = in.readInt();
            if (receivedAt == -1 && length == 0) {
                long written = in.readLong();
                if (written != records) {
                    throw new IOException("it says that it holds " + written + " records, but has " + records);
                }
                ended = true;
                return null;
            }
            if (length < 1 || length > LONGEST_FRAME) {
                throw new IOException("record " + (records + 1) + " has a length of " + length + " bytes; 1 to "
                        + LONGEST_FRAME + " are possible");
            }
            byte[] frame = new byte[length];
            in.readFully(frame);
            records++;
            return new Received(Instant.ofEpochMilli(receivedAt), frame);
        } catch (EOFException e) {
            throw cutOff();
        }
    }

    private IOException cutOff() {
        return new IOException("it ends after " + records + " records without its end mark: its writer was cut off");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /**
     * A thread that waits in a channel can be interrupted. {@link java.nio.channels.Channels} has a stream of this kind,
     * but it asks for the position, which a pipe has not.
     */
    private static final class Interruptible extends InputStream {
        private final FileChannel channel;

        Interruptible(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return channel.read(ByteBuffer.wrap(bytes, offset, length));
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
