package org.bridgeconvoy.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What {@code convoy} can do, in the order of its help. Reading a command's options from its class takes longer than the JVM
 * takes to start, so only a command that is asked for is read; of the others the name and the summary are enough.
 */
enum Subcommand {
    RUN(RunCommand.SUMMARY),
    COMPARE(CompareCommand.SUMMARY),
    SWEEP(SweepCommand.SUMMARY),
    LIST(ListCommand.SUMMARY),
    SHOW(ShowCommand.SUMMARY),
    CHART(ChartCommand.SUMMARY),
    VALIDATE(ValidateCommand.SUMMARY),
    SCHEMA(SchemaCommand.SUMMARY),
    VERIFY(VerifyCommand.SUMMARY),
    HELP("Prints the help of a command.");

    private final String summary;

    Subcommand(String summary) {
        this.summary = summary;
    }

    /** The word on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The subcommand of a word; null if it is none. */
    static @Nullable Subcommand of(String word) {
        for (Subcommand subcommand : values()) {
            if (subcommand.word().equals(word)) {
                return subcommand;
            }
        }
        return null;
    }

    /** As the list of commands shows it: it has a name and a summary, but no options and does nothing. */
    CommandLine listed() {
        CommandSpec spec = CommandSpec.create().name(word());
        spec.usageMessage().description(summary);
        return new CommandLine(spec);
    }

    /** With its options, ready to be run. */
    CommandLine whole(Console console) {
        CommandLine line = new CommandLine(command(console));
        if (this == HELP) {
            line.getCommandSpec().usageMessage().description(summary);
        }
        return line;
    }

    private Object command(Console console) {
        return switch (this) {
            case RUN -> new RunCommand(console);
            case COMPARE -> new CompareCommand(console);
            case SWEEP -> new SweepCommand(console);
            case LIST -> new ListCommand(console);
            case SHOW -> new ShowCommand(console);
            case CHART -> new ChartCommand(console);
            case VALIDATE -> new ValidateCommand(console);
            case SCHEMA -> new SchemaCommand(console);
            case VERIFY -> new VerifyCommand(console);
            case HELP -> new CommandLine.HelpCommand();
        };
    }
}
