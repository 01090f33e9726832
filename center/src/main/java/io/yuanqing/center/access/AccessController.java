package io.yuanqing.center.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.identity.Caller;
import io.yuanqing.center.identity.Scope;
import io.yuanqing.center.registry.LoggerBinding;
import io.yuanqing.center.registry.Points;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
    private final Clock clock;

    AccessController(AccessServer server, Sessions sessions, Points points, Caller caller, Clock clock) {
        this.server = server;
        this.sessions = sessions;
        this.points = points;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param tlsPort null: loggers are not served by TLS */
    record AccessAddress(int port, @Nullable Integer tlsPort) {}

    @GetMapping("/address")
    @Operation(summary = "The TCP ports that data loggers connect to")
    AccessAddress address() {
        return new AccessAddress(server.port(), server.tlsPort());
    }

    @GetMapping("/sessions")
    @Operation(
            summary =
                    "The connected loggers of the points in the caller's data scope, by MN, of one MN the newest first")
    List<LoggerSession> sessions() {
        List<LoggerSession> all = sessions.list();
        if (caller.scope().equals(Scope.CITY)) {
            return all; // the unregistered ones too: they belong to nobody yet
        }
        Set<Long> visible = points.visible();
        Instant now = clock.instant();
        return all.stream()
                .filter(session -> points.bindingAt(session.mn(), now)
                        .map(LoggerBinding::pointId)
                        .filter(visible::contains)
                        .isPresent())
                .toList();
    }
}
