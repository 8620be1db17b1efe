package org.bridgeconvoy.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The completion script of a command for the shell fish, which picocli does not write. */
final class FishCompletion {

    private final List<String> lines = new ArrayList<>();
    private final String program;

    private FishCompletion(String program) {
        this.program = program;
    }

    /**
     * Writes the script: a line for each subcommand, option and set of values, with the first sentence of its help.
     *
     * @param root the command with its subcommands
     */
    static String script(CommandSpec root) {
        FishCompletion fish = new FishCompletion(root.name());
        fish.lines.add("# Completion of " + root.name() + " for fish.");
        fish.options(root, "__fish_use_subcommand");
        root.subcommands().forEach((word, command) -> fish.subcommand(word, command));
        return String.join("\n", fish.lines) + "\n";
    }

    private void subcommand(String word, CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        add(
                "__fish_use_subcommand",
                "-f -a " + quoted(word),
                spec.usageMessage().description());
        String condition = "__fish_seen_subcommand_from " + word;
        options(spec, condition);
        spec.positionalParameters().forEach(each -> values(condition, each));
    }

    private void options(CommandSpec spec, String condition) {
        for (OptionSpec option : spec.options()) {
            StringBuilder text = new StringBuilder();
            for (String name : option.names()) {
                text.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
            }
            if (option.arity().max() > 0) {
                text.append(" -r").append(candidates(option));
            }
            add(condition, text.substring(1), option.description());
        }
    }

    private void values(String condition, ArgSpec parameter) {
        String values = candidates(parameter);
        if (!values.isEmpty()) {
            lines.add("complete -c " + program + " -n " + quoted(condition) + values);
        }
    }

    private static String candidates(ArgSpec argument) {
        if (argument.completionCandidates() == null) {
            return "";
        }
        return " -a " + quoted(String.join(" ", argument.completionCandidates()));
    }

    private void add(String condition, String what, String[] description) {
        String text = String.join(" ", description).replace("%n", " ").replace("%%", "%");
        lines.add("complete -c " + program + " -n " + quoted(condition) + " " + what + " -d "
                + quoted(firstSentence(text)));
    }

    /** Fish shows one line beside each word. */
    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
