package io.yuanqing.center.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.center.LoggerClient;
import io.yuanqing.center.registry.Enterprises;
import io.yuanqing.center.registry.Medium;
import io.yuanqing.center.registry.NewEnterprise;
import io.yuanqing.center.registry.NewPoint;
import io.yuanqing.center.registry.Points;
import io.yuanqing.center.registry.SupervisionClass;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** Registers points and connects their loggers over real sockets, for tests. */
@TestComponent
class Loggers {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Enterprises enterprises;
    private final Points points;
    private final AccessServer server;

    Loggers(Enterprises enterprises, Points points, AccessServer server) {
        this.enterprises = enterprises;
        this.points = points;
        this.server = server;
    }

    void register(String mn, String edition) {
        points.register(new NewPoint(mn, enterprise(), "总排口", Medium.WATER, edition));
    }

    /**
     * A point of edition 2017.
     *
     * @param minutes between two packets of minute data; null: not known
     * @param autoCommands whether it takes commands that nobody asked for
     */
    void register(String mn, @Nullable Integer minutes, boolean autoCommands) {
        points.register(new NewPoint(
                mn,
                enterprise(),
                "总排口",
                Medium.WATER,
                "2017",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                minutes,
                autoCommands));
    }

    /** A logger of a new point, whose first packet has been answered. */
    LoggerClient connected(String mn, String edition) throws IOException {
        register(mn, edition);
        return heard(mn, 1);
    }

    /** A further connection of an MN, whose first packet has been answered. */
    LoggerClient heard(String mn, int number) throws IOException {
        LoggerClient logger = new LoggerClient(server.port());
        logger.send(LoggerClient.realtime(mn, Instant.now(), number));
        assertThat(logger.answers(1, SOON)).hasSize(1);
        return logger;
    }

    private long enterprise() {
        return enterprises
                .register(new NewEnterprise("厂", "红塔区", SupervisionClass.KEY, null, null, null, null, null))
                .id();
    }
}
