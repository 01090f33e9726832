package io.yuanqing.center;

import io.yuanqing.center.store.StartRefused;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code run}: the server alone. */
@Command(name = "run", description = "Runs the server.", mixinStandardHelpOptions = true)
final class Run implements Callable<Integer> {

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Override
    public Integer call() {
        return serve(options);
    }

    /** Starts the server; the process then lives until it is told to stop. */
    static int serve(ServerOptions options) {
        try {
            Server.start(options);
            return 0;
        } catch (StartRefused e) {
            System.err.println("yuanqing: " + e.getMessage());
            return 1;
        }
    }
}
