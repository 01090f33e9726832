package io.yuanqing.hj212;

import org.jspecify.annotations.Nullable;

/** The check sums that devices put at the end of a frame. A device that checks by another than ours takes no answer. */
public enum CrcFlavour {
    /** The standard's (appendix A). */
    HJ212,
    /** The standard's, low byte first. */
    HJ212_SWAPPED,
    /** CRC-16/MODBUS: what "ANSI CRC16" is often taken for. */
    MODBUS,
    /** CRC-16/MODBUS, low byte first as on a Modbus line. */
    MODBUS_SWAPPED;

    /** The check sum of the bytes from {@code from} up to, not including, {@code to}: 0 to 0xFFFF. */
    public int of(byte[] bytes, int from, int to) {
        int crc = modbus() ? Crc.modbus(bytes, from, to) : Crc.of(bytes, from, to);
        return swapped() ? swap(crc) : crc;
    }

    /** Whether it is CRC-16/MODBUS, in either order of its bytes. */
    public boolean modbus() {
        return this == MODBUS || this == MODBUS_SWAPPED;
    }

    /** Whether the low byte is written first. */
    public boolean swapped() {
        return this == HJ212_SWAPPED || this == MODBUS_SWAPPED;
    }

    static int swap(int crc) {
        return (crc & 0xFF) << 8 | crc >> 8;
    }

    /** The first flavour that fits the frame's CRC; null if none does. Another than HJ 212's needs all four digits. */
    static @Nullable CrcFlavour of(byte[] b, Layout layout, int hj212) {
        if (layout.crcDigits() == 0) {
            return null;
        }
        int declared = Marks.hex(b, layout.segmentEnd, layout.crcDigits());
        if (declared == hj212) {
            return HJ212;
        }
        if (layout.crcDigits() < 4) {
            return null;
        }
        int modbus = Crc.modbus(b, layout.segment, layout.segmentEnd);
        if (declared == modbus) {
            return MODBUS;
        }
        if (declared == swap(hj212)) {
            return HJ212_SWAPPED;
        }
        return declared == swap(modbus) ? MODBUS_SWAPPED : null;
    }
}
