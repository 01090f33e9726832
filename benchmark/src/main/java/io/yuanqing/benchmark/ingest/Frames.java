package io.yuanqing.benchmark.ingest;

import io.yuanqing.hj212.Crc;
import io.yuanqing.hj212.Encoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;

/**
 * The packets of one logger: CN 2011 with ten factors, one for every second of its own time. Encoding would take the
 * processor from the server that is measured, so a frame is made once and only what differs is written over it.
 *
 * <pre>
 * ##0443QN=20260101080000017;ST=32;…;CP=&amp;&amp;DataTime=20260101080017;w00000-Rtd=123.45,w00000-Flag=N;…&amp;&amp;1A2B CR LF
 *             |minute|  |number of the minute, 0 to 59,999   |minute||second       |digits of the values
 * </pre>
 *
 * The QN's last five digits (second and millisecond) count the packets, so that an answer names the packet it is for.
 */
final class Frames {

    /** Packets are told apart within so many. */
    static final int NUMBERS = 60_000;

    static final int FACTORS = 10;

    private static final List<String> CODES =
            List.of("w00000", "w01001", "w01010", "w01018", "w01019", "w20117", "w20122", "w21001", "w21003", "w21011");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuuMMddHHmm");
    private static final int MINUTE_DIGITS = 12;
    private static final int SEGMENT_START = 6;

    private final byte[] frame;
    private final int qn;
    private final int dataTime;
    private final int[] values = new int[FACTORS];
    private final Random random;
    private final long start;
    private long minuteWritten = Long.MIN_VALUE;

    /** @param start DataTime of the first packet; cut to the minute */
    Frames(String mn, Instant start, Random random) {
        this.start = start.getEpochSecond() / 60 * 60;
        this.random = random;
        StringBuilder cp = new StringBuilder("DataTime=20260101000000");
        for (String code : CODES) {
            cp.append(';').append(code).append("-Rtd=100.00,").append(code).append("-Flag=N");
        }
        String segment = "QN=20260101000000000;ST=32;CN=2011;PW=123456;MN=" + mn + ";Flag=5;CP=&&" + cp + "&&";
        this.frame = Encoder.frame(segment);
        String text = new String(frame, StandardCharsets.ISO_8859_1);
        this.qn = text.indexOf("QN=") + 3;
        this.dataTime = text.indexOf("DataTime=") + 9;
        int at = dataTime;
        for (int i = 0; i < FACTORS; i++) {
            at = text.indexOf("-Rtd=", at) + 5;
            values[i] = at;
        }
    }

    int length() {
        return frame.length;
    }

    /** Writes the packet of that number; the buffer must have room for {@link #length()} bytes. */
    void write(long number, ByteBuffer to) {
        long second = start + number;
        if (second / 60 != minuteWritten) {
            minuteWritten = second / 60;
            byte[] minute =
                    MINUTE.format(Instant.ofEpochSecond(second).atZone(ZONE)).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(minute, 0, frame, dataTime, MINUTE_DIGITS);
            System.arraycopy(minute, 0, frame, qn, MINUTE_DIGITS);
        }
        digits(number % NUMBERS, qn + MINUTE_DIGITS, 5);
        digits(second % 60, dataTime + MINUTE_DIGITS, 2);
        for (int value : values) {
            digits(100 + random.nextInt(900), value, 3);
            digits(random.nextInt(100), value + 4, 2);
        }
        int end = frame.length - 6;
        String hex = "0123456789ABCDEF";
        int crc = Crc.of(frame, SEGMENT_START, end);
        for (int i = 0; i < 4; i++) {
            frame[end + i] = (byte) hex.charAt(crc >> (12 - 4 * i) & 0xf);
        }
        to.put(frame);
    }

    private void digits(long number, int at, int count) {
        long left = number;
        for (int i = at + count - 1; i >= at; i--) {
            frame[i] = (byte) ('0' + left % 10);
            left /= 10;
        }
    }
}
