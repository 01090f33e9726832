package io.yuanqing.center.readings.tables;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.Refusal;
import io.yuanqing.center.identity.Permit;
import io.yuanqing.center.readings.sheet.SheetFormat;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tables as files. Everybody sees their own exports only. */
@RestController
@RequestMapping("/api/tables/exports")
@Tag(name = "readings")
class ExportsController {

    private final TableExports exports;
    private final Clock clock;

    ExportsController(TableExports exports, Clock clock) {
        this.exports = exports;
        this.clock = clock;
    }

    @PostMapping
    @Permit("readings.export")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Begins to write a table into a file; GET tells how far it is",
            description =
                    "lang: zh or en. The file holds what lies in the caller's data scope now, every digit, with the"
                            + " filters and the totals. Texts that a spreadsheet would run as a formula are defused.")
    TableExport begin(
            @RequestBody TableRequest table,
            @RequestParam(defaultValue = "XLSX") SheetFormat format,
            @RequestParam(defaultValue = "zh") String lang) {
        return exports.begin(TableQuery.of(table, clock.instant()), format, Locale.forLanguageTag(lang));
    }

    @GetMapping
    @Permit("readings.export")
    @Operation(summary = "The caller's exports, newest first")
    List<TableExport> mine() {
        return exports.mine();
    }

    @GetMapping("/{id}")
    @Permit("readings.export")
    @Operation(summary = "How far an export is")
    TableExport state(@PathVariable String id) {
        return exports.find(id).state();
    }

    @GetMapping("/{id}/file")
    @Permit("readings.export")
    @Operation(summary = "The file of an export that is done")
    ResponseEntity<Resource> file(@PathVariable String id) {
        ExportWork work = exports.find(id);
        TableExport state = work.state();
        if (state.state() != TableExport.State.DONE) {
            throw Refusal.conflict("The export is " + state.state() + "; its file can be fetched when it is DONE");
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, work.format().contentType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(state.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new FileSystemResource(work.file()));
    }

    @DeleteMapping("/{id}")
    @Permit("readings.export")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Cancels an export that is not done, and removes its file")
    void remove(@PathVariable String id) {
        exports.remove(id);
    }
}
