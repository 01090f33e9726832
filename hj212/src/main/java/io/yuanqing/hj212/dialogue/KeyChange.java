package io.yuanqing.hj212.dialogue;

import io.yuanqing.hj212.CpCipher;
import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Keys;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Replies;
import io.yuanqing.hj212.command.Shape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The change of a logger's key, as the centre sees it (HJ 212-2025 clause 6.4.3, every 90 days; C.7, C.8).
 *
 * <pre>
 *   field                     centre                keys that count      the centre encrypts with
 *     | -- 1014 SKCreateTime --> |  {@link #wanted}      old                  old
 *     | &lt;-- 9013 -------------- |
 *     | &lt;-- 1014 NewSK -------- |  {@link #offer}       new, old             old
 *     | -- 9011 ---------------> |
 *     | -- 9012 ExeRtn=1 ------> |                   new, old             new
 *     | -- any frame, new key -> |  {@link #forgetOld}   new                  new
 * </pre>
 *
 * A refusal or a failure drops the new key. A 9012 that does not come leaves open which key the logger uses, so both go on
 * counting until a frame {@link #opened} by the new one tells, or the key is offered again.
 *
 * <p>[GAP] Which key protects NewSK itself is not known for sure: presumably the key in force, since 1014 is on the list of
 * encrypted commands (clause 6.4.4). {@link Effect.Send} carries the plain packet; encrypt it with {@link #inForce}.
 * [GAP] What becomes of frames that are under way during the change is not said; both keys counting covers them.
 */
public final class KeyChange {

    /** New, in force, and one whose change was never answered. */
    private static final int MOST_KEYS = 3;

    private final Keys keys;
    private final @Nullable CpCipher inForce;
    private final @Nullable CpCipher offered;
    private final @Nullable Dialogue dialogue;

    private KeyChange(Keys keys, @Nullable CpCipher inForce, @Nullable CpCipher offered, @Nullable Dialogue dialogue) {
        this.keys = keys;
        this.inForce = inForce;
        this.offered = offered;
        this.dialogue = dialogue;
    }

    /** The change to go on with, and what is to be done now. */
    public record Step(KeyChange next, List<Effect> effects) {}

    /** No change is going on; the newest of the keys is in force. */
    public static KeyChange settled(Keys keys) {
        CpCipher newest = keys.ciphers().isEmpty() ? null : keys.ciphers().get(0);
        return new KeyChange(keys, newest, null, null);
    }

    /** What the logger may encrypt with now, newest first. */
    public Keys keys() {
        return keys;
    }

    /** What to encrypt with; null when the logger has no key. */
    public @Nullable CpCipher inForce() {
        return inForce;
    }

    /** A new key was sent and its 9012 is awaited. */
    public boolean underWay() {
        return dialogue != null && !dialogue.ended();
    }

    /** The dialogue of the last offer; null when there was none. */
    public @Nullable Dialogue dialogue() {
        return dialogue;
    }

    /** The logger's 1014: it wants a new key. Answered by 9013; then {@link #offer} one, unless that is under way. */
    public Step wanted(Packet notice) {
        return new Step(this, List.of(new Effect.Reply(Replies.noticeAnswer(notice, Edition.E2025))));
    }

    /**
     * Sends a new key; the centre may do so without being asked.
     *
     * @param setKey the plain 1014 with SKCreateTime and NewSK
     * @param fresh the cipher of that NewSK
     * @throws IllegalStateException while another offer is under way
     */
    public Step offer(Packet setKey, CpCipher fresh, Timing timing, Instant now) {
        if (underWay()) {
            throw new IllegalStateException(
                    "a new key for MN " + setKey.mn() + " is under way; wait for its 9012 or the end of its time");
        }
        List<CpCipher> more = new ArrayList<>();
        more.add(fresh);
        if (inForce != null && inForce != fresh) {
            more.add(inForce);
        }
        for (CpCipher cipher : keys.ciphers()) {
            if (!more.contains(cipher) && more.size() < MOST_KEYS) {
                more.add(cipher);
            }
        }
        Dialogue.Step open = Dialogue.open(setKey, Shape.SET, Edition.E2025, timing, now);
        return new Step(new KeyChange(new Keys(more), inForce, fresh, open.next()), open.effects());
    }

    /** Takes a packet of the logger. */
    public Step received(Packet packet, Instant now) {
        return dialogue == null
                ? new Step(this, List.of(new Effect.Ignored(packet, Effect.Reason.OTHER)))
                : after(dialogue.received(packet, now));
    }

    /** Does what is due at this moment. */
    public Step at(Instant now) {
        return dialogue == null ? new Step(this, List.of()) : after(dialogue.at(now));
    }

    private Step after(Dialogue.Step step) {
        Dialogue next = step.next();
        boolean ends = underWay() && next.ended();
        KeyChange change = new KeyChange(keys, inForce, offered, next);
        if (ends && next.state() instanceof DialogueState.Done) {
            change = change.adopted();
        } else if (ends && !(next.state() instanceof DialogueState.TimedOut)) {
            change = change.dropped();
        }
        return new Step(change, step.effects());
    }

    /** A frame was opened by this cipher: by the new one, then the logger has adopted it, whatever became of its 9012. */
    public KeyChange opened(CpCipher cipher) {
        return cipher == offered && cipher != inForce ? adopted() : this;
    }

    /** The old keys count no longer. Without effect while it is open which one the logger uses. */
    public KeyChange forgetOld() {
        boolean open = offered != null && offered != inForce;
        return open || inForce == null ? this : new KeyChange(new Keys(List.of(inForce)), inForce, null, dialogue);
    }

    private KeyChange adopted() {
        return new KeyChange(keys, offered, offered, dialogue);
    }

    private KeyChange dropped() {
        List<CpCipher> rest = new ArrayList<>(keys.ciphers());
        if (offered != inForce) {
            rest.remove(offered);
        }
        return new KeyChange(new Keys(rest), inForce, null, dialogue);
    }
}
