import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/**
 * Works out the mutation score of packages from what PIT reported. {@code .ci/mutation} calls it.
 *
 * <p>Arguments: the list of equivalent changes, the folder with a report per package, and {@code table} or {@code survivors PACKAGE}. Score: noticed
 * ÷ (all − listed). A change counts as noticed if a test failed, ran out of time or memory, or could not run. Ends with 1 and says why if a listed change was
 * noticed, is not there or is not told apart from another one, if a package lists more than a tenth, or if its score is below 75%.
 */
public final class MutationScore {
    private static final String ROOT = "org.bridgeconvoy.";
    private static final Set<String> NOTICED = Set.of("KILLED", "TIMED_OUT", "MEMORY_ERROR", "RUN_ERROR");
    private static final double LEAST = 0.75;
    private static final double LISTED_AT_MOST = 0.10;

    private final Map<Path, List<String>> sources = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    /** One changed instruction. */
    private record Change(String type, String method, String mutator, int line, String text, int index, boolean noticed, String does) {
        String place() {
            return type + "." + method;
        }
    }

    /** One line of the list of equivalent changes; {@code ordinal} is 0 where the line names none. */
    private record Listed(int line, String place, String mutator, int ordinal, String text) {
        boolean fits(Change change) {
            return place.equals(change.place()) && text.equals(change.text()) && (mutator.equals("*") || mutator.equals(change.mutator()));
        }
    }

    private record Score(int all, int noticed, int listed) {
        Score plus(Score other) {
            return new Score(all + other.all, noticed + other.noticed, listed + other.listed);
        }

        double share() {
            return (double) noticed / (all - listed);
        }
    }

    public static void main(String[] args) throws Exception {
        MutationScore score = new MutationScore();
        List<Listed> listed = score.listed(Path.of(args[0]));
        Path reports = Path.of(args[1]);
        if (args[2].equals("survivors")) {
            List<Change> changes = score.changes(reports, args[3]);
            Set<Change> equivalent = score.equivalent(changes, here(listed, args[3]));
            for (Change change : changes) {
                if (!change.noticed() && !equivalent.contains(change)) {
                    score.out.printf("%s:%d | %s | %s | %s%n", change.place(), change.line(), change.mutator(), change.text(), change.does());
                }
            }
        } else {
            score.table(reports, listed);
        }
        score.faults.forEach(score.out::println);
        System.exit(score.faults.isEmpty() ? 0 : 1);
    }

    private void table(Path reports, List<Listed> listed) throws Exception {
        Map<String, Score> scores = new TreeMap<>();
        Map<String, Score> sums = new TreeMap<>();
        try (var folders = Files.list(reports)) {
            for (String name : folders.map(f -> f.getFileName().toString()).sorted().toList()) {
                if (!name.equals(packageOf(name)) || !Files.exists(reports.resolve(name).resolve("mutations.xml"))) {
                    continue;
                }
                List<Change> changes = changes(reports, name);
                if (changes.isEmpty()) {
                    continue;
                }
                List<Listed> here = here(listed, name);
                int noticed = (int) changes.stream().filter(Change::noticed).count();
                Score score = new Score(changes.size(), noticed, equivalent(changes, here).size());
                scores.put(name, score);
                sums.merge(group(name), score, Score::plus);
                if (score.listed() > LISTED_AT_MOST * score.all()) {
                    faults.add("%s: %d of %d changes are listed as equivalent, at most a tenth may be".formatted(name, score.listed(), score.all()));
                }
                if (score.share() < LEAST) {
                    faults.add("%s: %.1f%% noticed, at least 75%% should be".formatted(name, 100 * score.share()));
                }
            }
        }
        out.println("| package | changes | noticed | listed | score |");
        out.println("| --- | ---: | ---: | ---: | ---: |");
        scores.forEach((name, score) -> out.println(row("`" + name + "`", score)));
        sums.forEach((name, score) -> out.println(row("**" + name + "**", score)));
    }

    private static String group(String name) {
        String first = name.replaceAll("\\..*", "");
        return first.equals("scenario") || first.equals("study") ? first : "sim-core";
    }

    private static String row(String name, Score s) {
        return "| %s | %,d | %,d | %,d | %.1f%% |".formatted(name, s.all(), s.noticed(), s.listed(), 100 * s.share());
    }

    /** Package of a place such as {@code observe.Sample.record}: the parts before the first that begins with a capital letter. */
    private static String packageOf(String place) {
        return place.replaceAll("\\.([A-Z]|new$).*", "");
    }

