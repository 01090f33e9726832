package io.yuanqing.center.access;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.yuanqing.center.identity.tls.ServerCertificate;
import io.yuanqing.center.store.StartRefused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** TLS 1.2 and 1.3 for loggers. The certificate is looked at again once an hour; connections that stand are not touched. */
@Component
class LoggerTls {

    private static final Logger log = LoggerFactory.getLogger(LoggerTls.class);
    private static final Duration KEPT = Duration.ofHours(1);

    private final ServerCertificate certificate;
    private final Clock clock;
    private @Nullable SslContext present;
    private Instant made = Instant.EPOCH;

    LoggerTls(ServerCertificate certificate, Clock clock) {
        this.certificate = certificate;
        this.clock = clock;
    }

    /** @throws StartRefused when there is no usable certificate and never was */
    synchronized SslContext context() {
        Instant now = clock.instant();
        if (present == null || made.plus(KEPT).isBefore(now)) {
            made = now;
            try {
                ServerCertificate.WithKey own = certificate.present();
                present = SslContextBuilder.forServer(own.key(), own.chain())
                        .sslProvider(SslProvider.JDK)
                        .protocols("TLSv1.3", "TLSv1.2")
                        .build();
            } catch (SSLException | RuntimeException e) {
                if (present == null) {
                    throw new StartRefused(
                            "The certificate for the loggers' TLS port cannot be used: " + e.getMessage(), e);
                }
                log.warn("the loggers' certificate could not be renewed; the old one stays: {}", e.getMessage());
            }
        }
        return Objects.requireNonNull(present);
    }
}
