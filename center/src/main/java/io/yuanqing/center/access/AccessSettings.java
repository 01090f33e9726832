package io.yuanqing.center.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The TCP server that data loggers connect to.
 *
 * @param port where loggers connect; 0 takes a free one
 * @param maxConnections connections at the same time; further ones are closed at once
 * @param idleTimeout a connection that sends nothing for so long is closed; the longest reporting interval is an hour
 * @param mnPerConnection MN that are shown as sessions of one connection (several loggers behind one modem)
 * @param stopWait how long an orderly stop waits for frames that are already read to be committed and answered
 */
@ConfigurationProperties("yuanqing.access")
record AccessSettings(
        @DefaultValue("9212") int port,
        @DefaultValue("20000") int maxConnections,
        @DefaultValue("70m") Duration idleTimeout,
        @DefaultValue("64") int mnPerConnection,
        @DefaultValue("10s") Duration stopWait) {}
