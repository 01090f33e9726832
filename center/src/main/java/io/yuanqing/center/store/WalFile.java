package io.yuanqing.center.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The archive's present segment: written in order, given its name when it is whole. */
final class WalFile implements AutoCloseable {

    private final Path folder;
    private WalSegment segment;
    private FileChannel channel;
    private long offset;
    private long unforced;

    WalFile(Path folder, WalSegment first) throws IOException {
        this.folder = folder;
        this.segment = first;
        this.channel = open(first);
    }

    void append(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            int end = bytes.limit();
            bytes.limit((int) Math.min(end, bytes.position() + WalSegment.BYTES - offset));
            unforced += bytes.remaining();
            while (bytes.hasRemaining()) {
                offset += channel.write(bytes, offset);
            }
            bytes.limit(end);
            if (offset == WalSegment.BYTES) {
                finish();
            }
        }
    }

    long unforced() {
        return unforced;
    }

    /** Brings to the disk what has come, and returns up to which byte of the log that is. */
    long force() throws IOException {
        channel.force(false);
        unforced = 0;
        return segment.start() + offset;
    }

    private void finish() throws IOException {
        channel.force(true);
        channel.close();
        Files.move(part(segment), folder.resolve(segment.fileName()), StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.forceFolder(folder);
        segment = segment.next();
        offset = 0;
        channel = open(segment);
    }

    /** Of full length from the beginning: PostgreSQL takes no segment of another one. */
    private FileChannel open(WalSegment next) throws IOException {
        FileChannel opened = FileChannel.open(
                part(next),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        if (opened.size() < WalSegment.BYTES) {
            opened.write(ByteBuffer.allocate(1), WalSegment.BYTES - 1);
        }
        return opened;
    }

    private Path part(WalSegment of) {
        return folder.resolve(of.fileName() + BackupFolder.PART);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
