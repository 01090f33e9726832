package io.yuanqing.hj212;

import org.jspecify.annotations.Nullable;

/**
 * Whether a frame's CP is encrypted, and the frame in plain text if one of the device's keys opens it. No flag tells it
 * (HJ 212-2025 clause 6.4). Since a wrong key leaves a CRC that fits once in 256 times, the CP must also read as text that
 * begins with {@code name=}.
 *
 * @param frame as received, or with its CP opened
 * @param otherLength what the length may say beside that of the frame's data segment; -1: nothing else. A CP in braces
 *     is longer than its plain text, and either length may be meant
 */
@SuppressWarnings("ArrayRecordComponent")
record Opening(
        State state,
        byte[] frame,
        int otherLength,
        @Nullable CpCipher by) {

    enum State {
        PLAIN,
        OPENED,
        /** Encrypted, and the device has no key. */
        NO_KEY,
        /** Encrypted, and none of the device's keys opens it. */
        KEY_WRONG
    }

    /** @param fits whether the CRC fits the bytes as received, as it does by chance once in 256 times */
    static Opening of(byte[] b, Layout layout, boolean fits, Device device) {
        boolean suspected = Encryption.suspected(b, layout) && (!fits || noText(b, layout));
        boolean keyed = !device.keys().ciphers().isEmpty();
        if (layout.cpClose < 0 || layout.crcDigits() == 0 || !suspected && (fits || !keyed)) {
            return plain(b);
        }
        byte[] body = Encryption.body(b, layout);
        if (body == null) {
            return new Opening(keyed ? State.KEY_WRONG : State.NO_KEY, b, -1, null);
        }
        for (CpCipher cipher : device.keys().ciphers()) {
            byte[] cp = Encryption.decrypted(body, cipher);
            byte[] opened = Encryption.withCp(b, layout, cp);
            if (Encryption.beginsWithName(cp, 0, cp.length)
                    && !Encryption.binary(cp, 0, cp.length)
                    && crcFits(opened, device.crc())) {
                return new Opening(State.OPENED, opened, layout.length(), cipher);
            }
        }
        if (!suspected) {
            return plain(b);
        }
        int plainLength = layout.length() - (layout.cpClose - layout.cpText) + body.length;
        return new Opening(keyed ? State.KEY_WRONG : State.NO_KEY, b, plainLength, null);
    }

    private static Opening plain(byte[] b) {
        return new Opening(State.PLAIN, b, -1, null);
    }

    private static boolean noText(byte[] b, Layout layout) {
        return !Encryption.beginsWithName(b, layout.cpText, layout.cpClose)
                && (Encryption.braced(b, layout.cpText, layout.cpClose)
                        || Encryption.binary(b, layout.cpText, layout.cpClose));
    }

    private static boolean crcFits(byte[] opened, CrcPolicy policy) {
        Layout layout = new Layout(opened);
        CrcFlavour found = CrcFlavour.of(opened, layout, Crc.of(opened, layout.segment, layout.segmentEnd));
        return switch (policy) {
            case STRICT -> found == CrcFlavour.HJ212;
            case ACCEPT_MODBUS -> found != null;
            case IGNORE -> true;
        };
    }

    boolean closed() {
        return state == State.NO_KEY || state == State.KEY_WRONG;
    }
}
