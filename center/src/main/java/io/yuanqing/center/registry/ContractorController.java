package io.yuanqing.center.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.identity.Permit;
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

/** Contractors, their people, and their contracts. */
@RestController
@RequestMapping("/api")
@Tag(name = "registry")
class ContractorController {

    private final Contractors contractors;
    private final Staff staff;
    private final Contracts contracts;

    ContractorController(Contractors contractors, Staff staff, Contracts contracts) {
        this.contractors = contractors;
        this.staff = staff;
        this.contracts = contracts;
    }

    @GetMapping("/contractors")
    @Operation(summary = "Companies that operate automatic monitoring for others")
    List<Contractor> contractors() {
        return contractors.all();
    }

    @PostMapping("/contractors")
    @Permit("registry.write")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Registers a contractor")
    Contractor register(@RequestBody ContractorDetails contractor) {
        return contractors.register(contractor);
    }

    @PutMapping("/contractors/{id}")
    @Permit("registry.write")
    @Operation(summary = "Replaces what is on record of a contractor")
    Contractor change(@PathVariable long id, @RequestBody ContractorDetails contractor) {
        return contractors.change(id, contractor);
    }

    @GetMapping("/contractors/{id}/staff")
    @Operation(summary = "Its people; telephone numbers are masked without the permission registry.contacts-read")
    List<StaffMember> staff(@PathVariable long id) {
        return staff.of(id);
    }

    @PostMapping("/contractors/{id}/staff")
    @Permit("registry.write")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Registers somebody who works for it")
    StaffMember register(@PathVariable long id, @RequestBody StaffDetails person) {
        return staff.register(id, person);
    }

    @PutMapping("/contractors/{id}/staff/{person}")
    @Permit("registry.write")
    @Operation(summary = "Replaces what is on record of somebody; leftOn when the person leaves")
    StaffMember change(@PathVariable long id, @PathVariable("person") long person, @RequestBody StaffDetails details) {
        return staff.change(id, person, details);
    }

    @GetMapping("/contracts")
    @Operation(summary = "Who operates which point from when to when, of the points in the caller's scope")
    List<Contract> contracts(
            @RequestParam(required = false) @Nullable Long enterprise,
            @RequestParam(required = false) @Nullable Long contractor) {
        return contracts.find(enterprise, contractor);
    }

    @PostMapping("/contracts")
    @Permit("registry.write")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Puts a contract on record; a point has one contractor on a day at most")
    Contract register(@RequestBody NewContract contract) {
        return contracts.register(contract);
    }

    @PutMapping("/contracts/{id}/end")
    @Permit("registry.write")
    @Operation(summary = "Gives a contract another last day")
    Contract end(@PathVariable long id, @RequestBody End end) {
        return contracts.end(id, end.lastDay());
    }

    /** @param lastDay null: open */
    record End(@Nullable LocalDate lastDay) {}
}
