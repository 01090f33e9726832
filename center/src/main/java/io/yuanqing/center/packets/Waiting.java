package io.yuanqing.center.packets;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What waits for the next commit. */
sealed interface Waiting {

    /** Bytes that it occupies in the queue. */
    int size();

    /**
     * A frame, its verdict, and who wants to know its fate.
     *
     * @param readmission when it comes out of the quarantine; else null
     */
    record Frame(
            Arrival arrival,
            Verdict verdict,
            CompletableFuture<Fate> fate,
            @Nullable Readmission readmission) implements Waiting {

        Frame(Arrival arrival, Verdict verdict, CompletableFuture<Fate> fate) {
            this(arrival, verdict, fate, null);
        }

        @Override
        public int size() {
            return arrival.decoded().bytes().length;
        }

        Frame refusedByStore(String message) {
            return new Frame(
                    arrival, new Verdict.Refused(verdict.header(), Verdict.Reason.NOT_STORABLE, message), fate);
        }
    }

    /** A sample of noise; nobody waits for it. */
    record Sample(Noise noise) implements Waiting {

        @Override
        public int size() {
            return noise.sample().length;
        }
    }

    static @Nullable Frame frame(Waiting waiting) {
        return waiting instanceof Frame frame ? frame : null;
    }
}
