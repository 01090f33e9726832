package io.yuanqing.center.registry;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people say of a certificate; the components are those of {@link Certificate}. */
public record CertificateDetails(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        CertificateKind kind,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String name,

        @Nullable String number,
        @Nullable String issuer,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate expiresOn) {

    Findings findings() {
        return new Findings()
                .required("kind", kind)
                .text("name", name, true)
                .text("number", number, false)
                .text("issuer", issuer, false)
                .order("expiresOn", issuedOn, expiresOn);
    }

    Map<String, @Nullable Object> columns() {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("kind", kind == null ? null : kind.name());
        columns.put("name", Findings.tidy(name));
        columns.put("number", Findings.tidy(number));
        columns.put("issuer", Findings.tidy(issuer));
        columns.put("issuedOn", issuedOn);
        columns.put("expiresOn", expiresOn);
        return columns;
    }
}
