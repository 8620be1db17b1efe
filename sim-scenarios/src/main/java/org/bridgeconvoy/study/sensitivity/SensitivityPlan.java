package org.bridgeconvoy.study.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bridgeconvoy.experiment.input.Input;
import org.bridgeconvoy.experiment.input.InputSpace;
import org.bridgeconvoy.experiment.sensitivity.SensitivityDesign;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.scenario.UncertainInputs;

/** The worlds of a scenario's uncertain inputs: the design, and what each of its points sets. */
public final class SensitivityPlan {

    /** Rows of the design unless said otherwise. */
    public static final int ROWS = 128;

    /** Replications of a world unless said otherwise. */
    public static final int REPLICATIONS = 2;

    /** Most worlds of a joint sample unless said otherwise. */
    private static final int JOINT_WORLDS = 1000;

    private final SensitivityDesign design;
    private final List<List<String>> sets;

    private SensitivityPlan(SensitivityDesign design, List<List<String>> sets) {
        this.design = design;
        this.sets = sets;
    }

    /**
     * Plans the worlds.
     *
     * @param uncertain the inputs, at least one
     * @param worlds most worlds that are wanted; 0 for the default
     * @param replications replications of a world
     * @param baseReplications replications of the base and of each end of the tornado
     * @throws IllegalArgumentException with a message for people if so few worlds are no design
     */
    public static SensitivityPlan of(
            UncertainInputs uncertain, int worlds, int replications, int baseReplications, long seed) {
        return uncertain.isJoint()
                ? joint(uncertain, worlds, replications, baseReplications, seed)
                : independent(uncertain, worlds, replications, baseReplications, seed);
    }

    private static SensitivityPlan independent(
            UncertainInputs uncertain, int worlds, int replications, int baseReplications, long seed) {
        InputSpace space = uncertain.space();
        int perRow = space.size() + 2;
        int rows = worlds == 0 ? ROWS : worlds / perRow;
        if (rows < 2) {
            throw new IllegalArgumentException("--worlds must be at least " + 2 * perRow + " with " + space.size()
                    + " uncertain inputs, got " + worlds);
        }
        SensitivityDesign design = SensitivityDesign.sobol(space, rows, replications, baseReplications, seed);
        List<List<String>> sets = design.points().stream()
                .map(point -> {
                    List<String> set = new ArrayList<>();
                    for (int i = 0; i < point.length; i++) {
                        if (!Double.isNaN(point[i])) {
                            set.addAll(uncertain.inputs().get(i).sets(point[i]));
                        }
                    }
                    return List.copyOf(set);
                })
                .toList();
        return new SensitivityPlan(design, sets);
    }

    private static SensitivityPlan joint(
            UncertainInputs uncertain, int worlds, int replications, int baseReplications, long seed) {
        int wanted = worlds == 0 ? JOINT_WORLDS : worlds;
        if (wanted < 2 || uncertain.rows().size() < 2) {
            throw new IllegalArgumentException("at least two worlds are needed, got "
                    + Math.min(wanted, uncertain.rows().size()));
        }
        int[] chosen = chosen(uncertain.rows().size(), wanted, Streams.of(seed, 1).stream("sensitivity.rows"));
        List<double[]> sample = new ArrayList<>();
        List<List<String>> sets = new ArrayList<>(List.of(List.of()));
        List<Map<String, Double>> codes = new ArrayList<>();
        uncertain.paths().forEach(path -> codes.add(new HashMap<>()));
        for (int row : chosen) {
            double[] values = new double[uncertain.paths().size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = number(uncertain.rows().get(row).get(i), codes.get(i));
            }
            sample.add(values);
            sets.add(uncertain.world(row));
        }
        InputSpace space = new InputSpace(uncertain.paths().stream()
                .map(path -> Input.of(path, Distribution.constant(0)))
                .toList());
        SensitivityDesign design = SensitivityDesign.given(space, sample, replications, baseReplications, seed);
        return new SensitivityPlan(design, List.copyOf(sets));
    }

    /** A number at the beginning of a value; of other texts the order in which they came first. */
    private static double number(String text, Map<String, Double> codes) {
        String[] words = text.strip().split("\\s+", 2);
        try {
            return Double.parseDouble(words[0]);
        } catch (NumberFormatException e) {
            return codes.computeIfAbsent(text, t -> (double) codes.size());
        }
    }

    /** So many of the rows, in their order: all, or some drawn at random without replacement. */
    private static int[] chosen(int rows, int wanted, RandomStream stream) {
        int[] order = IntStream.range(0, rows).toArray();
        for (int i = 0; i < Math.min(wanted, rows); i++) {
            int j = i + stream.nextInt(rows - i);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        int[] chosen = Arrays.copyOf(order, Math.min(wanted, rows));
        Arrays.sort(chosen);
        return chosen;
    }

    /** The design. */
    public SensitivityDesign design() {
        return design;
    }

    /** What each point sets, as {@code --set} takes it, in the order of the points. */
    public List<List<String>> sets() {
        return sets;
    }

    /** Number of replications of all points. */
    public long replications() {
        return design.tasks().stream().mapToLong(task -> task.replications()).sum();
    }
}
