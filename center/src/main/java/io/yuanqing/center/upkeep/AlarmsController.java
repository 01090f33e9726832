package io.yuanqing.center.upkeep;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.identity.Permit;
import io.yuanqing.center.store.OperationalAlarm;
import io.yuanqing.center.store.OperationalAlarms;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Stands above the rooms that raise alarms, because who may see them is a matter of room identity. */
@RestController
@Tag(name = "upkeep")
class AlarmsController {

    private final OperationalAlarms alarms;

    AlarmsController(OperationalAlarms alarms) {
        this.alarms = alarms;
    }

    @GetMapping("/api/store/alarms")
    @Permit("upkeep.alarms")
    @Operation(summary = "What an operator must know of at this moment, oldest first")
    List<OperationalAlarm> standing() {
        return alarms.standing();
    }
}
