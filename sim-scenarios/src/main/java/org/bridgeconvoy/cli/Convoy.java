package org.bridgeconvoy.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.bridgeconvoy.experiment.ReplicationException;
import org.bridgeconvoy.study.ClusterException;
import org.bridgeconvoy.study.Version;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/**
 * The {@code convoy} command with its subcommands. It prints no stack trace: every failure becomes a message and an exit status. The
 * command line is built by calls, not by annotations: picocli needs more time to read annotations than the help needs for all else.
 */
public final class Convoy {

    private static final String[] FOOTER = {
        "",
        "Examples:",
        "  convoy list",
        "  convoy run day-and-night",
        "  convoy run day-and-night --set fleet.trucks=150 --out out/more-trucks",
        "  convoy help run",
        "",
        "CONVOY_MODULES names jars with controls and demand patterns of your own; CONVOY_JVM_OPTS holds",
        "options of the JVM that ./convoy starts, such as -Xmx8g for more memory.",
        "",
        "Exit status: 0 done, 1 failed, 2 wrong usage or a bad file, 130 interrupted."
    };

    private Convoy() {}

    /**
     * Runs a command line.
     *
     * @return the exit status: 0 done, 1 failed, 2 wrong usage or a bad file, 130 interrupted
     */
    public static int execute(Console console, String... args) {
        CommandLine line = commandLine(console, args);
        int status = execute(console, line, args);
        IOException failure = console.outputFailure().orElse(null);
        if (failure != null) {
            console.complain(
                    "convoy: standard output did not take all that was printed (" + Failures.describe(failure) + ")");
            status = status == ExitStatus.DONE ? ExitStatus.FAILED : status;
        }
        console.err().flush();
        return status;
    }

    /** Runs the command line and turns errors of the JVM into a message. */
    private static int execute(Console console, CommandLine line, String... args) {
        try {
            return line.execute(args);
        } catch (OutOfMemoryError e) {
            console.complain("convoy: " + Failures.OUT_OF_MEMORY);
            return ExitStatus.FAILED;
        } catch (StackOverflowError e) {
            console.complain("convoy: internal error: the stack overflowed");
            return ExitStatus.FAILED;
        }
    }

    /**
     * The command line. Only a command that the arguments name gets its options; the others have just a name and a summary, for the help.
     */
    private static CommandLine commandLine(Console console, String... args) {
        Root root = new Root(console);
        CommandLine line = new CommandLine(spec(root));
        Subcommand first = args.length == 0 ? null : Subcommand.of(args[0]);
        if (first != null && first != Subcommand.HELP && !first.tellsOfAll()) {
            line.addSubcommand(first.word(), first.whole(console));
        } else {
            List<String> words = List.of(args);
            boolean all = first != null && first.tellsOfAll();
            for (Subcommand each : Subcommand.values()) {
                boolean whole = all || words.contains(each.word());
                line.addSubcommand(each.word(), whole ? each.whole(console) : each.listed());
            }
        }
        return line.setOut(console.out())
                .setErr(console.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setUsageHelpWidth(100)
                .setUsageHelpAutoWidth(false)
                .setParameterExceptionHandler(root)
                .setExecutionExceptionHandler(root);
    }

    private static CommandSpec spec(Root root) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(root)
                .name("convoy")
                .versionProvider(root)
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help message and exit.")
                        .build())
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Print version information and exit.")
                        .build());
        spec.usageMessage()
                .synopsisSubcommandLabel("COMMAND")
                .description("Simulates convoys of trucks over a single-lane bridge.")
                .footer(FOOTER);
        return spec;
    }

    /**
     * The command without a subcommand, and the handlers of its failures. It is a class because the class-data archive cannot store lambdas
     * of interfaces compiled for a Java version as old as picocli's.
     */
    private static final class Root
            implements Runnable, IVersionProvider, IParameterExceptionHandler, IExecutionExceptionHandler {

        private final Console console;

        Root(Console console) {
            this.console = console;
        }

        @Override
        public void run() {
            throw new UsageException("convoy: a command is missing", "try 'convoy --help'");
        }

        @Override
        public String[] getVersion() {
            return new String[] {"Bridge Convoy " + Version.current()};
        }

        @Override
        public int handleParseException(ParameterException e, String[] args) {
            return wrongUsage(console, e);
        }

        @Override
        public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
            return failed(console, e);
        }
    }

    /** Reports what picocli could not parse. */
    private static int wrongUsage(Console console, ParameterException e) {
        console.complain("convoy: " + describe(e));
        CommandLine.UnmatchedArgumentException.printSuggestions(e, console.err());
        console.complain("try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'");
        return ExitStatus.WRONG;
    }

    /** A message for a value of the wrong type that says what the value must be; picocli's own message would name a Java type. */
    private static String describe(ParameterException e) {
        if (!(e.getCause() instanceof TypeConversionException) || !(e.getArgSpec() instanceof OptionSpec option)) {
            return String.valueOf(e.getMessage());
        }
        Class<?> type = option.type();
        long most = type == Long.class || type == long.class ? Long.MAX_VALUE : Integer.MAX_VALUE;
        String range = String.valueOf(e.getValue()).matches("[+]?[0-9]+") ? " of at most " + most : "";
        return "Invalid value for option '" + option.longestName() + "': must be a whole number" + range + ", got '"
                + e.getValue() + "'";
    }

    /** Reports why a command failed. */
    private static int failed(Console console, Exception e) {
        if (e instanceof UsageException usage) {
            usage.lines().forEach(console::complain);
            return ExitStatus.WRONG;
        }
        if (e instanceof InvalidPathException path) {
            console.complain("convoy: " + Failures.describe(path));
            return ExitStatus.WRONG;
        }
        if (e instanceof CancellationException) {
            console.complain("convoy: interrupted");
            return ExitStatus.INTERRUPTED;
        }
        if (Interrupts.isShuttingDown()) {
            return ExitStatus.INTERRUPTED;
        }
        console.complain("convoy: " + describe(e));
        return ExitStatus.FAILED;
    }

    private static String describe(Exception e) {
        if (e instanceof ReplicationException replication) {
            return Failures.describe(replication);
        }
        if (e instanceof UncheckedIOException
                && e.getCause() instanceof IOException cause
                && cause.toString().equals(e.getMessage())) {
            return describe(cause);
        }
        if (e instanceof IOException || e instanceof UncheckedIOException) {
            return "reading or writing failed: " + Failures.describe(e);
        }
        return e instanceof FailedException || e instanceof ClusterException
                ? Failures.describe(e)
                : "internal error: " + e.getClass().getSimpleName() + ": " + Failures.describe(e);
    }
}
