package io.yuanqing.center.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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

    AccessController(AccessServer server, Sessions sessions) {
        this.server = server;
        this.sessions = sessions;
    }

    /** Where a data logger has to connect to. */
    record AccessAddress(int port) {}

    @GetMapping("/address")
    @Operation(summary = "The TCP port that data loggers connect to")
    AccessAddress address() {
        return new AccessAddress(server.port());
    }

    @GetMapping("/sessions")
    @Operation(summary = "The loggers that are connected, by MN")
    List<LoggerSession> sessions() {
        return sessions.list();
    }
}