    private static List<Listed> here(List<Listed> listed, String name) {
        return listed.stream().filter(l -> packageOf(l.place()).equals(name)).toList();
    }

    private List<Listed> listed(Path file) throws IOException {
        List<Listed> listed = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank() || lines.get(i).startsWith("#")) {
                continue;
            }
            // The line of the source may have a bar, too.
            String[] ends = lines.get(i).split(" \\| ", 3);
            int bar = ends[ends.length - 1].lastIndexOf(" | ");
            String[] parts = ends.length < 3 || bar < 0
                    ? new String[0]
                    : new String[] {ends[0], ends[1], ends[2].substring(0, bar), ends[2].substring(bar + 3)};
            if (parts.length != 4 || Arrays.stream(parts).anyMatch(String::isBlank)) {
                faults.add("%s:%d: expected class.method | mutator | line | reason".formatted(file, i + 1));
                continue;
            }
            String[] mutator = parts[1].strip().split("#");
            int ordinal = mutator.length == 2 ? Integer.parseInt(mutator[1]) : 0;
            listed.add(new Listed(i + 1, parts[0].strip(), mutator[0], ordinal, parts[2].strip()));
        }
        return listed;
    }

    /** The changes that the list takes out; a line of the list that does not name exactly what it should is a fault. */
    private Set<Change> equivalent(List<Change> changes, List<Listed> listed) {
        Set<Change> found = new HashSet<>();
        for (Listed one : listed) {
            List<Change> fitting = changes.stream().filter(one::fits).toList();
            String at = "line %d of the list (%s, %s, %s)".formatted(one.line(), one.place(), one.mutator(), one.text());
            if (one.mutator().equals("*")) {
                fitting = fitting.stream().filter(c -> !c.noticed()).toList();
            } else if (one.ordinal() > 0) {
                fitting = one.ordinal() <= fitting.size() ? List.of(fitting.get(one.ordinal() - 1)) : List.of();
            } else if (fitting.size() > 1) {
                faults.add(at + ": fits " + fitting.size() + " changes, say which by #1, #2, ...");
                continue;
            }
            if (fitting.isEmpty()) {
                faults.add(at + ": there is no such change");
            } else if (fitting.get(0).noticed()) {
                faults.add(at + ": a test notices it");
            } else if (!found.addAll(fitting)) {
                faults.add(at + ": is listed twice");
            }
        }
        return found;
    }

    /** What was measured of a package; classes that were measured alone later replace what was known of them. */
    private List<Change> changes(Path reports, String name) throws Exception {
        List<Change> changes = changes(reports.resolve(name));
        try (var folders = Files.list(reports)) {
            for (Path folder : folders.sorted().toList()) {
                String type = folder.getFileName().toString();
                if (packageOf(type).equals(name) && !type.equals(name) && !type.endsWith(".new") && Files.isDirectory(folder)) {
                    changes.removeIf(c -> c.type().equals(type) || c.type().startsWith(type + "$"));
                    changes.addAll(changes(folder));
                }
            }
        }
        changes.sort(Comparator.comparing(Change::type).thenComparing(Change::line).thenComparing(Change::method).thenComparing(Change::index));
        return changes;
    }

    private List<Change> changes(Path folder) throws Exception {
        var nodes = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("mutations.xml").toFile())
                .getElementsByTagName("mutation");
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            Element e = (Element) nodes.item(i);
            // What no virtual machine would load is no program.
            if (!e.getAttribute("status").equals("NON_VIABLE")) {
                changes.add(change(folder.resolve("sources"), e));
            }
        }
        return changes;
    }

    private Change change(Path sources, Element e) throws IOException {
        String type = of(e, "mutatedClass");
        int line = Integer.parseInt(of(e, "lineNumber"));
        String mutator = of(e, "mutator").replaceAll(".*\\.", "").replaceAll("Mutator(_\\w+)?$", "$1");
        return new Change(
                type.substring(ROOT.length()), of(e, "mutatedMethod"), mutator, line, text(sources.resolve(of(e, "sourceFile")), line),
                Integer.parseInt(of(e, "index")), NOTICED.contains(e.getAttribute("status")), of(e, "description"));
    }

    private String text(Path source, int line) throws IOException {
        if (!sources.containsKey(source)) {
            sources.put(source, Files.readAllLines(source));
        }
        List<String> lines = Objects.requireNonNull(sources.get(source));
        return line <= lines.size() ? lines.get(line - 1).strip() : "";
    }

    private static String of(Element e, String name) {
        return e.getElementsByTagName(name).item(0).getTextContent();
    }
}
