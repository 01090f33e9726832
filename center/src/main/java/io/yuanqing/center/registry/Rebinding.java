package io.yuanqing.center.registry;

import io.yuanqing.center.Center;
import io.yuanqing.center.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The act of swapping a point's logger; runs in the transaction of {@link Points#rebind}. */
@Component
class Rebinding {

    private final JdbcClient jdbc;
    private final Bindings bindings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Rebinding(JdbcClient jdbc, Bindings bindings, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.bindings = bindings;
        this.events = events;
        this.clock = clock;
    }

    /** Ends the point's binding in force and begins that of the new MN. */
    void rebind(MonitoringPoint point, NewLogger wanted) {
        if (wanted.mn() == null || !Mn.registrable(wanted.mn())) {
            throw Refusal.invalid("mn", NewPoint.noMn(wanted.mn()));
        }
        String mn = wanted.mn().strip();
        String normalMn = Mn.normal(mn);
        String oldMn = Mn.normal(point.mn());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant from = wanted.from() == null ? now : wanted.from();
        jdbc.sql("select id from monitoring_point where id = :id for update")
                .param("id", point.id())
                .query(Long.class)
                .single();
        check(point, oldMn, normalMn, from, now);

        bindings.close(oldMn, point.id(), from);
        try {
            bindings.open(normalMn, point.id(), from);
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("MN '" + mn + "' is being registered by somebody else at this moment");
        }
        jdbc.sql("update monitoring_point set mn = :mn where id = :id")
                .param("mn", mn)
                .param("id", point.id())
                .update();
        events.publishEvent(new PointChanged(point.id(), oldMn, from));
        events.publishEvent(new PointChanged(point.id(), normalMn, from));
    }

    private void check(MonitoringPoint point, String oldMn, String normalMn, Instant from, Instant now) {
        if (normalMn.equals(oldMn)) {
            throw Refusal.invalid("mn", "'" + normalMn + "' speaks for this point already");
        }
        if (from.isAfter(now)) {
            throw Refusal.invalid("from", time(from) + " lies ahead; a swap is registered when it is done");
        }
        bindings.holderOf(normalMn).ifPresent(holder -> {
            throw Refusal.conflict("MN '" + normalMn + "' is already registered for " + holder
                    + ". An MN speaks for one point at a time.");
        });
        for (LoggerBinding present : bindings.ofPoint(point.id())) {
            if (present.to() == null && present.from() != null && !from.isAfter(present.from())) {
                throw Refusal.invalid(
                        "from",
                        time(from) + " is not after " + time(present.from()) + ", when MN '" + present.mn()
                                + "' began to speak for this point");
            }
        }
        List<LoggerBinding> earlier = bindings.ofMn(normalMn);
        for (LoggerBinding binding : earlier) {
            if (binding.to() != null && from.isBefore(binding.to())) {
                throw Refusal.invalid(
                        "from",
                        time(from) + " is before " + time(binding.to()) + ", until when MN '" + normalMn
                                + "' spoke for the point with id " + binding.pointId());
            }
        }
    }

    private static String time(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(Center.CITY_ZONE));
    }
}
