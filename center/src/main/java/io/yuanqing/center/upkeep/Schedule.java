package io.yuanqing.center.upkeep;

import io.yuanqing.center.Center;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** When the daily backup is due. Pure. */
record Schedule(LocalTime at) {

    /** Whether the day's moment has passed and no backup was begun since; a backup that was missed stays due. */
    boolean due(Instant now, @Nullable Instant lastBegun) {
        ZonedDateTime today = now.atZone(Center.CITY_ZONE).with(at);
        Instant moment = (today.toInstant().isAfter(now) ? today.minusDays(1) : today).toInstant();
        return lastBegun == null || lastBegun.isBefore(moment);
    }
}
