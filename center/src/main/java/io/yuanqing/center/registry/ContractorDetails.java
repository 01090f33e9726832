package io.yuanqing.center.registry;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people say of a contractor; the components are those of {@link Contractor}. */
public record ContractorDetails(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String name,

        @Nullable String creditCode,
        @Nullable String filingNumber,
        @Nullable String contact,
        @Nullable String phone) {

    Findings findings() {
        Findings findings = new Findings()
                .text("name", name, true)
                .text("filingNumber", filingNumber, false)
                .text("contact", contact, false)
                .phone("phone", phone);
        String code = code();
        if (code != null) {
            CreditCode.problem("creditCode", code).ifPresent(problem -> findings.addAll(List.of(problem)));
        }
        return findings;
    }

    Map<String, @Nullable Object> columns() {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("name", Findings.tidy(name));
        columns.put("creditCode", code());
        columns.put("filingNumber", Findings.tidy(filingNumber));
        columns.put("contact", Findings.tidy(contact));
        columns.put("phone", Findings.tidy(phone));
        return columns;
    }

    private @Nullable String code() {
        String code = Findings.tidy(creditCode);
        return code == null ? null : code.toUpperCase(Locale.ROOT);
    }
}
