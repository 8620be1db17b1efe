package org.bridgeconvoy.experiment.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bridgeconvoy.experiment.input.Input;
import org.bridgeconvoy.experiment.input.InputSpace;
import org.bridgeconvoy.experiment.point.PointTask;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;

/**
 * Which worlds a sensitivity analysis runs. Immutable.
 *
 * <p>{@link #sobol} is the design for independent inputs (Saltelli et al. 2010): in each row a world A, a world B and, for each input i, the world AB_i,
 * which is A with input i from B. {@link #given} takes worlds as they are, for inputs that are correlated.
 *
 * <p>A point is one value for each input; NaN means that the input stays at its base. Point 0 is the base. A row is run with replications of its own,
 * the same for all of its worlds; worlds of a row that are equal are one point.
 */
public final class SensitivityDesign {
    /** Lower and upper probability at which a tornado sets an input. */
    private static final double[] ENDS = {0.05, 0.95};

    private static final double HALF = 0.5;

    private final InputSpace space;
    private final boolean independent;
    private final int replications;
    private final int baseReplications;
    private final long seed;
    private final List<double[]> points = new ArrayList<>();
    private final List<PointTask> tasks = new ArrayList<>();
    /** Of each input, the points of its tornado bar. */
    private final List<int[]> tornado = new ArrayList<>();
    /** Of each row, the points of its worlds. */
    private final int[][] worlds;

    private SensitivityDesign(
            InputSpace space, boolean independent, int rows, int replications, int baseReplications, long seed) {
        if (rows < 2) {
            throw new IllegalArgumentException("rows must be >= 2, got " + rows);
        }
        if (replications < 1 || baseReplications < 1) {
            throw new IllegalArgumentException(
                    "replications must be >= 1, got " + replications + " and " + baseReplications);
        }
        this.space = space;
        this.independent = independent;
        this.replications = replications;
        this.baseReplications = baseReplications;
        this.seed = seed;
        worlds = new int[rows][];
        double[] base = new double[space.size()];
        Arrays.fill(base, Double.NaN);
        add(base, 1, baseReplications);
    }

