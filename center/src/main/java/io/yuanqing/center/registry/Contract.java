package io.yuanqing.center.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who operates a point from when to when. A point has one contractor on a day at most.
 *
 * @param mn of the point, in force
 * @param lastDay on which it is in force; null: open
 */
public record Contract(
        long id,
        long pointId,
        String mn,
        String pointName,
        long enterpriseId,
        String enterpriseName,
        long contractorId,
        String contractorName,
        @Nullable String number,
        LocalDate validFrom,
        @Nullable LocalDate lastDay) {}
