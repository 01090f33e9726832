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
    private volatile @Nullable List<Item> read;

    CpItems(String cp) {
        this.cp = cp;
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
            items = read(cp);
            read = items;
        }
        return items;
    }

    private static List<Item> read(String cp) {
        List<Item> items = new ArrayList<>();
        List<Field> fields = new ArrayList<>(4);
        CpScanner pieces = new CpScanner(cp);
        char before = ';';
        while (pieces.advance()) {
            if (before == ',' && pieces.digitsOnly() && !fields.isEmpty()) {
                continueNumber(fields, pieces.name());
            } else if (!pieces.blank()) {
                fields.add(new Field(pieces.name(), pieces.value()));
            }
            before = pieces.separator;
            if (pieces.separator != ',' && !fields.isEmpty()) {
                items.add(new Item(List.copyOf(fields)));
                fields.clear();
            }
        }
        return List.copyOf(items);
    }

    /** {@code a-Rtd=12,5}: the comma was meant as a decimal point. The text is kept as written. */
    private static void continueNumber(List<Field> fields, String digits) {
        Field last = fields.get(fields.size() - 1);
        boolean number =
                !last.value().isEmpty() && last.value().chars().allMatch(c -> c >= '0' && c <= '9' || c == '-');
        if (number) {
            fields.set(fields.size() - 1, new Field(last.name(), last.value() + "," + digits));
        } else {
            fields.add(new Field(digits, ""));
        }
    }
}
