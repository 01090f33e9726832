package io.yuanqing.center.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.Center;
import io.yuanqing.center.Refusal;
import io.yuanqing.center.identity.Permit;
import io.yuanqing.center.registry.MonitoringPoint;
import io.yuanqing.center.registry.Points;
import io.yuanqing.hj212.command.Command;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Commands down to loggers. Their names are served by {@link CommandsController}. */
@RestController
@Tag(name = "access")
class LoggerCommandsController {

    private static final int MOST = 1_000;

    private final LoggerCommands commands;
    private final Points points;
    private final HistoryPull history;

    LoggerCommandsController(LoggerCommands commands, Points points, HistoryPull history) {
        this.commands = commands;
        this.points = points;
        this.history = history;
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

    /**
     * Periods whose data are missing.
     *
     * @param from start of the first period, as its DataTime names it
     * @param to the same of the last one
     */
    record Gap(Command command, String nameZh, String nameEn, Instant from, Instant to) {

        static Gap of(Pull pull) {
            return new Gap(
                    pull.command(),
                    pull.command().zh(),
                    pull.command().en(),
                    pull.begin().atZone(Center.CITY_ZONE).toInstant(),
                    pull.end().atZone(Center.CITY_ZONE).toInstant());
        }
    }

    @GetMapping("/api/points/{mn}/gaps")
    @Operation(
            summary = "Missing hours, days and minutes of a point that its logger has not been asked for",
            description = "One entry is one request for history, in their order. Points with autoCommands are sent them"
                    + " when they have connected and once an hour; what came of it stands among the point's commands,"
                    + " reason 'gap'.")
    List<Gap> gaps(@PathVariable String mn) {
        MonitoringPoint point =
                points.ofMn(mn).orElseThrow(() -> Refusal.notFound("No point has or had the MN '" + mn + "'"));
        return history.plan(point).stream().map(Gap::of).toList();
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
