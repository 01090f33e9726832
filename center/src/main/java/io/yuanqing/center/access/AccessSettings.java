package io.yuanqing.center.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The TCP server that data loggers connect to.
 *
 * @param port where loggers connect; 0 takes a free one, a negative one closes the door to them, TLS included
 * @param tlsPort where loggers connect by TLS, with the certificate of the web's HTTPS or one of the server's own authority
 *     (data directory, {@code tls/ca.crt}); empty: none; 0 takes a free one
 * @param maxConnections connections at the same time; further ones are closed at once
 * @param framesPerSecond frames that are taken from one connection in a second; the rest waits in its socket
 * @param idleTimeout a connection that sends nothing for so long is closed; the longest reporting interval is an hour
 * @param firstFrameWithin a connection that has not brought an intact frame after so long is closed
 * @param frameWithin a connection that takes longer to send one frame, byte by byte, is closed
 * @param supersededAfter how long an older connection stays open whose MNs were all named by later ones
 * @param mnPerConnection MN that are shown as sessions of one connection (several loggers behind one modem)
 * @param stopWait how long an orderly stop waits for frames that are already read to be committed and answered
 */
@ConfigurationProperties("yuanqing.access")
record AccessSettings(
        @DefaultValue("9212") int port,
        @Nullable Integer tlsPort,
        @DefaultValue("20000") int maxConnections,
        @DefaultValue("5000") int framesPerSecond,
        @DefaultValue("70m") Duration idleTimeout,
        @DefaultValue("10m") Duration firstFrameWithin,
        @DefaultValue("2m") Duration frameWithin,
        @DefaultValue("1m") Duration supersededAfter,
        @DefaultValue("64") int mnPerConnection,
        @DefaultValue("10s") Duration stopWait) {}
