package io.yuanqing.center.packets;

import io.yuanqing.center.Center;
import io.yuanqing.center.identity.AuditTrail;
import io.yuanqing.center.packets.RetentionPlan.Due;
import io.yuanqing.center.rules.Rules;
import io.yuanqing.center.rules.Rules.DatedNumber;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out the rules of retention once a day. A day of packets is announced first and dropped after the notice: a
 * clock that jumped years ahead is noticed within that time, and its announcements are withdrawn when it is right again.
 */
@Component
class RetentionRound {

    private static final Logger log = LoggerFactory.getLogger(RetentionRound.class);

    private final Retention rules;
    private final DatedNumber windowPast;
    private final PacketHolds holds;
    private final DayPackets packets;
    private final KeptPackets kept;
    private final Dropping dropping;
    private final KeyMonths keys;
    private final OldQuarantine quarantine;
    private final JdbcTemplate sql;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final PacketsSettings settings;
    private @Nullable LocalDate done;

    RetentionRound(
            Retention retention,
            Rules rules,
            PacketHolds holds,
            DayPackets packets,
            KeptPackets kept,
            Dropping dropping,
            KeyMonths keys,
            OldQuarantine quarantine,
            JdbcTemplate sql,
            AuditTrail trail,
            PlatformTransactionManager transactions,
            Clock clock,
            PacketsSettings settings) {
        this.rules = retention;
        this.windowPast = rules.dated("DATA_TIME_WINDOW_PAST_DAYS");
        this.holds = holds;
        this.packets = packets;
        this.kept = kept;
        this.dropping = dropping;
        this.keys = keys;
        this.quarantine = quarantine;
        this.sql = sql;
        this.trail = trail;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.settings = settings;
    }

    /** Nothing when it was done today already. */
    synchronized void runOncePerDay() {
        LocalDate today = today();
        if (!today.equals(done)) {
            run();
            done = today;
        }
    }

    /** Returns what became of the days whose notice is over. */
    synchronized List<Dropping.Dropped> run() {
        Keeping keeping = keeping();
        List<LocalDate> due = due(keeping);
        announce(due);
        List<Dropping.Dropped> dropped = new ArrayList<>();
        announcements().forEach((day, announcedAt) -> {
            if (!announcedAt.plus(settings.retentionNotice()).isAfter(clock.instant())) {
                Stopped.check();
                dropped.add(told(dropping.drop(day, keeping)));
            }
        });
        keys.drop(droppableKeys(keeping));
        quarantine.drop(rules.quarantineFrom(keeping.today()), rules.noiseFrom(keeping.today()));
        return dropped;
    }

    /** What a round would find, without doing it. */
    RetentionPlan plan() {
        Keeping keeping = keeping();
        Map<LocalDate, Instant> announced = announcements();
        List<Due> days = due(keeping).stream()
                .map(day -> {
                    Instant at = announced.get(day);
                    return new Due(day, at, at == null ? null : at.plus(settings.retentionNotice()));
                })
                .toList();
        return new RetentionPlan(
                keeping.today(),
                days,
                droppableKeys(keeping),
                quarantine.frames(rules.quarantineFrom(keeping.today())),
                quarantine.noise(rules.noiseFrom(keeping.today())),
                keeping.holds());
    }

    private List<LocalDate> due(Keeping keeping) {
        TreeSet<LocalDate> due = new TreeSet<>();
        packets.days().stream().filter(keeping::due).forEach(due::add);
        kept.days().stream()
                .filter(day -> keeping.due(day) && !due.contains(day) && somethingGoes(day, keeping))
                .forEach(due::add);
        return List.copyOf(due);
    }

    /** Hour and day data whose longer rule is over too, or packets whose case was closed. */
    private boolean somethingGoes(LocalDate day, Keeping keeping) {
        if (kept.onlyHourDay(day)
                && !rules.lastDay("2061", day, keeping.today()).isBefore(keeping.today())) {
            return false;
        }
        boolean[] goes = new boolean[1];
        transaction.executeWithoutResult(
                status -> packets.kept(day, packet -> goes[0] = goes[0] || !keeping.keeps(packet)));
        return goes[0];
    }

    private void announce(List<LocalDate> due) {
        transaction.executeWithoutResult(status -> {
            Map<LocalDate, Instant> before = announcements();
            List<LocalDate> fresh =
                    due.stream().filter(day -> !before.containsKey(day)).toList();
            List<LocalDate> withdrawn =
                    before.keySet().stream().filter(day -> !due.contains(day)).toList();
            fresh.forEach(day -> sql.update(
                    "insert into packet_retention (day, announced_at) values (?, ?)",
                    day,
                    Timestamp.from(clock.instant())));
            withdrawn.forEach(day -> sql.update("delete from packet_retention where day = ?", day));
            if (!fresh.isEmpty()) {
                log.warn(
                        "the rule no longer asks for the packets of {} days ({} to {}); they are dropped in {}",
                        fresh.size(),
                        fresh.get(0),
                        fresh.get(fresh.size() - 1),
                        settings.retentionNotice());
                trail.record("PACKETS_DROP_ANNOUNCED", "packets", null, Map.of("days", fresh));
            }
            if (!withdrawn.isEmpty()) {
                trail.record("PACKETS_DROP_WITHDRAWN", "packets", Map.of("days", withdrawn), null);
            }
        });
    }

    private Map<LocalDate, Instant> announcements() {
        Map<LocalDate, Instant> announced = new java.util.TreeMap<>();
        sql.query("select day, announced_at from packet_retention", row -> {
            announced.put(row.getObject(1, LocalDate.class), row.getTimestamp(2).toInstant());
        });
        return announced;
    }

    private static Dropping.Dropped told(Dropping.Dropped dropped) {
        if (dropped.refusal() == null) {
            log.info(
                    "dropped the packets received on {} by rule: {}; kept: {}",
                    dropped.day(),
                    dropped.packets(),
                    dropped.kept());
        } else {
            log.error("the packets received on {} are not dropped: {}", dropped.day(), dropped.refusal());
        }
        return dropped;
    }

    /** Keys go when no packet that they could meet is left, nor could be admitted. */
    private List<String> droppableKeys(Keeping keeping) {
        long past = windowPast.at(clock.instant()).longValueExact();
        List<LocalDate> days = packets.days();
        return keys.months().stream()
                .filter(month -> {
                    LocalDate lastReceipt = month.atEndOfMonth().plusDays(past);
                    return keeping.due(lastReceipt)
                            && days.stream()
                                    .noneMatch(day -> !day.isAfter(lastReceipt) && !day.isBefore(month.atDay(1)));
                })
                .map(java.time.YearMonth::toString)
                .toList();
    }

    private Keeping keeping() {
        return new Keeping(rules, today(), holds.open());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Center.CITY_ZONE);
    }
}
