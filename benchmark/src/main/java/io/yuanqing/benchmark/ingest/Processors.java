package io.yuanqing.benchmark.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Who used the machine's processors, by Linux' own account (hundredths of a second). */
final class Processors {

    private static final double TICKS_PER_SECOND = 100;
    private static final int USER_TIME = 11;
    private static final int IDLE = 3;
    private static final int IO_WAIT = 4;
    private static final int GUEST = 8;

    private final ProcessHandle server;
    private final ProcessHandle postgres;

    Processors(ProcessHandle server, ProcessHandle postgres) {
        this.server = server;
        this.postgres = postgres;
    }

    /** Seconds of processor time since the processes began. */
    record Reading(long nanos, double server, double postgres, double generator, double machine) {

        Use since(Reading earlier) {
            double seconds = (nanos - earlier.nanos) / 1e9;
            double own = server - earlier.server + postgres - earlier.postgres + generator - earlier.generator;
            return new Use(
                    seconds,
                    server - earlier.server,
                    postgres - earlier.postgres,
                    generator - earlier.generator,
                    Math.max(0, machine - earlier.machine - own));
        }
    }

    /** Seconds of processor time that each used, and how long it took. */
    record Use(double elapsed, double server, double postgres, double generator, double others) {

        double own() {
            return server + postgres + generator;
        }

        /** What the rate would be if all processors worked for the benchmark alone; others' share is taken out. */
        double alone(double perSecond) {
            double all = elapsed * Runtime.getRuntime().availableProcessors();
            return perSecond * all / Math.max(own(), all - others);
        }

        Use plus(Use more) {
            return new Use(
                    elapsed + more.elapsed,
                    server + more.server,
                    postgres + more.postgres,
                    generator + more.generator,
                    others + more.others);
        }
    }

    Reading read() throws IOException {
        double database = used(postgres);
        for (ProcessHandle session : postgres.children().toList()) {
            database += used(session);
        }
        return new Reading(System.nanoTime(), used(server), database, used(ProcessHandle.current()), machine());
    }

    /** Its own time and that of its children that have ended. */
    private static double used(ProcessHandle process) throws IOException {
        Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        if (!Files.exists(stat)) {
            return 0; // its parent has its time now
        }
        String text = Files.readString(stat);
        // The fields after the program's name, which may hold blanks: the first of them is the state.
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        double ticks = 0;
        for (int i = USER_TIME; i < USER_TIME + 4; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return ticks / TICKS_PER_SECOND;
    }

    /** All time that some process, the kernel or another virtual machine on the same processors used. */
    private static double machine() throws IOException {
        String[] fields =
                Files.readAllLines(Path.of("/proc/stat")).get(0).strip().split("\\s+");
        double ticks = 0;
        for (int i = 0; i < GUEST && i + 1 < fields.length; i++) {
            if (i != IDLE && i != IO_WAIT) {
                ticks += Long.parseLong(fields[i + 1]);
            }
        }
        return ticks / TICKS_PER_SECOND;
    }
}
