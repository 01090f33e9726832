package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import java.util.Optional;

/**
 * The data flags of pollution sources ({@code xx-Flag}; HJ/T 212-2005 6.6, HJ 212-2017 table 8, HJ 212-2025 table 10).
 * A {@code ?} in the editions marks a [GAP] of 2025. Other texts occur and are no error.
 */
public enum DataFlag implements Named {
    /** {@code N}: the instrument works, the value is valid; the default of 2025. */
    NORMAL("N", "正常", "normal", "2005 2017 2025"),
    /** {@code F}: the source (2005) or the instrument (2017) is out of service. */
    STOPPED("F", "停运", "out of service (2005: source stopped)", "2005 2017 2025?"),
    /** {@code M}: measured during maintenance of the instrument. */
    MAINTENANCE("M", "维护", "maintenance", "2005 2017 2025"),
    /** {@code S}: entered by hand, not measured. */
    SET_BY_HAND("S", "手工输入的设定值", "set by hand", "2005 2017 2025?"),
    /** {@code D}: the instrument is faulty. */
    FAULT("D", "故障", "instrument fault", "2005 2017 2025"),
    /** {@code C}: the instrument is being calibrated. */
    CALIBRATION("C", "校准", "calibration", "2005 2017 2025"),
    /** {@code T}: over the instrument's range; in 2005 over the limit. */
    OVER_RANGE("T", "超过测量上限", "over the measuring range (2005: over the limit)", "2005 2017 2025"),
    /** {@code B}: the logger does not reach the instrument (since 2017). */
    COMMUNICATION_FAULT("B", "通讯异常", "no communication with the instrument", "2017 2025?"),
    /** {@code P}: no power (2005 alone). */
    POWER_FAILURE("P", "电源故障", "power failure", "2005"),
    /** {@code Td}: a key operating parameter is abnormal (2025); the only flag of two letters. */
    KEY_PARAMETER("Td", "关键运行参数异常", "key operating parameter abnormal", "2025");

    private final String code;
    private final String zh;
    private final String en;
    private final EditionList editions;

    DataFlag(String code, String zh, String en, String editions) {
        this.code = code;
        this.zh = zh;
        this.en = en;
        this.editions = new EditionList(editions);
    }

    /** As the standard writes it: one letter, {@code Td} two. */
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

    /** By the text sent, whatever its case. */
    public static Optional<DataFlag> of(String text) {
        for (DataFlag flag : values()) {
            if (flag.code.equalsIgnoreCase(text.strip())) {
                return Optional.of(flag);
            }
        }
        return Optional.empty();
    }
}
