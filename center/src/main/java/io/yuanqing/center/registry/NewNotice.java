package io.yuanqing.center.registry;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A notice to be filed; the components are those of {@link ChangeNotice}.
 *
 * @param filedOn day on which the authority received it; default: today; not in the future
 */
public record NewNotice(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        NoticeKind kind,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        LocalDate eventOn,

        @Nullable LocalDate eventUntil,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String text,

        @Nullable LocalDate filedOn) {

    Findings findings(LocalDate today) {
        Findings findings = new Findings()
                .required("kind", kind)
                .required("eventOn", eventOn)
                .order("eventUntil", eventOn, eventUntil)
                .text("text", text, true);
        if (filedOn != null && filedOn.isAfter(today)) {
            findings.add("filedOn", filedOn + " lies ahead; a notice is put on record when it is there");
        }
        if (kind != null && !kind.answered() && eventOn != null && eventOn.isAfter(filedOn == null ? today : filedOn)) {
            findings.add("eventOn", eventOn + " lies after the filing; an acceptance is registered when it is done");
        }
        return findings;
    }
}
