package io.yuanqing.hj212.command;

import org.jspecify.annotations.Nullable;

/** Codes of a 9011 (HJ 212-2017 table 6). 2005 has 1 to 3 alone; 2025 [GAP] is assumed to be like 2017. */
public enum QnRtn implements Named {
    /** 1: will be carried out; the only one after which a dialogue goes on. */
    READY(1, "准备执行请求", "ready to execute"),
    /** 2: will not be carried out, for no stated reason. */
    REJECTED(2, "请求被拒绝", "rejected"),
    /** 3: the PW is not its own. */
    PW_ERROR(3, "PW错误", "password wrong"),
    /** 4: the MN is not its own (since 2017). */
    MN_ERROR(4, "MN错误", "MN wrong"),
    /** 5: the ST is not that of its system (since 2017). */
    ST_ERROR(5, "ST错误", "ST wrong"),
    /** 6: the Flag is wrong (since 2017). */
    FLAG_ERROR(6, "Flag错误", "Flag wrong"),
    /** 7: the QN is wrong (since 2017). */
    QN_ERROR(7, "QN错误", "QN wrong"),
    /** 8: no such command (since 2017). */
    CN_ERROR(8, "CN错误", "CN wrong"),
    /** 9: the request's CRC does not fit (since 2017). */
    CRC_ERROR(9, "CRC校验错误", "CRC wrong"),
    /** 100: will not be carried out, for a reason of none of these codes (since 2017). */
    UNKNOWN_ERROR(100, "未知错误", "unknown error");

    private final int code;
    private final String zh;
    private final String en;

    QnRtn(int code, String zh, String en) {
        this.code = code;
        this.zh = zh;
        this.en = en;
    }

    /** As a 9011 writes it, 1 to 100. */
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
    public static @Nullable QnRtn of(int code) {
        for (QnRtn known : values()) {
            if (known.code == code) {
                return known;
            }
        }
        return null;
    }
}
