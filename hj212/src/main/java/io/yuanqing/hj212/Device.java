package io.yuanqing.hj212;

import org.jspecify.annotations.Nullable;

/**
 * What is known about a sender that its frames themselves cannot tell.
 *
 * @param edition the edition it speaks, whatever its Flag says; null: the Flag decides
 * @param crc how its CRC is judged
 * @param length how a wrong length is judged
 * @param keys what its CP may be encrypted with
 */
public record Device(@Nullable Edition edition, CrcPolicy crc, LengthPolicy length, Keys keys) {

    /** Nothing is known: the Flag names the edition, length and CRC must fit, an encrypted CP stays closed. */
    public static final Device UNKNOWN = new Device(null, CrcPolicy.STRICT, LengthPolicy.STRICT, Keys.NONE);
}
