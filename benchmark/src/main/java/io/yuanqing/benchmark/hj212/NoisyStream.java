package io.yuanqing.benchmark.hj212;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * What a bad line brings: realtime and hour packets of many MN on one socket, and between them heartbeats in plain text,
 * binary noise, and frames with a wrong CRC.
 */
final class NoisyStream {

    /** Good packets: all samples. */
    static final int GOOD = 2 * Sample.COUNT;

    /** Every sixteenth is sent once more with a digit changed, so that its CRC is wrong. */
    static final int BAD = GOOD / 16;

    static final int FRAMES = GOOD + BAD;

    private NoisyStream() {}

    static byte[] bytes() {
        Random random = new Random(2017);
        List<Sample> realtime = Sample.realtime();
        List<Sample> hours = Sample.hours();
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int i = 0; i < GOOD; i++) {
            byte[] frame = (i % 2 == 0 ? realtime : hours).get(i / 2).frame();
            stream.writeBytes(frame);
            if (i % 16 == 5) {
                stream.writeBytes(damaged(frame));
            }
            if (i % 8 == 3) {
                stream.writeBytes("DTU+HEARTBEAT 13800000000\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            if (i % 8 == 6) {
                byte[] noise = new byte[40];
                random.nextBytes(noise);
                stream.writeBytes(noise);
            }
        }
        return stream.toByteArray();
    }

    /** One bit of one digit in the middle: always noticed by the CRC, since a single damaged byte is. */
    private static byte[] damaged(byte[] frame) {
        byte[] copy = frame.clone();
        int at = copy.length / 2;
        while (copy[at] < '0' || copy[at] > '9') {
            at++;
        }
        copy[at] ^= 1;
        return copy;
    }
}
