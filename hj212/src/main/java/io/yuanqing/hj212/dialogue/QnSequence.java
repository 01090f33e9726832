package io.yuanqing.hj212.dialogue;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Request numbers (QN), each greater than the one before: the present millisecond, or the last number's plus one when the
 * clock stands still, goes back or is asked too often. HJ 212-2017 table 3: 17 digits, yyyyMMddHHmmssSSS, in China Standard
 * Time whatever the clock's zone.
 *
 * <p>One sequence per MN makes the QN unique for that MN, which is what the standard asks; one sequence for several MNs
 * makes it unique for all of them, and runs ahead of the clock beyond 1,000 numbers a second. Safe for any number of
 * threads.
 */
public final class QnSequence {

    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final int DIGITS = 17;

    private final Clock clock;
    private final AtomicLong last;

    /** Begins with the clock: for an MN that has had no QN yet. */
    public QnSequence(Clock clock) {
        this(clock, null);
    }

    /**
     * Goes on behind the last number of an earlier run, so that a restart with a clock that was set back repeats none.
     *
     * @throws IllegalArgumentException when {@code last} is no QN of 17 digits
     */
    public QnSequence(Clock clock, @Nullable String last) {
        this.clock = clock;
        this.last = new AtomicLong(last == null ? Long.MIN_VALUE : millis(last));
    }

    /** The next QN: the moment in China Standard Time to the millisecond, or one more than the last. */
    public String next() {
        long now = clock.millis();
        return text(last.updateAndGet(before -> before < now ? now : before + 1));
    }

    /** The number given last, to be kept over a restart; null when there is none yet. */
    public @Nullable String last() {
        long millis = last.get();
        return millis == Long.MIN_VALUE ? null : text(millis);
    }

    private static String text(long millis) {
        LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), CHINA);
        long date = time.getYear() * 10_000L + time.getMonthValue() * 100L + time.getDayOfMonth();
        long ofDay = time.getHour() * 10_000L + time.getMinute() * 100L + time.getSecond();
        return Long.toString((date * 1_000_000 + ofDay) * 1000 + time.getNano() / 1_000_000);
    }

    private static long millis(String qn) {
        try {
            if (qn.length() == DIGITS && qn.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return LocalDateTime.of(
                                number(qn, 0, 4),
                                number(qn, 4, 6),
                                number(qn, 6, 8),
                                number(qn, 8, 10),
                                number(qn, 10, 12),
                                number(qn, 12, 14),
                                number(qn, 14, 17) * 1_000_000)
                        .toInstant(CHINA)
                        .toEpochMilli();
            }
        } catch (DateTimeException e) {
            throw noQn(qn);
        }
        throw noQn(qn);
    }

    private static int number(String qn, int from, int to) {
        return Integer.parseInt(qn.substring(from, to));
    }

    private static IllegalArgumentException noQn(String qn) {
        return new IllegalArgumentException("the last QN '" + qn
                + "' is not 17 digits yyyyMMddHHmmssSSS; give the QN that" + " was used last, or null");
    }
}
