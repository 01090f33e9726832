package io.yuanqing.center.access;

import io.netty.channel.ChannelHandlerContext;
import io.yuanqing.center.packets.Arrival;
import io.yuanqing.center.packets.Fate;
import io.yuanqing.center.packets.Origin;
import io.yuanqing.center.registry.Mn;
import io.yuanqing.hj212.Decoded;
import io.yuanqing.hj212.Decoder;
import io.yuanqing.hj212.Device;
import io.yuanqing.hj212.Packet;
import java.net.InetAddress;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the frames of one connection: who speaks, whether it is believed, into the log with it, and once its fate is
 * committed the answer. Its connection's thread alone.
 */
final class Reception {

    private static final Logger log = LoggerFactory.getLogger(Reception.class);

    private final AccessServer server;
    private final LoggerConnection connection;
    private final Speakers speakers;
    private final ChannelHandlerContext context;
    private final InetAddress from;
    private final String remoteAddress;

    /** Of the sender that the frame at hand waits for. */
    private @Nullable CompletableFuture<Device> lookup;

    private boolean intact;
    private boolean cutOff;

    Reception(
            AccessServer server,
            LoggerConnection connection,
            Speakers speakers,
            ChannelHandlerContext context,
            InetAddress from) {
        this.server = server;
        this.connection = connection;
        this.speakers = speakers;
        this.context = context;
        this.from = from;
        this.remoteAddress = from.getHostAddress();
    }

    /** Whether an intact frame has come. */
    boolean intact() {
        return intact;
    }

    /** What the frame that was not taken waits for; null: for room in the log. */
    @Nullable
    CompletableFuture<Device> lookup() {
        return lookup;
    }

    /**
     * Takes a frame into the log; its answer follows.
     *
     * @return false when it has to wait: the log has no room, or its sender is being looked up
     */
    boolean take(byte[] frame, Instant readAt) {
        Decoded decoded = decoded(frame);
        if (decoded == null) {
            return false;
        }
        Packet packet = decoded.packet();
        Gate.Opinion opinion =
                packet == null ? Gate.Opinion.BELIEVED : server.gate().of(packet, from, readAt);
        CompletableFuture<Fate> fate =
                server.log().offer(new Arrival(readAt, remoteAddress, decoded, Origin.LIVE, opinion.objection()));
        if (fate == null) {
            return false;
        }
        intact |= decoded.ok();
        boolean believed = decoded.ok() && opinion.objection() == null;
        boolean first = note(decoded, believed, opinion.wrongPassword(), readAt);
        if (packet == null) {
            fate.thenAcceptAsync(this::closeWhenQuarantineIsFull, context.executor());
        } else {
            server.answering();
            // On the connection's own thread: the log's writer has the next commit to make meanwhile.
            fate.thenCombineAsync(
                            server.devices().of(packet),
                            (known, device) -> committed(decoded, packet, known, device, believed),
                            context.executor())
                    .whenComplete((answer, failure) -> {
                        send(answer, failure);
                        if (failure == null && believed) {
                            server.automatic().answered(packet, first);
                        }
                    });
        }
        return true;
    }

    /**
     * With what is known of the sender, or null when that is being looked up. What is sound and plain says the same
     * whoever sent it; the other frames are few.
     */
    private @Nullable Decoded decoded(byte[] frame) {
        lookup = null;
        Decoded decoded = Decoder.decode(frame);
        Packet packet = decoded.packet();
        if (decoded.ok() || packet == null || packet.mn() == null) {
            return decoded;
        }
        CompletableFuture<Device> device = server.devices().of(packet);
        if (device.isDone()) {
            return Decoder.decode(frame, device.join());
        }
        lookup = device;
        return null;
    }

    /** True when the packet is the first of its MN here. */
    private boolean note(Decoded decoded, boolean believed, boolean wrongPassword, Instant readAt) {
        Packet packet = decoded.packet();
        if (packet == null || !believed) {
            speakers.fault();
            return false;
        }
        String mn = packet.mn() == null ? "" : Mn.normal(packet.mn());
        boolean first = speakers.heard(mn, readAt, decoded, packet, wrongPassword);
        if (first) {
            server.sessions().named(mn, connection).forEach(LoggerConnection::superseded);
        }
        return first;
    }

    private byte @Nullable [] committed(Decoded decoded, Packet packet, Fate fate, Device device, boolean believed) {
        if (believed) {
            commanded(packet);
            server.keyChanges().heard(decoded);
        }
        closeWhenQuarantineIsFull(fate);
        return Answer.to(decoded, fate, device.edition() == null ? packet.edition() : device.edition());
    }

    /** Replies to commands and what they brought take effect once their fate is committed, duplicates too. */
    private void commanded(Packet packet) {
        String mn = packet.mn() != null ? packet.mn() : speakers.only();
        if (mn != null) {
            server.lines().received(mn, packet);
        }
    }

    private void send(byte @Nullable [] answer, @Nullable Throwable failure) {
        if (answer == null || failure != null) {
            server.answered(0);
            return;
        }
        context.writeAndFlush(context.alloc().buffer(answer.length).writeBytes(answer))
                .addListener(written -> server.answered(written.isSuccess() ? 1 : 0));
    }

    private void closeWhenQuarantineIsFull(Fate fate) {
        if (fate == Fate.QUARANTINE_FULL && !cutOff) {
            cutOff = true;
            log.warn(
                    "{} {} has no space left in quarantine (its own for today, or the disk's); closed",
                    remoteAddress,
                    connection.mns());
            context.close();
        }
    }
}
