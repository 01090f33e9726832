package io.yuanqing.center.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** How to reach an embedded database that runs. */
public record ClusterLogin(String url, String user, String password) {

    /** The fourth line of postmaster.pid is the port. */
    private static final int PORT_LINE = 3;

    public static ClusterLogin of(Database database) {
        return new ClusterLogin(database.url(), database.user(), database.password());
    }

    /**
     * The database that a running server has started in its data directory.
     *
     * @throws StartRefused when none runs there
     */
    public static ClusterLogin ofRunning(Path data) {
        Path pidFile = data.resolve(DataDirectory.CLUSTER).resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(pidFile);
            if (lines.size() <= PORT_LINE) {
                throw new StartRefused("The database of " + data + " is just starting. Try again in a moment.");
            }
            String password =
                    Files.readString(data.resolve(DataDirectory.PASSWORD_FILE)).strip();
            return new ClusterLogin(
                    EmbeddedDatabase.url(Integer.parseInt(lines.get(PORT_LINE).strip())),
                    EmbeddedDatabase.USER,
                    password);
        } catch (IOException | NumberFormatException e) {
            throw new StartRefused(
                    "The running database of " + data + " cannot be found: " + e.getMessage()
                            + ". Is the server just starting or stopping? Then try again in a moment.",
                    e);
        }
    }

    Properties properties(String application) {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("ApplicationName", application);
        login.setProperty("connectTimeout", "10");
        login.setProperty("tcpKeepAlive", "true");
        return login;
    }

    @Override
    public String toString() {
        return "ClusterLogin[" + url + ", user " + user + "]"; // the password stays out of logs
    }
}
