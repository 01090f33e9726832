package io.yuanqing.hj212.command;

import org.jspecify.annotations.Nullable;

/** Codes of a 9012 (HJ 212-2017 table 6). 2005 has 1, 2 and 100 alone; 2025 [GAP] is assumed to be like 2017. */
public enum ExeRtn {
    DONE(1, "执行成功", "done"),
    FAILED(2, "执行失败，原因未知", "failed, cause unknown"),
    CONDITION_ERROR(3, "命令请求条件错误", "condition of the request wrong"),
    TIMED_OUT(4, "通讯超时", "communication timed out"),
    BUSY(5, "系统繁忙不能执行", "system busy"),
    SYSTEM_FAULT(6, "系统故障", "system fault"),
    NO_DATA(100, "没有数据", "no data");

    private final int code;
    private final String zh;
    private final String en;

    ExeRtn(int code, String zh, String en) {
        this.code = code;
        this.zh = zh;
        this.en = en;
    }

    public int code() {
        return code;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** Null for a code that no edition knows. */
    public static @Nullable ExeRtn of(int code) {
        for (ExeRtn known : values()) {
            if (known.code == code) {
                return known;
            }
        }
        return null;
    }
}
