package io.yuanqing.center.access;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command to be sent.
 *
 * @param command its name in the catalogue, such as GET_CLOCK or HOUR_HISTORY
 * @param parameters by the standard's field names, whatever their case, such as {@code RtdInterval} or {@code BeginTime};
 *     times as ISO 8601 or in digits; a list where a field is repeated. SET_CLOCK takes the centre's time by default
 * @param reason for the record
 */
record NewCommand(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String command,

        @Nullable Map<String, Object> parameters,
        @Nullable String reason) {}
