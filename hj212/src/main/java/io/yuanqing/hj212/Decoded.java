package io.yuanqing.hj212;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read from a frame.
 *
 * @param bytes the frame as received
 * @param plain the same with its CP in plain text; as received, unless the CP was encrypted and has been opened
 * @param packet what could be read, also of a damaged frame (best effort, for diagnosis); null when nothing could be
 * @param problems errors and warnings in the order of their finding
 * @param edition the device's, if it is known, else the Flag's
 * @param openedBy the cipher that opened the CP; null when the CP was plain, or stays closed
 * @param crc the flavour of check sum that fits, whether the policy accepts it or not; null when none does, or the CP stays
 *     closed
 */
public record Decoded(
        byte[] bytes,
        byte[] plain,
        @Nullable Packet packet,
        List<Problem> problems,
        Edition edition,
        @Nullable CpCipher openedBy,
        @Nullable CrcFlavour crc) {

    /** Length and CRC fit, header and CP are readable. Warnings do not matter, nor does a missing MN. */
    public boolean ok() {
        if (packet == null) {
            return false;
        }
        for (Problem problem : problems) {
            if (problem.error()) {
                return false;
            }
        }
        return true;
    }

    /** Whether the CP is encrypted (HJ 212-2025 clause 6.4) and stays closed: it can be neither read nor checked. */
    public boolean encrypted() {
        return has(Problem.Code.ENCRYPTED) || has(Problem.Code.KEY_WRONG);
    }

    /** Whether one of the problems has that code. */
    public boolean has(Problem.Code code) {
        return problems.stream().anyMatch(problem -> problem.code() == code);
    }

    /** Length and CRC, declared and found in {@link #plain}, also of a frame without problems. */
    public Proof proof() {
        return Proof.of(plain);
    }

    /** Every byte of {@link #plain} explained, in order. */
    public List<Part> parts() {
        return Anatomy.of(plain, encrypted());
    }
}
