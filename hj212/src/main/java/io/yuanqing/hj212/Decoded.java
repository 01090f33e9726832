package io.yuanqing.hj212;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read from a frame.
 *
 * @param bytes the frame as received
 * @param packet what could be read, also of a damaged frame (best effort, for diagnosis); null when nothing could be
 * @param problems errors and warnings in the order of their finding
 * @param edition the device's, if it is known, else the Flag's
 * @param openedBy the cipher that opened the CP; null when the CP was plain, or stays closed
 */
public record Decoded(
        byte[] bytes,
        @Nullable Packet packet,
        List<Problem> problems,
        Edition edition,
        @Nullable CpCipher openedBy) {

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

    /** Whether the CP is encrypted (HJ 212-2025 clause 6.4), so that it cannot be read or checked without the key. */
    public boolean encrypted() {
        return has(Problem.Code.ENCRYPTED);
    }

    public boolean has(Problem.Code code) {
        return problems.stream().anyMatch(problem -> problem.code() == code);
    }

    /** Length and CRC, declared and found, also of a frame without problems. */
    public Proof proof() {
        return Proof.of(bytes);
    }

    /** Every byte of the frame explained, in order. */
    public List<Part> parts() {
        return Anatomy.of(bytes, encrypted());
    }
}
