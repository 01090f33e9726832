package io.yuanqing.hj212;

/**
 * How cipher bytes stand in a CP. [GAP] HJ 212-2025 A.2 prints them in braces; the length that it declares is that of raw
 * bytes, so braces seem to be notation only. Both are read.
 */
public enum CipherForm {
    /** The bytes themselves: the CP is as long as its plain text and may hold any byte. */
    RAW,
    /** As text, {@code {0xE4,0x3E,…}}, behind it the plain rest. The frame's length stays that of the plain text. */
    BRACES
}
