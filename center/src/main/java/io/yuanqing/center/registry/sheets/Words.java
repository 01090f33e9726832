package io.yuanqing.center.registry.sheets;

import io.yuanqing.center.registry.EquipmentKind;
import io.yuanqing.center.registry.Medium;
import io.yuanqing.center.registry.OutletKind;
import io.yuanqing.center.registry.SupervisionClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a choice is written in a sheet. The names of the interface are understood as well. */
record Words<T>(Map<String, T> byWord) {

    static final Words<SupervisionClass> CLASS = of("重点", SupervisionClass.KEY, "一般", SupervisionClass.GENERAL);

    static final Words<Medium> MEDIUM = new Words<>(
            ordered(List.of("废水", "废气", "挥发性有机物", "噪声", "环境空气", "地表水", "扬尘", "其他"), List.of(Medium.values())));

    static final Words<OutletKind> OUTLET =
            new Words<>(ordered(List.of("主要排放口", "一般排放口", "其他"), List.of(OutletKind.values())));

    static final Words<EquipmentKind> EQUIPMENT =
            new Words<>(ordered(List.of("分析仪", "流量计", "数采仪", "采样器", "其他"), List.of(EquipmentKind.values())));

    static final Words<Boolean> YES_NO = of("是", true, "否", false);

    private static <T> Words<T> of(String word, T value, String other, T otherValue) {
        return new Words<>(ordered(List.of(word, other), List.of(value, otherValue)));
    }

    private static <T> Map<String, T> ordered(List<String> words, List<T> values) {
        Map<String, T> all = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            all.put(words.get(i), values.get(i));
        }
        return all;
    }

    List<String> all() {
        return new ArrayList<>(byWord.keySet());
    }

    Optional<T> read(String cell) {
        T exact = byWord.get(cell);
        if (exact != null) {
            return Optional.of(exact);
        }
        String name = cell.toUpperCase(Locale.ROOT);
        return byWord.values().stream()
                .filter(value -> value.toString().toUpperCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** The word for what the database calls by that name. */
    String write(String name) {
        return byWord.entrySet().stream()
                .filter(entry -> entry.getValue().toString().equalsIgnoreCase(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(name);
    }
}
