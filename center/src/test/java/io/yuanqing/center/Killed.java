package io.yuanqing.center;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** What a {@code kill -9} hits. */
enum Killed {
    /** The server: its database lives on without an owner until the next start. */
    SERVER,
    /** One of PostgreSQL's processes, any: PostgreSQL then ends all its sessions and recovers by itself. */
    DATABASE_SESSION,
    /** PostgreSQL's first process: the server starts it again. */
    DATABASE;

    void kill(RunningServer server, Path data, Random random) throws IOException, InterruptedException {
        if (this == SERVER) {
            server.kill();
            return;
        }
        ProcessHandle first = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                                .get(0)
                                .strip()))
                .orElseThrow();
        List<ProcessHandle> others = first.children().toList();
        ProcessHandle hit = this == DATABASE ? first : others.get(random.nextInt(others.size()));
        if (!hit.destroyForcibly()) {
            throw new IllegalStateException("PostgreSQL's process " + hit.pid() + " could not be killed");
        }
    }
}
