package io.yuanqing.center.access;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.timeout.IdleStateEvent;
import io.yuanqing.hj212.CrcFlavour;
import io.yuanqing.hj212.Cut;
import io.yuanqing.hj212.Device;
import io.yuanqing.hj212.Encoder;
import io.yuanqing.hj212.Framer;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection. Bytes are cut into frames, which {@link Reception} takes to the log and answers after the commit.
 *
 * <p>Bounds: the framer's buffer, one read of the socket, and 4 KB of noise. When the log's queue is full the frame at hand
 * is parked and the socket is not read until a commit has made room. The same while the sender of a frame that needs its
 * key is being looked up.
 */
final class LoggerConnection extends ChannelInboundHandlerAdapter {

    private static final Logger log = LoggerFactory.getLogger(LoggerConnection.class);

    private final AccessServer server;
    private final Framer framer = new Framer();
    private final Speakers speakers;
    private final HeardNoise noise = new HeardNoise();
    private Instant readAt = Instant.EPOCH;
    private volatile boolean quiet;
    private @Nullable Cut parked;

    private String remoteAddress = "";
    private String remote = "";
    private final boolean tls;
    private final Pace pace;

    /** Since when a frame is begun and not complete; null: none is. */
    private @Nullable Instant unfinished;

    private @Nullable ChannelHandlerContext context;
    private @Nullable Reception reception;

    LoggerConnection(AccessServer server, boolean tls) {
        this.server = server;
        this.tls = tls;
        this.speakers = new Speakers(server.limits().mnPerConnection());
        this.pace = new Pace(server.limits().framesPerSecond());
    }

