package io.yuanqing.center.registry;

import org.jspecify.annotations.Nullable;

/**
 * A company that operates automatic monitoring for others (运维单位).
 *
 * @param creditCode unified social credit code
 * @param filingNumber of its registration with the authority (备案, 生态环境监测条例 art. 28)
 * @param phone masked for whoever lacks the permission registry.contacts-read
 * @param staff people who work for it today
 * @param points that it operates today
 */
public record Contractor(
        long id,
        String name,
        @Nullable String creditCode,
        @Nullable String filingNumber,
        @Nullable String contact,
        @Nullable String phone,
        int staff,
        int points) {

    Contractor masked() {
        return new Contractor(
                id, name, creditCode, filingNumber, Masks.name(contact), Masks.phone(phone), staff, points);
    }
}
