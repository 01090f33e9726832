package io.yuanqing.hj212.dialogue;

/** Where a {@link Dialogue} is. */
public sealed interface DialogueState {

    /**
     * The request is on its way.
     *
     * @param times how often it was sent, the first time included
     * @param misnumbered a 9011 with another QN came, as 2017 C.43 prints it: perhaps ours. The request is still sent
     *     again, but when nothing else comes it counts as accepted
     */
    record Sent(int times, boolean misnumbered) implements DialogueState {}

    /** 9011 with QnRtn=1: the field machine is at work. */
    record Accepted() implements DialogueState {}

    /** Answers or records are coming; {@code packets} without the repeated ones. */
    record Receiving(int packets) implements DialogueState {}

    /** There is no way out of these. */
    sealed interface Ended extends DialogueState {}

    /**
     * 9012 with ExeRtn=1, or the 9013 or 9014 that was waited for.
     *
     * @param packets data received; 0 for a GET whose answer was lost on the way
     */
    record Done(int packets) implements Ended {}

    /** 9011 with another QnRtn than 1: 2 rejected, 3 password … (clause 6.6.4). */
    record Refused(int qnRtn) implements Ended {}

    /** 9012 with another ExeRtn than 1: 2 unknown … (clause 6.6.4). */
    record Failed(int exeRtn) implements Ended {

        /** ExeRtn=100: carried out, but there are no data in the range. */
        public boolean noData() {
            return exeRtn == 100;
        }
    }

    /** Nothing came in time; whether the request was carried out is unknown. */
    record TimedOut(Timer timer) implements Ended {}

    /** Which timer ran out. */
    enum Timer {
        /** No 9011, 9013 or 9014, after all re-sends: the link counts as unusable. */
        REPLY,
        /** No 9012, nor further data. */
        EXECUTION
    }
}
