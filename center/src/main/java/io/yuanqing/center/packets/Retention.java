package io.yuanqing.center.packets;

import io.yuanqing.center.Center;
import io.yuanqing.center.rules.Rules;
import io.yuanqing.center.rules.Rules.DatedNumber;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** How long packets are kept: dated rules, the longer of the value on the day of receipt and the present one. */
@Component
class Retention {

    /** Hour and day data: rates, exceedances and taxes rest on them. */
    static final Set<String> HOUR_DAY = Set.of("2061", "2031");

    private final DatedNumber packetYears;
    private final DatedNumber hourDayYears;
    private final DatedNumber quarantineYears;
    private final DatedNumber noiseDays;

    @Autowired
    Retention(Rules rules) {
        this(
                rules.dated("PACKETS_KEPT_YEARS"),
                rules.dated("HOUR_DAY_PACKETS_KEPT_YEARS"),
                rules.dated("QUARANTINE_KEPT_YEARS"),
                rules.dated("NOISE_KEPT_DAYS"));
    }

    Retention(DatedNumber packetYears, DatedNumber hourDayYears, DatedNumber quarantineYears, DatedNumber noiseDays) {
        this.packetYears = packetYears;
        this.hourDayYears = hourDayYears;
        this.quarantineYears = quarantineYears;
        this.noiseDays = noiseDays;
    }

    /** The last day on which the packets of a day of receipt are kept, hour and day data left aside. */
    LocalDate lastDay(LocalDate received, LocalDate today) {
        return received.plusYears(longer(packetYears, received, today));
    }

    /** The same for a packet of this CN. */
    LocalDate lastDay(String cn, LocalDate received, LocalDate today) {
        LocalDate shorter = lastDay(received, today);
        LocalDate longer = received.plusYears(longer(hourDayYears, received, today));
        return HOUR_DAY.contains(cn) && longer.isAfter(shorter) ? longer : shorter;
    }

    /** Frames in quarantine that came before this day may go. */
    LocalDate quarantineFrom(LocalDate today) {
        return today.minusYears(at(quarantineYears, today));
    }

    /** Samples of noise that came before this day may go. */
    LocalDate noiseFrom(LocalDate today) {
        return today.minusDays(at(noiseDays, today));
    }

    private static long longer(DatedNumber rule, LocalDate received, LocalDate today) {
        return Math.max(at(rule, received), at(rule, today));
    }

    private static long at(DatedNumber rule, LocalDate day) {
        return rule.at(day.atStartOfDay(Center.CITY_ZONE).toInstant()).longValueExact();
    }
}
