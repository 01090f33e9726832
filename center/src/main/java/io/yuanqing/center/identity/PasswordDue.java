package io.yuanqing.center.identity;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why a password has to be changed before anything else. */
public enum PasswordDue {
    /** Somebody else chose it and knows it. */
    SET_BY_ANOTHER,
    /** It is older than passwords may become. */
    TOO_OLD;

    /**
     * The rule (GB/T 22239-2019 8.1.4.1: passwords are complex and changed regularly).
     *
     * @param age how old a password may become; zero: any age
     * @return null when it may stay
     */
    static @Nullable PasswordDue of(PasswordOrigin origin, Instant since, Instant now, Duration age) {
        return switch (origin) {
            case ENVIRONMENT -> null;
            case ANOTHER -> SET_BY_ANOTHER;
            case OWN, GENERATED -> !age.isZero() && !now.isBefore(since.plus(age)) ? TOO_OLD : null;
        };
    }
}
