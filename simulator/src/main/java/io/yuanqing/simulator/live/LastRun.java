package io.yuanqing.simulator.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Remembers in a file until when the loggers were at work. Real loggers run on while a centre or this program stands still;
 * with it, they fill the hole in after the next start.
 */
public final class LastRun {

    /** Longer holes stay: no logger keeps more. */
    private static final Duration LONGEST = Duration.ofDays(14);

    private final @Nullable Path file;

    /** @param file null: nothing is remembered */
    public LastRun(@Nullable Path file) {
        this.file = file;
    }

    /**
     * The moment that was remembered, at most two weeks before {@code start}; {@code start} when there is none.
     *
     * @throws IOException when the file is there but not readable, or holds no time
     */
    public Instant before(Instant start) throws IOException {
        if (file == null || !Files.exists(file)) {
            return start;
        }
        String text = Files.readString(file).strip();
        try {
            Instant last = Instant.parse(text);
            Instant earliest = start.minus(LONGEST);
            return last.isAfter(start) ? start : last.isBefore(earliest) ? earliest : last;
        } catch (DateTimeParseException e) {
            throw new IOException("it holds '" + text + "', which is no time; delete it, or name another file", e);
        }
    }

    public void note(Instant now) throws IOException {
        if (file != null) {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, now.toString());
            Files.move(
                    fresh,
                    file,
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
