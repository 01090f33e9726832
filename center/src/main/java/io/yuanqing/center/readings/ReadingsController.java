package io.yuanqing.center.readings;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.Refusal;
import io.yuanqing.center.identity.Caller;
import io.yuanqing.center.identity.Permit;
import io.yuanqing.center.identity.Scope;
import io.yuanqing.center.registry.MonitoringPoint;
import io.yuanqing.center.registry.Points;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "readings", description = "Values over time, readers of the log, unregistered MNs")
class ReadingsController {

    private static final int MOST_UNREGISTERED = 1_000;

    private final Points points;
    private final Series series;
    private final UnregisteredMns unregistered;
    private final List<DerivedReader> readers;
    private final Rebuild rebuild;
    private final Caller caller;
    private final Clock clock;

    ReadingsController(
            Points points,
            Series series,
            UnregisteredMns unregistered,
            List<DerivedReader> readers,
            Rebuild rebuild,
            Caller caller,
            Clock clock) {
        this.points = points;
        this.series = series;
        this.unregistered = unregistered;
        this.readers = readers;
        this.rebuild = rebuild;
        this.caller = caller;
        this.clock = clock;
    }

    /** How far a derived reader has come; lag 0: all its figures are up to date. */
    record ReaderView(String name, long position, long lag) {}

    @GetMapping("/api/points/{mn}/readings")
    @Operation(
            summary = "A point's readings of one kind by time and factor",
            description = "Without a period: the last hour of realtime, 24 hours of minute, 7 days of hour, 31 days of"
                    + " day readings. factor may be repeated or a comma list, in codes of 2017 or 2005.")
    List<ReadingView> readings(
            @PathVariable String mn,
            @RequestParam String kind,
            @RequestParam(required = false) @Nullable List<String> factor,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String versions) {
        ReadingsQuery query = ReadingsQuery.of(kind, factor, from, to, versions, clock.instant());
        MonitoringPoint point = points.ofMn(mn)
                .orElseThrow(
                        () -> Refusal.notFound("No point has or had the MN '" + mn + "'; GET /api/points lists them"));
        return series.of(point, query).stream().map(ReadingView::of).toList();
    }

    /** Such an MN belongs to no county or enterprise yet: only who sees the whole city sees it. */
    @GetMapping("/api/unregistered")
    @Operation(summary = "MNs that send although no point has them: offered for registration")
    List<UnregisteredMn> unregistered() {
        return caller.scope().equals(Scope.CITY) ? unregistered.list(MOST_UNREGISTERED) : List.of();
    }

    @PostMapping("/api/readers/{name}/rebuild")
    @Permit("readings.rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Has a reader's figures made anew from the log's start",
            description =
                    "They are gone at once and come back in the order of the log; the lag in GET /api/readers tells"
                            + " how far it is. A stop of the server, or another call, does no harm.")
    ReaderView rebuild(@PathVariable String name) {
        if (!caller.scope().equals(Scope.CITY)) {
            throw Refusal.notFound("There is no reader in your data scope");
        }
        rebuild.begin(name);
        return readers().stream()
                .filter(reader -> reader.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @GetMapping("/api/readers")
    @Operation(summary = "Derived readers of the log and their queues of results to be made anew")
    List<ReaderView> readers() {
        return readers.stream()
                .map(reader -> new ReaderView(reader.name(), reader.position(), reader.lag()))
                .toList();
    }
}
