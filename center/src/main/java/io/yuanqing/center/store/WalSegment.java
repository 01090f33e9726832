package io.yuanqing.center.store;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file of PostgreSQL's write-ahead log.
 *
 * <pre>
 * 00000001 0000000A 000000FE      24 hexadecimal digits
 * timeline high     low           number = high * 256 + low; the segment begins at byte number * 16 MB of the log
 * </pre>
 */
record WalSegment(int timeline, long number) {

    /** The size that {@code initdb} fixes when nobody asks for another. */
    static final long BYTES = 16L * 1024 * 1024;

    private static final long SEGMENTS_PER_HIGH = 0x1_0000_0000L / BYTES;
    private static final Pattern NAME = Pattern.compile("([0-9A-F]{8})([0-9A-F]{8})([0-9A-F]{8})");

    /** The segment in which a byte of the log lies. */
    static WalSegment holding(int timeline, long lsn) {
        return new WalSegment(timeline, lsn / BYTES);
    }

    /** Empty for history files and whatever else lies beside the segments. */
    static Optional<WalSegment> named(String name) {
        Matcher match = NAME.matcher(name);
        return match.matches()
                ? Optional.of(new WalSegment(
                        (int) Long.parseLong(match.group(1), 16),
                        Long.parseLong(match.group(2), 16) * SEGMENTS_PER_HIGH + Long.parseLong(match.group(3), 16)))
                : Optional.empty();
    }

    /** A position of the log as PostgreSQL writes it: {@code A/FE000028}. */
    static long lsn(String text) {
        int slash = text.indexOf('/');
        return (Long.parseLong(text.substring(0, slash), 16) << 32) | Long.parseLong(text.substring(slash + 1), 16);
    }

    long start() {
        return number * BYTES;
    }

    WalSegment next() {
        return new WalSegment(timeline, number + 1);
    }

    String fileName() {
        return String.format(
                Locale.ROOT, "%08X%08X%08X", timeline, number / SEGMENTS_PER_HIGH, number % SEGMENTS_PER_HIGH);
    }
}
