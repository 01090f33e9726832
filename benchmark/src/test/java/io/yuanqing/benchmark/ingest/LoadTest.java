package io.yuanqing.benchmark.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yuanqing.hj212.Cut;
import io.yuanqing.hj212.Decoder;
import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Framer;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Replies;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** The load against a small server that keeps nothing: what it counts is what was really answered. */
class LoadTest {

    private final Set<String> received = ConcurrentHashMap.newKeySet();
    private final Processors processors = new Processors(ProcessHandle.current(), ProcessHandle.current());

    @Test
    void everyPacketIsAnsweredAndCountedOnceAtFullLoadAndAtASteadyRate() throws Exception {
        try (ServerSocket server = serve(1);
                Load load = Load.connect(server.getLocalPort(), "T", 4, 20)) {
            assertThat(load.answered()).isEqualTo(4);
            Load.Measured full = load.send(2_000, processors);
            assertThat(full.latencies().count()).isLessThanOrEqualTo(load.answered() - 4);
            assertThat(load.answered()).isGreaterThanOrEqualTo(2_004);
            Load.Measured steady = load.measure(500, Duration.ZERO, Duration.ofMillis(400), processors);
            assertThat(steady.packetsPerSecond()).isPositive();
            assertThat(received).hasSize((int) load.answered());
        }
    }

    /** A server that answers twice would look twice as fast. */
    @Test
    void anAnswerThatNobodyWaitsForEndsTheMeasurement() throws Exception {
        try (ServerSocket server = serve(2)) {
            assertThatThrownBy(() -> {
                        try (Load load = Load.connect(server.getLocalPort(), "T", 1, 20)) {
                            load.send(1_000, processors);
                        }
                    })
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("waited for none");
        }
    }

    private ServerSocket serve(int answersEach) throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(() -> {
            while (true) {
                Socket logger = server.accept();
                daemon(() -> answer(logger, answersEach));
            }
        });
        return server;
    }

    private void answer(Socket logger, int answersEach) throws IOException {
        Framer framer = new Framer();
        InputStream in = logger.getInputStream();
        byte[] buffer = new byte[8192];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            framer.feed(buffer, 0, read);
            for (Cut cut = framer.next(); cut != null; cut = framer.next()) {
                Packet packet = Decoder.decode(cut.bytes()).packet();
                received.add(packet.mn() + " " + packet.dataTime());
                for (int i = 0; i < answersEach; i++) {
                    logger.getOutputStream().write(Replies.dataAnswer(packet, Edition.E2017));
                }
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                // the test is over
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
