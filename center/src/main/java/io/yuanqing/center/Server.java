package io.yuanqing.center;

import io.yuanqing.center.store.DataDirectory;
import io.yuanqing.center.store.Database;
import io.yuanqing.center.store.EmbeddedDatabase;
import io.yuanqing.center.store.ExclusiveSession;
import io.yuanqing.center.store.ExternalDatabase;
import io.yuanqing.center.store.StartRefused;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.ConnectorStartFailedException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The running server: data directory, database, application, started in this order and stopped in the reverse one.
 */
public final class Server {

    private static final Logger log = LoggerFactory.getLogger(Server.class);

    /** The application opens no port. */
    private static final int NO_PORT = -1;

    private Server() {}

    /**
     * Starts everything; it stops with the process (SIGTERM, Ctrl-C).
     *
     * @throws StartRefused when something stands in the way that an operator can mend
     */
    static ConfigurableApplicationContext start(ServerOptions options) {
        DataDirectory data = DataDirectory.take(options.data);
        try {
            Database database = database(data, System.getenv());
            try {
                return exclusively(data, database, options);
            } catch (RuntimeException e) {
                database.close();
                throw e;
            }
        } catch (RuntimeException e) {
            data.close();
            throw refusal(e);
        }
    }

    /**
     * The application alone: neither browsers nor data loggers can reach it. For a command that needs its rooms on a data
     * directory at rest.
     *
     * @throws StartRefused as {@link #start} does
     */
    public static ConfigurableApplicationContext withoutDoors(Path data) {
        ServerOptions options = new ServerOptions();
        options.data = data;
        options.httpPort = NO_PORT;
        options.httpsPort = NO_PORT;
        options.tcpPort = NO_PORT;
        return start(options);
    }

    /** The lock comes before the migrations: a second server must not change the tables of the first. */
    private static ConfigurableApplicationContext exclusively(
            DataDirectory data, Database database, ServerOptions options) {
        ExclusiveSession session = ExclusiveSession.take(database);
        try {
            ConfigurableApplicationContext application = application(data, database, session, options);
            if (!Integer.valueOf(NO_PORT).equals(options.httpPort)) {
                log.info(
                        "ready: http://localhost:{} (data in {})",
                        application.getEnvironment().getProperty("local.server.port"),
                        data.path());
            }
            return application;
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private static ConfigurableApplicationContext application(
            DataDirectory data, Database database, ExclusiveSession session, ServerOptions options) {
        return new SpringApplicationBuilder(Center.class)
                .web(WebApplicationType.SERVLET)
                .logStartupInfo(false)
                .initializers(context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    // Registered first, so destroyed last: nothing outlives the database or the lock.
                    beans.registerBean(DataDirectory.class, () -> data);
                    beans.registerBean(Database.class, () -> database);
                    beans.registerBean(ExclusiveSession.class, () -> session);
                })
                .run(arguments(database, options));
    }

    /** As arguments they outrank every other source of configuration. */
    private static String[] arguments(Database database, ServerOptions options) {
        Map<String, String> properties = new LinkedHashMap<>(options.asProperties());
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", database.user());
        properties.put("spring.datasource.password", database.password());
        // On a connection of its own: a migration may take longer than the rooms wait for an answer.
        properties.put("spring.flyway.url", database.url());
        properties.put("spring.flyway.user", database.user());
        properties.put("spring.flyway.password", database.password());
        return properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
    }

    private static Database database(DataDirectory data, Map<String, String> environment) {
        return ExternalDatabase.of(environment).orElseGet(() -> {
            EmbeddedDatabase embedded = EmbeddedDatabase.start(data);
            embedded.keepRunning();
            return embedded;
        });
    }

    /** A refusal may be wrapped in the framework's exceptions; a busy port is one too. */
    static RuntimeException refusal(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                return refused;
            }
            if (cause instanceof FlywayException migration) {
                return unmigrated(migration, failure);
            }
            if (cause instanceof PortInUseException busy) {
                return busy(busy.getPort(), failure);
            }
            if (cause instanceof ConnectorStartFailedException busy) {
                return busy(busy.getPort(), failure);
            }
        }
        return failure;
    }

    /** PostgreSQL undoes a step as a whole, tables included. */
    private static StartRefused unmigrated(FlywayException migration, RuntimeException failure) {
        String reason = migration.getMessage() == null
                ? migration.toString()
                : migration
                        .getMessage()
                        .lines()
                        .map(String::strip)
                        .filter(line -> line.matches(".*\\w.*"))
                        .collect(Collectors.joining("; "));
        return new StartRefused(
                "The database's tables cannot be brought to this version's: " + reason
                        + ". What the failed step had begun is undone, and the data are as they were. Start the version"
                        + " that ran before, or restore the backup that was made with it, and report these words.",
                failure);
    }

    private static StartRefused busy(int port, RuntimeException failure) {
        return new StartRefused(
                "Port " + port
                        + " of the web is in use by another program, or not open to this user. Stop that program,"
                        + " or choose another with --http-port or --https-port.",
                failure);
    }
}
