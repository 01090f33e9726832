package io.yuanqing.hj212.command;

import org.jspecify.annotations.Nullable;

/** Running state of a treatment facility ({@code SBx-RS}); 2005 knows OFF and RUNNING alone. */
public enum DeviceState {
    OFF("关闭", "off"),
    RUNNING("运行", "running"),
    CALIBRATING("校准", "calibrating"),
    MAINTENANCE("维护", "maintenance"),
    ALARM("报警", "alarm"),
    BLOW_BACK("反吹", "blow-back");

    private final String zh;
    private final String en;

    DeviceState(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** By the text sent, 0 to 5; null for any other. */
    public static @Nullable DeviceState of(String text) {
        Integer number = CpReader.integer(text.strip());
        return number == null || number >= values().length ? null : values()[number];
    }
}
