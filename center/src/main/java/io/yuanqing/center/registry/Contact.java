package io.yuanqing.center.registry;

import org.jspecify.annotations.Nullable;

/**
 * Whom to call at an enterprise.
 *
 * @param duty such as 环保负责人
 * @param phone masked for whoever lacks the permission registry.contacts-read
 */
public record Contact(
        @Nullable String name,
        @Nullable String duty,
        @Nullable String phone) {

    Contact masked() {
        return new Contact(Masks.name(name), duty, Masks.phone(phone));
    }
}
