package io.yuanqing.simulator.live;

import io.yuanqing.hj212.Cut;
import io.yuanqing.hj212.Decoder;
import io.yuanqing.hj212.Framer;
import io.yuanqing.hj212.Packet;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** One TCP connection that never blocks: bytes out, packets in. After an {@link IOException} it is of no more use. */
final class Connection {

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Framer framer = new Framer();
    private final Deque<ByteBuffer> unwritten = new ArrayDeque<>();
    private boolean established;

    private Connection(SocketChannel channel, SelectionKey key, boolean established) {
        this.channel = channel;
        this.key = key;
        this.established = established;
    }

    /** Begins to dial; the selector tells the attachment when the other side has answered. */
    static Connection dial(InetSocketAddress address, Selector selector, Object attachment) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            boolean at = channel.connect(address);
            SelectionKey key =
                    channel.register(selector, at ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, attachment);
            return new Connection(channel, key, at);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    boolean established() {
        return established;
    }

    /** Does what the selector says can be done, and returns what has arrived. */
    List<Packet> ready(ByteBuffer scratch) throws IOException {
        if (!key.isValid()) {
            return List.of();
        }
        if (key.isConnectable() && channel.finishConnect()) {
            key.interestOps(SelectionKey.OP_READ);
            established = true;
        }
        if (key.isWritable()) {
            flush();
        }
        return key.isReadable() ? read(scratch) : List.of();
    }

    private List<Packet> read(ByteBuffer scratch) throws IOException {
        scratch.clear();
        int count = channel.read(scratch);
        if (count < 0) {
            throw new EOFException("the centre has closed the connection");
        }
        framer.feed(scratch.array(), 0, count);
        List<Packet> packets = new ArrayList<>();
        for (Cut cut = framer.next(); cut != null; cut = framer.next()) {
            Packet packet =
                    cut instanceof Cut.Frame ? Decoder.decode(cut.bytes()).packet() : null;
            if (packet != null) {
                packets.add(packet);
            }
        }
        return packets;
    }

    /** Sends; what the network does not take now is kept and sent when it does. */
    void write(byte[] bytes) throws IOException {
        unwritten.add(ByteBuffer.wrap(bytes));
        flush();
    }

    private void flush() throws IOException {
        while (!unwritten.isEmpty()) {
            channel.write(unwritten.element());
            if (unwritten.element().hasRemaining()) {
                key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
                return;
            }
            unwritten.remove();
        }
        key.interestOps(SelectionKey.OP_READ);
    }

    /** Bytes that the network has not taken yet. */
    int backlog() {
        int bytes = 0;
        for (ByteBuffer buffer : unwritten) {
            bytes += buffer.remaining();
        }
        return bytes;
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // It is gone, which is all that was wanted.
        }
    }
}
