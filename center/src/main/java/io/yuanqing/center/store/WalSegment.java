package io.yuanqing.center.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /** The whole segments that lie in a folder. */
    static Set<WalSegment> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(file -> named(String.valueOf(file.getFileName())).stream())
                    .collect(Collectors.toSet());
        }
    }

    /**
     * Of the segments behind this one, the first that is in neither place, when one place cannot be continued from the
     * other.
     *
     * @param last where the log ends, as files that PostgreSQL numbers without gaps
     * @param before where earlier ones are kept
     * @return null: all are there
     */
    @Nullable
    WalSegment missingUpTo(Set<WalSegment> last, Set<WalSegment> before) {
        WalSegment wanted = next();
        while (before.contains(wanted)) {
            wanted = wanted.next();
        }
        long oldest = last.stream()
                .filter(segment -> segment.timeline == timeline)
                .mapToLong(WalSegment::number)
                .min()
                .orElse(Long.MAX_VALUE);
        return oldest <= wanted.number ? null : wanted;
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
