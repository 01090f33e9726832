package io.yuanqing.center.packets;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A frame that could not be taken as data.
 *
 * @param mn as far as the header could be read; empty otherwise
 * @param reason a code; {@code detail} says it in a sentence with the values
 * @param raw the bytes as UTF-8, else as GB18030 text
 * @param rawBase64 the exact bytes when they are not plain ASCII
 * @param readmission how it was taken as data after all; null: it was not
 */
record QuarantinedFrame(
        long id,
        Instant receivedAt,
        String remote,
        String mn,
        String st,
        String cn,
        Verdict.Reason reason,
        String detail,
        String raw,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String rawBase64,
        Readmission.@Nullable Done readmission) {}
