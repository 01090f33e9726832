package io.yuanqing.center.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.yuanqing.center.packets.PacketLog;
import io.yuanqing.center.store.StartRefused;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Listens for data loggers. Starts after the log, stops before it: what was read is committed and answered first. */
@Component
class AccessServer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AccessServer.class);
    private static final int PHASE = 200;
    private static final int BACKLOG = 4_096;
    private static final int FLUSH_AFTER = 256;
    private static final WriteBufferWaterMark UNREAD_ANSWERS = new WriteBufferWaterMark(32 * 1024, 64 * 1024);

    private final PacketLog packets;
    private final Sessions sessions;
    private final Devices devices;
    private final LoggerLines lines;
    private final AutomaticCommands automatic;
    private final KeyChanges keyChanges;
    private final Gate gate;
    private final LoggerTls certificate;
    private final MeterRegistry meters;
    private final AccessSettings limits;
    private final Clock clock;
    private final Set<LoggerConnection> open = ConcurrentHashMap.newKeySet();
    private final Set<LoggerConnection> waitingForRoom = ConcurrentHashMap.newKeySet();
    private final AtomicLong unanswered = new AtomicLong();
    private final Counter discarded;
    private volatile long roomsMade;
    private @Nullable EventLoopGroup threads;
    private @Nullable Channel listening;
    private @Nullable Channel tlsListening;

    AccessServer(
            PacketLog packets,
            Sessions sessions,
            Devices devices,
            LoggerLines lines,
            AutomaticCommands automatic,
            KeyChanges keyChanges,
            Gate gate,
            LoggerTls certificate,
            AccessSettings limits,
            Clock clock,
            MeterRegistry meters) {
        this.packets = packets;
        this.sessions = sessions;
        this.devices = devices;
        this.lines = lines;
        this.automatic = automatic;
        this.keyChanges = keyChanges;
        this.gate = gate;
        this.certificate = certificate;
        this.meters = meters;
        this.limits = limits;
        this.clock = clock;
        packets.onCommit(this::roomWasMade);
        meters.gauge("yuanqing.access.connections", open, Set::size);
        meters.gauge("yuanqing.access.paused", waitingForRoom, Set::size);
        this.discarded = Counter.builder("yuanqing.access.discarded")
                .description(
                        "Frames that were read while the log had no room, and whose connection ended before it had:"
                                + " neither counted as received nor answered; their loggers send them again")
                .register(meters);
    }

    // --- life -------------------------------------------------------------------------------------------------------

    @Override
    public synchronized void start() {
        if (limits.port() < 0) {
            return;
        }
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(
                Math.max(2, Runtime.getRuntime().availableProcessors()),
                new DefaultThreadFactory("access", true),
                NioIoHandler.newFactory());
        try {
            listening = bind(group, limits.port(), false);
            tlsListening = limits.tlsPort() == null ? null : bind(group, limits.tlsPort(), true);
        } catch (StartRefused e) {
            group.shutdownGracefully(0, 0, TimeUnit.SECONDS);
            listening = null;
            throw e;
        }
        threads = group;
        log.info("data loggers may connect to TCP port {}", port());
        if (tlsListening != null) {
            log.info("data loggers may connect by TLS to TCP port {}", tlsPort());
        }
    }

    private Channel bind(EventLoopGroup group, int port, boolean tls) {
        if (tls) {
            certificate.context(); // what is wrong with it is told at the start
        }
        ChannelFuture bound = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, UNREAD_ANSWERS)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        if (tls) {
                            channel.pipeline().addLast(certificate.context().newHandler(channel.alloc()));
                        }
                        channel.pipeline()
                                .addLast(new FlushConsolidationHandler(FLUSH_AFTER, true))
                                .addLast(new IdleStateHandler(
                                        limits.idleTimeout().toMillis(), 0, 0, TimeUnit.MILLISECONDS))
                                .addLast(new FlowControlHandler())
                                .addLast(new LoggerConnection(AccessServer.this, tls));
                    }
                })
                .bind(port)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new StartRefused(
                    "Port " + port + " for data loggers cannot be opened ("
                            + bound.cause().getMessage()
                            + "). Stop the program that uses it, or choose another with "
                            + (tls ? "yuanqing.access.tls-port." : "--tcp-port."),
                    bound.cause());
        }
        return bound.channel();
    }

    @Override
    public synchronized void stop() {
        if (listening == null || threads == null) {
            return;
        }
        listening.close().awaitUninterruptibly();
        if (tlsListening != null) {
            tlsListening.close().awaitUninterruptibly();
        }
        open.forEach(LoggerConnection::quiet);
        awaitAnswers();
        open.forEach(LoggerConnection::close);
        threads.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
        listening = null;
        tlsListening = null;
        threads = null;
    }

    private void awaitAnswers() {
        long giveUp = System.nanoTime() + limits.stopWait().toNanos();
        try {
            while (unanswered.get() > 0 && System.nanoTime() < giveUp) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (unanswered.get() > 0) {
            log.warn("stopping with {} frames unanswered; their loggers will send them again", unanswered.get());
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return listening != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** The port that is listened on. */
    synchronized int port() {
        return listening == null ? limits.port() : ((InetSocketAddress) listening.localAddress()).getPort();
    }

    /** Null: none. */
    synchronized @Nullable Integer tlsPort() {
        return tlsListening == null ? null : ((InetSocketAddress) tlsListening.localAddress()).getPort();
    }

    // --- for the connections ----------------------------------------------------------------------------------------

    boolean opened(LoggerConnection connection) {
        if (open.size() >= limits.maxConnections()) {
            log.warn("{} connections are open, the most allowed; a further one was closed", open.size());
            cut("full");
            return false;
        }
        open.add(connection);
        return true;
    }

    void discarded(int frames) {
        if (frames > 0) {
            discarded.increment(frames);
        }
    }

    void closed(LoggerConnection connection) {
        open.remove(connection);
        waitingForRoom.remove(connection);
        sessions.ended(connection);
    }

    /** Counts the times that room was made in the log's queue. */
    long roomsMade() {
        return roomsMade;
    }

    /** @param roomsMadeBefore the count before the log refused the frame: what changed since may be the room */
    void waitForRoom(LoggerConnection connection, long roomsMadeBefore) {
        waitingForRoom.add(connection);
        if (roomsMade != roomsMadeBefore && waitingForRoom.remove(connection)) {
            connection.resume();
        }
    }

    /** On the log's writer thread alone. */
    private void roomWasMade() {
        roomsMade = roomsMade + 1;
        for (LoggerConnection connection : waitingForRoom) {
            if (waitingForRoom.remove(connection)) {
                connection.resume();
            }
        }
    }

    void answering() {
        unanswered.incrementAndGet();
    }

    void answered(int answers) {
        unanswered.decrementAndGet();
        if (answers > 0) {
            packets.acknowledged(answers);
        }
    }

    PacketLog log() {
        return packets;
    }

    Sessions sessions() {
        return sessions;
    }

    LoggerLines lines() {
        return lines;
    }

    Gate gate() {
        return gate;
    }

    /** Counts a connection that the server ends. */
    void cut(String reason) {
        meters.counter("yuanqing.access.cut", "reason", reason).increment();
    }

    /** Counts a pause of a connection that sends too fast. */
    void slowed() {
        meters.counter("yuanqing.access.slowed").increment();
    }

    AutomaticCommands automatic() {
        return automatic;
    }

    KeyChanges keyChanges() {
        return keyChanges;
    }

    Devices devices() {
        return devices;
    }

    AccessSettings limits() {
        return limits;
    }

    Clock clock() {
        return clock;
    }
}
