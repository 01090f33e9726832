package io.yuanqing.center.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.Refusal;
import io.yuanqing.center.identity.Permit;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Commands down to loggers. Their names are served by {@code GET /api/commands} of room packets. */
@RestController
@Tag(name = "access")
class LoggerCommandsController {

    private static final int MOST = 1_000;

    private final LoggerCommands commands;

    LoggerCommandsController(LoggerCommands commands) {
        this.commands = commands;
    }

    @PostMapping("/api/points/{mn}/commands")
    @Permit("access.command")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Sends a command to the logger of a point",
            description = "Commands that act on instruments or can lock the centre out wait for POST"
                    + " /api/commands/{id}/confirm. 409 when the logger is not connected or has too many commands.")
    LoggerCommand ask(@PathVariable String mn, @RequestBody NewCommand command) {
        return commands.ask(mn, command);
    }

    @GetMapping("/api/points/{mn}/commands")
    @Operation(summary = "The commands to the loggers of a point, newest first")
    List<LoggerCommand> ofPoint(@PathVariable String mn, @RequestParam(defaultValue = "100") int size) {
        if (size < 1 || size > MOST) {
            throw Refusal.invalid("size", size + " is not within 1 to " + MOST);
        }
        return commands.ofPoint(mn, size);
    }

    @GetMapping("/api/commands/{id}")
    @Operation(summary = "A command with what became of it, step by step")
    LoggerCommand one(@PathVariable long id) {
        return commands.find(id);
    }

    @PostMapping("/api/commands/{id}/confirm")
    @Permit("access.control")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "The second yes to a command that acts on instruments: then it is sent",
            description = "Of another person with the permission access.control whose data scope holds the point;"
                    + " where there is none, of the same person.")
    LoggerCommand confirm(@PathVariable long id) {
        return commands.confirm(id);
    }

    @PostMapping("/api/commands/{id}/withdraw")
    @Permit("access.command")
    @Operation(summary = "Takes back a command that awaits its confirmation")
    LoggerCommand withdraw(@PathVariable long id) {
        return commands.withdraw(id);
    }
}
