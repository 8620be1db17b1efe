package org.bridgeconvoy.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.scenario.Scenario;

/**
 * Starts the command again in a JVM with the optimizing compiler where that pays. The launcher starts a JVM with the quick
 * compiler alone: the usual run is over before the other would gain what it costs. The results are the same.
 */
final class FullSpeed {

    /** From about here on the second start and the optimizing compiler cost less than they gain. */
    static final double PAYS_FROM_TRUCK_DAYS = 5e6;

    private static final String QUICK = "-XX:TieredStopAtLevel=1";
    private static final String RESTARTED = "convoy.restarted";

    private FullSpeed() {}

    /** The size of the work: trucks times days times replications, of all scenarios together. */
    static double truckDays(List<Scenario> scenarios, int replications) {
        double truckDays = 0;
        for (Scenario s : scenarios) {
            double trucks =
                    s.config().fleet().stream().mapToInt(c -> c.trucks()).sum();
            truckDays += trucks * (s.config().horizonNanos() / (double) Nanos.DAY) * replications;
        }
        return truckDays;
    }

    /** Whether this JVM has been started for a large work; what was said before is not to be said again. */
    static boolean isRestarted() {
        return Boolean.getBoolean(RESTARTED);
    }

    /**
     * Runs the same command in another JVM, if this one has the quick compiler alone and the work is large.
     *
     * @param truckDays the size of the work, infinite where it is not known
     * @param args the whole command line
     * @return the status of the other; empty if it is to be run here
     */
    static Optional<Integer> run(double truckDays, List<String> args) throws IOException {
        if (truckDays < PAYS_FROM_TRUCK_DAYS || isRestarted()) {
            return Optional.empty();
        }
        List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments();
        Optional<String> java = ProcessHandle.current().info().command();
        return options.contains(QUICK) && java.isPresent()
                ? Optional.of(statusOf(command(java.get(), options, args)))
                : Optional.empty();
    }

    /** The command line of the other JVM. */
    static List<String> command(String java, List<String> options, List<String> args) {
        List<String> command = new ArrayList<>();
        command.add(java);
        options.stream().filter(o -> !o.equals(QUICK)).forEach(command::add);
        command.add("-D" + RESTARTED + "=true");
        command.addAll(List.of("-cp", System.getProperty("java.class.path", "convoy.jar")));
        command.add(Main.class.getName());
        command.addAll(args);
        return command;
    }

    private static int statusOf(List<String> command) throws IOException {
        Process other = new ProcessBuilder(command).inheritIO().start();
        // Ctrl-C reaches both; a signal to this one alone is passed on, and this one stays until the other has cleaned
        // up.
        Thread passOn = new Thread(() -> {
            other.destroy();
            await(other);
        });
        Runtime.getRuntime().addShutdownHook(passOn);
        await(other);
        if (!Interrupts.isShuttingDown()) {
            Runtime.getRuntime().removeShutdownHook(passOn);
        }
        return other.exitValue();
    }

    private static void await(Process other) {
        try {
            other.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the command runs in another JVM", e);
        }
    }
}
