package io.yuanqing.hj212;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the dictionary's tables, which lie beside the classes as CSV with a head line. */
final class FactorFile {

    private FactorFile() {}

    static List<Factor> factors() {
        return rows("factors.csv").stream().map(FactorFile::factor).toList();
    }

    private static Factor factor(List<String> c) {
        return new Factor(
                c.get(0),
                orNull(c.get(1)),
                c.get(2),
                c.get(3),
                c.get(4),
                orNull(c.get(5)),
                orNull(c.get(6)),
                ValueType.read(c.get(7)),
                c.get(8),
                Confidence.valueOf(c.get(9).toUpperCase(Locale.ROOT)));
    }

    /** The rows of a table without its head. */
    static List<List<String>> rows(String name) {
        List<List<String>> rows = new ArrayList<>();
        try (InputStream file = FactorFile.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing beside the classes of io.yuanqing.hj212");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rows.add(cells(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static @Nullable String orNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    /** One line of CSV: cells may stand in quotes, a quote within is doubled. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
