package io.yuanqing.hj212;

/** How a device's CRC is judged. */
public enum CrcPolicy {
    /** It must be HJ 212's. */
    STRICT,
    /** Modbus's CRC and swapped bytes are accepted, with a warning: devices exist that never compute another. */
    ACCEPT_MODBUS,
    /** Any CRC is accepted, with a warning. Damage goes unnoticed: for a device that cannot be repaired. */
    IGNORE
}
