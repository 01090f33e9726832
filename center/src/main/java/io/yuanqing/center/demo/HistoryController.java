package io.yuanqing.center.demo;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@ConditionalOnBooleanProperty("yuanqing.demo.enabled")
@Tag(name = "demo")
class HistoryController {

    private final HistoryLoad load;

    HistoryController(HistoryLoad load) {
        this.load = load;
    }

    @GetMapping("/api/demo/history")
    @Operation(summary = "How far the sample city's past has been loaded; 404 outside the demo")
    HistoryState history() {
        return load.state();
    }
}
