package io.yuanqing.hj212;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stream of bytes as it is written in {@code framing.txt}: with escapes, and with lengths and CRCs to be computed. */
final class WrittenStream {

    private static final Pattern LENGTH = Pattern.compile("\\{len([+-]\\d+)?}");
    private static final Pattern CRC = Pattern.compile("\\{(crc|bad|modbus|outer)}");
    private static final Pattern TIMES = Pattern.compile("\\{(.)\\*(\\d+)}");
    private static final Pattern RUN = Pattern.compile("(\\w)\\1{19,}");
    private static final Pattern FIRST_HEAD = Pattern.compile("##\\d+");
    private static final Pattern HEAD = Pattern.compile("##\\d{0,9}$");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int segment;

    private WrittenStream(String stream) {
        for (int at = 0; at < stream.length(); ) {
            at = take(stream, at);
        }
    }

    static byte[] bytes(String stream) {
        return new WrittenStream(stream).bytes.toByteArray();
    }

    /** Where the text goes on. */
    private int take(String stream, int at) {
        Matcher length = LENGTH.matcher(stream).region(at, stream.length());
        if (length.lookingAt()) {
            Matcher crc = CRC.matcher(stream).region(length.end(), stream.length());
            int end = crc.find() ? crc.start() : stream.length();
            int own = bytes(stream.substring(length.end(), end)).length;
            int lie = length.group(1) == null ? 0 : Integer.parseInt(length.group(1));
            return put(String.format(Locale.ROOT, "%04d", own + lie), length.end());
        }
        Matcher crc = CRC.matcher(stream).region(at, stream.length());
        if (crc.lookingAt()) {
            return put(crc(crc.group(1)), crc.end());
        }
        Matcher times = TIMES.matcher(stream).region(at, stream.length());
        if (times.lookingAt()) {
            return put(times.group(1).repeat(Integer.parseInt(times.group(2))), times.end());
        }
        if (stream.charAt(at) != '\\') {
            return put(stream.substring(at, at + 1), at + 1);
        }
        return switch (stream.charAt(at + 1)) {
            case 'r' -> put("\r", at + 2);
            case 'n' -> put("\n", at + 2);
            case 't' -> put("\t", at + 2);
            case '0' -> put("\0", at + 2);
            case 'x' -> put(String.valueOf((char) Integer.parseInt(stream.substring(at + 2, at + 4), 16)), at + 4);
            default -> throw new IllegalArgumentException("unknown escape at " + at + " of " + stream);
        };
    }

    private int put(String text, int next) {
        for (int i = 0; i < text.length(); i++) {
            bytes.write(text.charAt(i));
        }
        String tail = latin(Math.max(0, bytes.size() - 11));
        if (HEAD.matcher(tail).find()) {
            segment = bytes.size();
        }
        return next;
    }

    private String crc(String kind) {
        return switch (kind) {
            case "crc" -> hex(crcFrom(segment));
            case "bad" -> hex(crcFrom(segment) ^ 0xFFFF);
            case "outer" -> hex(crcFrom(firstSegment()));
            default -> modbus(latin(segment));
        };
    }

    private int firstSegment() {
        Matcher head = FIRST_HEAD.matcher(latin(0));
        return head.find() ? head.end() : 0;
    }

    private int crcFrom(int from) {
        return Crc.of(bytes.toByteArray(), from, bytes.size());
    }

    private static String modbus(String segment) {
        byte[] frame = String.format(Locale.ROOT, "##%04d%s0000\r\n", segment.length(), segment)
                .getBytes(StandardCharsets.ISO_8859_1);
        return new String(Encoder.withCrc(frame, CrcFlavour.MODBUS), StandardCharsets.ISO_8859_1)
                .substring(6 + segment.length())
                .strip();
    }

    private static String hex(int crc) {
        return String.format(Locale.ROOT, "%04X", crc);
    }

    static String escaped(byte b) {
        return switch (b) {
            case '\r' -> "\\r";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case 0 -> "\\0";
            default -> b > 0 ? String.valueOf((char) b) : String.format(Locale.ROOT, "\\x%02X", b & 0xFF);
        };
    }

    /** Long runs of one character written as {@code {x*4096}}. */
    static String shortened(String text) {
        return RUN.matcher(text)
                .replaceAll(run -> Matcher.quoteReplacement(
                        "{" + run.group(1) + "*" + run.group().length() + "}"));
    }

    private String latin(int from) {
        return new String(bytes.toByteArray(), StandardCharsets.ISO_8859_1).substring(from);
    }
}
