package io.yuanqing.center.packets;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A seal over packets of one day of receipt. Digests are SM3 in hexadecimal, see {@link SealChain}.
 *
 * @param number 1, 2, 3 … in the order of sealing
 * @param day of receipt, the city's
 * @param after the day's packets behind this position …
 * @param upTo … and up to this one are sealed
 * @param packets how many they are
 * @param positions theirs
 * @param packetsDigest last link of the chain over them
 * @param previous digest of the seal before
 * @param digest of this seal, {@code previous} included
 */
record Seal(
        long number,
        Kind kind,
        LocalDate day,
        long after,
        long upTo,
        long packets,
        Positions positions,
        String packetsDigest,
        String previous,
        String digest,
        Instant sealedAt) {

    /** What is sealed. */
    enum Kind {
        /** All packets of the span, as received. */
        DAY,
        /** Those that were kept when the day's other packets were dropped; takes the place of the day's earlier seals. */
        KEPT
    }

    /** With the digest that its content demands. */
    Seal digested() {
        return new Seal(
                number,
                kind,
                day,
                after,
                upTo,
                packets,
                positions,
                packetsDigest,
                previous,
                SealChain.digest(this),
                sealedAt);
    }
}
