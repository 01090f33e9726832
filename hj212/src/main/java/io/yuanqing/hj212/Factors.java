package io.yuanqing.hj212;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The dictionary of factor, process and device codes: {@code factors.csv}, whose head names the origin of each row. */
public final class Factors {

    private static final List<Factor> ALL = read();
    private static final Map<String, Factor> BY_CODE = byCode();

    private Factors() {}

    /** By code, whatever its case; the first entry where the code has several meanings. Null if unknown. */
    public static @Nullable Factor find(String code) {
        return BY_CODE.get(code.toLowerCase(Locale.ROOT));
    }

    public static List<Factor> all() {
        return ALL;
    }

    private static Map<String, Factor> byCode() {
        Map<String, Factor> byCode = new HashMap<>();
        for (Factor factor : ALL) {
            byCode.putIfAbsent(factor.code().toLowerCase(Locale.ROOT), factor);
        }
        return Map.copyOf(byCode);
    }

    private static List<Factor> read() {
        List<Factor> factors = new ArrayList<>();
        try (InputStream file = Factors.class.getResourceAsStream("factors.csv")) {
            if (file == null) {
                throw new IllegalStateException("factors.csv is missing beside the classes of io.yuanqing.hj212");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> c = cells(line);
                factors.add(new Factor(
                        c.get(0),
                        orNull(c.get(1)),
                        c.get(2),
                        c.get(3),
                        c.get(4),
                        orNull(c.get(5)),
                        orNull(c.get(6)),
                        orNull(c.get(7))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(factors);
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
