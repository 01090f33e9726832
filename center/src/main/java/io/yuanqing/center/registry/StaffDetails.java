package io.yuanqing.center.registry;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What people say of a contractor's staff; the components are those of {@link StaffMember}. */
public record StaffDetails(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String name,

        @Nullable String duty,
        @Nullable String phone,
        @Nullable LocalDate joinedOn,
        @Nullable LocalDate leftOn) {

    Findings findings() {
        return new Findings()
                .text("name", name, true)
                .text("duty", duty, false)
                .phone("phone", phone)
                .order("leftOn", joinedOn, leftOn);
    }
}
