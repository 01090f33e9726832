package io.yuanqing.center.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.Center;
import io.yuanqing.center.identity.Permit;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Emission limits of standards and points. */
@RestController
@Tag(name = "registry")
class LimitsController {

    private final Limits limits;
    private final Clock clock;

    LimitsController(Limits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * A point's limits.
     *
     * @param on the day asked for
     * @param inForce the strictest of each factor and period on that day
     * @param all that were ever registered
     */
    record PointLimits(LocalDate on, List<LimitInForce> inForce, List<PointLimit> all) {}

    /** @param effectiveTo first day no more; today or later */
    record LimitEnd(@Nullable LocalDate effectiveTo) {}

    @GetMapping("/api/limits")
    @Operation(summary = "Limits as standards print them, each with its confidence")
    List<StandardLimit> standards() {
        return limits.standards();
    }

    @GetMapping("/api/points/{mn}/limits")
    @Operation(
            summary = "A point's limits: what is in force on a day (default: today), and all rows with their periods")
    PointLimits limits(@PathVariable String mn, @RequestParam(required = false) @Nullable LocalDate on) {
        MonitoringPoint point = limits.point(mn);
        LocalDate day = on == null ? LocalDate.ofInstant(clock.instant(), Center.CITY_ZONE) : on;
        List<PointLimit> all = limits.of(List.of(point.id())).getOrDefault(point.id(), List.of());
        List<LimitInForce> inForce = new TreeSet<>(
                        all.stream().map(PointLimit::factor).toList())
                .stream()
                        .flatMap(factor -> List.of(LimitPeriod.values()).stream()
                                .flatMap(period -> StrictestLimit.of(point, all, factor, period, day).stream()))
                        .toList();
        return new PointLimits(day, inForce, all);
    }

    @PostMapping("/api/points/{mn}/limits")
    @Permit("registry.write")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Registers rows of a standard, or a value of a discharge permit, for a point")
    List<PointLimit> register(@PathVariable String mn, @RequestBody NewLimits wanted) {
        return limits.register(limits.point(mn), wanted);
    }

    @PutMapping("/api/points/{mn}/limits/{id}/end")
    @Permit("registry.write")
    @Operation(summary = "Sets the first day on which a limit holds no more; what was in force before stays so")
    PointLimit end(@PathVariable String mn, @PathVariable long id, @RequestBody LimitEnd end) {
        return limits.end(limits.point(mn), id, end.effectiveTo());
    }
}
