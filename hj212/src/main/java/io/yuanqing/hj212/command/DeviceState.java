package io.yuanqing.hj212.command;

import org.jspecify.annotations.Nullable;

/** Running state of a treatment facility ({@code SBx-RS}); 2005 knows OFF and RUNNING alone. */
public enum DeviceState implements Named {
    /** 0: does not run. */
    OFF("关闭", "off"),
    /** 1: runs. */
    RUNNING("运行", "running"),
    /** 2: is being calibrated (since 2017). */
    CALIBRATING("校准", "calibrating"),
    /** 3: is being maintained (since 2017). */
    MAINTENANCE("维护", "maintenance"),
    /** 4: has raised an alarm (since 2017). */
    ALARM("报警", "alarm"),
    /** 5: cleans its sampling line by blowing back (since 2017). */
    BLOW_BACK("反吹", "blow-back");

    private final String zh;
    private final String en;

    DeviceState(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }

    /** By the text sent, 0 to 5; null for any other. */
    public static @Nullable DeviceState of(String text) {
        Integer number = CpReader.integer(text.strip());
        return number == null || number >= values().length ? null : values()[number];
    }
}
