package io.yuanqing.center.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.yuanqing.center.Center;
import io.yuanqing.center.LoggerClient;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.TestHttp;
import io.yuanqing.center.packets.Objection;
import io.yuanqing.center.registry.LoggerDoor;
import io.yuanqing.center.registry.Network;
import io.yuanqing.center.store.DataDirectory;
import io.yuanqing.hj212.Packet;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

/** Who is let in, how fast, and for how long. */
@SpringBootTest(
        classes = Center.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "yuanqing.access.tls-port=0",
            "yuanqing.access.frames-per-second=50",
            "yuanqing.access.frame-within=1s",
            "yuanqing.access.first-frame-within=8s",
            "yuanqing.access.superseded-after=500ms"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@Import(Loggers.class)
class GateTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @LocalServerPort
    int port;

    @Autowired
    AccessServer server;

    @Autowired
    Sessions sessions;

    @Autowired
    Loggers loggers;

    @Autowired
    DataDirectory data;

    @Autowired
    MeterRegistry meters;

    /** Answered, or it would be sent again for ever; but it names no session, so no command goes there. */
    @Test
    void aFrameFromAnAddressThatItsMnIsNotBoundToIsQuarantinedAndSpeaksForNobody() throws Exception {
        loggers.register("GATE-BOUND", "2017");
        TestHttp admin = TestHttp.admin(port);
        TestHttp.Answer set =
                admin.send("PUT", "/api/points/GATE-BOUND/door", "{\"networks\": [\"10.0.0.0/8\", \"192.0.2.7\"]}");
        assertThat(set.json().get("networks").toString()).isEqualTo("[\"10.0.0.0/8\",\"192.0.2.7\"]");
        try (LoggerClient logger = new LoggerClient(server.port())) {
            logger.send(LoggerClient.realtime("GATE-BOUND", Instant.now(), 1));
            assertThat(logger.answers(1, SOON)).hasSize(1);
            JsonNode refused = admin.get("/api/quarantine?mn=GATE-BOUND").json().get(0);
            assertThat(refused.get("reason").asString()).isEqualTo("ADDRESS_REFUSED");
            assertThat(refused.get("detail").asString()).contains("10.0.0.0/8").contains("127.0.0.1");
            assertThat(sessions.list()).extracting(LoggerSession::mn).doesNotContain("GATE-BOUND");

            admin.send("PUT", "/api/points/GATE-BOUND/door", "{\"networks\": [\"127.0.0.0/8\"]}");
            logger.send(LoggerClient.realtime("GATE-BOUND", Instant.now(), 2));
            assertThat(logger.answers(1, SOON)).hasSize(1);
            assertThat(session("GATE-BOUND").faults()).isEqualTo(1);
        }
        assertThat(admin.send("PUT", "/api/points/GATE-BOUND/door", "{\"networks\": [\"example.org\"]}")
                        .status())
                .isEqualTo(400);
        assertThat(admin.get("/api/points/NO-SUCH/door").status()).isEqualTo(404);
    }

    @Test
    void aWrongPasswordIsTakenAndRecordedByDefault() throws Exception {
        loggers.register("GATE-PW", "2017");
        TestHttp.Answer set =
                TestHttp.admin(port).send("PUT", "/api/points/GATE-PW/door", "{\"password\": \"secret1\"}");
        assertThat(set.body()).contains("\"passwordSet\":true").doesNotContain("secret1");
        try (LoggerClient logger = new LoggerClient(server.port())) {
            logger.send(LoggerClient.realtime("GATE-PW", Instant.now(), 1));
            assertThat(logger.answers(1, SOON)).hasSize(1);
            assertThat(session("GATE-PW").wrongPasswords()).isEqualTo(1);
            assertThat(session("GATE-PW").lastWrongPasswordAt()).isNotNull();
        }
    }

    @Test
    void underTheRuleAWrongPasswordAndAMissingOneAreRefusedAndTheAddressComesFirst() throws Exception {
        InetAddress here = InetAddress.getLoopbackAddress();
        LoggerDoor door = new LoggerDoor("right1", List.of());
        assertThat(Gate.opinion(door, packet("right1"), here, true)).isEqualTo(Gate.Opinion.BELIEVED);
        Gate.Opinion wrong = Gate.opinion(door, packet("123456"), here, true);
        assertThat(wrong.objection()).isNotNull();
        assertThat(wrong.objection().kind()).isEqualTo(Objection.Kind.PASSWORD);
        assertThat(wrong.objection().detail()).doesNotContain("right1").doesNotContain("123456");
        assertThat(Gate.opinion(door, packet(null), here, true).objection()).isNotNull();
        assertThat(Gate.opinion(door, packet(null), here, false)).isEqualTo(new Gate.Opinion(true, null));
        LoggerDoor elsewhere =
                new LoggerDoor("right1", List.of(Network.of("192.0.2.0/24").orElseThrow()));
        assertThat(Gate.opinion(elsewhere, packet("123456"), here, true)
                        .objection()
                        .kind())
                .isEqualTo(Objection.Kind.ADDRESS);
    }

    @Test
    void aConnectionThatSendsFasterThanAllowedIsSlowedDownAndLosesNothing() throws Exception {
        double before = meters.counter("yuanqing.access.slowed").count();
        try (LoggerClient logger = new LoggerClient(server.port())) {
            for (int i = 0; i < 120; i++) {
                logger.send(LoggerClient.realtime("GATE-FAST", Instant.now(), i));
            }
            assertThat(logger.answers(120, SOON)).hasSize(120);
        }
        assertThat(meters.counter("yuanqing.access.slowed").count()).isGreaterThan(before);
    }

    @Test
    void aFrameThatComesByteByByteEndsItsConnection() throws Exception {
        byte[] frame = LoggerClient.realtime("GATE-SLOW", Instant.now(), 1);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            int sent = 0;
            try {
                while (sent < frame.length - 1) {
                    socket.getOutputStream().write(frame[sent++]);
                    Thread.sleep(100);
                }
            } catch (SocketException closed) {
                assertThat(closed).isNotNull();
            }
            assertThat(sent).isLessThan(frame.length - 1);
        }
        assertThat(cut("slow")).isPositive();
    }

    @Test
    void aConnectionThatBringsNothingIsClosed() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(Math.toIntExact(SOON.toMillis()));
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        assertThat(cut("silent")).isPositive();
    }

    @Test
    void theOlderOfTwoConnectionsIsClosedAfterAWhile() throws Exception {
        try (LoggerClient old = new LoggerClient(server.port());
                LoggerClient young = new LoggerClient(server.port())) {
            old.send(LoggerClient.realtime("GATE-TWICE", Instant.now(), 1));
            assertThat(old.answers(1, SOON)).hasSize(1);
            young.send(LoggerClient.realtime("GATE-TWICE", Instant.now(), 2));
            assertThat(young.answers(1, SOON)).hasSize(1);
            await().atMost(SOON).until(() -> cut("superseded") > 0);
            young.send(LoggerClient.realtime("GATE-TWICE", Instant.now(), 3));
            assertThat(young.answers(1, SOON)).as("the newer one goes on").hasSize(1);
        }
    }

    @Test
    void aLoggerMayComeByTlsTrustingTheServersOwnAuthority() throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null);
        try (InputStream ca = Files.newInputStream(data.path().resolve("tls/ca.crt"))) {
            trusted.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(ca));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        int tlsPort = TestHttp.admin(port)
                .get("/api/access/address")
                .json()
                .get("tlsPort")
                .asInt();
        try (LoggerClient logger = new LoggerClient(tls.getSocketFactory().createSocket("127.0.0.1", tlsPort))) {
            logger.send(LoggerClient.realtime("GATE-TLS", Instant.now(), 1));
            assertThat(logger.answers(1, SOON)).hasSize(1);
            assertThat(session("GATE-TLS").encrypted()).isTrue();
        }
    }

    private double cut(String reason) {
        return meters.counter("yuanqing.access.cut", "reason", reason).count();
    }

    private static Packet packet(String pw) {
        return Packet.of("20261125080000000", "32", "2011", pw, "GATE-PURE", 5, "");
    }

    private LoggerSession session(String mn) {
        return sessions.list().stream()
                .filter(one -> one.mn().equals(mn))
                .findFirst()
                .orElseThrow();
    }
}
