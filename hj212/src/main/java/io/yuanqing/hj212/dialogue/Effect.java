package io.yuanqing.hj212.dialogue;

import io.yuanqing.hj212.Packet;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the caller of a dialogue has to do, in the order of the list. */
public sealed interface Effect {

    /** Encode the packet (encrypt it if the peer's edition and key ask for it) and send it. */
    record Send(Packet packet) implements Effect {}

    /** Send this reply, a whole frame; replies are never encrypted (HJ 212-2025 clause 6.4.4). */
    record Reply(byte[] frame) implements Effect {}

    /**
     * An answer or a record of the dialogue.
     *
     * @param answer the 9014 to be sent once the packet is stored, and not before; null when none is wanted
     * @param repeated the same packet came before: answer it again, but count it once
     */
    record Data(Packet packet, byte @Nullable [] answer, boolean repeated) implements Effect {}

    /** Carry the request out and tell the {@link Responder} how it went. Comes once for a QN, however often it is sent. */
    record Execute(Packet request) implements Effect {}

    /** The dialogue is over; comes exactly once. */
    record Finished(DialogueState.Ended outcome) implements Effect {}

    /** Call back at this moment, unless a later Wait replaces it or the dialogue finishes. */
    record Wait(Instant until) implements Effect {}

    /**
     * The packet changed nothing in the dialogue. Its data are worth no less for it: what came late or belongs to no dialogue
     * is stored and answered like any upload.
     */
    record Ignored(Packet packet, Reason reason) implements Effect {}

    /** Why a packet changed nothing. */
    enum Reason {
        /** Of another dialogue or of none: treat it as if there were no dialogue. */
        OTHER,
        /** It answers this dialogue, which is over. */
        LATE,
        /** The dialogue has got it already. */
        REPEATED,
        /** A 9011 with another QN than the request's (2017 C.43). */
        OTHER_QN,
        /** A reply without a readable QnRtn or ExeRtn. */
        UNREADABLE
    }
}
