package io.yuanqing.center.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An account to be made. It holds no role and sees nothing until a security administrator grants it something.
 *
 * @param name with which its owner signs in: letters, digits, dot, hyphen, underscore
 * @param displayName what others read
 * @param password for the first sign-in, at which its owner has to choose another
 */
record NewAccount(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String name,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String displayName,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String password) {

    /** Without the password. */
    @Override
    public String toString() {
        return "NewAccount[name=" + name + "]";
    }
}
