package org.bridgeconvoy.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bridgeconvoy.cli.Console;
import org.bridgeconvoy.cli.Convoy;
import org.bridgeconvoy.faults.Disk.Fault;
import org.bridgeconvoy.faults.Disk.Killed;
import org.bridgeconvoy.report.FileSums;

/**
 * Kills each writing command before, within and after each of its file operations, and fills the disk at each write, while the folder
 * holds the results of another seed. After each fault the folder must hold the old set or the new one, or be refused by whoever reads
 * it; and the next run must write the set that a run without a fault writes, and leave nothing else behind.
 *
 * <p>A main class for a JVM whose default file system is {@link FaultyFiles}. Prints a line of counts for each command; exit status 1 if
 * anything was wrong.
 */
final class KillCampaign {

    /** What a folder holds after a fault. */
    private enum Holds {
        OLD,
        NEW,
        REFUSED,
        MIXED
    }

    private final Path work;
    private final int most;
    private final PrintStream said;
    private int wrong;

    private KillCampaign(Path work, int most, PrintStream said) {
        this.work = work;
        this.most = most;
        this.said = said;
    }

    /**
     * Runs the campaign.
     *
     * @param args an empty folder to work in; how often each kind of fault strikes at most; perhaps the names of commands
     */
    public static void main(String... args) throws IOException {
        PrintStream said = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        KillCampaign campaign = new KillCampaign(Path.of(args[0]).toRealPath(), Integer.parseInt(args[1]), said);
        List<String> names = List.of(args).subList(2, args.length);
        for (KilledCommand command : KilledCommand.all(campaign.work.resolve("inputs"))) {
            if (names.isEmpty() || names.contains(command.name())) {
                campaign.run(command);
            }
        }
        System.exit(campaign.wrong == 0 ? 0 : 1);
    }

    private void run(KilledCommand command) throws IOException {
        Path out = work.resolve("out");
        Map<String, String> old = reference(command, 1, out);
        Path kept = work.resolve("old");
        copy(out, kept);
        Map<String, String> fresh = reference(command, 2, out);
        int operations = count(command, kept, out);
        int stride = Math.max(1, (operations + most - 1) / most);
        for (Fault fault : List.of(Fault.KILL_BEFORE, Fault.KILL_WITHIN, Fault.KILL_AFTER, Fault.FULL)) {
            Map<Holds, Integer> counts = new EnumMap<>(Holds.class);
            int struck = 0;
            for (int at = 1; at <= operations; at += stride) {
                copy(kept, out);
                FaultyFiles.disk().watch(FaultyFiles.real(out), fault, at);
                execute(command, 2, out);
                struck += FaultyFiles.disk().hasStruck() ? 1 : 0;
                FaultyFiles.disk().end();
                Holds holds = judge(command, out, old, fresh);
                counts.merge(holds, 1, Integer::sum);
                require(holds != Holds.MIXED, command, fault, at, "is taken as a result and is a mix");
                String err = execute(command, 2, out);
                require(
                        contents(out).equals(fresh),
                        command,
                        fault,
                        at,
                        "differs after the next run: " + differences(contents(out), fresh) + " " + err);
            }
            said.println(
                    command.name() + ": " + operations + " operations, " + struck + " times " + fault + ": " + counts);
        }
        remove(out);
        remove(kept);
    }

    private void require(boolean holds, KilledCommand command, Fault fault, int at, String what) {
        if (!holds) {
            wrong++;
            said.println("WRONG: " + command.name() + ", " + fault + " at operation " + at + ": the folder " + what);
        }
    }

    private static Map<String, String> reference(KilledCommand command, int seed, Path out) throws IOException {
        remove(out);
        String err = execute(command, seed, out);
        Map<String, String> contents = contents(out);
        if (contents.isEmpty() || !command.index().isEmpty() && !contents.containsKey(command.index())) {
            throw new IllegalStateException(command + " wrote no index: " + contents.keySet() + " " + err);
        }
        return contents;
    }

    private static int count(KilledCommand command, Path kept, Path out) throws IOException {
        copy(kept, out);
        FaultyFiles.disk().watch(FaultyFiles.real(out), Fault.NONE, 0);
        execute(command, 2, out);
        return FaultyFiles.disk().end();
    }

    /** Runs a command, which may be killed; returns what it printed as errors. */
    private static String execute(KilledCommand command, int seed, Path out) {
        List<String> args = command.arguments(seed, out);
        StringWriter err = new StringWriter();
        try {
            Convoy.execute(
                    new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), false),
                    args.toArray(String[]::new));
        } catch (Killed e) {
            return "killed";
        }
        return err.toString();
    }

    /** What a reader finds that follows the sums in the index, as every command that reads a set does. */
    private static Holds judge(KilledCommand command, Path out, Map<String, String> old, Map<String, String> fresh)
            throws IOException {
        if (command.index().isEmpty()) {
            return ofSingleFiles(contents(out), old, fresh);
        }
        FileSums sums = FileSums.of(out, command.index()).orElse(null);
        if (sums == null) {
            return Holds.REFUSED;
        }
        Map<String, String> found = contents(out);
        found.keySet().removeIf(name -> !old.containsKey(name) && !fresh.containsKey(name));
        for (String name : found.keySet()) {
            if (!name.equals(command.index())) {
                try {
                    sums.check(name);
                } catch (IOException e) {
                    return Holds.REFUSED;
                }
            }
        }
        return found.equals(fresh) ? Holds.NEW : found.equals(old) ? Holds.OLD : Holds.MIXED;
    }

    /** Files that are no set: each is the old one or the new one. */
    private static Holds ofSingleFiles(Map<String, String> found, Map<String, String> old, Map<String, String> fresh) {
        if (found.equals(fresh)) {
            return Holds.NEW;
        }
        boolean whole = found.entrySet().stream()
                .filter(file -> !Path.of(file.getKey()).getFileName().toString().startsWith("."))
                .allMatch(file -> file.getValue().equals(old.get(file.getKey()))
                        || file.getValue().equals(fresh.get(file.getKey())));
        return whole ? Holds.OLD : Holds.MIXED;
    }

    private static List<String> differences(Map<String, String> one, Map<String, String> other) {
        List<String> names = new ArrayList<>();
        Stream.concat(one.keySet().stream(), other.keySet().stream())
                .distinct()
                .filter(name -> !one.getOrDefault(name, "missing").equals(other.getOrDefault(name, "missing")))
                .forEach(names::add);
        return names;
    }

    /** Contents of all files by name; of temporary ones, which must go, the names alone: a lock may be a gigabyte long and empty. */
    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            for (Path file : files(folder)) {
                boolean isTemporary = file.getFileName().toString().startsWith(".");
                contents.put(
                        folder.relativize(file).toString(),
                        isTemporary ? "" : Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        remove(to);
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path)));
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
