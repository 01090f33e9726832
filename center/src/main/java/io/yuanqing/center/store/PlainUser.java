package io.yuanqing.center.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL's programs run: they refuse to run as root.
 *
 * <pre>
 * any other user                     as that user
 * root, user name spaces allowed     in a name space of its own, in which it is nobody in particular
 * root, not allowed (containers)     as nobody, with leave to pass folders that only root may enter
 * </pre>
 *
 * Each in a session of its own, so that Ctrl-C reaches the server first. None of these programs forks, so the child's
 * process id is PostgreSQL's.
 */
enum PlainUser {
    ITSELF("/usr/bin/setsid"),
    NAME_SPACE("/usr/bin/setsid", "/usr/bin/unshare", "-U"),
    NOBODY(
            "/usr/bin/setsid",
            "/usr/bin/setpriv",
            "--reuid=65534",
            "--regid=65534",
            "--clear-groups",
            "--securebits=+no_setuid_fixup", // otherwise access(2) forgets the capability, and PostgreSQL asks it
            "--inh-caps=+dac_override",
            "--ambient-caps=+dac_override");

    private static final int ROOT = 0;
    private static final int NOBODYS_ID = 65534;

    private final List<String> prefix;

    PlainUser(String... prefix) {
        this.prefix = List.of(prefix);
    }

    /** @throws StartRefused when a program that is needed for it is missing */
    static PlainUser find() {
        requirePrograms("setsid");
        if (!"root".equals(System.getProperty("user.name"))) {
            return ITSELF;
        }
        requirePrograms("unshare", "setpriv");
        return works(List.of("/usr/bin/unshare", "-U", "/bin/true")) ? NAME_SPACE : NOBODY;
    }

    List<String> command(List<String> program) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(program);
        return command;
    }

    /** The cluster must belong to whoever serves it; that changes when a data directory moves into a container or out. */
    void takeOver(Path cluster) throws IOException {
        int owner = this == NOBODY ? NOBODYS_ID : ROOT;
        if (this == ITSELF || (Integer) Files.getAttribute(cluster, "unix:uid") == owner) {
            return;
        }
        try (Stream<Path> files = Files.walk(cluster)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.setAttribute(file, "unix:uid", owner, java.nio.file.LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(file, "unix:gid", owner, java.nio.file.LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static void requirePrograms(String... programs) {
        for (String program : programs) {
            if (!Files.isExecutable(Path.of("/usr/bin", program))) {
                throw new StartRefused("The embedded PostgreSQL needs the program " + program
                        + " of the package util-linux. Install it, or point YUANQING_DB_URL to a PostgreSQL 15 or"
                        + " newer.");
            }
        }
    }

    private static boolean works(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
