package io.yuanqing.center.registry;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The logger that takes over at a point.
 *
 * @param mn as of {@link NewPoint}
 * @param from first moment of data for which it speaks; default: now; not in the future
 */
public record NewLogger(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String mn,

        @Nullable Instant from) {}
