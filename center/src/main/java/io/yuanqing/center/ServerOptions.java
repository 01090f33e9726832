package io.yuanqing.center;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that {@code run} and {@code demo} share. */
final class ServerOptions {

    @Option(names = "--data", paramLabel = "DIR", description = "Data directory (default: ${DEFAULT-VALUE}).")
    Path data = Path.of("data");

    @Option(names = "--http-port", paramLabel = "N", description = "Port of the web and the API (default: 8080).")
    @Nullable
    Integer httpPort;

    @Option(
            names = "--https-port",
            paramLabel = "N",
            description = "Port of the same over TLS (default: none; demo: 8443).")
    @Nullable
    Integer httpsPort;

    @Option(
            names = "--tls-cert",
            paramLabel = "F",
            description = "Certificate chain in PEM (default: made in the data directory).")
    @Nullable
    Path tlsCertificate;

    @Option(names = "--tls-key", paramLabel = "F", description = "Private key in PEM, PKCS#8 (with --tls-cert).")
    @Nullable
    Path tlsKey;

    @Option(names = "--tcp-port", paramLabel = "N", description = "Port that data loggers connect to (default: 9212).")
    @Nullable
    Integer tcpPort;

    boolean demo;

    @Nullable
    Path seed;

    /** The options as properties of the application; what was not given is left to the configuration. */
    Map<String, String> asProperties() {
        Map<String, String> properties = new LinkedHashMap<>();
        put(properties, "server.port", httpPort);
        put(properties, "yuanqing.https.port", httpsPort);
        put(properties, "yuanqing.https.certificate", tlsCertificate);
        put(properties, "yuanqing.https.key", tlsKey);
        put(properties, "yuanqing.access.port", tcpPort);
        put(properties, "yuanqing.demo.enabled", demo);
        put(properties, "yuanqing.demo.seed", seed);
        return properties;
    }

    private static void put(Map<String, String> properties, String name, @Nullable Object value) {
        if (value != null) {
            properties.put(name, value.toString());
        }
    }
}
