package io.yuanqing.hj212;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of bytes into frames and noise.
 *
 * <p><b>Memory.</b> When {@link #next()} has returned null, at most {@value #LONGEST_NOISE} bytes of noise and
 * {@value #LONGEST_FRAME} bytes of a frame that is not complete are kept, whatever was fed. Call {@code next()} until null
 * before feeding again; the buffer then never holds more than these and what was fed last.
 *
 * <pre>
 *   ##0101QN=…;ST=32;CN=2011;PW=…;MN=…;Flag=5;CP=&amp;&amp;DataTime=…;w01018-Rtd=20.5,w01018-Flag=N&amp;&amp;1C80\r\n
 *   |2|4  |length bytes                                                                      |4  |2
 * </pre>
 *
 * <p><b>What is a frame.</b> A piece that begins with {@code ##} and digits (or {@code ##} and a header's name, when the
 * length was left out) and
 * <ul>
 *   <li>ends with {@code &&} and a CRC where the length says, or
 *   <li>with {@code &&} and a CRC elsewhere, if that CRC fits or the next {@code ##} follows (the length is wrong), or
 *   <li>has no such end but a header's name ({@code QN=}, {@code ST=} …) behind the length: half a frame. It reaches to
 *       the end of its line or to the next frame.
 * </ul>
 * A frame may have errors: {@link Decoder} says which. Everything else is noise: a logger's heartbeat, binary bytes, a
 * frame whose {@code ##} is damaged, {@code ##} within noise.
 *
 * <p><b>Resynchronisation.</b> A frame at whose length's end {@code &&} and a CRC stand is cut out wherever it begins, also
 * within the bytes that an overstated length of an earlier frame claims; it never waits for those bytes. The CRC must fit or
 * a header's name begin the frame: that of Modbus, or of an encrypted CP's plain text, does not fit. An encrypted CP may hold any byte, so a
 * frame that its length and CRC's place confirm is never searched for an earlier end, except for a complete trailer that
 * the next {@code ##} follows.
 *
 * <p>A frame is handed out as soon as its CRC has arrived. A terminator that comes later is dropped like the blanks, CR, LF
 * and NUL between frames. Not for use by several threads.
 */
public final class Framer {

    /** Head, nine digits, a segment of 9,999 bytes (the standard: 1,024), CRC, CR LF. */
    public static final int LONGEST_FRAME = 2 + Marks.MOST_LENGTH_DIGITS + 9999 + 4 + 2;

    /** A longer run of noise comes in several pieces. */
    public static final int LONGEST_NOISE = 4096;

    private static final int FIRST_CAPACITY = 1024;
    private static final int IDLE_CAPACITY = 4 * FIRST_CAPACITY;

    private byte[] buffer = new byte[FIRST_CAPACITY];

    /** First byte that was not handed out. */
    private int start;

    private int end;

    /** Noise reaches from {@code start} to here; here a candidate begins, or the search goes on. */
    private int at;

    private State state = State.SEARCHING;
    private final Candidate candidate = new Candidate();

    /** End of the frame that was found, relative to {@code at}. */
    private int found;

    /** A proven frame begins here: what comes before it is complete. -1: none known. */
    private int closedAt = -1;

    private boolean finished;

    private enum State {
        /** Looking for {@code ##}. */
        SEARCHING,
        /** At {@code at} a frame seems to begin. */
        EXAMINING,
        /** At {@code at} a frame begins and its end is known. */
        FOUND
    }

    /** A stream of which nothing has come yet. */
    public Framer() {}

    /** Takes in bytes; they are copied. */
    public void feed(byte[] bytes, int offset, int length) {
        makeRoom(length);
        System.arraycopy(bytes, offset, buffer, end, length);
        end += length;
    }

    /** The next piece, or null when more bytes are needed. */
    public @Nullable Cut next() {
        while (true) {
            int stop = closedAt >= 0 ? closedAt : end;
            boolean closed = closedAt >= 0 || finished;
            switch (state) {
                case SEARCHING -> {
                    if (search(stop, closed)) {
                        state = State.EXAMINING;
                    } else if (closedAt >= 0) {
                        closedAt = -1;
                    } else if (closed || at - start >= LONGEST_NOISE) {
                        return noise();
                    } else {
                        return null;
                    }
                }
                case EXAMINING -> {
                    int result = candidate.examine(buffer, at, stop, closed);
                    if (result > 0) {
                        found = result;
                        state = State.FOUND;
                    } else if (result == Candidate.INNER_FRAME) {
                        closedAt = at + candidate.inner;
                    } else if (result == Candidate.NO_FRAME) {
                        at++;
                        state = State.SEARCHING;
                    } else {
                        return at - start >= LONGEST_NOISE ? noise() : null;
                    }
                }
                case FOUND -> {
                    Cut noise = noise();
                    return noise != null ? noise : frame();
                }
            }
        }
    }

    /** Bytes that were fed and are in no piece yet; between two frames, 0. */
    public int buffered() {
        return end - start;
    }

    /** The stream has ended: the next piece of what is left, or null when nothing is. Nothing can be fed afterwards. */
    public @Nullable Cut finish() {
        finished = true;
        return next();
    }

    private Cut.Frame frame() {
        int frameEnd = at + found;
        Cut.Frame frame = new Cut.Frame(Arrays.copyOfRange(buffer, at, frameEnd));
        start = frameEnd;
        at = frameEnd;
        state = State.SEARCHING;
        return frame;
    }

    /** Hands out the noise before {@code at}, at most a piece of it; null if there are only blanks. */
    private Cut.@Nullable Noise noise() {
        int from = Marks.blanksBehind(buffer, start, at);
        int pieceEnd = Math.min(at, from + LONGEST_NOISE);
        int to = Marks.blanksBefore(buffer, pieceEnd, from);
        start = pieceEnd;
        return from < to ? new Cut.Noise(Arrays.copyOfRange(buffer, from, to)) : null;
    }

    /** Moves {@code at} to the next place where a frame seems to begin; false if there is none before {@code stop}. */
    private boolean search(int stop, boolean closed) {
        if (start == at) {
            start = Marks.blanksBehind(buffer, start, stop);
            at = start;
        }
        for (; at < stop; at++) {
            if (buffer[at] != '#') {
                continue;
            }
            if (at + 1 >= stop) {
                if (closed) {
                    continue;
                }
                return false;
            }
            if (buffer[at + 1] != '#') {
                continue;
            }
            int digits = Marks.digits(buffer, at + 2, stop);
            if (digits > Marks.MOST_LENGTH_DIGITS) {
                continue;
            }
            if (at + 2 + digits >= stop) {
                if (closed) {
                    continue;
                }
                return false;
            }
            if (digits == 0) {
                Boolean header = Marks.headerField(buffer, at + 2, stop);
                if (header == null && !closed && stop - at < Candidate.LONGEST_HEAD) {
                    return false;
                }
                if (!Boolean.TRUE.equals(header)) {
                    continue;
                }
            }
            candidate.begin(buffer, at, digits);
            return true;
        }
        return false;
    }

    private void makeRoom(int length) {
        if (start == end && buffer.length > IDLE_CAPACITY && length <= IDLE_CAPACITY) {
            buffer = new byte[Math.max(FIRST_CAPACITY, length)];
            moved(start);
        } else if (buffer.length - end < length) {
            int kept = end - start;
            // Moved only when that frees half of it: byte by byte it would be moved for each few bytes.
            boolean move = kept <= buffer.length / 2 && buffer.length - kept >= length;
            byte[] target = move ? buffer : new byte[Math.max(Math.addExact(kept, length), 2 * kept)];
            System.arraycopy(buffer, start, target, 0, kept);
            buffer = target;
            moved(start);
        }
    }

    private void moved(int by) {
        start -= by;
        at -= by;
        end -= by;
        if (closedAt >= 0) {
            closedAt -= by;
        }
    }
}
