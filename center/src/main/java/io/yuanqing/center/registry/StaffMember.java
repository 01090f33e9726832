package io.yuanqing.center.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works for a contractor. No identity number is kept.
 *
 * @param duty such as 废水运维
 * @param phone masked for whoever lacks the permission registry.contacts-read
 * @param leftOn first day on which the person works there no more
 */
public record StaffMember(
        long id,
        long contractorId,
        String name,
        @Nullable String duty,
        @Nullable String phone,
        @Nullable LocalDate joinedOn,
        @Nullable LocalDate leftOn) {

    /** The name stays: it stands on every record of a visit. */
    StaffMember masked() {
        return new StaffMember(id, contractorId, name, duty, Masks.phone(phone), joinedOn, leftOn);
    }
}
