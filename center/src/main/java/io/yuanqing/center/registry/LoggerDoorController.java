package io.yuanqing.center.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.identity.Permit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the logger of a point proves who it is. */
@RestController
@RequestMapping("/api/points/{mn}/door")
@Tag(name = "registry")
class LoggerDoorController {

    private final LoggerDoors doors;

    LoggerDoorController(LoggerDoors doors) {
        this.doors = doors;
    }

    @GetMapping
    @Operation(summary = "Whether a logger's password is registered, and the networks that it is bound to")
    LoggerDoors.OnRecord door(@PathVariable String mn) {
        return doors.onRecord(mn);
    }

    @PutMapping
    @Permit("registry.write")
    @Operation(
            summary = "Registers a logger's password, or binds it to addresses or networks",
            description =
                    "A bound logger's frames from elsewhere go to quarantine (ADDRESS_REFUSED). A frame with another"
                            + " password is recorded, or refused when rule LOGGER_PASSWORD_REFUSED is 1.")
    LoggerDoors.OnRecord change(@PathVariable String mn, @RequestBody LoggerDoors.Wanted door) {
        return doors.change(mn, door);
    }
}
