package io.yuanqing.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on compatibility is made of the data that {@link CompatibilityTest} tries, so it cannot go stale. */
class CompatibilityPageTest {

    private static final Path PAGE = Path.of("COMPATIBILITY.md");
    private static final Path MAIN = Path.of("src", "main");
    private static final String REWRITE = "yuanqing.write-docs";

    private static final String HEAD = """
            # What the standards misprint, what devices send, and how it is read

            Made of `compatibility.tsv` and `gaps.tsv` (`src/test/resources`) by `CompatibilityPageTest`; do not edit. After a
            change of theirs: `mvn -pl hj212 test -Dtest=CompatibilityPageTest -D%s=true`. The file holds a stream for
            each line and what comes out of it; `CompatibilityTest` tries them all.

            **Result**: *taken* means that `Decoded.ok()` holds, with the warnings that are named; *refused* that it does not:
            what could be read is there for diagnosis, and should not be taken as data. The codes are those of `Problem.Code`.
            **Set**: what must be known of the device for that result. In the examples `<HEX>` stands before bytes in
            hexadecimal.

            | Set | How |
            |---|---|
            | `CrcPolicy`, `LengthPolicy`, `Edition`, `Keys` | `Decoder.decode(frame, new Device(edition, crcPolicy, lengthPolicy, keys))` |
            | `Aliases` | `Aliases.of(Map.of("COD1", "w01018")).code(reading.factor())`; `Aliases.USUAL` knows the usual names |
            """.formatted(REWRITE);

    private static final String NOT_READ = """

            The formulas of HJ 212-2017 appendix D have slips of their own: the mean flow lacks a factor of 1,000 between m3
            and L, formula 34 has the factor 1e-6 twice. The library does not compute them.
            """;

    private static final String GAPS = """

            ## Open in HJ 212-2025

            The text of HJ 212-2025 itself was not at hand. What follows could not be learnt from those who quote it, and is
            to be checked before an acceptance test; the code marks it [GAP] where it matters.

            | No. | Where | Open | The library assumes | Marked in |
            |---|---|---|---|---|
            """;

    @Test
    void thePageShowsTheDataAsTheyAre() throws IOException {
        String page = page();
        if (Boolean.getBoolean(REWRITE)) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("out of date; run the command in its head")
                .exists()
                .content()
                .isEqualTo(page);
    }

    /** A gap that is marked in the code alone, or on the page alone, would be forgotten when the text is at hand. */
    @Test
    void everyGapOfTheCodeIsOnThePage() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            List<String> marked = files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals("factors.csv"))
                    .filter(file -> content(file).contains("[GAP"))
                    .map(file -> file.getFileName().toString())
                    .toList();
            TreeSet<String> listed = gaps().flatMap(gap -> Arrays.stream(gap[4].split(" ")))
                    .filter(file -> !file.equals("-"))
                    .map(file -> file.substring(file.lastIndexOf('/') + 1))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(marked).isNotEmpty();
            assertThat(listed).containsExactlyInAnyOrderElementsOf(marked);
        }
    }

    private static String page() {
        StringBuilder page = new StringBuilder(HEAD);
        section(page, "misprint", "Misprints of the standards", "Printed");
        page.append(NOT_READ);
        section(page, "quirk", "What devices send", "Sent");
        page.append(GAPS);
        gaps().forEach(gap -> page.append("| %s | %s | %s | %s | %s |\n"
                .formatted(
                        gap[0],
                        gap[1],
                        gap[2],
                        gap[3],
                        Arrays.stream(gap[4].split(" "))
                                .map(file -> file.equals("-") ? "" : "`" + file + "`")
                                .collect(Collectors.joining(", ")))));
        return page.toString();
    }

    private static void section(StringBuilder page, String kind, String title, String what) {
        page.append("\n## ").append(title).append('\n');
        String group = "";
        for (CompatibilityRow row : CompatibilityRow.all()) {
            if (!row.kind().equals(kind)) {
                continue;
            }
            if (!row.group().equals(group)) {
                group = row.group();
                page.append("\n### ").append(group);
                page.append("\n\n| No. | Where | %s | Example | Read | Result | Set |\n|---|---|---|---|---|---|---|\n"
                        .formatted(what));
            }
            page.append("| %s | %s | %s | `%s` | %s | %s | %s |\n"
                    .formatted(row.id(), row.origin(), row.what(), row.shown(), row.read(), result(row), needs(row)));
        }
    }

    /** Of the frames that show it; their whole neighbours are left out. */
    private static String result(CompatibilityRow row) {
        TreeSet<String> results = new TreeSet<>();
        for (int i = 0; i < row.frames().size(); i++) {
            String problems = row.problems().get(i);
            String codes = problems.equals("-") ? "" : ", `" + problems.replace(" ", "`, `") + "`";
            results.add(
                    switch (row.frames().get(i)) {
                        case "noise" -> "noise";
                        case "ok" -> "taken" + codes;
                        default -> "refused" + codes;
                    });
        }
        if (results.size() > 1) {
            results.remove("taken");
        }
        return String.join("; ", results);
    }

    private static String needs(CompatibilityRow row) {
        String[] need = row.needs().split("[ =]");
        return switch (need[0]) {
            case "crc" -> "`CrcPolicy." + need[1] + "`";
            case "length" -> "`LengthPolicy." + need[1] + "`";
            case "edition" -> "`Edition.E" + need[1] + "`";
            case "key" -> "`Keys`";
            case "alias" -> "`Aliases`: " + need[1] + " is " + need[2];
            default -> "";
        };
    }

    private static Stream<String[]> gaps() {
        return CompatibilityRow.lines("gaps.tsv").stream().map(line -> line.split("\t", -1));
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
