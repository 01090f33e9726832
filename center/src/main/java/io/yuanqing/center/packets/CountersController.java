package io.yuanqing.center.packets;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "packets")
class CountersController {

    private final PacketLog log;
    private final PacketScope scope;

    CountersController(PacketLog log, PacketScope scope) {
        this.log = log;
        this.scope = scope;
    }

    @GetMapping("/api/counters")
    @Operation(summary = "Frames since the data directory was made; received = stored + duplicate + quarantined")
    Counters counters() {
        scope.requireWholeCity("counter");
        return log.counters();
    }
}