    /**
     * The design for independent inputs, on a Sobol sequence with a random linear scrambling and a random digital shift. An input takes two dimensions of the
     * sequence, one in A and one in B, in which the points lie evenly together. Which pair of dimensions an input takes is drawn from the seed, so that no
     * input always has one that fits badly with others.
     *
     * @param space the inputs, at most 500
     * @param rows rows of the design, at least 2; powers of 2 fill the space most evenly. A row has {@link #worldsPerRow} worlds
     * @param replications replications of each world, at least 1; with 1 the model must be free of chance
     * @param baseReplications replications of the base and of each end of a tornado bar, at least 1
     * @param seed equal seeds give equal designs; a design with more rows begins with those of one with fewer
     * @return the design
     * @throws IllegalArgumentException if a number is not as said
     */
    public static SensitivityDesign sobol(
            InputSpace space, int rows, int replications, int baseReplications, long seed) {
        int size = space.size();
        if (2 * size > ScrambledSobol.MOST_DIMENSIONS) {
            throw new IllegalArgumentException(
                    "at most " + ScrambledSobol.MOST_DIMENSIONS / 2 + " inputs are possible, got " + size);
        }
        RandomStream stream = Streams.of(seed, 1).stream("sensitivity.worlds");
        int[][] pairs = DimensionPairs.first(size);
        int[] order = shuffled(size, stream);
        int dimensions = Arrays.stream(pairs).flatMapToInt(Arrays::stream).max().orElseThrow() + 1;
        double[][] sequence = ScrambledSobol.points(rows, dimensions, stream);
        double[][] cube = new double[rows][2 * size];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < size; i++) {
                int[] pair = pairs[order[i]];
                cube[row][i] = sequence[row][pair[0]];
                cube[row][size + i] = sequence[row][pair[1]];
            }
        }
        return crossed(space, cube, replications, baseReplications, seed);
    }

    /**
     * The design on given places of the unit cube, for example pseudo-random ones.
     *
     * @param space the inputs
     * @param cube a row of the design each: the place of A, then the place of B, one coordinate an input each
     * @param replications replications of each world, at least 1
     * @param baseReplications replications of the base and of each end of a tornado bar, at least 1
     * @param seed seed of the bootstrap
     * @return the design
     * @throws IllegalArgumentException if a number is not as said
     */
    public static SensitivityDesign crossed(
            InputSpace space, double[][] cube, int replications, int baseReplications, long seed) {
        SensitivityDesign design =
                new SensitivityDesign(space, true, cube.length, replications, baseReplications, seed);
        design.addTornado();
        int size = space.size();
        for (int row = 0; row < cube.length; row++) {
            double[][] matrices = new double[size + 2][];
            matrices[0] = space.world(Arrays.copyOf(cube[row], size));
            matrices[1] = space.world(Arrays.copyOfRange(cube[row], size, 2 * size));
            for (int i = 0; i < size; i++) {
                matrices[i + 2] = matrices[0].clone();
                matrices[i + 2][i] = matrices[1][i];
            }
            design.addRow(row, matrices);
        }
        return design;
    }

    /**
     * Worlds as they are: a joint sample, all worlds equally likely, whose inputs may be correlated.
     *
     * @param space the inputs; their distributions are not used
     * @param sample one value for each input in each world; at least two worlds
     * @param replications replications of each world, at least 1
     * @param baseReplications replications of the base, at least 1
     * @param seed seed of the bootstrap
     * @return the design
     * @throws IllegalArgumentException if a number is not as said
     */
    public static SensitivityDesign given(
            InputSpace space, List<double[]> sample, int replications, int baseReplications, long seed) {
        SensitivityDesign design =
                new SensitivityDesign(space, false, sample.size(), replications, baseReplications, seed);
        for (int row = 0; row < sample.size(); row++) {
            if (sample.get(row).length != space.size()) {
                throw new IllegalArgumentException(
                        "world " + (row + 1) + " must have " + space.size() + " values, got " + sample.get(row).length);
            }
            design.addRow(row, new double[][] {sample.get(row).clone()});
        }
        return design;
    }

    /** The numbers from 0 in random order (Fisher and Yates). */
    private static int[] shuffled(int count, RandomStream stream) {
        int[] order = indices(count);
        for (int i = count - 1; i > 0; i--) {
            int j = stream.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }

    private int add(double[] values, int first, int last) {
        points.add(values);
        tasks.add(new PointTask(points.size() - 1, first, last));
        return points.size() - 1;
    }

    private void addTornado() {
        for (int i = 0; i < space.size(); i++) {
            double[] settings = settings(space.inputs().get(i));
            int[] ends = new int[settings.length];
            for (int e = 0; e < ends.length; e++) {
                double[] values = points.get(0).clone();
                values[i] = settings[e];
                ends[e] = add(values, 1, baseReplications);
            }
            tornado.add(ends);
        }
    }

    private static double[] settings(Input input) {
        if (input.kind() != Input.Kind.CHOICE) {
            return Arrays.stream(ENDS).map(input::at).toArray();
        }
        int alternatives = (int) input.distribution().upperBound() + 1;
        return Arrays.stream(indices(alternatives))
                .filter(i -> input.distribution().probabilityBelow(i + HALF)
                        > input.distribution().probabilityBelow(i - HALF))
                .asDoubleStream()
                .toArray();
    }

    private static int[] indices(int count) {
        int[] indices = new int[count];
        Arrays.setAll(indices, i -> i);
        return indices;
    }

    /** Adds the worlds of a row, each only once. */
    private void addRow(int row, double[][] matrices) {
        int first = row * replications + 1;
        worlds[row] = new int[matrices.length];
        int begin = points.size();
        for (int m = 0; m < matrices.length; m++) {
            int same = begin;
            while (same < points.size() && !Arrays.equals(points.get(same), matrices[m])) {
                same++;
            }
            worlds[row][m] = same < points.size() ? same : add(matrices[m], first, first + replications - 1);
        }
    }

    /**
     * The inputs.
     *
     * @return as given
     */
    public InputSpace space() {
        return space;
    }

    /**
     * Whether the inputs are independent, so that total indices and a tornado are possible.
     *
     * @return false for given worlds
     */
    public boolean independent() {
        return independent;
    }

    /**
     * The points: one value for each input, NaN for an input that stays at its base. The base comes first, then the ends of the tornado, then the worlds
     * row by row.
     *
     * @return copies
     */
    public List<double[]> points() {
        return points.stream().map(double[]::clone).toList();
    }

    /**
     * What must be run: one task for each point, in the order of {@link #points}.
     *
     * @return the tasks
     */
    public List<PointTask> tasks() {
        return List.copyOf(tasks);
    }

    /**
     * How many rows there are.
     *
     * @return at least 2
     */
    public int rows() {
        return worlds.length;
    }

    /**
     * How many worlds a row has: the number of inputs plus 2, or 1 for given worlds.
     *
     * @return at least 1
     */
    public int worldsPerRow() {
        return worlds[0].length;
    }

    /**
     * The point of a world.
     *
     * @param row from 0
     * @param world its number in the row: 0 is A, 1 is B, i + 2 is AB_i
     * @return number of the point
     */
    public int point(int row, int world) {
        return worlds[row][world];
    }

    /**
     * How often each world is replicated.
     *
     * @return at least 1
     */
    public int replications() {
        return replications;
    }

    /** The points of an input's tornado bar. */
    int[] tornado(int input) {
        return tornado.get(input);
    }

    /** The seed of the design. */
    long seed() {
        return seed;
    }

    @Override
    public String toString() {
        return "design of " + points.size() + " points, " + replications + " replications each, with seed " + seed;
    }
}
