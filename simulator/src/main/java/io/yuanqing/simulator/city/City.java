package io.yuanqing.simulator.city;

import io.yuanqing.hj212.Edition;
import io.yuanqing.simulator.city.Process.Level;
import io.yuanqing.simulator.city.Process.Load;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All points that send. */
public record City(List<CityPoint> points) {

    /** The sample city, from {@code sample-city/*.csv} on the class path. */
    public static City sample() {
        Map<String, Process> processes = new HashMap<>();
        for (Map<String, String> row : Table.read("sample-city/processes.csv")) {
            processes.put(cell(row, "process"), process(row));
        }
        List<CityPoint> points = new ArrayList<>();
        for (Map<String, String> row : Table.read("sample-city/points.csv")) {
            points.add(point(row, processes));
        }
        return new City(List.copyOf(points));
    }

    /** {@code size} points: the sample city's, then copies of them under MNs of their own. */
    public static City ofSize(int size) {
        List<CityPoint> sample = sample().points();
        List<CityPoint> points = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            CityPoint model = sample.get(i % sample.size());
            points.add(i < sample.size() ? model : model.withMn(copyOf(model.mn(), i / sample.size())));
        }
        return new City(List.copyOf(points));
    }

    /** The maker's digits become "copy number", which no MN of the sample has; length and alphabet stay. */
    private static String copyOf(String mn, int copy) {
        return mn.length() == 14
                ? String.format(Locale.ROOT, "9%06d%s", copy, mn.substring(7))
                : String.format(Locale.ROOT, "02%07X%s", copy, mn.substring(9));
    }

    private static CityPoint point(Map<String, String> row, Map<String, Process> processes) {
        String name = cell(row, "process");
        Process process = processes.get(name);
        if (process == null) {
            throw new IllegalStateException(
                    "points.csv: point " + cell(row, "mn") + " has process '" + name + "', which processes.csv lacks");
        }
        return new CityPoint(
                cell(row, "mn"),
                cell(row, "enterprise_code"),
                cell(row, "medium").equals("GAS"),
                cell(row, "st"),
                Edition.ofYear(cell(row, "edition")),
                cell(row, "password"),
                List.of(cell(row, "factors").split(" ")),
                number(row, "reference_oxygen"),
                Boolean.parseBoolean(cell(row, "end_stamped")),
                Integer.parseInt(cell(row, "minute_interval")),
                process);
    }

    private static Process process(Map<String, String> row) {
        Map<String, Level> levels = new LinkedHashMap<>();
        for (String pollutant : cell(row, "pollutants").split(" ")) {
            String[] parts = pollutant.split("[:/]");
            levels.put(parts[0], new Level(Double.parseDouble(parts[1]), Double.parseDouble(parts[2])));
        }
        return new Process(
                cell(row, "process"),
                Load.valueOf(cell(row, "load")),
                orZero(number(row, "flow")),
                orZero(number(row, "temperature")),
                orZero(number(row, "pressure")),
                orZero(number(row, "humidity")),
                number(row, "oxygen"),
                Map.copyOf(levels));
    }

    private static String cell(Map<String, String> row, String column) {
        String value = row.get(column);
        if (value == null) {
            throw new IllegalStateException("the sample city has no column '" + column + "'");
        }
        return value;
    }

    private static @Nullable Double number(Map<String, String> row, String column) {
        String value = cell(row, column);
        return value.isEmpty() ? null : Double.valueOf(value);
    }

    private static double orZero(@Nullable Double value) {
        return value == null ? 0 : value;
    }
}
