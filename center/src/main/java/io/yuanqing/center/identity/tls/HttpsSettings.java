package io.yuanqing.center.identity.tls;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The web over TLS, beside the plain port.
 *
 * @param port of it, option --https-port; empty or negative: no TLS (the demo uses 8443)
 * @param certificate file of the certificate chain in PEM, the server's own first, option --tls-cert; empty: an authority
 *     and a certificate are made in the data directory, the authority's certificate is served at /ca.crt
 * @param key file of its private key in PEM (PKCS#8), option --tls-key; given together with the certificate
 */
@ConfigurationProperties("yuanqing.https")
public record HttpsSettings(
        @Nullable Integer port,
        @Nullable Path certificate,
        @Nullable Path key) {}
