package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import java.util.Optional;

/**
 * The system codes (ST; HJ/T 212-2005 6.6, HJ 212-2017 table 5, HJ 212-2025 table 7). Two characters 0-9, A-Z: 10 to 29
 * environment, 30 to 49 sources, 50 to 69 process, 91 interaction, A0 to Z9 extensions, which are kept as written.
 */
public enum SystemCode implements Named {
    /** 21: quality of rivers and lakes. */
    SURFACE_WATER("21", "地表水质量监测", "surface water quality", "2005 2017 2025"),
    /** 22: quality of the ambient air. */
    AMBIENT_AIR("22", "空气质量监测", "ambient air quality", "2005 2017 2025"),
    /** 23: noise of an area. */
    NOISE("23", "声环境质量监测", "noise environment", "2005 2017 2025"),
    /** 24: quality of groundwater (since 2017). */
    GROUNDWATER("24", "地下水质量监测", "groundwater quality", "2017 2025"),
    /** 25: quality of soil (since 2017). */
    SOIL("25", "土壤质量监测", "soil quality", "2017 2025"),
    /** 26: quality of sea water (since 2017). */
    SEA_WATER("26", "海水质量监测", "sea water quality", "2017 2025"),
    /** 27: volatile organic compounds (since 2017). */
    VOC("27", "挥发性有机物监测", "volatile organic compounds", "2017 2025"),
    /** 31: waste gas of a source. */
    AIR_SOURCE("31", "大气环境污染源", "air pollution source", "2005 2017 2025"),
    /** 32: waste water of a source. */
    WATER_SOURCE("32", "地表水体环境污染源", "surface-water pollution source", "2005 2017 2025"),
    /** 33: source that discharges into groundwater. */
    GROUNDWATER_SOURCE("33", "地下水体环境污染源", "groundwater pollution source", "2005 2017 2025"),
    /** 34: source that discharges into the sea. */
    MARINE_SOURCE("34", "海洋环境污染源", "marine pollution source", "2005 2017 2025"),
    /** 35: source that pollutes soil. */
    SOIL_SOURCE("35", "土壤环境污染源", "soil pollution source", "2005 2017 2025"),
    /** 36: noise of a source. */
    NOISE_SOURCE("36", "声环境污染源", "noise source", "2005 2017 2025"),
    /** 37: vibration of a source. */
    VIBRATION_SOURCE("37", "振动环境污染源", "vibration source", "2005 2017 2025"),
    /** 38: radioactivity of a source. */
    RADIOACTIVE_SOURCE("38", "放射性环境污染源", "radioactive source", "2005 2017 2025"),
    /** 39: dust of a construction site (since 2017). */
    DUST_SOURCE("39", "工地扬尘污染源", "construction-site dust", "2017 2025"),
    /** 41: electromagnetic fields of a source. */
    ELECTROMAGNETIC_SOURCE("41", "电磁环境污染源", "electromagnetic source", "2005 2017 2025"),
    /** 44: consumption of production and treatment plant, by which running is judged (2025). */
    ELECTRICITY("44", "用电监控", "electricity monitoring", "2025"),
    /** 45: marks of the state of production, sent as text values (2025). */
    PRODUCTION_CONDITION("45", "关键生产工况", "key production condition", "2025"),
    /** 51: plant that treats flue gas (2017; 2025 [GAP]). */
    FLUE_GAS_PROCESS("51", "烟气排放过程监控", "flue-gas process", "2017 2025?"),
    /** 52: plant that treats waste water (2017; 2025 [GAP]). */
    SEWAGE_PROCESS("52", "污水排放过程监控", "sewage process", "2017 2025?"),
    /** 91: every reply, 9011 to 9014, whatever system it answers. */
    INTERACTION("91", "系统交互", "system interaction", "2005 2017 2025");

    private final String code;
    private final String zh;
    private final String en;
    private final EditionList editions;

    SystemCode(String code, String zh, String en, String editions) {
        this.code = code;
        this.zh = zh;
        this.en = en;
        this.editions = new EditionList(editions);
    }

    /** As ST writes it, two characters. */
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

    /** Whether the edition has it, a [GAP] included. */
    public boolean in(Edition edition) {
        return editions.has(edition);
    }

    /** Whether the edition is known to have it. */
    public boolean sure(Edition edition) {
        return editions.sure(edition);
    }

    /** By the text of a packet's ST. */
    public static Optional<SystemCode> of(String code) {
        for (SystemCode known : values()) {
            if (known.code.equals(code)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }
}
