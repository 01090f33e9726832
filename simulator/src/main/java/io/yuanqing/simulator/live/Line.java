package io.yuanqing.simulator.live;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Replies;
import io.yuanqing.simulator.live.DataLogger.Outgoing;
import io.yuanqing.simulator.nature.Episode;
import io.yuanqing.simulator.nature.Noise;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A logger's connection: dials, sends, waits for the answer (10 s, three tries with the same QN, HJ 212 clause 6.3), keeps
 * what was not answered, dials again. Driven by one {@link Loop}; {@link #step} does all that is due and says when it wants
 * to be called next.
 */
final class Line {

    private static final int TRIES = 3;
    private static final long CONNECT_TIMEOUT = 10_000_000_000L;
    private static final long LONGEST_PAUSE = 30_000_000_000L;
    private static final int LARGEST_BACKLOG = 64 * 1024;

    /** A frame that waits for its answer. */
    private static final class Waiting {
        final Outgoing outgoing;
        final byte[] good;
        long deadline;
        int tries = 1;

        Waiting(Outgoing outgoing, byte[] good, long deadline) {
            this.outgoing = outgoing;
            this.good = good;
            this.deadline = deadline;
        }
    }

    private final DataLogger logger;
    private final LineSettings settings;
    private final Habit habit;
    private final long key;
    private final List<Waiting> waiting = new ArrayList<>();

    private @Nullable Connection connection;
    private boolean connected;
    private boolean breakAfterwards;
    private long retryAt;
    private long connectDeadline;
    private int failures;
    private byte @Nullable [] secondHalf;
    private long secondHalfAt;
    private long sentFrames;

    /** @param firstDial real time of the first attempt, so that a city does not dial in one moment */
    Line(DataLogger logger, LineSettings settings, Habit habit, long firstDial) {
        this.logger = logger;
        this.settings = settings;
        this.habit = habit;
        // Other mischief at each start, the same for the same start.
        long start = Noise.key(settings.seed(), settings.time().startMillis());
        this.key = Noise.key(start, logger.point().mn() + "/line/" + habit);
        this.retryAt = firstDial;
    }

    /** @return real time ({@link System#nanoTime}) at which something will be due */
    long step(long nanos, Selector selector) {
        long now = ownSecond(nanos);
        Episode away = settings.faults().outages() ? logger.away(now) : null;
        if (away != null && away.kind() == Episode.Kind.SILENCE) {
            logger.skipTo(now);
        }
        logger.collect(now, connected);
        if (away != null) {
            if (connection != null) {
                close(nanos);
            }
            long back = away.toMinute() * 60 + Noise.pick(key + away.fromMinute(), 40);
            return Math.min(realTime(back), realTime(logger.nextDue()));
        }
        if (connection == null) {
            if (nanos < retryAt) {
                return Math.min(retryAt, realTime(logger.nextDue()));
            }
            dial(nanos, selector);
        }
        if (!connected) {
            if (connection != null && nanos >= connectDeadline) {
                fail(nanos);
            }
            return connection == null ? retryAt : connectDeadline;
        }
        return converse(nanos);
    }

    private long converse(long nanos) {
        if (secondHalf != null && nanos >= secondHalfAt) {
            byte[] rest = secondHalf;
            secondHalf = null;
            write(rest, nanos);
        }
        resend(nanos);
        // Stop and wait: the next frame goes when the last is answered.
        while (connected && secondHalf == null && waiting.isEmpty() && !congested()) {
            List<Outgoing> outgoing = logger.poll();
            if (outgoing.isEmpty()) {
                break;
            }
            if (chance(1) < settings.faults().sticky) {
                List<Outgoing> both = new ArrayList<>(outgoing);
                both.addAll(logger.poll());
                outgoing = both;
            }
            send(outgoing, nanos);
        }
        if (connected && breakAfterwards && secondHalf == null && waiting.isEmpty()) {
            settings.incidents()
                    .happened(
                            logger.point().mn(), "CONNECTION_BROKEN", second(nanos), "the logger drops the connection");
            fail(nanos);
            return retryAt;
        }
        long wake = realTime(logger.nextDue());
        for (Waiting frame : waiting) {
            wake = Math.min(wake, frame.deadline);
        }
        return secondHalf == null ? wake : Math.min(wake, secondHalfAt);
    }

    private boolean congested() {
        return connection != null && connection.backlog() >= LARGEST_BACKLOG;
    }

    private void send(List<Outgoing> outgoing, long nanos) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        boolean answered = false;
        for (Outgoing frame : outgoing) {
            sentFrames++;
            settings.counts().sent.increment();
            if (frame.backfilled()) {
                settings.counts().backfilled.increment();
            }
            byte[] good = Damage.habitual(habit, frame.upload().frame());
            if (chance(2) < settings.faults().junk) {
                bytes.writeBytes(Damage.junk(draw(3)));
                happened("JUNK", frame, nanos, "bytes that are no frame before it");
            }
            bytes.writeBytes(damaged(good, frame, nanos));
            if (frame.upload().answered()) {
                waiting.add(new Waiting(frame, good, nanos + settings.replyTimeout()));
                answered = true;
            }
        }
        breakAfterwards |= chance(4) < settings.faults().broken;
        byte[] all = bytes.toByteArray();
        if (chance(5) < settings.faults().half && all.length > 20) {
            int cut = 1 + Noise.pick(draw(6), all.length - 2);
            write(Arrays.copyOf(all, cut), nanos);
            if (connected) {
                secondHalf = Arrays.copyOfRange(all, cut, all.length);
                secondHalfAt = nanos + 60_000_000L + (long) (chance(7) * 240_000_000L);
            }
        } else {
            write(all, nanos);
        }
        if (!answered && chance(8) < settings.faults().repeated) {
            settings.counts().resent.increment();
            write(all, nanos);
        }
    }

    /** Only loggers that wait for answers are damaged: the others would lose the data for good. */
    private byte[] damaged(byte[] good, Outgoing frame, long nanos) {
        if (!frame.upload().answered() || chance(9) >= settings.faults().damaged) {
            return good;
        }
        if (chance(10) < 0.6) {
            happened("BAD_CRC", frame, nanos, "a wrong digit of the CRC; right at the next try");
            return Damage.crc(good, draw(11));
        }
        happened("BAD_LENGTH", frame, nanos, "a wrong length; right at the next try");
        return Damage.length(good, draw(11));
    }

    private void resend(long nanos) {
        for (Waiting frame : List.copyOf(waiting)) {
            if (!connected || nanos < frame.deadline) {
                continue;
            }
            if (frame.tries >= TRIES) {
                // The standard: the link counts as unusable.
                fail(nanos);
                return;
            }
            frame.tries++;
            frame.deadline = nanos + settings.replyTimeout();
            settings.counts().resent.increment();
            write(frame.good, nanos);
        }
    }

    // --- network ----------------------------------------------------------------------------------------------------

    private void dial(long nanos, Selector selector) {
        connectDeadline = nanos + CONNECT_TIMEOUT;
        try {
            connection = Connection.dial(settings.address(), selector, this);
        } catch (IOException e) {
            fail(nanos);
        }
        noteConnection();
    }

    /** Called by the loop when the selector says that something can be done. */
    void ready(long nanos, ByteBuffer scratch) {
        Connection open = connection;
        if (open == null) {
            return;
        }
        try {
            List<Packet> packets = open.ready(scratch);
            noteConnection();
            packets.forEach(packet -> received(packet, nanos));
        } catch (IOException e) {
            fail(nanos);
        }
    }

    private void noteConnection() {
        if (!connected && connection != null && connection.established()) {
            connected = true;
            failures = 0;
            settings.counts().connected.increment();
        }
    }

    private void received(Packet packet, long nanos) {
        switch (packet.cn()) {
            case "9013", "9014" -> answered(packet.qn(), nanos);
            case "9011", "9012" -> {
                // Answers to questions that a logger never asks.
            }
            default -> {
                // The simulated loggers carry out no commands, and say so.
                Edition edition = logger.point().edition();
                write(Replies.requestAnswer(packet, edition, 2), nanos);
            }
        }
    }

    private void answered(@Nullable String qn, long nanos) {
        for (Iterator<Waiting> all = waiting.iterator(); all.hasNext(); ) {
            Waiting frame = all.next();
            if (frame.outgoing.upload().qn().equals(qn)) {
                settings.counts().acknowledged.increment();
                if (frame.tries < TRIES && chance(12) < settings.faults().repeated) {
                    frame.tries = TRIES;
                    frame.deadline = nanos + settings.replyTimeout();
                    settings.counts().resent.increment();
                    write(frame.good, nanos);
                } else {
                    all.remove();
                }
                return;
            }
        }
    }

    /** Nothing gets between the halves of a frame. */
    private void write(byte[] bytes, long nanos) {
        Connection open = connection;
        if (open == null) {
            return;
        }
        if (secondHalf != null) {
            byte[] longer = Arrays.copyOf(secondHalf, secondHalf.length + bytes.length);
            System.arraycopy(bytes, 0, longer, secondHalf.length, bytes.length);
            secondHalf = longer;
            return;
        }
        try {
            open.write(bytes);
        } catch (IOException e) {
            fail(nanos);
        }
    }

    /** The connection is gone or could not be made: try again, later each time. */
    private void fail(long nanos) {
        if (connected) {
            settings.counts().lost.increment();
        }
        close(nanos);
        failures = Math.min(failures + 1, 8);
        double pause = Math.min(LONGEST_PAUSE, 500_000_000L << failures);
        retryAt = nanos + (long) (pause * (0.5 + 0.5 * chance(13 + failures)));
    }

    /** Closes the connection; what was not answered goes to the store. */
    void close(long nanos) {
        if (connected) {
            settings.counts().connected.decrement();
        }
        connected = false;
        breakAfterwards = false;
        secondHalf = null;
        for (Waiting frame : waiting) {
            logger.keep(frame.outgoing.due());
        }
        waiting.clear();
        logger.disconnected();
        retryAt = nanos;
        Connection open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }

    // --- time and chance --------------------------------------------------------------------------------------------

    private long ownSecond(long nanos) {
        return Math.floorDiv(settings.time().millisAt(nanos), 1000) + shift();
    }

    private long shift() {
        return logger.timetable().clockError() + habit.clockShift();
    }

    private long realTime(long ownSecond) {
        return settings.time().nanosAt((ownSecond - shift()) * 1000);
    }

    private long second(long nanos) {
        return Math.floorDiv(settings.time().millisAt(nanos), 1000);
    }

    private long draw(int purpose) {
        return Noise.key(Noise.key(key, sentFrames), purpose);
    }

    private double chance(int purpose) {
        return Noise.even(draw(purpose));
    }

    private void happened(String kind, Outgoing frame, long nanos, String note) {
        settings.incidents()
                .happened(
                        logger.point().mn(),
                        kind,
                        second(nanos),
                        note + " (CN " + frame.upload().cn() + ", QN "
                                + frame.upload().qn() + ")");
    }
}
