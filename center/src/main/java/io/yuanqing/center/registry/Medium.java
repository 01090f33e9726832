package io.yuanqing.center.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is monitored at a point (监测介质), and what follows from it when a registration leaves it open. */
public enum Medium {
    /** Waste water (废水). */
    WATER("32", "w01018", "w21003", "w21011", "w21001"),
    /** Waste gas of a stack (废气). */
    GAS("31", "a34013", "a21026", "a21002"),
    /** Volatile organic compounds (挥发性有机物). */
    VOC("27"),
    /** Noise (噪声). */
    NOISE("23"),
    /** Ambient air, plant boundary included (环境空气). */
    AIR("22"),
    /** Surface water (地表水). */
    SURFACE_WATER("21"),
    /** Dust of a building site (扬尘). */
    DUST("39"),
    /** Anything else that a logger can report. */
    OTHER(null);

    private final @Nullable String st;
    private final List<String> assessedFactors;

    Medium(@Nullable String st, String... assessedFactors) {
        this.st = st;
        this.assessedFactors = List.of(assessedFactors);
    }

    /** System code ST (HJ 212-2017 table 5) that a logger of this medium sends, where there is one. */
    public @Nullable String st() {
        return st;
    }

    /** Factors on which the transmission rate is assessed by default; empty where the duty does not apply. */
    public List<String> assessedFactors() {
        return assessedFactors;
    }
}
