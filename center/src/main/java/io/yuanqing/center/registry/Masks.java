package io.yuanqing.center.registry;

import org.jspecify.annotations.Nullable;

/** How personal data look to whoever may not read them: enough to recognise, too little to call. */
final class Masks {

    private Masks() {}

    /** 138****5678; short numbers keep their last two digits. */
    static @Nullable String phone(@Nullable String phone) {
        if (phone == null) {
            return null;
        }
        return phone.length() >= 8
                ? phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4)
                : "****" + phone.substring(Math.max(0, phone.length() - 2));
    }

    /** The family name, then **. */
    static @Nullable String name(@Nullable String name) {
        return name == null || name.isEmpty() ? name : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }
}
