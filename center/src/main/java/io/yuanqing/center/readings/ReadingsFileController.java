package io.yuanqing.center.readings;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.Refusal;
import io.yuanqing.center.identity.AuditTrail;
import io.yuanqing.center.identity.Permit;
import io.yuanqing.center.readings.sheet.SheetFormat;
import io.yuanqing.center.registry.MonitoringPoint;
import io.yuanqing.center.registry.Points;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A point's readings as a file. */
@RestController
@Tag(name = "readings")
class ReadingsFileController {

    private final Points points;
    private final Series series;
    private final AuditTrail trail;
    private final Clock clock;

    ReadingsFileController(Points points, Series series, AuditTrail trail, Clock clock) {
        this.points = points;
        this.series = series;
        this.trail = trail;
        this.clock = clock;
    }

    @GetMapping("/api/points/{mn}/readings/file")
    @Permit("readings.export")
    @Operation(
            summary = "A point's readings of one kind as a spreadsheet or CSV",
            description = "Parameters as of the readings themselves. lang: zh or en.")
    ResponseEntity<byte[]> file(
            @PathVariable String mn,
            @RequestParam String kind,
            @RequestParam(required = false) @Nullable List<String> factor,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "XLSX") SheetFormat format,
            @RequestParam(defaultValue = "zh") String lang)
            throws IOException {
        ReadingsQuery query = ReadingsQuery.of(kind, factor, from, to, null, clock.instant());
        MonitoringPoint point = points.ofMn(mn)
                .orElseThrow(
                        () -> Refusal.notFound("No point has or had the MN '" + mn + "'; GET /api/points lists them"));
        List<PeriodValue> readings = series.of(point, query);
        ReadingsSheet sheet = new ReadingsSheet(point, query, Locale.forLanguageTag(lang));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        sheet.write(readings, format, file);
        trail.record(
                "READINGS_EXPORTED",
                "point:" + point.mn(),
                null,
                Map.of("query", query, "format", format, "rows", readings.size()));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, format.contentType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(sheet.fileName(format), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.toByteArray());
    }
}
