package io.yuanqing.center;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo}: the server with the sample city, its history loaded into an empty log. */
@Command(
        name = "demo",
        description = "Runs the server with a sample city (started together with the simulator by ./yuanqing demo).",
        mixinStandardHelpOptions = true)
final class Demo implements Callable<Integer> {

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Option(
            names = "--seed",
            paramLabel = "FILE",
            description = "History made by the simulator; loaded when the log is empty.")
    private @Nullable Path seed;

    @Override
    public Integer call() {
        options.demo = true;
        options.seed = seed;
        return Run.serve(options);
    }
}
