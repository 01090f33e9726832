package io.yuanqing.hj212;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Groups a CP's fields {@code factor-Suffix=value} by factor, in one pass. Fields are collected in arrays for the whole
 * packet; they lie by factor already, unless a logger comes back to a factor after another one.
 */
final class Readings {

    private static final String FLAG = "Flag";

    private final CpFields fields;

    /** Recognises the fields that logger after logger sends; null where places in the text are not places in bytes. */
    private @Nullable PlainFields plain;

    /** Each field's suffix, place of its value, and factor, in the order sent. */
    private String[] suffixes;

    private int[] places;
    private int[] owners;
    private int count;

    /** Whether a field of an earlier factor came after one of a later. */
    private boolean mixed;

    private String[] factors = new String[12];

    /** Each factor's bytes, if it has no more than eight of them; else 0. */
    private long[] keys = new long[12];

    private int factorCount;

    /** The item's current factor; -1: none yet. */
    private int current = -1;

    /** The field of the factor before that the next one probably resembles; the newest factor's first field. */
    private int like;

    private int begin;

    private final int length;

    private Readings(CpPieces pieces) {
        fields = new CpFields(pieces);
        plain = pieces.ascii ? new PlainFields(fields.pieces, pieces.text) : null;
        length = pieces.text.length();
        suffixes = new String[pieces.count];
        places = new int[2 * pieces.count];
        owners = new int[pieces.count];
    }

    static List<Reading> of(CpPieces pieces) {
        Readings grouped = new Readings(pieces);
        while (grouped.addLikely() || grouped.addNext()) {}
        return grouped.list();
    }

    /** Loggers send the same suffixes for each factor: what came next with the factor before is tried first. */
    private boolean addLikely() {
        PlainFields next = plain;
        int alike = fields.atItem() ? begin : like;
        if (next == null || factorCount == 0) {
            return false;
        }
        boolean known = alike < count;
        String likely = known ? suffixes[alike] : FLAG;
        if (!(known ? next.isLike(places[2 * alike] - 1, likely) : next.isFlag())) {
            return false;
        }
        turnTo(next);
        fields.takePlain();
        put(likely);
        return true;
    }

    private void turnTo(PlainFields next) {
        if (fields.atItem() || current < 0 || keys[current] != next.factor) {
            current = factorCount - 1;
            while (current >= 0 && (keys[current] != next.factor || factors[current].length() != next.factorLength)) {
                current--;
            }
            if (current < 0) {
                current = newFactor(next.factor(), next.factor);
            }
        }
    }

    private boolean addNext() {
        if (!fields.advance()) {
            return false;
        }
        add();
        return true;
    }

    private void add() {
        if (fields.opensItem) {
            current = -1;
        }
        String text = fields.text;
        if (text.length() != length) {
            // Numbers were added behind it, of which the bytes know nothing.
            plain = null;
        }
        // Within the name alone: a CP of a thousand names without a dash would be searched a thousand times.
        int dash = fields.nameEnd - 1;
        while (dash > fields.nameStart && text.charAt(dash) != '-') {
            dash--;
        }
        if (dash > fields.nameStart) {
            int factorStart = Text.strippedStart(text, fields.nameStart, dash);
            int factorEnd = Text.strippedEnd(text, factorStart, dash);
            int suffixStart = Text.strippedStart(text, dash + 1, fields.nameEnd);
            int suffixEnd = Text.strippedEnd(text, suffixStart, fields.nameEnd);
            if (suffixStart < suffixEnd && factorStart < factorEnd) {
                turnTo(text, factorStart, factorEnd);
                put(suffix(text, suffixStart, suffixEnd));
            }
        } else if (current >= 0 && FLAG.equals(Suffixes.known(text, fields.nameStart, fields.nameEnd))) {
            // "a34001-Rtd=92,Flag=N": the code was left out, the item says whose flag it is.
            put(FLAG);
        }
    }

    /** Makes the latest reading of that factor the current one, or a new one. */
    private void turnTo(String text, int from, int to) {
        if (current >= 0 && is(factors[current], text, from, to)) {
            return;
        }
        for (current = factorCount - 1; current >= 0; current--) {
            if (is(factors[current], text, from, to)) {
                return;
            }
        }
        current = plain == null
                ? newFactor(text.substring(from, to), 0)
                : newFactor(plain.factor(from, to), plain.key(from, to));
    }

    /** Codes of one length differ at their end. */
    private static boolean is(String factor, String text, int from, int to) {
        int length = to - from;
        return factor.length() == length
                && factor.charAt(length - 1) == text.charAt(to - 1)
                && text.startsWith(factor, from);
    }

    private int newFactor(String factor, long key) {
        if (factorCount == factors.length) {
            factors = Arrays.copyOf(factors, 2 * factorCount);
            keys = Arrays.copyOf(keys, 2 * factorCount);
        }
        keys[factorCount] = key;
        factors[factorCount] = factor;
        like = begin;
        begin = count;
        return factorCount++;
    }

    /** A suffix that the factor has already begins a new reading. */
    private void put(String suffix) {
        if (has(current, suffix)) {
            current = newFactor(factors[current], keys[current]);
        }
        mixed |= count > 0 && owners[count - 1] > current;
        suffixes[count] = suffix;
        places[2 * count] = fields.valueStart;
        places[2 * count + 1] = fields.valueEnd;
        owners[count++] = current;
        like++;
    }

    /** Equal suffixes are one object, see {@link #suffix}. */
    @SuppressWarnings("ReferenceEquality")
    private boolean has(int factor, String suffix) {
        for (int i = count - 1; i >= 0 && (mixed || owners[i] >= factor); i--) {
            if (suffixes[i] == suffix && owners[i] == factor) {
                return true;
            }
        }
        return false;
    }

    private String suffix(String text, int from, int to) {
        String known = Suffixes.known(text, from, to);
        if (known != null) {
            return known;
        }
        String written = text.substring(from, to);
        for (int i = 0; i < count; i++) {
            if (suffixes[i].equals(written)) {
                return suffixes[i];
            }
        }
        return written;
    }

    private List<Reading> list() {
        if (mixed) {
            sort();
        }
        byte[] bytes = plain == null ? null : plain.bytes;
        Reading[] readings = new Reading[factorCount];
        int from = 0;
        for (int factor = 0; factor < factorCount; factor++) {
            int to = from;
            while (to < count && owners[to] == factor) {
                to++;
            }
            readings[factor] = new Reading(
                    factors[factor], new ReadingValues(fields.text, bytes, suffixes, places, from, to - from));
            from = to;
        }
        return List.of(readings);
    }

    /** By factor, the order within each kept. */
    private void sort() {
        int[] next = new int[factorCount + 1];
        for (int i = 0; i < count; i++) {
            next[owners[i] + 1]++;
        }
        for (int factor = 0; factor < factorCount; factor++) {
            next[factor + 1] += next[factor];
        }
        String[] sortedSuffixes = new String[count];
        int[] sortedPlaces = new int[2 * count];
        int[] sortedOwners = new int[count];
        for (int i = 0; i < count; i++) {
            int at = next[owners[i]]++;
            sortedSuffixes[at] = suffixes[i];
            sortedPlaces[2 * at] = places[2 * i];
            sortedPlaces[2 * at + 1] = places[2 * i + 1];
            sortedOwners[at] = owners[i];
        }
        suffixes = sortedSuffixes;
        places = sortedPlaces;
        owners = sortedOwners;
    }
}
