package io.yuanqing.center.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.PageOf;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who did what. */
@RestController
@RequestMapping("/api/audit")
@Tag(name = "identity", description = "Sign-in and audit trail")
class AuditController {

    private final AuditTrail trail;

    AuditController(AuditTrail trail) {
        this.trail = trail;
    }

    @GetMapping
    @Permit("audit.read")
    @Operation(summary = "The audit trail, newest first")
    PageOf<AuditEntry> entries(
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable List<String> act,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size) {
        String account = actor == null ? null : Accounts.normal(actor);
        return trail.find(new AuditFilter(account, act, subject, from, to), page, size);
    }

    @GetMapping("/acts")
    @Permit("audit.read")
    @Operation(summary = "The acts that stand in the audit trail")
    List<String> acts() {
        return trail.acts();
    }

    @GetMapping("/verification")
    @Permit("audit.read")
    @Operation(summary = "Computes the trail's hash chain anew and says whether it stands")
    AuditCheck.Finding verification() {
        return trail.verify();
    }
}
