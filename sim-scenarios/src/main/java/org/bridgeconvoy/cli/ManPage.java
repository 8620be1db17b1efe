package org.bridgeconvoy.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bridgeconvoy.study.Version;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of the command in the macros of man(7): every subcommand with its parameters, options and examples. */
final class ManPage {

    private final List<String> lines = new ArrayList<>();

    private ManPage() {}

    /**
     * Writes the page.
     *
     * @param root the command with its subcommands
     */
    static String of(CommandSpec root) {
        ManPage page = new ManPage();
        page.head(root);
        root.subcommands().values().forEach(each -> page.command(each.getCommandSpec()));
        page.end(root);
        return String.join("\n", page.lines) + "\n";
    }

    private void head(CommandSpec root) {
        lines.add(".TH " + root.name().toUpperCase(Locale.ROOT) + " 1 \"\" \"Bridge Convoy "
                + escaped(Version.current()) + "\" \"User Commands\"");
        section("NAME");
        lines.add(root.name() + " \\- simulates convoys of trucks over a single-lane bridge");
        section("SYNOPSIS");
        lines.add(".B " + root.name());
        lines.add("COMMAND [ARGUMENT ...]");
        section("DESCRIPTION");
        paragraph(root.usageMessage().description());
        section("COMMANDS");
    }

    private void command(CommandSpec spec) {
        lines.add(".SS " + spec.name());
        paragraph(spec.usageMessage().description());
        for (PositionalParamSpec each : spec.positionalParameters()) {
            entry("\\fI" + escaped(each.paramLabel()) + "\\fR", each);
        }
        for (OptionSpec each : spec.options()) {
            entry(names(each), each);
        }
        footer(spec.usageMessage().footer());
    }

    private void end(CommandSpec root) {
        section("NOTES");
        footer(root.usageMessage().footer());
    }

    private static String names(OptionSpec option) {
        String names = Arrays.stream(option.names())
                .map(name -> "\\fB" + escaped(name) + "\\fR")
                .collect(Collectors.joining(", "));
        return option.arity().max() == 0 ? names : names + " \\fI" + escaped(option.paramLabel()) + "\\fR";
    }

    private void entry(String term, ArgSpec argument) {
        lines.add(".TP");
        lines.add(term);
        paragraph(argument.description());
    }

    private void section(String title) {
        lines.add(".SH " + title);
    }

    private void paragraph(String[] text) {
        for (String line : text) {
            for (String part : line.split("%n|\n", -1)) {
                if (!part.isBlank()) {
                    lines.add(escaped(part.strip()));
                }
            }
        }
    }

    /** Examples and what follows them, line by line as the help shows them. */
    private void footer(String[] footer) {
        if (footer.length == 0) {
            return;
        }
        lines.add(".PP");
        lines.add(".nf");
        for (String line : footer) {
            lines.add(escaped(line));
        }
        lines.add(".fi");
    }

    /** Keeps a hyphen a hyphen, a backslash a backslash, and text that begins like a macro a text; undoes the escape of picocli's format. */
    private static String escaped(String text) {
        String safe = text.replace("%%", "%").replace("\\", "\\e").replace("-", "\\-");
        return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
    }
}
