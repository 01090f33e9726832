package io.yuanqing.hj212;

/** An edition of the standard. A packet's Flag names one, but configuration per logger has the last word. */
public enum Edition {
    /** HJ/T 212-2005. */
    E2005("2005", 0),
    /** HJ 212-2017. */
    E2017("2017", 4),
    /** HJ 212-2025. */
    E2025("2025", 8);

    private final String year;
    private final int versionBits;

    Edition(String year, int versionBits) {
        this.year = year;
        this.versionBits = versionBits;
    }

    /** "2005", "2017" or "2025". */
    public String year() {
        return year;
    }

    /** The version number where it stands in the Flag (bits 7 to 2): 0, 4 or 8. */
    public int versionBits() {
        return versionBits;
    }

    /**
     * The edition of a year.
     *
     * @param year "2005", "2017" or "2025"
     * @throws IllegalArgumentException for any other text
     */
    public static Edition ofYear(String year) {
        for (Edition edition : values()) {
            if (edition.year.equals(year)) {
                return edition;
            }
        }
        throw new IllegalArgumentException("'" + year + "' is no edition of HJ 212; use 2005, 2017 or 2025");
    }

    /** By the version bits; a version newer than 2025 counts as 2025, which is the closest that is known. */
    public static Edition ofFlag(int flag) {
        return switch ((flag & 0xFC) >> 2) {
            case 0 -> E2005;
            case 1 -> E2017;
            default -> E2025;
        };
    }
}
