package io.yuanqing.center.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.Refusal;
import io.yuanqing.center.identity.Permit;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Points and their loggers. The list of points is served by room {@code live}, with their states. */
@RestController
@RequestMapping("/api")
@Tag(name = "registry")
class PointRegistryController {

    private final Points points;
    private final PointArchives archives;

    PointRegistryController(Points points, PointArchives archives) {
        this.points = points;
        this.archives = archives;
    }

    @PostMapping("/points")
    @Permit("registry.write")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Registers a monitoring point with its logger")
    PointId registerPoint(@RequestBody NewPoint point) {
        MonitoringPoint registered = points.register(point);
        return new PointId(registered.id(), registered.mn());
    }

    @GetMapping("/points/{mn}/archive")
    @Operation(summary = "All that is on record of a point beside its equipment")
    PointArchive archive(@PathVariable String mn) {
        return archives.of(mn);
    }

    @PutMapping("/points/{mn}/archive")
    @Permit("registry.write")
    @Operation(summary = "Replaces what can be edited of a point; its logger is swapped instead")
    PointArchive change(@PathVariable String mn, @RequestBody PointDetails details) {
        return archives.change(mn, details);
    }

    @PostMapping("/points/{mn}/retirements")
    @Permit("registry.write")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Puts a point out of use for a span of days")
    PointArchive retire(@PathVariable String mn, @RequestBody NewRetirement retirement) {
        return archives.retire(mn, retirement);
    }

    @PutMapping("/points/{mn}/logger")
    @Permit("registry.write")
    @Operation(summary = "Swaps the logger of a point: from that moment the new MN speaks for it")
    MonitoringPoint swapLogger(@PathVariable String mn, @RequestBody NewLogger logger) {
        return points.rebind(mn, logger);
    }

    @GetMapping("/points/{mn}/loggers")
    @Operation(summary = "Which MNs spoke for a point, oldest first")
    List<LoggerBinding> loggers(@PathVariable String mn) {
        MonitoringPoint point =
                points.ofMn(mn).orElseThrow(() -> Refusal.notFound("No point has or had the MN '" + mn + "'"));
        return points.bindingsOf(point.id());
    }

    record PointId(long id, String mn) {}
}
