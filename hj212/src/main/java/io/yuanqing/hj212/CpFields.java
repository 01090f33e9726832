package io.yuanqing.hj212;

/**
 * Walks over a CP's fields without making objects: the pieces that are not blank. {@code a-Rtd=12,5} is one field, the comma
 * was meant as a decimal point; so is {@code PolId=101,102}, a list, which stays text.
 */
final class CpFields {

    final CpScanner pieces;
    private boolean itemEnded = true;

    /** What the places point into: the CP, behind it the values whose comma has blanks around it, without them. */
    String text;

    /** The name is {@code text[nameStart, nameEnd)}, the value {@code text[valueStart, valueEnd)}, both trimmed. */
    int nameStart;

    int nameEnd;
    int valueStart;
    int valueEnd;

    /** Whether this is an item's first field. */
    boolean opensItem;

    CpFields(CpPieces found) {
        this(found.text, new CpScanner(found));
    }

    private CpFields(String text, CpScanner pieces) {
        this.text = text;
        this.pieces = pieces;
    }

    /** The value of the field that begins with the current one of the pieces of {@code cp}. */
    static String value(CpScanner pieces, String cp) {
        CpFields field = new CpFields(cp, pieces);
        field.take();
        return field.value();
    }

    boolean advance() {
        while (pieces.advance()) {
            boolean blank = pieces.blank();
            if (!blank) {
                opensItem = itemEnded;
                take();
            }
            itemEnded = pieces.separator != ',' || blank && itemEnded;
            if (!blank) {
                return true;
            }
        }
        return false;
    }

    private void take() {
        nameStart = pieces.nameStart();
        nameEnd = pieces.nameEnd();
        valueStart = pieces.valueStart();
        valueEnd = pieces.valueEnd();
        if (pieces.separator == ',' && pieces.wholeNumber()) {
            addDigits();
        }
    }

    /** The next field is {@code factor-suffix=value} without anything unusual: its parts need not be looked for. */
    void takePlain() {
        pieces.advance();
        opensItem = itemEnded;
        itemEnded = pieces.separator != ',';
        nameStart = pieces.start;
        nameEnd = pieces.equals;
        valueStart = pieces.equals + 1;
        valueEnd = pieces.end;
    }

    /** Whether the next field is an item's first. */
    boolean atItem() {
        return itemEnded;
    }

    String name() {
        return nameStart < nameEnd ? text.substring(nameStart, nameEnd) : "";
    }

    String value() {
        return valueStart < valueEnd ? text.substring(valueStart, valueEnd) : "";
    }

    private void addDigits() {
        for (int more = pieces.digitPieces(); more > 0; more--) {
            int comma = valueEnd;
            do {
                pieces.advance();
            } while (pieces.blank());
            if (pieces.nameStart() == comma + 1) {
                valueEnd = pieces.nameEnd();
            } else {
                String value = value() + "," + pieces.name();
                valueStart = text.length();
                text += value;
                valueEnd = text.length();
            }
        }
    }
}
