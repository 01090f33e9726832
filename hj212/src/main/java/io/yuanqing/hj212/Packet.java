package io.yuanqing.hj212;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message. Values are as written, trimmed; what is absent, empty or {@code null} in words is null.
 *
 * @param qn request number, 17 digits by the standard, opaque here; from the CP when the header has none (2005)
 * @param st system code, two characters by the standard (31 waste gas, 32 waste water, 91 replies); empty if absent
 * @param cn command number, four digits by the standard; empty if absent
 * @param pw access password, six characters by the standard; longer ones occur
 * @param mn the logger's number as written
 * @param flag 0 to 255; 0 if absent
 * @param flagPresent whether the header has a readable Flag
 * @param pnum number of packets of a split message
 * @param pno number of this one, from 1
 * @param backfilled RF=1 (2025): sent later than it was measured
 * @param cp the text between {@code CP=&&} and the closing {@code &&}; empty when it is encrypted and stays
 *     closed
 * @param items the CP's items, read on first use
 */
public record Packet(
        @Nullable String qn,
        String st,
        String cn,
        @Nullable String pw,
        @Nullable String mn,
        int flag,
        boolean flagPresent,
        @Nullable Integer pnum,
        @Nullable Integer pno,
        boolean backfilled,
        String cp,
        List<Item> items) {

    /** A packet to be sent; its items are those of the CP. */
    public static Packet of(
            @Nullable String qn, String st, String cn, @Nullable String pw, @Nullable String mn, int flag, String cp) {
        return new Packet(qn, st, cn, pw, mn, flag, true, null, null, false, cp, new CpItems(cp));
    }

    /** By the Flag's version bits: a default only, see {@link Edition}. */
    public Edition edition() {
        return Edition.ofFlag(flag);
    }

    /** Flag's bit 0: the sender wants a 9013 or 9014. */
    public boolean answerWanted() {
        return (flag & 1) != 0;
    }

    /** One of several packets that make a message. Each is complete in itself and can be stored alone. */
    public boolean split() {
        return pnum != null && pnum > 1;
    }

    /**
     * The CP's DataTime in the logger's local time (China Standard Time): 17, 14, 12 or 8 digits, with or without
     * dashes, colons, blanks. Null if it is absent or no date and time.
     */
    public @Nullable LocalDateTime dataTime() {
        CpScanner pieces = pieces();
        return pieces.find("DataTime")
                ? DataTimes.dateTime(DataTimes.number(cp, pieces.valueStart(), pieces.valueEnd()))
                : null;
    }

    /** The factors' values, in the order of their first appearance. A factor that is sent twice comes twice. Read anew from
     * the CP with each call. */
    public List<Reading> readings() {
        return Readings.of(items instanceof CpItems read ? read.pieces(cp) : CpPieces.of(cp));
    }

    /** The value of the CP's first field of that name, whatever its case; null if there is none. */
    public @Nullable String value(String name) {
        CpScanner pieces = pieces();
        return pieces.find(name) ? CpFields.value(pieces, cp) : null;
    }

    private CpScanner pieces() {
        return items instanceof CpItems read ? new CpScanner(read.pieces(cp)) : new CpScanner(cp);
    }
}
