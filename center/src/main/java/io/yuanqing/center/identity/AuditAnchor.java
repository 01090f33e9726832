package io.yuanqing.center.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What the trail's entry of that number hashed to at that moment, written outside of the database: a line
 * {@code TIME ID HASH} of a file that only grows.
 */
@SuppressWarnings("ArrayRecordComponent")
public record AuditAnchor(Instant at, long id, byte[] hash) {

    /** Name of the file in the data directory, unless a setting names another. */
    public static final String FILE = "audit.anchors";

    /**
     * The anchors of a file, none when there is no file. A line that broke off is skipped: the server stopped while it wrote
     * it.
     */
    public static List<AuditAnchor> read(Path file) throws IOException {
        List<AuditAnchor> anchors = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split(" ");
                try {
                    if (parts.length == 3 && parts[2].length() == 64) {
                        anchors.add(new AuditAnchor(
                                Instant.parse(parts[0]),
                                Long.parseLong(parts[1]),
                                HexFormat.of().parseHex(parts[2])));
                    }
                } catch (DateTimeParseException | IllegalArgumentException broken) {
                    continue;
                }
            }
        }
        return anchors;
    }

    String line() {
        return at + " " + id + " " + HexFormat.of().formatHex(hash) + "\n";
    }
}
