package org.bridgeconvoy.cli;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The subcommands of {@code convoy} in the order of its help. picocli needs more time to read the options of a command from its class than
 * the JVM needs to start. Only the command that is asked for is therefore read; of the others the name and the summary are enough.
 */
enum Subcommand {
    RUN(RunCommand.SUMMARY),
    COMPARE(CompareCommand.SUMMARY),
    SWEEP(SweepCommand.SUMMARY),
    SENSITIVITY(SensitivityCommand.SUMMARY),
    MERGE(MergeCommand.SUMMARY),
    CALIBRATE(CalibrateCommand.SUMMARY),
    OPTIMISE(OptimiseCommand.SUMMARY),
    LIST(ListCommand.SUMMARY),
    SHOW(ShowCommand.SUMMARY),
    CHART(ChartCommand.SUMMARY),
    QUERY(QueryCommand.SUMMARY),
    LIVE(LiveCommand.SUMMARY),
    VALIDATE(ValidateCommand.SUMMARY),
    SCHEMA(SchemaCommand.SUMMARY),
    VERIFY(VerifyCommand.SUMMARY),
    COMPLETION(CompletionCommand.SUMMARY),
    MAN(ManCommand.SUMMARY),
    HELP("Prints the help of a command.");

    private final String summary;

    Subcommand(String summary) {
        this.summary = summary;
    }

    /** Whether it tells of all commands with their options. */
    boolean tellsOfAll() {
        return this == COMPLETION || this == MAN;
    }

    /** The word on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The subcommand with this word; null if there is none. */
    static @Nullable Subcommand of(String word) {
        for (Subcommand subcommand : values()) {
            if (subcommand.word().equals(word)) {
                return subcommand;
            }
        }
        return null;
    }

    /** An entry of the list of commands: name and summary, without options. */
    CommandLine listed() {
        CommandSpec spec = CommandSpec.create().name(word());
        spec.usageMessage().description(summary);
        return new CommandLine(spec);
    }

    /** The command with its options, ready to run. */
    CommandLine whole(Console console) {
        CommandLine line = new CommandLine(command(console));
        if (this == OPTIMISE) {
            OptimiseCommand.hideRefused(line.getCommandSpec());
        }
        if (this == HELP) {
            line.getCommandSpec().usageMessage().description(summary);
        }
        refused().forEach(option -> hide(option, line.getCommandSpec()));
        return line;
    }

    /** Shared options that this command takes only to say why it has none. */
    private List<String> refused() {
        return switch (this) {
            case CALIBRATE, OPTIMISE -> List.of("--replications", "--precision");
            case SENSITIVITY -> List.of("--precision");
            default -> List.of();
        };
    }

    /** Takes an option out of the help, not out of the command. */
    private static void hide(String name, CommandSpec spec) {
        OptionSpec option = spec.findOption(name);
        spec.remove(option);
        spec.addOption(OptionSpec.builder(option).hidden(true).build());
    }

    private Object command(Console console) {
        return switch (this) {
            case RUN -> new RunCommand(console);
            case COMPARE -> new CompareCommand(console);
            case SWEEP -> new SweepCommand(console);
            case SENSITIVITY -> new SensitivityCommand(console);
            case MERGE -> new MergeCommand(console);
            case CALIBRATE -> new CalibrateCommand(console);
            case OPTIMISE -> new OptimiseCommand(console);
            case LIST -> new ListCommand(console);
            case SHOW -> new ShowCommand(console);
            case CHART -> new ChartCommand(console);
            case QUERY -> new QueryCommand(console);
            case LIVE -> new LiveCommand(console);
            case VALIDATE -> new ValidateCommand(console);
            case SCHEMA -> new SchemaCommand(console);
            case VERIFY -> new VerifyCommand(console);
            case COMPLETION -> new CompletionCommand(console);
            case MAN -> new ManCommand(console);
            case HELP -> new CommandLine.HelpCommand();
        };
    }
}
