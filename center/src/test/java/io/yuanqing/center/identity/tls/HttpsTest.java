package io.yuanqing.center.identity.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yuanqing.center.Center;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp;
import io.yuanqing.center.store.DataDirectory;
import io.yuanqing.center.store.StartRefused;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.apache.catalina.connector.Connector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(
        classes = Center.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "yuanqing.https.port=0")
@ContextConfiguration(initializers = TestDatabase.class)
class HttpsTest {

    private static final LocalNames NAMES = new LocalNames(Set.of("localhost"), Set.of("127.0.0.1"));

    @LocalServerPort
    int port;

    @Autowired
    ServletWebServerApplicationContext context;

    @Autowired
    DataDirectory data;

    @Autowired
    HttpsConnector https;

    @TempDir
    Path folder;

    @Test
    void whoeverInstalledTheAuthorityTrustsTheServerUnderEachOfItsNames() throws Exception {
        TestHttp.Answer authority = TestHttp.nobody(port).get("/ca.crt");
        assertThat(authority.status()).isEqualTo(200);
        HttpClient client =
                HttpClient.newBuilder().sslContext(trusting(authority.body())).build();
        for (String host : new String[] {"localhost", "127.0.0.1"}) {
            HttpResponse<String> health = client.send(
                    HttpRequest.newBuilder(URI.create("https://" + host + ":" + httpsPort() + "/actuator/health"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.version()).isEqualTo(HttpClient.Version.HTTP_2);
        }
        HttpResponse<String> sameFile = client.send(
                HttpRequest.newBuilder(URI.create("https://localhost:" + httpsPort() + "/ca.crt"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(sameFile.body()).isEqualTo(authority.body()).doesNotContain("PRIVATE");
    }

    @Test
    void aRenewedCertificateComesIntoUseWithoutARestart() throws Exception {
        X509Certificate before = served();
        Files.delete(data.path().resolve("tls/server.crt"));
        https.renew();
        X509Certificate after = served();
        assertThat(after).isNotEqualTo(before);
        assertThat(after.getIssuerX500Principal()).isEqualTo(before.getIssuerX500Principal());
    }

    private X509Certificate served() throws Exception {
        SSLContext anyone = trusting(TestHttp.nobody(port).get("/ca.crt").body());
        try (SSLSocket socket = (SSLSocket) anyone.getSocketFactory().createSocket("localhost", httpsPort())) {
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    @Test
    void privateKeysAreTheirOwnersAlone() throws Exception {
        for (String key : new String[] {"ca.key", "server.key"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
                            data.path().resolve("tls").resolve(key))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aCertificateIsKeptUntilItsEndIsNearAndTheAuthorityOutlivesIt() {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        X509Certificate first = at(now).server(NAMES).certificate();
        assertThat(at(now.plus(Duration.ofDays(366))).server(NAMES).certificate())
                .isEqualTo(first);
        Credential renewed = at(now.plus(Duration.ofDays(368))).server(NAMES);
        assertThat(renewed.certificate()).isNotEqualTo(first);
        assertThat(renewed.certificate().getIssuerX500Principal()).isEqualTo(first.getIssuerX500Principal());
    }

    @Test
    void aMachineWithANewNameGetsANewCertificate() {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        X509Certificate first = at(now).server(NAMES).certificate();
        Set<String> more = new TreeSet<>(NAMES.addresses());
        more.add("192.0.2.7");
        X509Certificate second =
                at(now).server(new LocalNames(NAMES.hosts(), more)).certificate();
        assertThat(second).isNotEqualTo(first);
        assertThat(at(now).server(NAMES).certificate())
                .as("fewer names are covered")
                .isEqualTo(second);
    }

    @Test
    void aPairTornByAKillIsMadeAnew() throws Exception {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        at(now).server(NAMES);
        Files.copy(
                folder.resolve("ca.key"),
                folder.resolve("server.key"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Credential repaired = at(now).server(NAMES);
        assertThat(Credential.load(folder.resolve("server.crt"), folder.resolve("server.key")))
                .isEqualTo(repaired);
    }

    @Test
    void aGivenFileThatCannotServeIsNamedWithWhatToDo() throws Exception {
        at(Instant.now()).server(NAMES);
        Path certificate = folder.resolve("server.crt");
        Path key = folder.resolve("server.key");
        Path missing = folder.resolve("missing.pem");
        Path text = Files.writeString(folder.resolve("text.pem"), "no PEM");
        refused(() -> Credential.load(missing, key), "missing.pem", "--tls-cert");
        refused(() -> Credential.load(text, key), "text.pem", "--tls-cert");
        refused(() -> Credential.load(key, key), "server.key", "--tls-cert");
        refused(() -> Credential.load(certificate, certificate), "server.crt", "--tls-key");
        refused(() -> Credential.load(certificate, folder.resolve("ca.key")), "ca.key", "belong together");
        refused(
                () -> new HttpsConnector(new HttpsSettings(1, certificate, null), data, Clock.systemUTC()),
                "--tls-cert");
        refused(
                () -> new HttpsConnector(new HttpsSettings(null, certificate, key), data, Clock.systemUTC()),
                "--https-port");
        assertThat(Credential.load(certificate, key).chain()).hasSize(2);
    }

    private OwnAuthority at(Instant now) {
        return new OwnAuthority(folder, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable start, String... named) {
        assertThatThrownBy(start).isInstanceOf(StartRefused.class).message().contains(named);
    }

    private int httpsPort() {
        TomcatWebServer server = (TomcatWebServer) context.getWebServer();
        return Arrays.stream(server.getTomcat().getService().findConnectors())
                .filter(Connector::getSecure)
                .findFirst()
                .orElseThrow()
                .getLocalPort();
    }

    private static SSLContext trusting(String pem) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry(
                "ca",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