    // --- what comes in ----------------------------------------------------------------------------------------------

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        context = ctx;
        InetSocketAddress peer = (InetSocketAddress) ctx.channel().remoteAddress();
        remoteAddress = peer.getAddress().getHostAddress();
        reception = new Reception(server, this, speakers, ctx, peer.getAddress());
        remote = remoteAddress + ":" + peer.getPort();
        if (!server.opened(this)) {
            ctx.close();
            return;
        }
        ctx.executor()
                .schedule(
                        this::closeUnlessHeard,
                        server.limits().firstFrameWithin().toMillis(),
                        TimeUnit.MILLISECONDS);
        log.debug("{} connected", remote);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        try {
            readAt = server.clock().instant();
            byte[] copy = new byte[bytes.readableBytes()];
            bytes.readBytes(copy);
            framer.feed(copy, 0, copy.length);
        } finally {
            bytes.release();
        }
        drain();
        closeWhenTooSlow(ctx);
    }

    private void closeUnlessHeard() {
        if (!reception().intact() && parked == null && channel().channel().isActive()) {
            log.info(
                    "{} brought no intact frame within {}; closed",
                    remote,
                    server.limits().firstFrameWithin());
            end("silent");
        }
    }

    /** A frame that comes byte by byte keeps a connection and its buffer for ever. */
    private void closeWhenTooSlow(ChannelHandlerContext ctx) {
        if (framer.buffered() == 0 || parked != null) {
            unfinished = null;
        } else if (unfinished == null) {
            unfinished = readAt;
        } else if (Duration.between(unfinished, readAt)
                        .compareTo(server.limits().frameWithin())
                > 0) {
            log.info("{} {} takes too long to send a frame; closed", remote, mns());
            end("slow");
        }
    }

    private void end(String reason) {
        server.cut(reason);
        channel().close();
    }

    /** What the log has no room for now is dropped: it was never answered, so its logger sends it again. */
    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        boolean room = parked == null;
        int discarded = parked instanceof Cut.Frame ? 1 : 0;
        parked = null;
        try {
            for (Cut cut = framer.finish(); cut != null; cut = framer.finish()) {
                if (cut instanceof Cut.Noise) {
                    take(cut);
                } else if (!room || !take(cut)) {
                    room = false;
                    discarded++;
                }
            }
            noise.report(server.log(), readAt, remoteAddress);
        } finally {
            server.discarded(discarded);
            server.closed(this);
        }
        log.debug("{} disconnected, {} frames discarded unanswered", remote, discarded);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof IdleStateEvent && parked == null) {
            log.info("{} {} sent nothing for too long; closed", remote, mns());
            end("idle");
        } else {
            ctx.fireUserEventTriggered(event);
        }
    }

    /** A peer that does not read its answers is not read either. */
    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        ctx.channel().config().setAutoRead(ctx.channel().isWritable() && parked == null && !quiet);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
        if (failure instanceof java.io.IOException) {
            log.debug("{}: {}", remote, failure.getMessage()); // reset by peer and the like
        } else {
            log.error("{} {} closed after an unexpected failure", remote, mns(), failure);
        }
        ctx.close();
    }

    // --- frames -----------------------------------------------------------------------------------------------------

    private void drain() {
        Cut cut = parked == null ? framer.next() : parked;
        parked = null;
        while (cut != null) {
            long wait = pace.pause(System.nanoTime());
            if (wait > 0) {
                parkFor(cut, wait);
                return;
            }
            long roomsMade = server.roomsMade();
            if (!take(cut)) {
                park(cut, roomsMade);
                return;
            }
            unfinished = null;
            cut = framer.next();
        }
        if (noise.dueAt(readAt)) {
            noise.report(server.log(), readAt, remoteAddress);
        }
    }

    private void park(Cut cut, long roomsMade) {
        parked = cut;
        channel().channel().config().setAutoRead(false);
        CompletableFuture<Device> lookup = reception().lookup();
        if (lookup != null) {
            lookup.whenComplete((device, failure) -> resume());
        } else {
            server.waitForRoom(this, roomsMade);
        }
    }

    private void parkFor(Cut cut, long milliseconds) {
        parked = cut;
        server.slowed();
        channel().channel().config().setAutoRead(false);
        channel().executor().schedule(this::resume, milliseconds, TimeUnit.MILLISECONDS);
    }

    /** Called from any thread after a commit has made room, or the parked frame's sender has been looked up. */
    void resume() {
        ChannelHandlerContext ctx = channel();
        ctx.executor().execute(() -> {
            if (parked != null) {
                drain();
            }
            if (parked == null && ctx.channel().isWritable() && !quiet) {
                ctx.channel().config().setAutoRead(true);
            }
        });
    }

    /** False when the frame has to wait. */
    private boolean take(Cut cut) {
        if (cut instanceof Cut.Noise) {
            noise.add(cut.bytes());
            return true;
        }
        return reception().take(cut.bytes(), readAt);
    }

    /** From any thread: a command, or a reply that is due in its course, with the check sum that the MN uses. */
    void send(String mn, byte[] frame) {
        CrcFlavour crc = speakers.crc(mn);
        byte[] bytes = crc == null || crc == CrcFlavour.HJ212 ? frame : Encoder.withCrc(frame, crc);
        ChannelHandlerContext ctx = channel();
        ctx.writeAndFlush(ctx.alloc().buffer(bytes.length).writeBytes(bytes));
    }

    /** A later connection has named an MN of this one: what is on its way may still come, then it is closed. */
    void superseded() {
        ChannelHandlerContext ctx = channel();
        ctx.executor()
                .schedule(
                        () -> {
                            if (ctx.channel().isActive() && server.sessions().superseded(this)) {
                                log.info("{} {} closed: a later connection speaks for it", remote, mns());
                                end("superseded");
                            }
                        },
                        server.limits().supersededAfter().toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    // --- what the duty officer sees ---------------------------------------------------------------------------------

    Set<String> mns() {
        return speakers.mns();
    }

    /** The PW of an MN's last packet. */
    @Nullable
    String lastPw(String mn) {
        return speakers.pw(mn);
    }

    LoggerSession session(String mn, boolean newest) {
        return speakers.session(mn, remote, tls, newest, readAt, server.clock().instant());
    }

    private Reception reception() {
        return Objects.requireNonNull(reception, "the connection is not open yet");
    }

    private ChannelHandlerContext channel() {
        ChannelHandlerContext ctx = context;
        if (ctx == null) {
            throw new IllegalStateException("the connection is not open yet");
        }
        return ctx;
    }

    /** Reads nothing more; what was read is still answered. */
    void quiet() {
        quiet = true;
        channel().channel().config().setAutoRead(false);
    }

    void close() {
        channel().close();
    }
}
