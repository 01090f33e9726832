package io.yuanqing.center.packets;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.Refusal;
import io.yuanqing.center.identity.Permit;
import io.yuanqing.center.registry.LoggerDevices;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/quarantine")
@Tag(name = "packets")
class QuarantineController {

    private static final int MOST = 10_000;

    private final QuarantineReader quarantine;
    private final PacketScope scope;
    private final LoggerDevices devices;
    private final Readmitting readmitting;

    QuarantineController(
            QuarantineReader quarantine, PacketScope scope, LoggerDevices devices, Readmitting readmitting) {
        this.quarantine = quarantine;
        this.scope = scope;
        this.devices = devices;
        this.readmitting = readmitting;
    }

    /** A quarantined frame, every byte explained, and why it is no data. */
    record QuarantinedDetail(QuarantinedFrame quarantined, ExplainedFrame frame) {}

    @GetMapping
    @Operation(summary = "Frames that could not be taken as data, newest first")
    List<QuarantinedFrame> list(
            @RequestParam(required = false) @Nullable String mn,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "1000") int size) {
        if (size < 1 || size > MOST) {
            throw Refusal.invalid("size", "'" + size + "' is no size of a list; it must be 1 to " + MOST);
        }
        scope.requireWholeCity("quarantine");
        return quarantine.newest(mn, after, size);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One quarantined frame, every byte explained")
    QuarantinedDetail one(@PathVariable long id) {
        scope.requireWholeCity("quarantine");
        return quarantine
                .find(id)
                .map(frame -> new QuarantinedDetail(frame.view(), frame.explained(devices)))
                .orElseThrow(() -> Refusal.notFound("There is no quarantined frame " + id + "."));
    }

    @PostMapping("/{id}/readmit")
    @Permit("packets.readmit")
    @Operation(
            summary = "Takes a quarantined frame as data, corrected or as it is",
            description = "It is appended to the log as a new arrival of origin READMITTED; the original bytes stay in"
                    + " quarantine. Once only; who, why and what was changed is kept.")
    Readmission.Done readmit(@PathVariable long id, @RequestBody Readmitting.Request request) {
        scope.requireWholeCity("quarantine");
        return readmitting.readmit(id, request);
    }
}
