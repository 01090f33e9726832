package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Reading;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The levels of a noise station ({@code L5-Data} …), in dB, in the order in which the standards print them. */
public enum NoiseItem implements Named {
    /** {@code L5}: exceeded 5 % of the time, dB. */
    L5("累计百分声级L5", "level exceeded 5 % of the time"),
    /** {@code L10}: exceeded 10 % of the time, dB. */
    L10("累计百分声级L10", "level exceeded 10 % of the time"),
    /** {@code L50}: exceeded half of the time, dB. */
    L50("累计百分声级L50", "level exceeded 50 % of the time"),
    /** {@code L90}: exceeded 90 % of the time, dB. */
    L90("累计百分声级L90", "level exceeded 90 % of the time"),
    /** {@code L95}: exceeded 95 % of the time, dB. */
    L95("累计百分声级L95", "level exceeded 95 % of the time"),
    /** {@code Leq}: equivalent continuous level, dB. */
    LEQ("Leq", "等效声级", "equivalent continuous level"),
    /** {@code Ldn}: day-night equivalent level, dB; of day data (CN 2031) alone. */
    LDN("Ldn", "昼夜等效声级", "day-night equivalent level; day data"),
    /** 2005 prints the names of Ld and Ln the other way round. */
    LD("Ld", "昼间等效声级", "equivalent level of the day part; Ld-DayData"),
    /** {@code Ln}: equivalent level of the night part, dB; {@code Ln-NightData} of CN 2031. */
    LN("Ln", "夜间等效声级", "equivalent level of the night part; Ln-NightData"),
    /** {@code LMx}: highest level of the period, dB. */
    LMX("LMx", "最大瞬时声级", "highest instantaneous level"),
    /** {@code LMn}: lowest level of the period, dB. */
    LMN("LMn", "最小瞬时声级", "lowest instantaneous level"),
    /** {@code LA}: A-weighted level of the moment, dB; {@code LA-Rtd} of CN 2011. */
    LA("LA", "A权声级", "A-weighted level; LA-Rtd");

    private final String code;
    private final String zh;
    private final String en;

    NoiseItem(String zh, String en) {
        this.code = name();
        this.zh = zh;
        this.en = en;
    }

    NoiseItem(String code, String zh, String en) {
        this.code = code;
        this.zh = zh;
        this.en = en;
    }

    /** As the standard spells it. */
    public String code() {
        return code;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }

    /** In the order of the standards' examples; what is no noise level stays behind, in its own order. */
    static List<Reading> sorted(List<Reading> readings) {
        return readings.stream()
                .sorted(Comparator.comparingInt(
                        reading -> of(reading.factor()).map(NoiseItem::ordinal).orElse(values().length)))
                .toList();
    }

    /** By the code, whatever its case. */
    public static Optional<NoiseItem> of(String code) {
        for (NoiseItem item : values()) {
            if (item.code.equalsIgnoreCase(code)) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }
}
