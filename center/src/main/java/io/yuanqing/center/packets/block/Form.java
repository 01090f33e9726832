package io.yuanqing.center.packets.block;

/**
 * How a number stands as text.
 *
 * @param digits of the integer part, zeros in front included; 1: as many as it needs
 * @param decimals places behind the point; 0: no point
 */
record Form(Kind kind, int digits, int decimals) {

    static final Form TEXT = new Form(Kind.TEXT, 1, 0);

    /** Digits of a number, so that it fits a long with room to spare. */
    static final int LONGEST = 15;

    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    /** The order of the constants is part of the format. */
    enum Kind {
        /** No number. */
        TEXT,
        /** All decimals are written. */
        DECIMAL,
        /** Zeros at the end of the decimals are not written, nor a point without decimals. */
        TRIMMED,
        /** {@code yyyyMMddHHmmss}; the number counts milliseconds. */
        SECONDS,
        /** {@code yyyyMMddHHmmssSSS}. */
        MILLIS
    }

    static Form of(int kind, int digits, int decimals) {
        if (kind >= Kind.values().length || digits < 1 || digits + decimals > LONGEST + 1) {
            throw new BlockDamaged("no form " + kind + " with " + digits + " digits and " + decimals + " decimals");
        }
        return new Form(Kind.values()[kind], digits, decimals);
    }

    boolean isTime() {
        return kind == Kind.SECONDS || kind == Kind.MILLIS;
    }

    /** The number, or {@link Long#MIN_VALUE} when the text is none that this form writes. */
    long parse(byte[] text) {
        return switch (kind) {
            case TEXT -> Long.MIN_VALUE;
            case SECONDS -> time(text, Calendar.SECONDS);
            case MILLIS -> time(text, Calendar.MILLIS);
            case DECIMAL, TRIMMED -> decimal(text);
        };
    }

    private static long time(byte[] text, int length) {
        long millis = text.length == length ? Calendar.parse(text, 0, length) : -1;
        return millis < 0 ? Long.MIN_VALUE : millis;
    }

    private long decimal(byte[] text) {
        int at = text.length > 0 && text[0] == '-' ? 1 : 0;
        boolean negative = at == 1;
        int point = -1;
        long number = 0;
        int read = 0;
        for (; at < text.length; at++) {
            int c = text[at];
            if (c == '.' && point < 0 && read > 0) {
                point = read;
            } else if (c >= '0' && c <= '9' && read < LONGEST) {
                number = number * 10 + (c - '0');
                read++;
            } else {
                return Long.MIN_VALUE;
            }
        }
        int integer = point < 0 ? read : point;
        int written = read - integer;
        boolean leading = integer > 1 && text[negative ? 1 : 0] == '0';
        boolean fits = integer >= digits
                && (!leading || integer == digits)
                && !(negative && number == 0)
                && (kind == Kind.DECIMAL
                        ? written == decimals && (point >= 0) == (decimals > 0)
                        : written <= decimals && (written > 0 ? text[text.length - 1] != '0' : point < 0));
        if (!fits || integer == 0 || read + decimals - written > LONGEST) {
            return Long.MIN_VALUE;
        }
        number *= POWERS[decimals - written];
        return negative ? -number : number;
    }

    /** Writes a number that {@link #parse} read. */
    void write(long number, Calendar calendar, Bytes to) {
        switch (kind) {
            case SECONDS -> calendar.write(number, Calendar.SECONDS, to);
            case MILLIS -> calendar.write(number, Calendar.MILLIS, to);
            case DECIMAL -> decimal(number, decimals, to);
            case TRIMMED -> {
                long scaled = number;
                int places = decimals;
                for (; places > 0 && scaled % 10 == 0; places--) {
                    scaled /= 10;
                }
                decimal(scaled, places, to);
            }
            case TEXT -> throw new BlockDamaged("a number in a column of texts");
        }
    }

    private void decimal(long number, int places, Bytes to) {
        if (number < 0) {
            to.add('-');
        }
        long size = Math.abs(number);
        int count = places + digits;
        while (count < POWERS.length - 1 && size >= POWERS[count]) {
            count++;
        }
        for (int i = count - 1; i >= 0; i--) {
            to.add('0' + (int) (size / POWERS[i] % 10));
            if (i == places && places > 0) {
                to.add('.');
            }
        }
    }
}
