package io.yuanqing.center;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the server's jar. Exit codes: 0 done, 1 refused to start, 2 wrong usage or unreadable file. */
@Command(
        name = "yuanqing",
        description = "Yuanqing (源清): monitoring centre for pollution sources.",
        mixinStandardHelpOptions = true,
        subcommands = {Run.class, Demo.class, Decode.class, Backup.class, RestoreCommand.class})
public final class Yuanqing {

    private Yuanqing() {}

    public static void main(String[] arguments) {
        int exitCode = new CommandLine(new Yuanqing()).execute(arguments);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }
}
