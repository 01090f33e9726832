package io.yuanqing.simulator;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "simulate", mixinStandardHelpOptions = true)
final class LiveCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 0;
    }
}
