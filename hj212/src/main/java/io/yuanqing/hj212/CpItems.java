package io.yuanqing.hj212;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CP's items, read when they are first asked for: the centre's intake needs the header and DataTime of each packet, but
 * not its values. Reading twice from two threads gives equal items, so no lock is needed.
 */
final class CpItems extends AbstractList<Item> {

    private final String cp;
    private @Nullable CpPieces pieces;
    private volatile @Nullable List<Item> read;

    CpItems(String cp) {
        this.cp = cp;
    }

    CpItems(CpPieces pieces) {
        cp = pieces.text;
        this.pieces = pieces;
    }

    /** The pieces of that CP, which is nearly always the one of these items. */
    CpPieces pieces(String ofCp) {
        CpPieces found = pieces;
        if (!cp.equals(ofCp)) {
            return CpPieces.of(ofCp);
        }
        if (found == null) {
            found = CpPieces.of(cp);
            pieces = found;
        }
        return found;
    }

    @Override
    public Item get(int index) {
        return items().get(index);
    }

    @Override
    public int size() {
        return items().size();
    }

    private List<Item> items() {
        List<Item> items = read;
        if (items == null) {
            items = read(pieces(cp));
            read = items;
        }
        return items;
    }

    private static List<Item> read(CpPieces pieces) {
        List<Item> items = new ArrayList<>();
        List<Field> fields = new ArrayList<>(4);
        CpFields read = new CpFields(pieces);
        while (read.advance()) {
            if (read.opensItem && !fields.isEmpty()) {
                items.add(new Item(List.copyOf(fields)));
                fields.clear();
            }
            fields.add(new Field(read.name(), read.value()));
        }
        if (!fields.isEmpty()) {
            items.add(new Item(List.copyOf(fields)));
        }
        return List.copyOf(items);
    }
}
