package io.yuanqing.center.upkeep;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.identity.Permit;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/store/backups")
@Tag(name = "upkeep")
class BackupsController {

    private final Backups backups;

    BackupsController(Backups backups) {
        this.backups = backups;
    }

    @GetMapping
    @Permit("upkeep.backup")
    @Operation(summary = "The backup that is being made or failed, then those that are kept, newest first")
    List<BackupView> list() {
        return backups.list();
    }

    @PostMapping
    @Permit("upkeep.backup")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Begins a backup of the embedded store while it works; GET tells how it goes")
    BackupView begin() {
        return backups.begin();
    }
}
