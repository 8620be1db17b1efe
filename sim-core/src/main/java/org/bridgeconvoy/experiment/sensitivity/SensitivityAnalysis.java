package org.bridgeconvoy.experiment.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.Interval;
import org.bridgeconvoy.experiment.PairedDifference;
import org.bridgeconvoy.experiment.point.PointRunner;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.Streams;

/**
 * What the worlds of a design say about one output. Immutable.
 *
 * <pre>{@code
 * SensitivityDesign design = SensitivityDesign.sobol(space, 128, 2, 20, seed);
 * SensitivityAnalysis throughput = SensitivityAnalysis.of(design, runner).get(0);
 * ExpectedRange range = throughput.expected();
 * List<InputIndices> inputs = throughput.indices();
 * }</pre>
 *
 * <p>First-order indices: Saltelli, Annoni, Azzini, Campolongo, Ratto and Tarantola (2010), Computer Physics Communications 181, table 2 (b); total indices:
 * Jansen (1999), Computer Physics Communications 117. For given worlds, the first-order index is the variance of the conditional mean in classes of the
 * input. The chance that replications leave in the means is removed from all of them, see {@link RowStatistics}. Intervals: bootstrap over rows, {@value
 * #RESAMPLES} resamples.
 *
 * <p>A row in which a replication has no data (NaN) is left out of the worlds; {@link #rowsLeftOut} counts them.
 */
public final class SensitivityAnalysis {
    /** Up to this share of the variance between worlds an input is said not to matter. */
    public static final double NEGLIGIBLE = 0.01;

    private static final int RESAMPLES = 1000;
    private static final double CONFIDENCE = 0.95;

    private final SensitivityDesign design;
    /** By point and replication. */
    private final double[][] values;
    /** The rows that have data. */
    private final int[] rows;

    private final RowStatistics statistics;
    private final RowStatistics.Parts parts;
    private final int[][] counts;
    private final List<RowStatistics.Parts> resampled;
    private final double[] means;

    private SensitivityAnalysis(SensitivityDesign design, double[][] values) {
        this.design = design;
        this.values = values;
        rows = IntStream.range(0, design.rows()).filter(this::hasData).toArray();
        if (rows.length < 2) {
            throw new IllegalArgumentException("at least 2 rows of worlds need data, got " + rows.length);
        }
        double[][][] byRow = new double[rows.length][][];
        for (int j = 0; j < rows.length; j++) {
            byRow[j] = row(rows[j]);
        }
        statistics =
                new RowStatistics(byRow, design.independent() ? design.space().size() : 0);
        parts = statistics.parts();
        counts = Bootstrap.counts(rows.length, RESAMPLES, Streams.of(design.seed(), 1).stream("sensitivity.bootstrap"));
        resampled = Arrays.stream(counts).map(statistics::resampled).toList();
        means = Arrays.stream(byRow)
                .flatMap(Arrays::stream)
                .mapToDouble(Moments::mean)
                .toArray();
    }

    /**
     * Runs a design.
     *
     * @param design which worlds
     * @param runner runs the points of {@link SensitivityDesign#points}
     * @return one analysis for each output of the runner
     * @throws IllegalArgumentException if fewer than two rows have data
     * @throws org.bridgeconvoy.experiment.ReplicationException if a replication fails
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public static List<SensitivityAnalysis> of(SensitivityDesign design, PointRunner runner) {
        List<double[][]> results = runner.run(design.tasks());
        int outputs = results.get(0)[0].length;
        List<SensitivityAnalysis> analyses = new ArrayList<>();
        for (int o = 0; o < outputs; o++) {
            int output = o;
            analyses.add(of(design, results, row -> row[output]));
        }
        return analyses;
    }

    /**
     * The analysis of one number from results that are there.
     *
     * @param design which worlds
     * @param results what the runner gave for {@link SensitivityDesign#tasks}
     * @param output the number of interest of a replication's row; NaN for no data
     * @return the analysis
     * @throws IllegalArgumentException if fewer than two rows have data
     */
    public static SensitivityAnalysis of(
            SensitivityDesign design, List<double[][]> results, ToDoubleFunction<double[]> output) {
        double[][] values = results.stream()
                .map(point -> Arrays.stream(point).mapToDouble(output).toArray())
                .toArray(double[][]::new);
        return new SensitivityAnalysis(design, values);
    }

    private double[][] row(int row) {
        double[][] worlds = new double[design.worldsPerRow()][];
        Arrays.setAll(worlds, m -> values[design.point(row, m)]);
        return worlds;
    }

    private boolean hasData(int row) {
        return Arrays.stream(row(row)).flatMapToDouble(Arrays::stream).noneMatch(Double::isNaN);
    }

