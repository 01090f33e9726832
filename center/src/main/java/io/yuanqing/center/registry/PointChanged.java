package io.yuanqing.center.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is derived from a point's packets may have to be derived again: it was registered or re-bound, or its edition,
 * alias, interval or end-stamping changed. Published synchronously inside the transaction that makes the change, so
 * that a listener's row commits with it. A listener must ask {@link Points#bindingsOf} rather than the cached
 * {@link Points#bindingAt}, which shows the change after the commit.
 *
 * @param mn the MN concerned, normal form
 * @param from first moment of data that is touched; null: all
 */
public record PointChanged(
        long pointId, String mn, @Nullable Instant from) {}
