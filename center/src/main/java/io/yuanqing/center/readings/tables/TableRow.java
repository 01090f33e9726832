package io.yuanqing.center.readings.tables;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table: a period of a point, an enterprise, or all.
 *
 * @param from start of the period
 * @param to its end, exclusive
 * @param mn of a point; null for several
 * @param points whose values are summed up
 * @param cells by factor; one of which nothing was received is missing
 */
record TableRow(
        Instant from,
        Instant to,
        @Nullable String mn,
        @Nullable String point,
        @Nullable Long enterpriseId,
        @Nullable String enterprise,
        @Nullable String county,
        int points,
        Map<String, TableCell> cells) {}
