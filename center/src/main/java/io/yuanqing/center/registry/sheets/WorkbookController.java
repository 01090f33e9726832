package io.yuanqing.center.registry.sheets;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.identity.Permit;
import io.yuanqing.center.registry.EnterpriseFilter;
import io.yuanqing.center.registry.SupervisionClass;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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

/** Archives as workbooks: the template, the import with its check, the export. */
@RestController
@RequestMapping("/api/archives")
@Tag(name = "registry")
class WorkbookController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Imports imports;
    private final Exports exports;

    WorkbookController(Imports imports, Exports exports) {
        this.imports = imports;
        this.exports = exports;
    }

    @GetMapping("/template")
    @Operation(summary = "The empty workbook (.xlsx) to fill in, with a sheet of explanations")
    ResponseEntity<byte[]> template() {
        return workbook("档案导入模板.xlsx", WorkbookWriter.write(Map.of()));
    }

    @GetMapping("/workbook")
    @Operation(
            summary = "Archives in the caller's scope as a workbook (.xlsx) in the template's layout",
            description = "The filters are those of GET /api/enterprises. Passwords, contacts and files are not in it")
    ResponseEntity<byte[]> export(
            @RequestParam(required = false) @Nullable String county,
            @RequestParam(required = false) @Nullable SupervisionClass supervisionClass,
            @RequestParam(required = false) @Nullable String industry,
            @RequestParam(required = false) @Nullable LocalDate expiringBy,
            @RequestParam(required = false) @Nullable String q) {
        EnterpriseFilter filter = new EnterpriseFilter(county, supervisionClass, industry, expiringBy, q);
        return workbook("污染源档案.xlsx", exports.write(filter));
    }

    @PostMapping(path = "/imports", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Permit("registry.write")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Reads a workbook in the template's layout and begins to check it; nothing is put on record yet",
            description =
                    "Its bytes are the body. Ask for the import by its id until it is CHECKED, then take or cancel it")
    ImportStatus check(@RequestParam(defaultValue = "") String name, @RequestBody byte[] workbook) {
        return imports.check(name, workbook);
    }

    @GetMapping("/imports/{id}")
    @Permit("registry.write")
    @Operation(summary = "How it stands with an import of the caller, with what is wrong: sheet, row, column, rule")
    ImportStatus status(@PathVariable String id) {
        return imports.status(id);
    }

    @PostMapping("/imports/{id}/take")
    @Permit("registry.write")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Puts a checked import on record: all of it, or nothing when a row is wrong",
            description = "goodRowsOnly: the rows that are right, without the others")
    ImportStatus take(@PathVariable String id, @RequestParam(defaultValue = "false") boolean goodRowsOnly) {
        return imports.take(id, goodRowsOnly);
    }

    @DeleteMapping("/imports/{id}")
    @Permit("registry.write")
    @Operation(summary = "Ends an import before its end; nothing of it is on record then")
    ImportStatus cancel(@PathVariable String id) {
        return imports.cancel(id);
    }

    private static ResponseEntity<byte[]> workbook(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}
