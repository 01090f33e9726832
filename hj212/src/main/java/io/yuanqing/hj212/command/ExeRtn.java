package io.yuanqing.hj212.command;

import org.jspecify.annotations.Nullable;

/** Codes of a 9012 (HJ 212-2017 table 6). 2005 has 1, 2 and 100 alone; 2025 [GAP] is assumed to be like 2017. */
public enum ExeRtn implements Named {
    /** 1: carried out. */
    DONE(1, "执行成功", "done"),
    /** 2: not carried out, for no known cause. */
    FAILED(2, "执行失败，原因未知", "failed, cause unknown"),
    /** 3: a condition of the request, such as its range of time, is wrong (since 2017). */
    CONDITION_ERROR(3, "命令请求条件错误", "condition of the request wrong"),
    /** 4: the instrument did not answer the field machine in time (since 2017). */
    TIMED_OUT(4, "通讯超时", "communication timed out"),
    /** 5: the field machine is busy with something else (since 2017). */
    BUSY(5, "系统繁忙不能执行", "system busy"),
    /** 6: the field machine is faulty (since 2017). */
    SYSTEM_FAULT(6, "系统故障", "system fault"),
    /** 100: there are no data of the range that was asked for. */
    NO_DATA(100, "没有数据", "no data");

    private final int code;
    private final String zh;
    private final String en;

    ExeRtn(int code, String zh, String en) {
        this.code = code;
        this.zh = zh;
        this.en = en;
    }

    /** As a 9012 writes it, 1 to 100. */
    public int code() {
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
