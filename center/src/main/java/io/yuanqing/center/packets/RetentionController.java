package io.yuanqing.center.packets;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "packets")
class RetentionController {

    private final RetentionRound retention;
    private final PacketScope scope;

    RetentionController(RetentionRound retention, PacketScope scope) {
        this.retention = retention;
        this.scope = scope;
    }

    @GetMapping("/api/store/retention")
    @Operation(summary = "What the rules of retention no longer ask for, and when it is dropped; nothing is done")
    RetentionPlan plan() {
        scope.requireWholeCity("packet log");
        return retention.plan();
    }
}
