package io.yuanqing.center.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Roles and what they may do. */
@RestController
@Tag(name = "identity")
class RolesController {

    private final Roles roles;
    private final Granting granting;

    RolesController(Roles roles, Granting granting) {
        this.roles = roles;
        this.granting = granting;
    }

    /** Names of permissions. */
    record Permissions(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Set<String> permissions) {}

    @GetMapping("/api/roles")
    @Permit("identity.read")
    @Operation(summary = "Roles and what their holders may do")
    List<RoleView> roles() {
        return roles.all();
    }

    @GetMapping("/api/permissions")
    @Permit("identity.read")
    @Operation(summary = "All that can be permitted")
    List<Roles.Permission> permissions() {
        return roles.permissions();
    }

    @PutMapping("/api/roles/{name}/permissions")
    @Permit("identity.grants")
    @Operation(summary = "Decides what the holders of a role may do, at once")
    RoleView changeRole(@PathVariable String name, @RequestBody Permissions permissions) {
        return granting.permit(name, permissions.permissions());
    }
}
