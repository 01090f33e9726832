package io.yuanqing.center.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.identity.Permit;
import io.yuanqing.center.registry.Certificate.Owner;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Certificates of enterprises, contractors, people and equipment. */
@RestController
@RequestMapping("/api/certificates")
@Tag(name = "registry")
class CertificateController {

    private final Certificates certificates;

    CertificateController(Certificates certificates) {
        this.certificates = certificates;
    }

    @GetMapping
    @Operation(
            summary = "Certificates in the caller's scope, the first to end first",
            description =
                    "expiring: those only of which the dated rules CERTIFICATE_WARNING_* warn today, and expired ones")
    List<Certificate> certificates(
            @RequestParam(required = false) @Nullable Long enterprise,
            @RequestParam(required = false) @Nullable Long contractor,
            @RequestParam(required = false) @Nullable String county,
            @RequestParam(defaultValue = "false") boolean expiring,
            @RequestParam(required = false) @Nullable LocalDate expiringBy) {
        LocalDate until = expiring && expiringBy == null ? certificates.warnedUntil() : expiringBy;
        return certificates.find(new CertificateFilter(enterprise, contractor, county, until));
    }

    @PostMapping
    @Permit("registry.write")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Puts a certificate on record")
    Certificate register(
            @RequestParam Owner owner, @RequestParam long ownerId, @RequestBody CertificateDetails certificate) {
        return certificates.register(owner, ownerId, certificate);
    }

    @PutMapping("/{id}")
    @Permit("registry.write")
    @Operation(summary = "Corrects what is on record of a certificate")
    Certificate change(@PathVariable long id, @RequestBody CertificateDetails certificate) {
        return certificates.change(id, certificate);
    }

    @PostMapping("/{id}/renewal")
    @Permit("registry.write")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Puts a new certificate in the place of one that ends")
    Certificate renew(@PathVariable long id, @RequestBody CertificateDetails certificate) {
        return certificates.renew(id, certificate);
    }
}
