package io.yuanqing.center.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.Refusal;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Instruments and loggers at the points. */
@RestController
@RequestMapping("/api")
@Tag(name = "registry")
class EquipmentController {

    private final EquipmentRegister equipment;
    private final Enterprises enterprises;

    EquipmentController(EquipmentRegister equipment, Enterprises enterprises) {
        this.equipment = equipment;
        this.enterprises = enterprises;
    }

    @GetMapping("/enterprises/{id}/equipment")
    @Operation(summary = "What stands at its points, and what stood there")
    List<Equipment> of(@PathVariable long id) {
        enterprises.inScope(id);
        return equipment.of(id);
    }

    @PostMapping("/points/{mn}/equipment")
    @Permit("registry.write")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Registers an instrument or a logger at a point")
    Equipment register(@PathVariable String mn, @RequestBody EquipmentDetails details) {
        return equipment.register(mn, details);
    }

    @PutMapping("/equipment/{id}")
    @Permit("registry.write")
    @Operation(summary = "Corrects what is on record of it; another one in its place is a replacement")
    Equipment change(@PathVariable long id, @RequestBody EquipmentDetails details) {
        return equipment.change(id, details);
    }

    @PostMapping("/equipment/{id}/replacement")
    @Permit("registry.write")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Puts another one in its place from its day of installation on")
    Equipment replace(@PathVariable long id, @RequestBody EquipmentDetails details) {
        return equipment.replace(id, details);
    }

    @PostMapping("/equipment/{id}/removal")
    @Permit("registry.write")
    @Operation(summary = "Removes it from a day on")
    Equipment remove(@PathVariable long id, @RequestBody Removal removal) {
        if (removal.on() == null) {
            throw Refusal.invalid("on", "is missing; it is required");
        }
        return equipment.remove(id, removal.on());
    }

    /** @param on first day without it */
    record Removal(@Nullable LocalDate on) {}
}
