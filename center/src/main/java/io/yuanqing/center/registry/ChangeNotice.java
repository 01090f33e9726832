package io.yuanqing.center.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A registration, re-acceptance, or application to stop or remove equipment.
 *
 * @param eventOn day of the acceptance, or first day of the stop or removal
 * @param eventUntil last day of the stop
 * @param dueOn last day for filing (registration) or for the answer (application)
 * @param dueIsProvisional whether the holidays of that year are not arranged yet, so that the day may still move
 * @param state how it stands today
 */
public record ChangeNotice(
        long id,
        long pointId,
        String mn,
        String pointName,
        long enterpriseId,
        String enterpriseName,
        NoticeKind kind,
        LocalDate eventOn,
        @Nullable LocalDate eventUntil,
        String text,
        LocalDate filedOn,
        String filedBy,
        LocalDate dueOn,
        boolean dueIsProvisional,
        State state,
        @Nullable LocalDate decidedOn,
        @Nullable String decidedBy,
        @Nullable String reason) {

    /** How it stands. */
    public enum State {
        /** Filed within its term. */
        FILED,
        /** Filed after its term. */
        FILED_LATE,
        /** The authority has to answer. */
        WAITING,
        APPROVED,
        REFUSED,
        /** The term ended without an answer: deemed approved. */
        APPROVED_BY_SILENCE
    }

    /** @param decision APPROVED, REFUSED, or null without one */
    static State state(
            NoticeKind kind, LocalDate filedOn, LocalDate dueOn, @Nullable String decision, LocalDate today) {
        if (!kind.answered()) {
            return filedOn.isAfter(dueOn) ? State.FILED_LATE : State.FILED;
        }
        if (decision != null) {
            return State.valueOf(decision);
        }
        return today.isAfter(dueOn) ? State.APPROVED_BY_SILENCE : State.WAITING;
    }
}
