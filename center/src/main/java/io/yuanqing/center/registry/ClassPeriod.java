package io.yuanqing.center.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A span over which an enterprise is supervised as of one class.
 *
 * @param from first day; null: since ever
 * @param to first day no more; null: open
 * @param basis list or document that puts it there
 */
public record ClassPeriod(
        SupervisionClass supervisionClass,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String basis) {

    boolean covers(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }
}
