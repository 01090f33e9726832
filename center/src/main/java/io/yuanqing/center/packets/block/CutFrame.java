package io.yuanqing.center.packets.block;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A frame cut into keys and values: a key goes up to an equals sign, its value to the next semicolon, comma, ampersand or
 * the end.
 *
 * @param keys one more than values
 */
record CutFrame(Envelope envelope, List<byte[]> keys, List<byte[]> values) {

    /** Frames with more values are kept whole. */
    private static final int MOST = 2_000;

    /** Stands between keys that are written as one text, so no key may hold it. */
    private static final byte PARTING = 0;

    /** Null: it is kept whole. */
    static @Nullable CutFrame of(byte[] frame) {
        Envelope envelope = Envelope.of(frame);
        List<byte[]> keys = new ArrayList<>();
        List<byte[]> values = new ArrayList<>();
        int end = envelope.end(frame.length);
        int at = envelope.start();
        for (int i = at; i < end; i++) {
            if (frame[i] == PARTING) {
                return null;
            }
        }
        for (int equals = find(frame, at, end); equals < end; equals = find(frame, at, end)) {
            keys.add(Arrays.copyOfRange(frame, at, equals + 1));
            at = valueEnd(frame, equals + 1, end);
            values.add(Arrays.copyOfRange(frame, equals + 1, at));
            if (values.size() > MOST) {
                return null;
            }
        }
        keys.add(Arrays.copyOfRange(frame, at, end));
        return new CutFrame(envelope, keys, values);
    }

    /** Frames of the same keys have the same shape. */
    String shape() {
        return new String(joined(keys), StandardCharsets.ISO_8859_1);
    }

    static byte[] joined(List<byte[]> keys) {
        Bytes joined = new Bytes();
        for (int i = 0; i < keys.size(); i++) {
            if (i > 0) {
                joined.add(PARTING);
            }
            joined.add(keys.get(i), 0, keys.get(i).length);
        }
        return joined.copy();
    }

    static List<byte[]> parted(byte[] joined) {
        List<byte[]> keys = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= joined.length; i++) {
            if (i == joined.length || joined[i] == PARTING) {
                keys.add(Arrays.copyOfRange(joined, from, i));
                from = i + 1;
            }
        }
        return keys;
    }

    private static int find(byte[] frame, int from, int end) {
        int at = from;
        while (at < end && frame[at] != '=') {
            at++;
        }
        return at;
    }

    private static int valueEnd(byte[] frame, int from, int end) {
        int at = from;
        while (at < end && frame[at] != ';' && frame[at] != ',' && frame[at] != '&') {
            at++;
        }
        return at;
    }
}
