package io.yuanqing.center.registry;

import io.yuanqing.center.identity.AuditTrail;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the present transaction did, written to the audit trail right before its commit: a long import of thousands of acts
 * holds the end of the chain, on which every other act waits, for a moment only.
 */
@Component
public class Acts {

    private final AuditTrail trail;

    Acts(AuditTrail trail) {
        this.trail = trail;
    }

    private record Act(
            String name,
            String subject,
            @Nullable Object before,
            @Nullable Object after) {}

    private static final class Pending {
        final List<Act> acts = new ArrayList<>();
    }

    /** As {@link AuditTrail#record}. */
    public void record(String act, String subject, @Nullable Object before, @Nullable Object after) {
        pending().acts.add(new Act(act, subject, before, after));
    }

    /** How many acts the present transaction has up to now: a mark for {@link #forget}. */
    public int mark() {
        return pending().acts.size();
    }

    /** What was done since the mark has been rolled back to a savepoint. */
    public void forget(int mark) {
        List<Act> acts = pending().acts;
        acts.subList(mark, acts.size()).clear();
    }

    private Pending pending() {
        Pending present = (Pending) TransactionSynchronizationManager.getResource(this);
        if (present != null) {
            return present;
        }
        Pending begun = new Pending();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                begun.acts.forEach(act -> trail.record(act.name(), act.subject(), act.before(), act.after()));
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(Acts.this);
            }
        });
        TransactionSynchronizationManager.bindResource(this, begun);
        return begun;
    }
}