    /**
     * How many rows of worlds were left out because a replication had no data.
     *
     * @return 0 or more
     */
    public int rowsLeftOut() {
        return design.rows() - rows.length;
    }

    /**
     * The output at base.
     *
     * @return its mean with its 95% interval, which covers chance only
     */
    public Estimate base() {
        return Estimate.of(values[0]);
    }

    /**
     * The output at a point.
     *
     * @param point number of the point, from 0
     * @return its mean over the replications of the point; those without data are left out
     */
    public Estimate point(int point) {
        return Estimate.of(values[point]);
    }

    /**
     * The values of all replications of the worlds, row by row.
     *
     * @return a copy; rows without data are left out
     */
    public double[] replications() {
        return IntStream.of(rows)
                .mapToObj(this::row)
                .flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    /**
     * The mean of each world, row by row.
     *
     * @return a copy; rows without data are left out
     */
    public double[] worldMeans() {
        return means.clone();
    }

    /**
     * The mean of each world, drawn towards the mean of all as {@link ExpectedRange} says: about the worlds' expected values.
     *
     * @return one for each of {@link #worldMeans}
     */
    public double[] drawnMeans() {
        double centre = Moments.mean(means);
        double factor = shrinkage();
        return Arrays.stream(means).map(x -> centre + factor * (x - centre)).toArray();
    }

    /** √(1 − s²/(R·V)), with the variance V of the means of all worlds; 1 without chance, also where the worlds do not spread. */
    private double shrinkage() {
        if (parts.chance() == 0) {
            return 1;
        }
        double variance = Moments.covariance(means, means);
        double rest = 1 - parts.chance() / (design.replications() * variance);
        return variance > 0 && rest > 0 ? Math.sqrt(rest) : 0;
    }

    /**
     * What to expect of the expected value, given what is not known.
     *
     * @return the range
     */
    public ExpectedRange expected() {
        Distribution drawn = Distribution.empirical(drawnMeans());
        double[] rowMeans = perRow(Moments::mean);
        Estimate mean = Estimate.of(rowMeans);
        IntervalEstimate centre = new IntervalEstimate(
                mean.mean(), new Interval(mean.mean() - mean.halfWidth95(), mean.mean() + mean.halfWidth95()));
        return new ExpectedRange(centre, drawn.quantile(0.05), drawn.quantile(0.5), drawn.quantile(0.95), shrinkage());
    }

    /** A number of the means of each row. */
    private double[] perRow(ToDoubleFunction<double[]> number) {
        int width = design.worldsPerRow();
        double[] numbers = new double[rows.length];
        for (int j = 0; j < rows.length; j++) {
            numbers[j] = number.applyAsDouble(Arrays.copyOfRange(means, j * width, (j + 1) * width));
        }
        return numbers;
    }

    /**
     * How much of one replication's variance is chance, and how much is not known.
     *
     * @return the split with its intervals
     */
    public VarianceSplit split() {
        if (design.replications() == 1) {
            return new VarianceSplit(
                    IntervalEstimate.NONE,
                    estimate(RowStatistics.Parts::spread, DoubleUnaryOperator.identity()),
                    IntervalEstimate.NONE);
        }
        return new VarianceSplit(
                estimate(RowStatistics.Parts::chance, x -> Math.max(x, 0)),
                estimate(RowStatistics.Parts::spread, DoubleUnaryOperator.identity()),
                estimate(
                        p -> Math.max(p.spread(), 0) / (Math.max(p.spread(), 0) + p.chance()),
                        DoubleUnaryOperator.identity()));
    }

    private IntervalEstimate estimate(ToDoubleFunction<RowStatistics.Parts> value, DoubleUnaryOperator bound) {
        Interval interval =
                Bootstrap.interval(resampled.stream().mapToDouble(value).toArray(), rows.length);
        return new IntervalEstimate(
                value.applyAsDouble(parts),
                new Interval(bound.applyAsDouble(interval.low()), bound.applyAsDouble(interval.high())));
    }

    /**
     * The indices of each input, in the order of the space. All are NaN if the worlds' expected values do not spread.
     *
     * @return one for each input
     */
    public List<InputIndices> indices() {
        return IntStream.range(0, design.space().size())
                .mapToObj(i -> design.independent() ? independent(i) : correlated(i))
                .toList();
    }

    private InputIndices independent(int input) {
        IntervalEstimate first = estimate(p -> ratio(p.first()[input], p.spread()), x -> Math.min(Math.max(x, 0), 1));
        IntervalEstimate total = estimate(p -> ratio(p.total()[input], p.spread()), x -> Math.min(Math.max(x, 0), 1));
        // Differences rather than ratios: they hold their level also where the spread cannot be told from 0.
        double low = estimate(p -> p.total()[input] - NEGLIGIBLE * Math.max(p.spread(), 0), x -> x)
                .interval95()
                .low();
        return new InputIndices(input, first, Optional.of(total), low > 0);
    }

    private static double ratio(double part, double whole) {
        return whole > 0 ? part / whole : Double.NaN;
    }

    private InputIndices correlated(int input) {
        double[] x = IntStream.of(rows)
                .mapToDouble(row -> design.points().get(design.point(row, 0))[input])
                .toArray();
        int[] classes = ConditionalMeans.classes(x);
        int[] once = new int[rows.length];
        Arrays.fill(once, 1);
        double value = ConditionalMeans.variance(classes, means, once);
        double[] shares = new double[RESAMPLES];
        double[] excess = new double[RESAMPLES];
        for (int b = 0; b < RESAMPLES; b++) {
            double part = ConditionalMeans.variance(classes, means, counts[b]);
            double spread = resampled.get(b).spread();
            shares[b] = ratio(part, spread);
            excess[b] = part - NEGLIGIBLE * Math.max(spread, 0);
        }
        Interval interval = Bootstrap.interval(shares, rows.length);
        Interval share = new Interval(Math.max(interval.low(), 0), Math.min(Math.max(interval.high(), 0), 1));
        boolean matters = Bootstrap.interval(excess, rows.length).low() > 0;
        return new InputIndices(
                input, new IntervalEstimate(ratio(value, parts.spread()), share), Optional.empty(), matters);
    }

    /**
     * The mean of the output over one input: worlds in classes of equal or near values.
     *
     * @param input number of the input, from 0
     * @return the classes in the order of the input's values
     */
    public List<ConditionalMean> conditionalMeans(int input) {
        List<double[]> points = design.points();
        double[] x = IntStream.of(rows)
                .flatMap(row -> IntStream.range(0, design.worldsPerRow()).map(m -> design.point(row, m)))
                .mapToDouble(point -> points.get(point)[input])
                .toArray();
        return ConditionalMeans.of(x, means);
    }

    /**
     * Each input alone at its 5th and 95th percentile, a choice at each alternative.
     *
     * @return one for each input, in the order of the space; none for given worlds, whose inputs are correlated
     */
    public List<TornadoBar> tornado() {
        if (!design.independent()) {
            return List.of();
        }
        return IntStream.range(0, design.space().size()).mapToObj(this::bar).toList();
    }

    private TornadoBar bar(int input) {
        List<TornadoBar.End> ends = new ArrayList<>();
        for (int point : design.tornado(input)) {
            double value = design.points().get(point)[input];
            PairedDifference difference = PairedDifference.of(
                    design.space().inputs().get(input).name() + "=" + value,
                    values[point],
                    "base",
                    values[0],
                    CONFIDENCE);
            ends.add(new TornadoBar.End(value, Estimate.of(values[point]), difference));
        }
        return new TornadoBar(input, ends);
    }

    /**
     * The probability that one replication in a world drawn at random meets a bound.
     *
     * @param bound whether a value meets it
     * @return the share of replications with its interval
     */
    public IntervalEstimate chanceOfReplication(DoublePredicate bound) {
        return share(IntStream.of(rows)
                .mapToDouble(row -> Arrays.stream(row(row))
                        .flatMapToDouble(Arrays::stream)
                        .map(x -> bound.test(x) ? 1 : 0)
                        .average()
                        .orElseThrow())
                .toArray());
    }

    /**
     * The probability that the expected value of a world drawn at random meets a bound, from the drawn means.
     *
     * @param bound whether an expected value meets it
     * @return the share of worlds with its interval
     */
    public IntervalEstimate chanceOfExpected(DoublePredicate bound) {
        int width = design.worldsPerRow();
        double[] drawn = drawnMeans();
        double[] shares = new double[rows.length];
        for (int i = 0; i < drawn.length; i++) {
            shares[i / width] += bound.test(drawn[i]) ? 1.0 / width : 0;
        }
        return share(shares);
    }

    /** Wilson's interval (1927) at as many independent trials as have the spread of the rows' shares. */
    private static IntervalEstimate share(double[] perRow) {
        double p = Moments.mean(perRow);
        int n = perRow.length;
        double variance = Moments.covariance(perRow, perRow) / n;
        double trials = variance > 0 ? Math.max(p * (1 - p) / variance, n) : n;
        double z = Distribution.normal(0, 1).quantile(1 - (1 - CONFIDENCE) / 2);
        double square = z * z / trials;
        double centre = (p + square / 2) / (1 + square);
        double half = z / (1 + square) * Math.sqrt(p * (1 - p) / trials + square / (4 * trials));
        return new IntervalEstimate(p, new Interval(Math.max(centre - half, 0), Math.min(centre + half, 1)));
    }

    @Override
    public String toString() {
        return "analysis of " + rows.length + " rows of " + design;
    }
}
