package io.yuanqing.center.live;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Asks for the stream and then reads nothing, with next to no room for what arrives. */
final class SilentBrowser implements AutoCloseable {

    private static final int ROOM = 2048;

    private final Socket socket;

    private SilentBrowser(Socket socket) {
        this.socket = socket;
    }

    static SilentBrowser open(int port) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(ROOM);
        socket.connect(new InetSocketAddress("localhost", port));
        String request = "GET /api/live HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + EventReader.authorization()
                + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return new SilentBrowser(socket);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
