package io.yuanqing.hj212.command;

import org.jspecify.annotations.Nullable;

/** Codes of a 9011 (HJ 212-2017 table 6). 2005 has 1 to 3 alone; 2025 [GAP] is assumed to be like 2017. */
public enum QnRtn {
    READY(1, "准备执行请求", "ready to execute"),
    REJECTED(2, "请求被拒绝", "rejected"),
    PW_ERROR(3, "PW错误", "password wrong"),
    MN_ERROR(4, "MN错误", "MN wrong"),
    ST_ERROR(5, "ST错误", "ST wrong"),
    FLAG_ERROR(6, "Flag错误", "Flag wrong"),
    QN_ERROR(7, "QN错误", "QN wrong"),
    CN_ERROR(8, "CN错误", "CN wrong"),
    CRC_ERROR(9, "CRC校验错误", "CRC wrong"),
    UNKNOWN_ERROR(100, "未知错误", "unknown error");

    private final int code;
    private final String zh;
    private final String en;

    QnRtn(int code, String zh, String en) {
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
    public static @Nullable QnRtn of(int code) {
        for (QnRtn known : values()) {
            if (known.code == code) {
                return known;
            }
        }
        return null;
    }
}
