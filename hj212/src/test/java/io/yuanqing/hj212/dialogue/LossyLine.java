package io.yuanqing.hj212.dialogue;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Encoder;
import io.yuanqing.hj212.Packet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A bad line between two machines: loses, doubles and delays frames, so that they overtake each other. Time is simulated. */
final class LossyLine {

    private record Flying(Packet packet, boolean up, Instant arrives) {}

    private final Random random;
    private final double lost;
    private final double doubled;
    private final Duration slowest;
    private final List<Flying> flying = new ArrayList<>();

    LossyLine(Random random, double lost, double doubled, Duration slowest) {
        this.random = random;
        this.lost = lost;
        this.doubled = doubled;
        this.slowest = slowest;
    }

    void send(Packet packet, Edition edition, boolean up, Instant now) {
        send(Encoder.frame(packet, edition), up, now);
    }

    void send(byte[] frame, boolean up, Instant now) {
        int copies = random.nextDouble() < lost ? 0 : random.nextDouble() < doubled ? 2 : 1;
        for (int i = 0; i < copies; i++) {
            long delay = 1 + (long) (random.nextDouble() * slowest.toMillis());
            flying.add(new Flying(Examples.packet(frame), up, now.plusMillis(delay)));
        }
    }

    /** What is next to arrive, or null when nothing is on its way. */
    Instant nextArrival() {
        return flying.stream().map(Flying::arrives).min(Instant::compareTo).orElse(null);
    }

    /** Packets that arrive at this moment at one end. */
    List<Packet> arrived(boolean up, Instant now) {
        List<Flying> here = flying.stream()
                .filter(one -> one.up() == up && !one.arrives().isAfter(now))
                .toList();
        flying.removeAll(here);
        return here.stream().map(Flying::packet).toList();
    }
}
