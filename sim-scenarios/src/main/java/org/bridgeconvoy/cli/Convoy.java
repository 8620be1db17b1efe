package org.bridgeconvoy.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.bridgeconvoy.experiment.ReplicationException;
import org.bridgeconvoy.study.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code convoy} command with its subcommands; it never prints a stack trace. */
@Command(
        name = "convoy",
        mixinStandardHelpOptions = true,
        versionProvider = Convoy.VersionText.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Simulates convoys of trucks over a single-lane bridge.",
        footer = {
            "",
            "Examples:",
            "  convoy list",
            "  convoy run day-and-night",
            "  convoy run day-and-night --set fleet.trucks=150 --out out/more-trucks",
            "  convoy help run",
            "",
            "CONVOY_MODULES names jars with controls and demand patterns of your own.",
            "",
            "Exit status: 0 done, 1 failed, 2 wrong usage or a bad file, 130 interrupted."
        })
public final class Convoy implements Runnable {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG = 2;
    static final int INTERRUPTED = 130;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    Convoy() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    /** Runs a command line and returns its exit status: 0 done, 1 failed, 2 wrong usage, 130 interrupted. */
    public static int execute(Console console, String... args) {
        CommandLine line = commandLine(console, args);
        int status = execute(console, line, args);
        console.out().flush();
        console.err().flush();
        return status;
    }

    private static int execute(Console console, CommandLine line, String... args) {
        try {
            return line.execute(args);
        } catch (OutOfMemoryError e) {
            console.complain("convoy: out of memory; give java more with -Xmx, or record fewer trips with --trips");
            return FAILED;
        } catch (StackOverflowError e) {
            console.complain("convoy: internal error: the stack overflowed");
            return FAILED;
        }
    }

    /** The command line; only the command that is asked for is loaded, if one is. */
    private static CommandLine commandLine(Console console, String... args) {
        Map<String, Function<Console, Callable<Integer>>> commands = commands();
        CommandLine line = new CommandLine(new Convoy());
        boolean asksForOne = args.length > 0 && commands.containsKey(args[0]);
        commands.forEach((name, command) -> {
            if (!asksForOne || name.equals(args[0])) {
                line.addSubcommand(name, command.apply(console));
            }
        });
        if (!asksForOne) {
            line.addSubcommand("help", new CommandLine.HelpCommand());
        }
        return line.setOut(console.out())
                .setErr(console.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setUsageHelpWidth(100)
                .setUsageHelpAutoWidth(false)
                .setParameterExceptionHandler((e, all) -> wrongUsage(console, e))
                .setExecutionExceptionHandler((e, command, parsed) -> failed(console, e));
    }

    private static Map<String, Function<Console, Callable<Integer>>> commands() {
        Map<String, Function<Console, Callable<Integer>>> commands = new LinkedHashMap<>();
        commands.put("run", RunCommand::new);
        commands.put("compare", CompareCommand::new);
        commands.put("sweep", SweepCommand::new);
        commands.put("list", ListCommand::new);
        commands.put("show", ShowCommand::new);
        commands.put("chart", ChartCommand::new);
        commands.put("validate", ValidateCommand::new);
        commands.put("schema", SchemaCommand::new);
        commands.put("verify", VerifyCommand::new);
        return commands;
    }

    private static int wrongUsage(Console console, ParameterException e) {
        console.complain("convoy: " + e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, console.err());
        console.complain("try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'");
        return WRONG;
    }

    private static int failed(Console console, Exception e) {
        if (e instanceof UsageException usage) {
            usage.lines().forEach(console::complain);
            return WRONG;
        }
        if (e instanceof CancellationException) {
            console.complain("convoy: interrupted");
            return INTERRUPTED;
        }
        if (Interrupts.isShuttingDown()) {
            return INTERRUPTED;
        }
        console.complain("convoy: " + describe(e));
        return FAILED;
    }

    private static String describe(Exception e) {
        if (e instanceof ReplicationException replication) {
            return Failures.describe(replication);
        }
        if (e instanceof IOException || e instanceof UncheckedIOException) {
            return "reading or writing failed: " + Failures.describe(e);
        }
        return e instanceof FailedException
                ? Failures.describe(e)
                : "internal error: " + e.getClass().getSimpleName() + ": " + Failures.describe(e);
    }

    /** The version as the build wrote it. */
    static final class VersionText implements IVersionProvider {

        VersionText() {}

        @Override
        public String[] getVersion() {
            return new String[] {"Bridge Convoy " + Version.current()};
        }
    }
}
