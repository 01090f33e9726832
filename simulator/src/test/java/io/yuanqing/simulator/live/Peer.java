package io.yuanqing.simulator.live;

import io.yuanqing.hj212.Cut;
import io.yuanqing.hj212.Decoded;
import io.yuanqing.hj212.Decoder;
import io.yuanqing.hj212.Framer;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Replies;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A centre of a few lines: takes connections, keeps what arrives, answers what it is told to. */
final class Peer implements AutoCloseable {

    private final ServerSocket server;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<Decoded> received = new CopyOnWriteArrayList<>();
    private volatile Predicate<Packet> answers = packet -> true;

    Peer(int port) throws IOException {
        server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        Thread thread = new Thread(this::accept, "peer");
        thread.setDaemon(true);
        thread.start();
    }

    InetSocketAddress address() {
        return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
    }

    void answerOnly(Predicate<Packet> which) {
        answers = which;
    }

    List<Decoded> received() {
        return received;
    }

    List<Packet> packets(String cn) {
        return received.stream()
                .filter(Decoded::ok)
                .map(Decoded::packet)
                .filter(packet -> packet.cn().equals(cn))
                .toList();
    }

    int connections() {
        return sockets.size();
    }

    /** To the logger that connected last. */
    void send(byte[] frame) throws IOException {
        sockets.get(sockets.size() - 1).getOutputStream().write(frame);
    }

    void hangUp() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                Thread thread = new Thread(() -> converse(socket), "peer-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void converse(Socket socket) {
        Framer framer = new Framer();
        byte[] buffer = new byte[4096];
        try {
            for (int count = socket.getInputStream().read(buffer);
                    count >= 0;
                    count = socket.getInputStream().read(buffer)) {
                framer.feed(buffer, 0, count);
                for (Cut cut = framer.next(); cut != null; cut = framer.next()) {
                    if (cut instanceof Cut.Frame) {
                        take(socket, Decoder.decode(cut.bytes()));
                    }
                }
            }
        } catch (IOException e) {
            // The logger or the test has hung up.
        }
    }

    private void take(Socket socket, Decoded decoded) throws IOException {
        received.add(decoded);
        Packet packet = decoded.packet();
        if (decoded.ok() && packet != null && packet.answerWanted() && answers.test(packet)) {
            byte[] reply = packet.cn().equals("9015")
                    ? Replies.noticeAnswer(packet, packet.edition())
                    : Replies.dataAnswer(packet, packet.edition());
            socket.getOutputStream().write(reply);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        hangUp();
    }
}
