package io.yuanqing.hj212;

import java.math.BigDecimal;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One factor's values, as places in the packet's text: a value becomes a text of its own when it is asked for. All factors of
 * a packet share the arrays. A factor has few suffixes, so they are searched one after another. Cannot be changed.
 *
 * <pre>
 *   suffixes  Rtd   Flag  | Rtd   Flag  | …       this factor's begin at first
 *   places    48 52 65 66 | 78 81 94 95 | …       from and to of each value
 * </pre>
 */
final class ReadingValues extends AbstractMap<String, String> {

    private final String text;

    /** The text's, if it is ASCII throughout: numbers are read from them. */
    private final byte @Nullable [] bytes;

    private final String[] suffixes;
    private final int[] places;
    private final int first;
    private final int count;

    ReadingValues(String text, byte @Nullable [] bytes, String[] suffixes, int[] places, int first, int count) {
        this.text = text;
        this.bytes = bytes;
        this.suffixes = suffixes;
        this.places = places;
        this.first = first;
        this.count = count;
    }

    @Nullable
    BigDecimal number(String suffix) {
        int i = find(suffix);
        if (i < 0) {
            return null;
        }
        BigDecimal plain = bytes == null ? null : PlainNumbers.read(bytes, places[2 * i], places[2 * i + 1]);
        return plain != null ? plain : Numbers.read(text, places[2 * i], places[2 * i + 1], suffix);
    }

    @Nullable
    String flag() {
        int i = find("Flag");
        if (i < 0) {
            return null;
        }
        int from = places[2 * i];
        // One capital letter is a flag as it stands.
        if (places[2 * i + 1] - from == 1 && text.charAt(from) >= 'A' && text.charAt(from) <= 'Z') {
            return Text.between(text, from, from + 1);
        }
        return Reading.flag(value(i));
    }

    @Override
    public @Nullable String get(@Nullable Object suffix) {
        int i = find(suffix);
        return i < 0 ? null : value(i);
    }

    @Override
    public boolean containsKey(@Nullable Object suffix) {
        return find(suffix) >= 0;
    }

    @Override
    public int size() {
        return count;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super String> action) {
        for (int i = first; i < first + count; i++) {
            action.accept(suffixes[i], value(i));
        }
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, String>> iterator() {
                return new Entries();
            }

            @Override
            public int size() {
                return count;
            }
        };
    }

    /** The standard's suffixes are constants and mostly asked for by constants: the same object is found fastest. */
    private int find(@Nullable Object suffix) {
        for (int i = first; i < first + count; i++) {
            if (suffixes[i] == suffix) {
                return i;
            }
        }
        for (int i = first; i < first + count; i++) {
            if (suffixes[i].equals(suffix)) {
                return i;
            }
        }
        return -1;
    }

    private String value(int i) {
        return Text.between(text, places[2 * i], places[2 * i + 1]);
    }

    private final class Entries implements Iterator<Map.Entry<String, String>> {

        private int next = first;

        @Override
        public boolean hasNext() {
            return next < first + count;
        }

        @Override
        public Map.Entry<String, String> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return Map.entry(suffixes[next], value(next++));
        }
    }
}
