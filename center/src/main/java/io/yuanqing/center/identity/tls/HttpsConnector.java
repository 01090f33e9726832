package io.yuanqing.center.identity.tls;

import io.yuanqing.center.store.DataDirectory;
import io.yuanqing.center.store.StartRefused;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.Connector;
import org.apache.commons.logging.LogFactory;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http2.Http2Protocol;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.ssl.pem.PemSslStore;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.tomcat.SslConnectorCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Compression;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Adds the TLS port to the web server: TLS 1.2 and 1.3, HTTP/2. The certificate is looked at again once an hour, so that
 * one that was renewed, here or by whoever maintains the files, comes into use without a restart.
 */
@Component
class HttpsConnector implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(HttpsConnector.class);

    private static final String DEFAULT_HOST = "_default_";

    private final HttpsSettings settings;
    private final Optional<OwnAuthority> authority;
    private @Nullable ScheduledExecutorService renewal;
    private volatile @Nullable SslConnectorCustomizer tls;
    private volatile @Nullable Credential inUse;

    HttpsConnector(HttpsSettings settings, DataDirectory data, Clock clock) {
        if ((settings.certificate() == null) != (settings.key() == null)) {
            throw new StartRefused("Only " + (settings.key() == null ? "--tls-cert" : "--tls-key")
                    + " is given. A certificate and its private key are given together, or neither.");
        }
        if (settings.certificate() != null && settings.port() == null) {
            throw new StartRefused("A certificate is given, but no port for it. Give --https-port, such as 8443.");
        }
        this.settings = settings;
        this.authority = settings.port() == null || settings.certificate() != null
                ? Optional.empty()
                : Optional.of(new OwnAuthority(data.path().resolve("tls"), clock));
    }

    /** The certificate of the server's own authority, where it has one. */
    Optional<Path> authorityCertificate() {
        return authority.map(OwnAuthority::certificateFile);
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (settings.port() == null || settings.port() < 0) {
            return;
        }
        Connector connector = new Connector();
        connector.setPort(settings.port());
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setProperty("bindOnInit", "false");
        compress(connector, factory.getCompression());
        connector.addUpgradeProtocol(new Http2Protocol());
        Credential credential = credential();
        SslConnectorCustomizer customizer =
                new SslConnectorCustomizer(LogFactory.getLog(HttpsConnector.class), connector, Ssl.ClientAuth.NONE);
        customizer.customize(bundle(credential), Map.of());
        factory.addAdditionalConnectors(connector);
        tls = customizer;
        inUse = credential;
        watch();
    }

    /** After the framework's own customizers, whose settings are taken over. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void destroy() {
        if (renewal != null) {
            renewal.shutdownNow();
        }
    }

    private Credential credential() {
        return authority
                .map(own -> own.server(LocalNames.present()))
                .orElseGet(() -> Credential.load(given(settings.certificate()), given(settings.key())));
    }

    private static Path given(@Nullable Path file) {
        if (file == null) {
            throw new IllegalStateException("checked by the constructor");
        }
        return file;
    }

    private void watch() {
        renewal = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "tls-renewal");
            thread.setDaemon(true);
            return thread;
        });
        renewal.scheduleWithFixedDelay(this::renew, 1, 1, TimeUnit.HOURS);
    }

    /** Brings a certificate into use that is not the one in use; connections that stand are not touched. */
    void renew() {
        SslConnectorCustomizer customizer = tls;
        Credential present = inUse;
        if (customizer == null || present == null) {
            return;
        }
        try {
            Credential latest = credential();
            if (!latest.chain().equals(present.chain())) {
                customizer.update(DEFAULT_HOST, bundle(latest));
                inUse = latest;
                LOG.info(
                        "new certificate in use, valid until {}",
                        latest.certificate().getNotAfter().toInstant());
            }
        } catch (RuntimeException e) {
            LOG.warn("The certificate could not be renewed; the old one stays in use: {}", e.getMessage());
        }
    }

    private static SslBundle bundle(Credential credential) {
        PemSslStore store = PemSslStore.of(credential.chain(), credential.key());
        return SslBundle.of(new PemSslStoreBundle(store, null), SslBundleKey.NONE, SslOptions.of(null, new String[] {
            "TLSv1.3", "TLSv1.2"
        }));
    }

    private static void compress(Connector connector, @Nullable Compression compression) {
        if (compression != null
                && compression.getEnabled()
                && connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
            protocol.setCompression("on");
            protocol.setCompressionMinSize(
                    (int) compression.getMinResponseSize().toBytes());
            protocol.setCompressibleMimeType(StringUtils.arrayToCommaDelimitedString(compression.getMimeTypes()));
        }
    }
}
