package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A line of {@code commands.tsv}: what the texts say of a command. */
record CommandRow(
        String name, String cn, Shape shape, List<String> systems, Map<Edition, String> clauses, String zh, String en) {

    private static final Map<String, CommandRow> ROWS =
            all().stream().collect(Collectors.toUnmodifiableMap(CommandRow::name, row -> row));

    static CommandRow of(String name) {
        return Objects.requireNonNull(ROWS.get(name), name);
    }

    private static List<CommandRow> all() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CommandRow.class.getResourceAsStream("commands.tsv")),
                StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(CommandRow::row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CommandRow row(String line) {
        String[] cells = line.split("\t", -1);
        return new CommandRow(
                cells[0],
                cells[1],
                Shape.valueOf(cells[2]),
                cells[3].isEmpty() ? List.of() : List.of(cells[3].split(" ")),
                clauses(cells[4], cells[5], cells[6]),
                cells[7],
                cells[8]);
    }

    private static Map<Edition, String> clauses(String... cells) {
        Map<Edition, String> clauses = new EnumMap<>(Edition.class);
        for (Edition edition : Edition.values()) {
            if (!cells[edition.ordinal()].isEmpty()) {
                clauses.put(edition, cells[edition.ordinal()]);
            }
        }
        return Collections.unmodifiableMap(clauses);
    }
}
