package io.yuanqing.hj212.dialogue;

import io.yuanqing.hj212.Decoder;
import io.yuanqing.hj212.Packet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The dialogues of the standards' appendices C, packet by packet; misprinted ones are left out unless asked for. */
final class Examples {

    record Line(boolean up, Packet packet) {}

    private Examples() {}

    /** @param topic the beginning of the origin, such as {@code HJ 212-2017 C.20 } */
    static List<Line> of(String topic) {
        return read(topic, false);
    }

    static List<Line> asPrinted(String topic) {
        return read(topic, true);
    }

    private static List<Line> read(String topic, boolean asPrinted) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Examples.class.getResourceAsStream("/io/yuanqing/hj212/standard-examples.tsv"),
                StandardCharsets.UTF_8))) {
            List<Line> found = lines.lines()
                    .map(line -> line.split("\t", -1))
                    .filter(cells -> cells[5].startsWith(topic) && cells[5].contains("AS PRINTED") == asPrinted)
                    .map(cells -> new Line(cells[2].equals("up"), packet(cells[3])))
                    .toList();
            if (found.isEmpty()) {
                throw new AssertionError("the standard's examples have no '" + topic + "'");
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Packet packet(String written) {
        return packet(written.replace("\\r\\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    static Packet packet(byte[] frame) {
        Packet packet = Decoder.decode(frame).packet();
        if (packet == null) {
            throw new AssertionError("unreadable: " + new String(frame, StandardCharsets.UTF_8));
        }
        return packet;
    }
}
