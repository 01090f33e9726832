package io.yuanqing.simulator.live;

import io.yuanqing.hj212.Packet;
import io.yuanqing.simulator.live.DataLogger.Outgoing;
import io.yuanqing.simulator.nature.Episode;
import io.yuanqing.simulator.nature.Noise;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A logger's connection: dials, sends, waits for the answer (10 s, three tries with the same QN, HJ 212 clause 6.3), keeps
 * what was not answered, dials again; carries out what the centre asks for. Driven by one {@link Loop}; {@link #step} does
 * all that is due and says when it wants to be called next.
 */
final class Line {

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
    private final LineClock clock;
    private final Patience patience;
    private final FieldMachine machine;
    private final Wire wire;
    private final List<Waiting> waiting = new ArrayList<>();

    private boolean breakAfterwards;
    private long sentFrames;

    /** @param firstDial real time of the first attempt, so that a city does not dial in one moment */
    Line(DataLogger logger, LineSettings settings, Habit habit, long firstDial) {
        this.logger = logger;
        this.settings = settings;
        this.habit = habit;
        // Other mischief at each start, the same for the same start.
        long start = Noise.key(settings.seed(), settings.time().startMillis());
        this.key = Noise.key(start, logger.point().mn() + "/line/" + habit);
        this.clock = new LineClock(settings.time(), logger.timetable().clockError() + habit.clockShift());
        this.patience = new Patience(settings.replyTimeout());
        this.machine = new FieldMachine(logger, clock, patience);
        this.wire = new Wire(settings, this, this::chance, firstDial);
    }

    /** @return real time ({@link System#nanoTime}) at which something will be due */
    long step(long nanos, Selector selector) {
        long now = clock.ownSecond(nanos);
        Episode away = settings.faults().outages() ? logger.away(now) : null;
        if (away != null && away.kind() == Episode.Kind.SILENCE) {
            logger.skipTo(now);
        }
        logger.collect(now, wire.connected());
        long due = clock.realTime(logger.nextDue());
        if (away != null) {
            wire.hangUp(nanos);
            long back = away.toMinute() * 60 + Noise.pick(key + away.fromMinute(), 40);
            return Math.min(clock.realTime(back), due);
        }
        if (!wire.connected()) {
            long wake = wire.dialling(nanos, selector);
            if (!wire.connected()) {
                return Math.min(wake, due);
            }
        }
        return converse(nanos);
    }

    private long converse(long nanos) {
        wire.writeSecondHalf(nanos);
        resend(nanos);
        writeAll(machine.due(nanos), nanos);
        // Stop and wait: the next frame goes when the last is answered.
        while (wire.clear() && waiting.isEmpty()) {
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
        long secondHalf = wire.writeSecondHalf(nanos);
        if (wire.connected() && breakAfterwards && secondHalf == Long.MAX_VALUE && waiting.isEmpty()) {
            settings.incidents()
                    .happened(
                            logger.point().mn(),
                            "CONNECTION_BROKEN",
                            clock.citySecond(nanos),
                            "the logger drops the connection");
            return wire.fail(nanos);
        }
        long wake = Math.min(clock.realTime(logger.nextDue()), Math.min(secondHalf, machine.deadline()));
        for (Waiting frame : waiting) {
            wake = Math.min(wake, frame.deadline);
        }
        return wake;
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
                waiting.add(new Waiting(frame, good, nanos + patience.replyTimeout()));
                answered = true;
            }
        }
        breakAfterwards |= chance(4) < settings.faults().broken;
        byte[] all = bytes.toByteArray();
        if (chance(5) < settings.faults().half && all.length > 20) {
            int cut = 1 + Noise.pick(draw(6), all.length - 2);
            wire.writeHalves(all, cut, nanos, nanos + 60_000_000L + (long) (chance(7) * 240_000_000L));
        } else {
            wire.write(all, nanos);
        }
        if (!answered && chance(8) < settings.faults().repeated) {
            settings.counts().resent.increment();
            wire.write(all, nanos);
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
            if (!wire.connected() || nanos < frame.deadline) {
                continue;
            }
            if (frame.tries >= patience.tries()) {
                // The standard: the link counts as unusable.
                wire.fail(nanos);
                return;
            }
            frame.tries++;
            frame.deadline = nanos + patience.replyTimeout();
            settings.counts().resent.increment();
            wire.write(frame.good, nanos);
        }
    }

    /** Called by the loop when the selector says that something can be done. */
    void ready(long nanos, ByteBuffer scratch) {
        for (Packet packet : wire.ready(nanos, scratch)) {
            received(packet, nanos);
        }
    }

    private void received(Packet packet, long nanos) {
        switch (packet.cn()) {
            case "9013", "9014" -> {
                if (!answered(packet.qn(), nanos)) {
                    writeAll(machine.answered(packet, nanos), nanos);
                }
            }
            case "9011", "9012" -> {
                // Answers to questions that a logger never asks.
            }
            default -> writeAll(machine.request(packet, nanos), nanos);
        }
    }

    private boolean answered(@Nullable String qn, long nanos) {
        for (Iterator<Waiting> all = waiting.iterator(); all.hasNext(); ) {
            Waiting frame = all.next();
            if (frame.outgoing.upload().qn().equals(qn)) {
                settings.counts().acknowledged.increment();
                if (frame.tries < patience.tries() && chance(12) < settings.faults().repeated) {
                    frame.tries = patience.tries();
                    frame.deadline = nanos + patience.replyTimeout();
                    settings.counts().resent.increment();
                    wire.write(frame.good, nanos);
                } else {
                    all.remove();
                }
                return true;
            }
        }
        return false;
    }

    private void writeAll(List<byte[]> frames, long nanos) {
        frames.forEach(frame -> wire.write(Damage.habitual(habit, frame), nanos));
    }

    /** Closes the connection; what was not answered goes to the store. */
    void close(long nanos) {
        wire.close(nanos);
    }

    /** The wire has closed. */
    void closed() {
        breakAfterwards = false;
        for (Waiting frame : waiting) {
            logger.keep(frame.outgoing.due());
        }
        waiting.clear();
        logger.disconnected();
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
                        clock.citySecond(nanos),
                        note + " (CN " + frame.upload().cn() + ", QN "
                                + frame.upload().qn() + ")");
    }
}
