package io.yuanqing.center.identity.tls;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.Refusal;
import java.nio.file.Path;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands out what a phone must install to trust this server. */
@RestController
@Tag(name = "identity")
class AuthorityController {

    private final HttpsConnector https;

    AuthorityController(HttpsConnector https) {
        this.https = https;
    }

    @GetMapping("/ca.crt")
    @SecurityRequirements
    @Operation(summary = "Certificate of the server's own authority, PEM")
    ResponseEntity<Resource> authority() {
        Path file = https.authorityCertificate()
                .orElseThrow(() -> Refusal.notFound(
                        "This server has no authority of its own: it serves no HTTPS, or with a given certificate"));
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "x-x509-ca-cert"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"yuanqing-ca.crt\"")
                .body(new FileSystemResource(file));
    }
}
