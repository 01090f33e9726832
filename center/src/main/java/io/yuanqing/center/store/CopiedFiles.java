package io.yuanqing.center.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which files of a data directory belong into a backup: everything but what a start makes anew, what only the running
 * server means, and the write-ahead log, which is copied afterwards.
 *
 * @param files regular files, below the data directory
 * @param folders all folders that must exist, empty ones too
 * @param bytes their sizes together, at the moment of looking
 */
record CopiedFiles(List<Path> files, List<Path> folders, long bytes) {

    /** Folders of the cluster whose content PostgreSQL makes anew. */
    private static final Set<String> EMPTIED = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> LEFT_OUT = Set.of(
            "postmaster.pid",
            "postmaster.opts",
            "pg_internal.init",
            "backup_label",
            "tablespace_map",
            "current_logfiles",
            DataDirectory.LOCK_FILE,
            DataDirectory.BACKUPS,
            DataDirectory.ARCHIVE_ID);

    static CopiedFiles of(Path data) throws IOException {
        List<Path> files = new ArrayList<>();
        List<Path> folders = new ArrayList<>();
        long[] bytes = {0};
        Path cluster = data.resolve(DataDirectory.CLUSTER);
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                if (!folder.equals(data) && (LEFT_OUT.contains(name) || name.startsWith("pgsql_tmp"))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                folders.add(folder);
                return cluster.equals(folder.getParent()) && EMPTIED.contains(name)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() // no pipes
                        && !LEFT_OUT.contains(file.getFileName().toString())) {
                    files.add(file);
                    bytes[0] += attributes.size();
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE; // dropped while we looked
                }
                throw failure;
            }
        });
        return new CopiedFiles(files, folders, bytes[0]);
    }
}
