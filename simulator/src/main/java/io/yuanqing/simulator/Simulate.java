package io.yuanqing.simulator;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the simulator. */
@Command(
        name = "simulator",
        description = "A city of data loggers that speak HJ 212 over real TCP.",
        mixinStandardHelpOptions = true,
        subcommands = {SimulateCommand.class, HistoryCommand.class})
public final class Simulate implements Runnable {

    /** The city that everyone sees who gives no seed. */
    static final long USUAL_SEED = 212;

    private Simulate() {}

    /** Without a command: what there is. */
    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Simulate())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }
}
