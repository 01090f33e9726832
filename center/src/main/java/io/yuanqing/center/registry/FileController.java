package io.yuanqing.center.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.identity.Permit;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

/** Files in the archives. */
@RestController
@RequestMapping("/api")
@Tag(name = "registry")
class FileController {

    private final AttachedFiles files;

    FileController(AttachedFiles files) {
        this.files = files;
    }

    @GetMapping("/enterprises/{id}/files")
    @Operation(summary = "Files in the archive of an enterprise, newest first")
    List<AttachedFile> of(@PathVariable long id) {
        return files.of(id);
    }

    @PostMapping(path = "/enterprises/{id}/files", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Permit("registry.write")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Puts a file into the archive: its bytes are the body",
            description = "PDF, PNG, JPEG, DOCX, XLSX or OFD, as its first bytes and its name both say")
    AttachedFile add(
            @PathVariable long id,
            @RequestParam String name,
            @RequestParam(required = false) @Nullable String note,
            @RequestBody byte[] content) {
        return files.add(id, name, note, content);
    }

    @GetMapping("/files/{id}")
    @Operation(summary = "The file itself; always as a download")
    ResponseEntity<byte[]> content(@PathVariable long id) {
        AttachedFile file = files.inScope(id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(files.content(file));
    }

    @DeleteMapping("/files/{id}")
    @Permit("registry.write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes a file out of the archive; its name and digest stay in the audit trail")
    void remove(@PathVariable long id) {
        files.remove(id);
    }
}
