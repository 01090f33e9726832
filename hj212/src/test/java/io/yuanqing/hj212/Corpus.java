package io.yuanqing.hj212;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * The example frames of the three editions' texts and of public repositories, one a line, each with its origin
 * ({@code standard-examples.tsv}). {@code \r\n} is written out; raw cipher bytes stand between {@code <HEX>} marks.
 */
public record Corpus(String edition, String cn, String way, byte[] frame, String crcOk, String source) {

    public static List<Corpus> all() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Corpus.class.getResourceAsStream("standard-examples.tsv"), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(Corpus::row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Corpus row(String line) {
        String[] cells = line.split("\t", -1);
        return new Corpus(cells[0], cells[1], cells[2], bytes(cells[3]), cells[4], cells[5]);
    }

    static byte[] bytes(String written) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String rest = written.replace("\\r", "\r").replace("\\n", "\n");
        int open = rest.indexOf("<HEX>");
        if (open >= 0) {
            int close = rest.indexOf("</HEX>");
            bytes.writeBytes(rest.substring(0, open).getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(HexFormat.of().parseHex(rest.substring(open + 5, close)));
            rest = rest.substring(close + 6);
        }
        bytes.writeBytes(rest.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    public boolean crcFits() {
        return crcOk.equals("computed") || crcOk.equals("yes");
    }

    public boolean encrypted() {
        return crcOk.startsWith("yes(after SM4");
    }

    /** Printed by a standard, not by somebody's repository. */
    public boolean ofStandard() {
        return !source.contains("third-party");
    }

    @Override
    public String toString() {
        return edition + " " + cn + " " + source;
    }
}
