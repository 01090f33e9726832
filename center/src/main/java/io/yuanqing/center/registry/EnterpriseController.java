package io.yuanqing.center.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.PageOf;
import io.yuanqing.center.identity.Permit;
import io.yuanqing.center.registry.SupervisionClasses.NewClass;
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

/** The archive of each enterprise (一企一档): itself, its class over time, contacts and outlets. */
@RestController
@RequestMapping("/api")
@Tag(name = "registry", description = "Enterprises, outlets, monitoring points, and what stands in their archives")
class EnterpriseController {

    private final Enterprises enterprises;
    private final SupervisionClasses classes;
    private final Contacts contacts;
    private final Outlets outlets;
    private final Industries industries;
    private final ArchiveChanges changes;

    EnterpriseController(
            Enterprises enterprises,
            SupervisionClasses classes,
            Contacts contacts,
            Outlets outlets,
            Industries industries,
            ArchiveChanges changes) {
        this.enterprises = enterprises;
        this.classes = classes;
        this.contacts = contacts;
        this.outlets = outlets;
        this.industries = industries;
        this.changes = changes;
    }

    @PostMapping("/enterprises")
    @Permit("registry.write")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Registers an enterprise")
    EnterpriseId registerEnterprise(@RequestBody NewEnterprise enterprise) {
        return new EnterpriseId(enterprises.register(enterprise).id());
    }

    @GetMapping("/enterprises")
    @Operation(
            summary = "Enterprises in the caller's scope, by county and name",
            description =
                    "expiringBy: their permit, or a certificate of theirs or of their equipment, ends by that day")
    PageOf<Enterprise> enterprises(
            @RequestParam(required = false) @Nullable String county,
            @RequestParam(required = false) @Nullable SupervisionClass supervisionClass,
            @RequestParam(required = false) @Nullable String industry,
            @RequestParam(required = false) @Nullable LocalDate expiringBy,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size) {
        return enterprises.find(new EnterpriseFilter(county, supervisionClass, industry, expiringBy, q), page, size);
    }

    @GetMapping("/enterprises/{id}")
    @Operation(summary = "One enterprise")
    Enterprise enterprise(@PathVariable long id) {
        return enterprises.inScope(id);
    }

    @PutMapping("/enterprises/{id}")
    @Permit("registry.write")
    @Operation(summary = "Replaces what can be edited of an enterprise; its class is changed with a day and a basis")
    Enterprise change(@PathVariable long id, @RequestBody EnterpriseDetails details) {
        return enterprises.change(id, details);
    }

    @GetMapping("/enterprises/{id}/classes")
    @Operation(summary = "Whether it was a key enterprise, over time")
    List<ClassPeriod> classes(@PathVariable long id) {
        enterprises.inScope(id);
        return classes.of(id).periods();
    }

    @PostMapping("/enterprises/{id}/classes")
    @Permit("registry.write")
    @Operation(summary = "Gives it another class from a day on; what was before stays as it was")
    List<ClassPeriod> changeClass(@PathVariable long id, @RequestBody NewClass wanted) {
        enterprises.inScope(id);
        return classes.change(id, wanted).periods();
    }

    @GetMapping("/enterprises/{id}/contacts")
    @Operation(summary = "Whom to call; masked without the permission registry.contacts-read")
    List<Contact> contacts(@PathVariable long id) {
        return contacts.of(id);
    }

    @PutMapping("/enterprises/{id}/contacts")
    @Permit("registry.write")
    @Operation(summary = "Replaces the contacts")
    List<Contact> changeContacts(@PathVariable long id, @RequestBody List<Contact> wanted) {
        return contacts.replace(id, wanted);
    }

    @GetMapping("/enterprises/{id}/outlets")
    @Operation(summary = "Its outlets")
    List<Outlet> outlets(@PathVariable long id) {
        return outlets.of(id);
    }

    @PostMapping("/enterprises/{id}/outlets")
    @Permit("registry.write")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Registers an outlet")
    Outlet registerOutlet(@PathVariable long id, @RequestBody OutletDetails outlet) {
        return outlets.register(id, outlet);
    }

    @PutMapping("/outlets/{id}")
    @Permit("registry.write")
    @Operation(summary = "Replaces what is on record of an outlet")
    Outlet changeOutlet(@PathVariable long id, @RequestBody OutletDetails outlet) {
        return outlets.change(id, outlet);
    }

    @GetMapping("/enterprises/{id}/changes")
    @Operation(summary = "Who changed what in its archive, before and after, newest first")
    PageOf<ArchiveChange> changes(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return changes.of(id, page, size);
    }

    @GetMapping("/counties")
    @Operation(summary = "Counties of the enterprises in the caller's scope")
    List<String> counties() {
        return enterprises.counties();
    }

    @GetMapping("/industries")
    @Operation(summary = "Classes of GB/T 4754 that polluting enterprises usually belong to")
    List<Industry> industries() {
        return industries.all();
    }

    record EnterpriseId(long id) {}
}
