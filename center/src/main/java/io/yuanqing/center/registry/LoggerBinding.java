package io.yuanqing.center.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which MN spoke for which point, from when to when (入网关系).
 *
 * @param mn normal form
 * @param from first moment; null: since ever, so that packets sent before the registration belong to the point
 * @param to first moment no more; null: open
 */
public record LoggerBinding(
        String mn,
        long pointId,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** Whether it is in force at that moment. */
    public boolean covers(Instant when) {
        return (from == null || !when.isBefore(from)) && (to == null || when.isBefore(to));
    }
}
