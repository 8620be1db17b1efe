import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the commit of the sources into a file: {@code java CommitOf.java ROOT FILE}. The build runs it, so that a result tells by which
 * program it was made. It writes what git says, what an archive of git says in its place, or that the commit is not known.
 */
final class CommitOf {

    /** Filled in by {@code git archive}, see .gitattributes. */
    private static final String ARCHIVED = "$Format:%H$";

    private static final int DIGITS = 12;

    private CommitOf() {}

    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[0]).toRealPath();
        Path file = Path.of(args[1]);
        String commit = commit(root);
        Files.createDirectories(file.getParent());
        if (!Files.exists(file) || !Files.readString(file).equals(commit)) {
            Files.writeString(file, commit);
        }
    }

    private static String commit(Path root) throws InterruptedException {
        if (!ARCHIVED.startsWith("$")) {
            return "commit " + ARCHIVED.substring(0, DIGITS) + "\n";
        }
        try {
            // A copy of the sources inside another repository is not of that repository's commit.
            if (!Path.of(git(root, "rev-parse", "--show-toplevel")).toRealPath().equals(root)) {
                return "commit unknown, built without git\n";
            }
            String head = git(root, "rev-parse", "HEAD").substring(0, DIGITS);
            boolean changed = !git(
                            root, "status", "--porcelain", "--", "pom.xml", "scenarios", "sim-core/pom.xml", "sim-core/src/main",
                            "sim-scenarios/pom.xml", "sim-scenarios/src/main")
                    .isEmpty();
            return "commit " + head + (changed ? " with changes" : "") + "\n";
        } catch (IOException | StringIndexOutOfBoundsException e) {
            return "commit unknown, built without git\n";
        }
    }

    private static String git(Path root, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        Process git = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectError(ProcessBuilder.Redirect.to(new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null")))
                .start();
        String said = new String(git.getInputStream().readAllBytes()).strip();
        if (git.waitFor() != 0) {
            throw new IOException("git failed");
        }
        return said;
    }
}
