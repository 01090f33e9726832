package io.yuanqing.center.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/** Copies and hashes files; what it wrote has reached the disk. */
final class DurableFiles {

    private static final int CHUNK = 1024 * 1024;

    private DurableFiles() {}

    /**
     * Copies as many bytes as the file had when it was opened, with its mode.
     *
     * @param copied is told the bytes as they are copied
     */
    static BackupFile copy(Path file, Path target, String name, LongConsumer copied) throws IOException {
        String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        MessageDigest hash = sha256();
        long size = 0;
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            Files.createDirectories(target.getParent());
            try (FileChannel out = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                long left = in.size();
                ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
                while (left > 0) {
                    chunk.clear().limit((int) Math.min(CHUNK, left));
                    int read = in.read(chunk);
                    if (read < 0) {
                        break; // truncated meanwhile: the write-ahead log knows of it
                    }
                    hash.update(chunk.array(), 0, read);
                    writeAll(out, chunk.flip());
                    left -= read;
                    size += read;
                    copied.accept(read);
                }
                out.force(true);
            }
        }
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode));
        return new BackupFile(name, size, mode, HexFormat.of().formatHex(hash.digest()));
    }

    static BackupFile write(Path target, String name, byte[] content) throws IOException {
        Files.createDirectories(target.getParent());
        try (FileChannel out = FileChannel.open(
                target,
                java.util.Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            writeAll(out, ByteBuffer.wrap(content));
            out.force(true);
        }
        return new BackupFile(name, content.length, "rw-------", HexFormat.of().formatHex(sha256().digest(content)));
    }

    static String sha256(Path file) throws IOException {
        MessageDigest hash = sha256();
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
            while (in.read(chunk.clear()) >= 0) {
                hash.update(chunk.flip());
            }
        }
        return HexFormat.of().formatHex(hash.digest());
    }

    /** A new name of a file is on the disk only when its folder is. */
    static void forceFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
