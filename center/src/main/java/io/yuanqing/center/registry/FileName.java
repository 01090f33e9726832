package io.yuanqing.center.registry;

import java.util.Optional;

/** A name under which a file can be kept and given out without harm: no folder, no program, nothing hidden. */
final class FileName {

    private static final int LONGEST = 120;

    private FileName() {}

    /** What is wrong with it, in words. */
    static Optional<String> problem(String name) {
        if (name.isBlank() || name.length() > LONGEST) {
            return Optional.of("has " + name.length() + " characters; a file's name has 1 to " + LONGEST);
        }
        if (name.chars().anyMatch(one -> one < ' ' || "/\\:*?\"<>|".indexOf(one) >= 0 || isDisguise(one))) {
            return Optional.of("'" + name + "' holds a character that no file's name may have (/ \\ : * ? \" < > | or a"
                    + " control character)");
        }
        if (name.startsWith(".") || name.endsWith(".") || name.endsWith(" ")) {
            return Optional.of("'" + name + "' begins or ends with a dot or a blank");
        }
        return Optional.empty();
    }

    /** Marks that turn the direction of writing or have no width: they make {@code exe} look like {@code pdf}. */
    private static boolean isDisguise(int one) {
        return Character.getType(one) == Character.FORMAT || Character.isISOControl(one);
    }
}
