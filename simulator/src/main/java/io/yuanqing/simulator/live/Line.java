package io.yuanqing.simulator.live;

import io.yuanqing.hj212.Cut;
import io.yuanqing.hj212.Decoder;
import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Framer;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Replies;
import io.yuanqing.simulator.live.DataLogger.Outgoing;
import io.yuanqing.simulator.nature.Episode;
import io.yuanqing.simulator.nature.Noise;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
    private final Deque<ByteBuffer> unwritten = new ArrayDeque<>();

    private @Nullable SocketChannel channel;
    private @Nullable SelectionKey selection;
    private @Nullable Framer framer;
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
            if (channel != null) {
                close(nanos);
            }
            long back = away.toMinute() * 60 + Noise.pick(key + away.fromMinute(), 40);
            return Math.min(realTime(back), realTime(logger.nextDue()));
        }
        if (channel == null) {
            if (nanos < retryAt) {
                return Math.min(retryAt, realTime(logger.nextDue()));
            }
            dial(nanos, selector);
        }
        if (!connected) {
            if (channel != null && nanos >= connectDeadline) {
                fail(nanos);
            }
            return channel == null ? retryAt : connectDeadline;
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
        while (connected && secondHalf == null && waiting.isEmpty() && backlog() < LARGEST_BACKLOG) {
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

    private void send(List<Outgoing> outgoing, long nanos) {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream(1024);
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
            secondHalf = java.util.Arrays.copyOfRange(all, cut, all.length);
            secondHalfAt = nanos + 60_000_000L + (long) (chance(7) * 240_000_000L);
            write(java.util.Arrays.copyOf(all, cut), nanos);
        } else {
            write(all, nanos);
        }
        if (!answered && chance(8) < settings.faults().repeated) {
            settings.counts().resent.increment();
            if (secondHalf == null) {
                write(all, nanos);
            }
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
        try {
            SocketChannel opened = SocketChannel.open();
            channel = opened;
            opened.configureBlocking(false);
            opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
            connectDeadline = nanos + CONNECT_TIMEOUT;
            boolean at = opened.connect(settings.address());
            selection = opened.register(selector, at ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
            if (at) {
                established();
            }
        } catch (IOException | java.nio.channels.UnresolvedAddressException e) {
            fail(nanos);
        }
    }

    /** Called by the loop when the selector says that something can be done. */
    void ready(SelectionKey key, long nanos, ByteBuffer scratch) {
        SocketChannel open = channel;
        if (open == null) {
            return;
        }
        try {
            if (key.isConnectable() && open.finishConnect()) {
                key.interestOps(SelectionKey.OP_READ);
                established();
            }
            if (key.isValid() && key.isReadable()) {
                read(open, nanos, scratch);
            }
            if (connected && key.isValid() && key.isWritable()) {
                flush(nanos);
            }
        } catch (IOException e) {
            fail(nanos);
        }
    }

    private void established() {
        connected = true;
        failures = 0;
        framer = new Framer();
        settings.counts().connected.increment();
    }

    private void read(SocketChannel open, long nanos, ByteBuffer scratch) throws IOException {
        Framer frames = framer;
        if (frames == null) {
            return;
        }
        scratch.clear();
        int count = open.read(scratch);
        if (count < 0) {
            fail(nanos);
            return;
        }
        frames.feed(scratch.array(), 0, count);
        for (Cut cut = frames.next(); cut != null; cut = frames.next()) {
            Packet packet =
                    cut instanceof Cut.Frame ? Decoder.decode(cut.bytes()).packet() : null;
            if (packet != null) {
                received(packet, nanos);
            }
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

    private void write(byte[] bytes, long nanos) {
        unwritten.add(ByteBuffer.wrap(bytes));
        try {
            flush(nanos);
        } catch (IOException e) {
            fail(nanos);
        }
    }

    private void flush(long nanos) throws IOException {
        SocketChannel open = channel;
        SelectionKey registered = selection;
        if (open == null || registered == null || !registered.isValid()) {
            return;
        }
        while (!unwritten.isEmpty()) {
            open.write(unwritten.element());
            if (unwritten.element().hasRemaining()) {
                registered.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
                return;
            }
            unwritten.remove();
        }
        registered.interestOps(SelectionKey.OP_READ);
    }

    private int backlog() {
        int bytes = 0;
        for (ByteBuffer buffer : unwritten) {
            bytes += buffer.remaining();
        }
        return bytes;
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
        framer = null;
        selection = null;
        unwritten.clear();
        for (Waiting frame : waiting) {
            logger.keep(frame.outgoing.due());
        }
        waiting.clear();
        logger.disconnected();
        retryAt = nanos;
        SocketChannel open = channel;
        channel = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // It is gone, which is all that was wanted.
            }
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
