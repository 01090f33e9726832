package io.yuanqing.center.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL as a child process, its cluster under {@code <data>/postgres}, reachable on the loopback address alone and
 * with a password from the first moment on.
 *
 * <p>It runs in a session of its own, so that Ctrl-C reaches the server first and the database stops last. After a
 * {@code kill -9} of the server it lives on as an orphan; the next start stops it before it starts its own.
 */
public final class EmbeddedDatabase implements Database {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    static final String USER = "yuanqing";

    /** SQLSTATE class 28: the login is wrong, and stays so. */
    private static final String LOGIN_REFUSED = "28";

    private static final Duration STOP_WAIT = Duration.ofSeconds(60);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Supplier<Process> starter;
    private final PostgresLog output;
    private final int port;
    private final String password;

    private volatile Process process;
    private volatile boolean closing;

    private EmbeddedDatabase(Supplier<Process> starter, PostgresLog output, int port, String password) {
        this.starter = starter;
        this.output = output;
        this.process = starter.get();
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the cluster of a data directory, making it on the first start, and waits until it answers.
     *
     * @throws StartRefused when it cannot be made or started; the message quotes what PostgreSQL said
     */
    public static EmbeddedDatabase start(DataDirectory data) {
        Path programs = PostgresBinaries.unpacked().resolve("bin");
        Path cluster = data.path().resolve(DataDirectory.CLUSTER);
        Path passwordFile = data.path().resolve(DataDirectory.PASSWORD_FILE);
        String password = data.secret(DataDirectory.PASSWORD_FILE, EmbeddedDatabase::newPassword);
        Orphan.stop(cluster);
        Cluster.makeIfMissing(programs, cluster, USER, passwordFile);
        return launch(programs, cluster, passwordFile, password, Map.of(), Map.of());
    }

    /** Starts a restored cluster, which replays the write-ahead log to its end before it answers. */
    static EmbeddedDatabase recover(DataDirectory data, WalSource wal) {
        Path passwordFile = data.path().resolve(DataDirectory.PASSWORD_FILE);
        return launch(
                PostgresBinaries.unpacked().resolve("bin"),
                data.path().resolve(DataDirectory.CLUSTER),
                passwordFile,
                data.secret(DataDirectory.PASSWORD_FILE, EmbeddedDatabase::newPassword),
                wal.settings(),
                wal.environment());
    }

    private static EmbeddedDatabase launch(
            Path programs,
            Path cluster,
            Path passwordFile,
            String password,
            Map<String, String> settings,
            Map<String, String> environment) {
        int port = freePort();
        PostgresLog output = new PostgresLog();
        EmbeddedDatabase database = new EmbeddedDatabase(
                () -> ServerProcess.start(programs.resolve("postgres"), cluster, port, settings, environment, output),
                output,
                port,
                password);
        try {
            database.awaitReady(passwordFile);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
        log.info(
                "embedded PostgreSQL {} ready on 127.0.0.1:{} (process {})",
                PostgresBinaries.VERSION,
                port,
                database.pid());
        return database;
    }

    /**
     * From now on the database is started again on the same port when it ends without having been told to, for as long as
     * this object is not closed. Whoever waits for it meanwhile tries again; nothing that was committed is lost.
     */
    public void keepRunning() {
        Thread keeper = new Thread(this::keep, "postgres-keeper");
        keeper.setDaemon(true);
        keeper.start();
    }

    private void keep() {
        Duration pause = FIRST_PAUSE;
        try {
            while (!closing) {
                long started = System.nanoTime();
                int code = process.waitFor();
                if (closing) {
                    return;
                }
                if (System.nanoTime() - started > LONGEST_PAUSE.toNanos()) {
                    pause = FIRST_PAUSE;
                }
                log.error(
                        "embedded PostgreSQL (process {}) ended by itself with code {}; it is started again in {} s. It"
                                + " said: {}",
                        process.pid(),
                        code,
                        pause.toSeconds(),
                        output.tail());
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                startAgain();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void startAgain() {
        if (closing) {
            return;
        }
        try {
            process = starter.get();
        } catch (StartRefused e) {
            log.error("embedded PostgreSQL cannot be started again: {}", e.getMessage());
        }
    }

    @Override
    public String url() {
        return url(port);
    }

    static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    @Override
    public String user() {
        return USER;
    }

    @Override
    public String password() {
        return password;
    }

    @Override
    public boolean embedded() {
        return true;
    }

    /** The process of the postmaster, for tests that kill it. */
    public long pid() {
        return process.pid();
    }

    @Override
    public synchronized void close() {
        closing = true;
        if (!process.isAlive()) {
            return;
        }
        ServerProcess.stopFast(process.toHandle());
        try {
            if (!process.waitFor(STOP_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                log.warn(
                        "embedded PostgreSQL did not stop within {} s; it is killed and recovers at the next start",
                        STOP_WAIT.toSeconds());
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Recovery after a crash can take minutes: wait as long as the process lives. */
    private void awaitReady(Path passwordFile) {
        while (process.isAlive()) {
            SQLException refusal = tryConnect();
            if (refusal == null) {
                return;
            }
            if (refusal.getSQLState() != null && refusal.getSQLState().startsWith(LOGIN_REFUSED)) {
                throw new StartRefused(
                        "The embedded PostgreSQL refuses the password in " + passwordFile + " (" + refusal.getMessage()
                                + "). Restore that file from the backup that the database comes from.",
                        refusal);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StartRefused("Interrupted while the embedded PostgreSQL was starting.", e);
            }
        }
        throw new StartRefused("The embedded PostgreSQL ended while starting. It said: " + output.tail());
    }

    private @Nullable SQLException tryConnect() {
        Properties login = new Properties();
        login.setProperty("user", USER);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", "5");
        try (Connection ignored = DriverManager.getConnection(url(), login)) {
            return null;
        } catch (SQLException e) {
            return e;
        }
    }

    private static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new StartRefused("No free port on 127.0.0.1 for the embedded PostgreSQL: " + e.getMessage(), e);
        }
    }

    private static String newPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
