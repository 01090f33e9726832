package io.yuanqing.center.packets;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.yuanqing.center.identity.AuditTrail;
import io.yuanqing.center.store.AlarmKind;
import io.yuanqing.center.store.OperationalAlarms;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Verifies the seals on demand in a thread of its own, one at a time: reading years of packets takes minutes. */
@Component
class VerificationJob implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(VerificationJob.class);

    private final SealCheck check;
    private final AuditTrail trail;
    private final OperationalAlarms alarms;
    private final Clock clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread named = new Thread(work, "packet-seal-verification");
        named.setDaemon(true);
        return named;
    });
    private Status status = new Status(State.NEVER, null, null, null, null, null);

    VerificationJob(SealCheck check, AuditTrail trail, OperationalAlarms alarms, Clock clock) {
        this.check = check;
        this.trail = trail;
        this.alarms = alarms;
        this.clock = clock;
    }

    enum State {
        /** Not since the server was started. */
        NEVER,
        RUNNING,
        INTACT,
        BROKEN,
        /** It could not be carried out; {@code failure} says why. */
        FAILED
    }

    /** How it stands with the last verification. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Status(
            State state,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable SealProgress progress,
            @Nullable SealReport report,
            @Nullable String failure) {}

    synchronized Status status() {
        return status;
    }

    /** Begins, unless one is running already. */
    synchronized Status begin() {
        if (status.state() != State.RUNNING) {
            trail.record("SEALS_VERIFICATION_BEGUN", "packet-log", null, null);
            Instant now = clock.instant();
            status = new Status(State.RUNNING, now, null, null, null, null);
            thread.execute(() -> run(now));
        }
        return status;
    }

    private void run(Instant startedAt) {
        try {
            SealReport report =
                    check.run(progress -> set(new Status(State.RUNNING, startedAt, null, progress, null, null)));
            State state = report.intact() ? State.INTACT : State.BROKEN;
            report.findings().forEach(finding -> log.error("the packet log is not what was sealed: {}", finding));
            if (report.intact()) {
                alarms.clear(AlarmKind.SEAL_BROKEN, "packet log");
            } else {
                alarms.raise(
                        AlarmKind.SEAL_BROKEN,
                        "packet log",
                        "The packet log is not what was sealed: "
                                + report.findings().get(0)
                                + ". GET /api/store/seals/verify shows all that was found. Keep the disk as it is, and"
                                + " compare with a backup.");
            }
            log.info("seals verified: {}, {} seals, {} packets", state, report.seals(), report.packets());
            trail.record(
                    "SEALS_VERIFIED",
                    "packet-log",
                    null,
                    Map.of("state", state, "seals", report.seals(), "packets", report.packets()));
            set(new Status(state, startedAt, clock.instant(), null, report, null));
        } catch (RuntimeException e) {
            log.error("the verification of the seals failed", e);
            set(new Status(State.FAILED, startedAt, clock.instant(), null, null, String.valueOf(e.getMessage())));
        }
    }

    private synchronized void set(Status next) {
        status = next;
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
