package io.yuanqing.center.packets;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.Refusal;
import io.yuanqing.center.registry.LoggerDevices;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

@RestController
@Tag(name = "packets")
class PacketsController {

    private static final int MOST = 100_000;

    private final PacketLog log;
    private final LogReader reader;
    private final PacketScope scope;
    private final LoggerDevices devices;
    private final JsonMapper json;

    PacketsController(PacketLog log, LogReader reader, PacketScope scope, LoggerDevices devices, JsonMapper json) {
        this.log = log;
        this.reader = reader;
        this.scope = scope;
        this.devices = devices;
        this.json = json;
    }

    @GetMapping(path = "/api/points/{mn}/packets", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Raw packets of a point, or of an MN that is not registered, by time of receipt")
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = PacketLine.class))))
    void packets(
            @PathVariable String mn,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable String cn,
            @RequestParam(defaultValue = "asc") String order,
            @RequestParam(defaultValue = "1000") int size,
            HttpServletResponse response)
            throws IOException {
        if (size < 1 || size > MOST) {
            throw Refusal.invalid("size", "'" + size + "' is no size of a list; it must be 1 to " + MOST);
        }
        if (!order.equals("asc") && !order.equals("desc")) {
            throw Refusal.invalid("order", "'" + order + "' is no order; it must be asc (oldest first) or desc");
        }
        PacketQuery query = new PacketQuery(scope.spansWith(mn), from, to, after, cn, order.equals("desc"), size);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        // Written row by row: a page may hold a hundred thousand packets. Closed only when all went well: closing would
        // end the array, and a list that broke off would look whole.
        JsonGenerator lines = json.createGenerator(response.getOutputStream());
        lines.writeStartArray();
        reader.page(query, packet -> lines.writePOJO(PacketLine.of(packet, devices)));
        lines.writeEndArray();
        lines.close();
    }

    @GetMapping("/api/packets/{id}")
    @Operation(summary = "One packet, every byte explained")
    ExplainedFrame packet(@PathVariable long id) {
        return log.find(id)
                .filter(packet -> scope.mayRead(packet))
                .map(packet -> ExplainedFrame.of(packet, devices))
                .orElseThrow(
                        () -> Refusal.notFound("There is no packet " + id + "; the log ends at " + log.head() + "."));
    }
}
