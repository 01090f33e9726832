package io.yuanqing.center.live;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.identity.Caller;
import io.yuanqing.center.identity.Scope;
import io.yuanqing.center.registry.Points;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "live")
class LiveController {

    private static final String RETRY_SECONDS = "30";

    private final Points points;
    private final Caller caller;
    private final LiveStream stream;
    private final LiveSettings limits;

    LiveController(Points points, Caller caller, LiveStream stream, LiveSettings limits) {
        this.points = points;
        this.caller = caller;
        this.stream = stream;
        this.limits = limits;
    }

    @GetMapping("/api/live")
    @Operation(
            summary = "Server-sent events: snapshot, point, counters, heartbeat, resync",
            description = "The event id is the log position. With Last-Event-ID only what has changed since is sent, in"
                    + " place of the snapshot. After resync the stream ends: fetch anew and connect again.")
    void live(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (stream.full()) {
            throw full();
        }
        Set<Long> visible = points.visible();
        boolean seesCity = caller.scope().equals(Scope.CITY);
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext connection = request.startAsync();
        connection.setTimeout(limits.lifetime().toMillis());
        LiveClient client =
                new LiveClient(connection, visible, seesCity, limits.queue().toBytes());
        stream.join(client, position(lastEventId));
        client.begin();
    }

    /** An id that is none of ours is as good as none. */
    private static @Nullable Long position(@Nullable String lastEventId) {
        try {
            return lastEventId == null || lastEventId.isBlank() ? null : Long.valueOf(lastEventId.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private ErrorResponseException full() {
        ErrorResponseException refusal = new ErrorResponseException(
                HttpStatus.SERVICE_UNAVAILABLE,
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        limits.streams() + " browsers follow the stream already, which is the limit"
                                + " (yuanqing.live.streams). Try again later."),
                null);
        refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        return refusal;
    }
}
