package org.bridgeconvoy.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.bridgeconvoy.report.ShardFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code convoy merge DIR…}: puts the shards of a command together. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            MergeCommand.SUMMARY,
            "Each DIR is the --out of a command that ran with --shard to its end. The result has the same bytes as that of the"
                    + " command without --shard. Parts that are missing, are there twice or belong to other work are refused. The"
                    + " scenario file must be where the command line names it, and as the shards had it."
        },
        footer = {
            "",
            "Examples:",
            "  convoy sweep day-and-night --vary fleet.trucks=100..400/25 --shard 1/2 --out part1",
            "  convoy sweep day-and-night --vary fleet.trucks=100..400/25 --shard 2/2 --out part2",
            "  convoy merge part1 part2 --out out/whole"
        })
final class MergeCommand implements Callable<Integer> {

    static final String SUMMARY = "Puts the parts of a command together that ran with --shard.";

    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Folder of a shard; all of them must be named.")
    private List<Path> folders = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Directory for the output files.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--quiet", description = "No progress and no table, only errors and warnings.")
    private boolean quiet;

    MergeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<ShardFile> shards = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (Path folder : folders) {
            try {
                shards.add(ShardFile.read(folder));
            } catch (IOException e) {
                wrong.add("convoy: " + e.getMessage());
            }
        }
        if (wrong.isEmpty()) {
            check(shards, wrong);
        }
        if (!wrong.isEmpty()) {
            wrong.add("convoy: nothing was merged");
            throw new UsageException(wrong);
        }
        ShardFile first = shards.get(0);
        List<String> arguments = new ArrayList<>(first.command());
        arguments.addAll(List.of("--out", out.toString()));
        if (quiet) {
            arguments.add("--quiet");
        }
        if (first.name().equals("sensitivity")) {
            SensitivityCommand command = new SensitivityCommand(console);
            new CommandLine(command).parseArgs(arguments.toArray(String[]::new));
            return command.merge(first, folders);
        }
        SweepCommand command = new SweepCommand(console);
        new CommandLine(command).parseArgs(arguments.toArray(String[]::new));
        return command.merge(first, folders);
    }

    private void check(List<ShardFile> shards, List<String> wrong) {
        ShardFile first = shards.get(0);
        Map<Integer, Path> found = new HashMap<>();
        for (int i = 0; i < shards.size(); i++) {
            ShardFile shard = shards.get(i);
            if (!shard.work().equals(first.work())
                    || shard.shard().of() != first.shard().of()) {
                wrong.add("convoy: " + folders.get(i) + " holds shard " + shard.shard() + " of other work than "
                        + folders.get(0) + ": another command, scenario, seed or version");
            } else {
                Path twice = found.put(shard.shard().number(), folders.get(i));
                if (twice != null) {
                    wrong.add("convoy: " + folders.get(i) + " and " + twice + " both hold shard " + shard.shard());
                }
            }
        }
        List<String> missing = IntStream.rangeClosed(1, first.shard().of())
                .filter(number -> !found.containsKey(number))
                .mapToObj(number -> number + "/" + first.shard().of())
                .toList();
        if (wrong.isEmpty() && !missing.isEmpty()) {
            boolean one = missing.size() == 1;
            wrong.add("convoy: " + (one ? "shard " : "shards ") + String.join(", ", missing)
                    + (one ? " is missing; run it" : " are missing; run them") + ", or name the folder");
        }
    }
}
