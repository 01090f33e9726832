package io.yuanqing.center.registry.sheets;

import io.yuanqing.center.Refusal.FieldProblem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of a sheet: its cells as text by key, and what is wrong with those that were read into their types. */
final class Row {

    private final int number;
    private final Map<String, String> cells;
    private final List<FieldProblem> unusable;
    private final List<FieldProblem> problems;

    /**
     * @param number as the spreadsheet program counts it, from 1
     * @param unusable cells that hold no value, and why
     */
    Row(int number, Map<String, String> cells, List<FieldProblem> unusable) {
        this.number = number;
        this.cells = Map.copyOf(cells);
        this.unusable = List.copyOf(unusable);
        this.problems = new ArrayList<>(unusable);
    }

    int number() {
        return number;
    }

    List<FieldProblem> problems() {
        return problems;
    }

    /** A fresh reading of the same cells. */
    Row again() {
        return new Row(number, cells, unusable);
    }

    @Nullable
    String text(String key) {
        String cell = cells.get(key);
        return cell == null || cell.isBlank() ? null : cell.strip();
    }

    /** For what cannot be looked up without it; empty when it is missing, which is then a problem of this row. */
    String need(String key) {
        String cell = text(key);
        if (cell == null) {
            problems.add(new FieldProblem(key, "is missing; it is required", "MISSING", List.of()));
            return "";
        }
        return cell;
    }

    @Nullable
    String text(String key, @Nullable String otherwise) {
        String cell = text(key);
        return cell == null ? otherwise : cell;
    }

    @Nullable
    BigDecimal number(String key, @Nullable BigDecimal otherwise) {
        String cell = text(key);
        if (cell == null) {
            return otherwise;
        }
        try {
            BigDecimal number = new BigDecimal(cell.replace(",", ""));
            // 1E999999999 is a number of a few characters that would be written with a billion digits.
            if (Math.abs((long) number.scale()) <= 30 && number.precision() <= 30) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        problems.add(new FieldProblem(key, "'" + cell + "' is no number", "NUMBER", List.of(cell)));
        return otherwise;
    }

    @Nullable
    Integer whole(String key, @Nullable Integer otherwise) {
        BigDecimal number = number(key, null);
        if (number == null) {
            return otherwise;
        }
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            problems.add(new FieldProblem(
                    key, "'" + text(key) + "' is no whole number", "NUMBER", List.of(String.valueOf(text(key)))));
            return otherwise;
        }
    }

    @Nullable
    LocalDate date(String key, @Nullable LocalDate otherwise) {
        String cell = text(key);
        if (cell == null) {
            return otherwise;
        }
        String[] parts = cell.replaceAll("[年月./]", "-").replace("日", "").split("-");
        try {
            if (parts.length == 3) {
                return LocalDate.parse("%s-%2s-%2s"
                        .formatted(parts[0], parts[1].strip(), parts[2].strip())
                        .replace(' ', '0'));
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        problems.add(new FieldProblem(key, "'" + cell + "' is no date; write it as 2026-11-24", "DATE", List.of(cell)));
        return otherwise;
    }

    <T> @Nullable T choice(String key, Words<T> words, @Nullable T otherwise) {
        String cell = text(key);
        if (cell == null) {
            return otherwise;
        }
        return words.read(cell).orElseGet(() -> {
            String all = String.join("、", words.all());
            problems.add(new FieldProblem(key, "'" + cell + "' is none of " + all, "CHOICE", List.of(cell, all)));
            return otherwise;
        });
    }

    /** Words between blanks, commas or the Chinese comma. */
    @Nullable
    List<String> list(String key, @Nullable List<String> otherwise) {
        String cell = text(key);
        return cell == null
                ? otherwise
                : Arrays.stream(cell.split("[\\s,，、;；]+"))
                        .filter(one -> !one.isEmpty())
                        .toList();
    }

    void wrong(String key, String message, String rule, String... args) {
        problems.add(new FieldProblem(key, message, rule, List.of(args)));
    }
}
