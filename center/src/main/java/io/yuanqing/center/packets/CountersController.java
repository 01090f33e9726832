package io.yuanqing.center.packets;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "packets")
class CountersController {

    private final PacketLog log;

    CountersController(PacketLog log) {
        this.log = log;
    }

    @GetMapping("/api/counters")
    @Operation(summary = "Frames since the data directory was made; received = stored + duplicate + quarantined")
    Counters counters() {
        return log.counters();
    }
}
