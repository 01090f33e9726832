package io.yuanqing.center;

import io.yuanqing.hj212.Cut;
import io.yuanqing.hj212.Decoder;
import io.yuanqing.hj212.Encoder;
import io.yuanqing.hj212.Framer;
import io.yuanqing.hj212.Packet;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** A data logger for tests: writes frames to a real socket and reads the answers. */
public final class LoggerClient implements AutoCloseable {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(Center.CITY_ZONE);

    private final Socket socket;
    private final Framer framer = new Framer();

    public LoggerClient(int port) throws IOException {
        this(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    /** Over a connection that stands, such as one of TLS. */
    public LoggerClient(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
    }

    /** A 2017 realtime upload that wants an answer; {@code number} makes QN and value its own. */
    public static byte[] realtime(String mn, Instant dataTime, int number) {
        return Encoder.frame("QN=" + STAMP.format(dataTime) + String.format("%03d", number % 1000)
                + ";ST=32;CN=2011;PW=123456;MN=" + mn + ";Flag=5;CP=&&DataTime=" + STAMP.format(dataTime)
                + ";w01018-Rtd=" + number + ".5,w01018-Flag=N&&");
    }

    /** The QN of a frame, by which its answer is known. */
    public static String qn(byte[] frame) {
        String text = new String(frame, StandardCharsets.ISO_8859_1);
        return text.substring(text.indexOf("QN=") + 3, text.indexOf(";ST="));
    }

    public void send(byte[]... frames) throws IOException {
        for (byte[] frame : frames) {
            socket.getOutputStream().write(frame);
        }
        socket.getOutputStream().flush();
    }

    public void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The next answers; fewer than asked for when none comes within the wait or the connection ends. */
    public List<Packet> answers(int most, Duration wait) throws IOException {
        return frames(most, wait).stream()
                .map(frame -> Decoder.decode(frame).packet())
                .toList();
    }

    /** The same as they came. */
    public List<byte[]> frames(int most, Duration wait) throws IOException {
        List<byte[]> answers = new ArrayList<>();
        socket.setSoTimeout(Math.toIntExact(wait.toMillis()));
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[8192];
        while (true) {
            for (Cut cut = framer.next(); cut != null; cut = framer.next()) {
                answers.add(cut.bytes());
                if (answers.size() == most) {
                    return answers;
                }
            }
            try {
                int read = in.read(buffer);
                if (read < 0) {
                    return answers;
                }
                framer.feed(buffer, 0, read);
            } catch (java.net.SocketTimeoutException | java.net.SocketException ended) {
                return answers;
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
