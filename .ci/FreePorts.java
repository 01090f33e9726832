import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Prints so many ports that nobody listens on, for the browser tests. */
final class FreePorts {

    public static void main(String[] arguments) throws java.io.IOException {
        List<ServerSocket> held = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
            held.add(new ServerSocket(0));
        }
        System.out.println(held.stream().map(socket -> "" + socket.getLocalPort()).collect(Collectors.joining(" ")));
        for (ServerSocket socket : held) {
            socket.close();
        }
    }
}
