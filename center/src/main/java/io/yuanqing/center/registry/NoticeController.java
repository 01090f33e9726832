package io.yuanqing.center.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.Refusal;
import io.yuanqing.center.identity.Permit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Registrations of equipment, and applications to stop or remove it. */
@RestController
@RequestMapping("/api")
@Tag(name = "registry")
class NoticeController {

    private final Notices notices;

    NoticeController(Notices notices) {
        this.notices = notices;
    }

    @GetMapping("/notices")
    @Operation(
            summary = "Change notices over points in the caller's scope, newest first",
            description = "waiting: applications only whose term for an answer runs")
    List<ChangeNotice> notices(
            @RequestParam(required = false) @Nullable Long enterprise,
            @RequestParam(defaultValue = "false") boolean waiting) {
        return notices.find(enterprise, waiting);
    }

    @PostMapping("/points/{mn}/notices")
    @Permit("registry.notify")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Files a registration after an acceptance, or an application to stop or remove equipment")
    ChangeNotice file(@PathVariable String mn, @RequestBody NewNotice notice) {
        return notices.file(mn, notice);
    }

    @PostMapping("/notices/{id}/decision")
    @Permit("registry.decide")
    @Operation(summary = "Answers an application; without an answer within its term it is deemed approved")
    ChangeNotice decide(@PathVariable long id, @RequestBody Decision decision) {
        if (decision.approved() == null) {
            throw Refusal.invalid("approved", "is missing; it must be true or false");
        }
        return notices.decide(id, decision.approved(), decision.reason());
    }

    /** @param reason required for a refusal */
    record Decision(@Nullable Boolean approved, @Nullable String reason) {}
}
