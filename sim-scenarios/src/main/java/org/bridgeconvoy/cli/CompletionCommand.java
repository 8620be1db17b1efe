package org.bridgeconvoy.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.bridgeconvoy.scenario.load.BuiltInScenarios;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code convoy completion}: prints a script with which a shell completes commands, options and the names of built-in scenarios. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = CompletionCommand.SUMMARY,
        footer = {
            "",
            "Examples:",
            "  source <(convoy completion bash)                  for this shell; in ~/.bashrc for every one",
            "  source <(convoy completion zsh)                   in ~/.zshrc, below compinit",
            "  convoy completion fish > ~/.config/fish/completions/convoy.fish"
        })
final class CompletionCommand implements Callable<Integer> {

    static final String SUMMARY = "Prints a script that lets bash, zsh or fish complete this command.";

    /** A shell whose script is known. */
    enum Shell {
        bash,
        zsh,
        fish
    }

    private final Console console;

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    @SuppressWarnings("NullAway.Init")
    private Shell shell;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        CommandSpec root = spec.root();
        List<String> scenarios = BuiltInScenarios.names();
        root.subcommands().values().forEach(each -> suggest(each.getCommandSpec(), scenarios));
        String script = shell == Shell.fish
                ? FishCompletion.script(root)
                : AutoComplete.bash(root.name(), root.commandLine()).replace("\r\n", "\n");
        console.out().print(script);
        return ExitStatus.DONE;
    }

    /** Lets a command's scenarios be completed with the built-in ones; a file is completed by the shell anyway. */
    private static void suggest(CommandSpec command, List<String> scenarios) {
        for (PositionalParamSpec each : List.copyOf(command.positionalParameters())) {
            if (each.paramLabel().contains("SCENARIO")) {
                command.remove(each);
                command.add(PositionalParamSpec.builder(each)
                        .completionCandidates(scenarios)
                        .build());
            }
        }
    }
}
