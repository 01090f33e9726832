package io.yuanqing.center.identity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a password that a person chooses has to be (GB/T 22239-2019 8.1.4.1 asks for complexity and regular change and
 * leaves the figures to the operator). One from the environment is not looked at.
 *
 * @param shortest characters
 * @param kinds how many of the four kinds (capital letters, small letters, digits, others) it has to hold
 * @param age how old it may become before it has to be changed; 0: any age
 * @param former how many of an account's former passwords may not come back
 */
@ConfigurationProperties("yuanqing.identity.passwords")
record PasswordSettings(
        @DefaultValue("10") int shortest,
        @DefaultValue("3") int kinds,
        @DefaultValue("90d") Duration age,
        @DefaultValue("5") int former) {

    /** What is wrong with a password that somebody chose; the password is not repeated. */
    List<String> faults(String password, String account) {
        List<String> faults = new ArrayList<>();
        int length = password.codePointCount(0, password.length());
        if (length < shortest) {
            faults.add("has " + length + " characters; it must have at least " + shortest);
        }
        if (!Passwords.fits(password)) {
            faults.add("is longer than " + Passwords.MAX_BYTES + " bytes, which is as much as its hash takes in");
        }
        long found = Stream.<IntPredicate>of(
                        Character::isUpperCase,
                        Character::isLowerCase,
                        Character::isDigit,
                        c -> !Character.isUpperCase(c) && !Character.isLowerCase(c) && !Character.isDigit(c))
                .filter(kind -> password.codePoints().anyMatch(kind))
                .count();
        if (found < kinds) {
            faults.add("holds " + found
                    + " of the four kinds capital letters, small letters, digits, others; it must hold " + kinds);
        }
        if (password.toLowerCase(Locale.ROOT).contains(account)) {
            faults.add("holds the account's name");
        }
        return faults;
    }
}
