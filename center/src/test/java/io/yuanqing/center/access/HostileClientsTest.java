package io.yuanqing.center.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.yuanqing.center.Center;
import io.yuanqing.center.LoggerClient;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.packets.Counters;
import io.yuanqing.center.packets.PacketLog;
import io.yuanqing.hj212.Packet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** Clients that behave badly, by fault or by intent, while a logger that behaves well is answered all the time. */
@SpringBootTest(
        classes = Center.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "yuanqing.access.max-connections=2100",
            "yuanqing.access.frames-per-second=1000000", // what is limited here is limited by memory
            "yuanqing.access.frame-within=1h",
            "yuanqing.access.superseded-after=1h"
        })
@ContextConfiguration(initializers = TestDatabase.class)
class HostileClientsTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int RECONNECTS = 2_000;

    /** So many answers to another logger in a row show that the server had the time to read what there was to read. */
    private static final int MEANWHILE = 20;

    private static final long ENDLESS = 200L * 1024 * 1024;

    @Autowired
    AccessServer server;

    @Autowired
    PacketLog log;

    @Autowired
    Sessions sessions;

    @Autowired
    MeterRegistry meters;

    private Counters before;

    @BeforeEach
    void count() {
        await().atMost(SOON).until(() -> connections() == 0); // of the test before
        before = log.counters();
    }

    /** After a power cut in the network all come back at once, and all are taken in. */
    @Test
    void twoThousandReconnectsAtOnceAreAllAnswered() throws Exception {
        List<SocketChannel> crowd = new ArrayList<>();
        try (LoggerClient good = new LoggerClient(server.port())) {
            Instant now = Instant.now();
            for (int i = 0; i < RECONNECTS; i++) {
                SocketChannel channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
                crowd.add(channel);
            }
            for (int i = 0; i < RECONNECTS; i++) {
                SocketChannel channel = crowd.get(i);
                channel.configureBlocking(true);
                assertThat(channel.finishConnect()).isTrue();
                channel.write(ByteBuffer.wrap(LoggerClient.realtime("CROWD" + i, now, i)));
            }
            assertAnswered(good, "GOOD-CROWD", 1);
            ByteBuffer answer = ByteBuffer.allocate(2);
            for (SocketChannel channel : crowd) {
                channel.socket().setSoTimeout((int) SOON.toMillis());
                answer.clear();
                while (answer.hasRemaining()) {
                    assertThat(channel.read(answer)).isPositive();
                }
                assertThat(new String(answer.array())).isEqualTo("##");
            }
        } finally {
            for (SocketChannel channel : crowd) {
                channel.close();
            }
        }
        assertThat(log.counters().stored() - before.stored()).isEqualTo(RECONNECTS + 1);
    }

    /** One more than the centre may hold is turned away; those who are in stay in. */
    @Test
    void whoIsBeyondTheLimitIsClosedAndTheOthersStay() throws Exception {
        List<Socket> crowd = new ArrayList<>();
        try (LoggerClient good = new LoggerClient(server.port())) {
            assertAnswered(good, "GOOD-LIMIT", 1);
            while (crowd.size() < 2_099) {
                crowd.add(new Socket(InetAddress.getLoopbackAddress(), server.port()));
            }
            await().atMost(SOON).until(() -> connections() == 2_100);
            try (Socket tooMany = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                tooMany.setSoTimeout((int) SOON.toMillis());
                assertThat(tooMany.getInputStream().read()).isEqualTo(-1);
            }
            assertAnswered(good, "GOOD-LIMIT", 2);
        } finally {
            for (Socket socket : crowd) {
                socket.close();
            }
        }
    }

    /**
     * Its answers fill the network's buffers; then it is not read any more, so what it can make the server keep is
     * bounded, and its own sending stops.
     */
    @Test
    void whoNeverReadsItsAnswersIsNotReadEither() throws Exception {
        byte[] frame = LoggerClient.realtime("DEAF", Instant.now(), 1);
        byte[] many = new byte[frame.length * 1_000];
        for (int i = 0; i < 1_000; i++) {
            System.arraycopy(frame, 0, many, i * frame.length, frame.length);
        }
        try (LoggerClient good = new LoggerClient(server.port());
                SocketChannel deaf = SocketChannel.open()) {
            deaf.setOption(java.net.StandardSocketOptions.SO_RCVBUF, 8 * 1024);
            deaf.setOption(java.net.StandardSocketOptions.SO_SNDBUF, 64 * 1024);
            deaf.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
            deaf.configureBlocking(false);
            ByteBuffer rest = ByteBuffer.wrap(many);
            long sent = 0;
            int number = 0;
            for (boolean taken = true; taken; ) {
                taken = false;
                for (int i = 0; i < MEANWHILE; i++) {
                    int bytes = deaf.write(rest);
                    sent += bytes;
                    taken |= bytes > 0;
                    if (!rest.hasRemaining()) {
                        rest.rewind();
                    }
                    assertAnswered(good, "GOOD-DEAF", ++number);
                }
                assertThat(sent).as("bytes that it could send").isLessThan(ENDLESS);
            }
            long received = log.counters().received();
            for (int i = 0; i < MEANWHILE; i++) {
                assertAnswered(good, "GOOD-DEAF", ++number);
            }
            assertThat(log.counters().received() - received)
                    .as("nothing of it is read")
                    .isEqualTo(MEANWHILE);
        }
    }

    /** Slow as a bad line is, it is served. */
    @Test
    void whoSendsByteByByteIsAnsweredAsSoonAsItsFrameIsWhole() throws Exception {
        byte[] frame = LoggerClient.realtime("SLOW", Instant.now(), 1);
        try (LoggerClient good = new LoggerClient(server.port());
                LoggerClient slow = new LoggerClient(server.port())) {
            for (int i = 0; i < frame.length; i++) {
                slow.send(Arrays.copyOfRange(frame, i, i + 1));
                assertAnswered(good, "GOOD-SLOW", i);
            }
            assertThat(slow.answers(1, SOON)).extracting(Packet::cn).containsExactly("9014");
        }
    }

    /** Garbage without end is counted and thrown away: four kilobytes of it are kept, and the log stays as it is. */
    @Test
    void whoSendsGarbageForEverIsHeardAndForgotten() throws Exception {
        Random random = new Random(212);
        long garbage = 0;
        try (LoggerClient good = new LoggerClient(server.port());
                LoggerClient noisy = new LoggerClient(server.port())) {
            byte[] junk = new byte[64 * 1024];
            for (int i = 0; i < 100; i++) {
                for (int j = 0; j < junk.length; j++) {
                    junk[j] = (byte) (0x80 + random.nextInt(0x80)); // blanks and line ends would be no noise
                }
                noisy.send(junk);
                garbage += junk.length;
                assertAnswered(good, "GOOD-NOISE", i);
            }
            assertThat(answer(noisy, "REFORMED", 1))
                    .as("a frame after all the noise")
                    .isEqualTo("9014");
        }
        long sent = garbage;
        await().atMost(SOON).untilAsserted(() -> {
            Counters now = log.counters();
            assertThat(now.noiseBytes() - before.noiseBytes()).isEqualTo(sent);
            assertThat(now.received() - before.received()).isEqualTo(101);
            assertThat(now.stored() - before.stored()).isEqualTo(101);
        });
    }

    /** Starts of frames without their ends, each declaring a length: none may hold up what follows for ever. */
    @Test
    void whoStartsFramesForEverIsAnsweredForTheWholeOneAmongThem() throws Exception {
        byte[] start = "##9999QN=20260101000000001;ST=32;CN=2011;".getBytes();
        try (LoggerClient good = new LoggerClient(server.port());
                LoggerClient broken = new LoggerClient(server.port())) {
            for (int i = 0; i < 5_000; i++) {
                broken.send(start);
            }
            assertAnswered(good, "GOOD-STARTS", 1);
            byte[] whole = LoggerClient.realtime("STARTS", Instant.now(), 1);
            broken.send(whole);
            broken.send(new byte[12 * 1024]); // whatever length was declared before, it is exceeded now
            assertThat(broken.answers(1, SOON)).extracting(Packet::mn).containsExactly("STARTS");
        }
    }

    /** A cloned logger, or one whose old connection is still open: both are answered, each packet is stored once. */
    @Test
    void twoWithTheSameMnAreBothAnsweredAndBothSeen() throws Exception {
        int packets = 30;
        try (LoggerClient first = new LoggerClient(server.port());
                LoggerClient second = new LoggerClient(server.port());
                LoggerClient good = new LoggerClient(server.port())) {
            for (int i = 0; i < packets; i++) {
                byte[] same = LoggerClient.realtime("TWIN", Instant.now(), i);
                first.send(same);
                second.send(same);
                assertThat(first.answers(1, SOON)).extracting(Packet::cn).containsExactly("9014");
                assertThat(second.answers(1, SOON)).extracting(Packet::cn).containsExactly("9014");
                assertAnswered(good, "GOOD-TWIN", i);
            }
            assertThat(sessions.list())
                    .filteredOn(session -> session.mn().equals("TWIN"))
                    .extracting(LoggerSession::newest)
                    .containsExactly(true, false);
        }
        Counters now = log.counters();
        assertThat(now.stored() - before.stored()).isEqualTo(2 * packets);
        assertThat(now.duplicate() - before.duplicate()).isEqualTo(packets);
    }

    private static void assertAnswered(LoggerClient logger, String mn, int number) throws IOException {
        assertThat(answer(logger, mn, number)).isEqualTo("9014");
    }

    private static String answer(LoggerClient logger, String mn, int number) throws IOException {
        logger.send(LoggerClient.realtime(mn, Instant.now().minusSeconds(100_000 - number), number));
        List<Packet> answers = logger.answers(1, SOON);
        return answers.isEmpty() ? "no answer" : answers.get(0).cn();
    }

    private double connections() {
        return meters.get("yuanqing.access.connections").gauge().value();
    }
}
