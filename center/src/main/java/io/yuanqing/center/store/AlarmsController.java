package io.yuanqing.center.store;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "store")
class AlarmsController {

    private final OperationalAlarms alarms;

    AlarmsController(OperationalAlarms alarms) {
        this.alarms = alarms;
    }

    @GetMapping("/api/store/alarms")
    @Operation(summary = "What an operator must know of at this moment, oldest first")
    List<OperationalAlarm> standing() {
        return alarms.standing();
    }
}
