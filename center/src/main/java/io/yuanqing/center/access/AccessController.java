package io.yuanqing.center.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.identity.Caller;
import io.yuanqing.center.identity.Scope;
import io.yuanqing.center.registry.Points;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/access")
@Tag(name = "access")
class AccessController {

    private final AccessServer server;
    private final Sessions sessions;
    private final Points points;
    private final Caller caller;

    AccessController(AccessServer server, Sessions sessions, Points points, Caller caller) {
        this.server = server;
        this.sessions = sessions;
        this.points = points;
        this.caller = caller;
    }

    /** Where a data logger has to connect to. */
    record AccessAddress(int port) {}

    @GetMapping("/address")
    @Operation(summary = "The TCP port that data loggers connect to")
    AccessAddress address() {
        return new AccessAddress(server.port());
    }

    @GetMapping("/sessions")
    @Operation(summary = "The connected loggers of the points in the caller's data scope, by MN")
    List<LoggerSession> sessions() {
        List<LoggerSession> all = sessions.list();
        if (caller.scope().equals(Scope.CITY)) {
            return all; // the unregistered ones too: they belong to nobody yet
        }
        return all.stream()
                .filter(session -> points.ofMn(session.mn()).isPresent())
                .toList();
    }
}
