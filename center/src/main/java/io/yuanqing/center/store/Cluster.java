package io.yuanqing.center.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The database cluster on disk. */
final class Cluster {

    private Cluster() {}

    /**
     * Makes the cluster beside its place and renames it when it is whole: a kill during the first start leaves
     * nothing half made.
     */
    static void makeIfMissing(Path programs, Path cluster, String user, Path passwordFile) {
        if (Files.exists(cluster.resolve("PG_VERSION"))) {
            return;
        }
        Path fresh = cluster.resolveSibling(cluster.getFileName() + ".new");
        try {
            remove(fresh);
            ServerProcess.run(
                    List.of(
                            programs.resolve("initdb").toString(),
                            "--pgdata=" + fresh,
                            "--username=" + user,
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C.UTF-8",
                            "--data-checksums"),
                    "Making the database in " + cluster);
            Files.move(fresh, cluster);
        } catch (IOException e) {
            throw new StartRefused("The database folder " + cluster + " cannot be made: " + e.getMessage(), e);
        }
    }

    /** Removes a folder with all that it holds; nothing when there is none. */
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
