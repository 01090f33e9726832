package io.yuanqing.center.registry;

import java.util.Locale;

/** The identifier by which a data logger names itself (设备唯一标识 MN). It is opaque: no structure is read into it. */
public final class Mn {

    /** Longest MN; the editions of the standard say 14 (2005) and 24 (2017) characters, the field sends more. */
    public static final int MAX_LENGTH = 40;

    private Mn() {}

    /** The form in which MNs are stored and compared: trimmed, upper case. */
    public static String normal(String mn) {
        return mn.strip().toUpperCase(Locale.ROOT);
    }

    /** Whether it can be registered: 1 to {@link #MAX_LENGTH} printable ASCII characters without a separator of CP. */
    public static boolean registrable(String mn) {
        String trimmed = mn.strip();
        return !trimmed.isEmpty()
                && trimmed.length() <= MAX_LENGTH
                && trimmed.chars().allMatch(Mn::allowed);
    }

    /** The separators of the data segment (';', '=', '&') cannot occur within an MN on the wire. */
    private static boolean allowed(int c) {
        return c >= ' ' && c <= '~' && c != ';' && c != '=' && c != '&';
    }
}
