package io.yuanqing.center;

import java.util.ServiceLoader;
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
        CommandLine commands = new CommandLine(new Yuanqing());
        ServiceLoader.load(RoomCommand.class).forEach(commands::addSubcommand);
        int exitCode = commands.execute(arguments);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }
}
