package org.bridgeconvoy.experiment.selection;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bridgeconvoy.random.RandomStream;

/** A pattern search from several starts; see {@link GridSearch}. */
final class PatternSearch {

    private static final int STARTS_IN_VAIN = 3;
    private static final int MOST_POINTS = 1_000;
    private static final int LEAST_START = 20;
    private static final int START_PER_DIMENSION = 8;
    /** So many of the best points of a start are moved from at once. */
    private static final int CENTRES = 3;

    private final Grid grid;
    private final int[] sizes;
    private final Visits visits;
    private final RandomStream random;
    private final long budget;

    PatternSearch(Grid grid, Visits visits, RandomStream random, long budget) {
        this.grid = grid;
        this.sizes = grid.sizes();
        this.visits = visits;
        this.random = random;
        this.budget = budget;
    }

    void run() {
        int inVain = 0;
        int best = -1;
        while (inVain < STARTS_IN_VAIN && isGoingOn()) {
            int found = descend(start());
            boolean isBetter = best < 0 || visits.score(found).isBetter(visits.score(best));
            best = isBetter ? found : best;
            inVain = isBetter ? 0 : inVain + 1;
        }
    }

    private boolean isGoingOn() {
        return visits.count() < Math.min(MOST_POINTS, grid.points()) && visits.replications() < budget;
    }

    /** Points spread over the grid, visited: in each dimension one in each of equal parts (a Latin hypercube). */
    private List<Integer> start() {
        int n = Math.max(LEAST_START, START_PER_DIMENSION * sizes.length);
        int[][] at = new int[n][sizes.length];
        for (int d = 0; d < sizes.length; d++) {
            int[] order = permutation(n);
            for (int i = 0; i < n; i++) {
                at[i][d] = Math.min(sizes[d] - 1, (int) ((order[i] + random.nextDouble()) / n * sizes[d]));
            }
        }
        Set<Integer> points = new LinkedHashSet<>();
        for (int[] each : at) {
            points.add(grid.point(each));
        }
        visits.add(points);
        return List.copyOf(points);
    }

    private int[] permutation(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** Moves from the best of some points until no step is better; the best point in the end. */
    private int descend(List<Integer> from) {
        List<Integer> centres = best(from);
        double share = 0.25;
        while (isGoingOn()) {
            Set<Integer> around = new LinkedHashSet<>();
            for (int centre : centres) {
                addNeighbours(centre, steps(share), around);
            }
            visits.add(around);
            int before = centres.get(0);
            Set<Integer> all = new LinkedHashSet<>(centres);
            all.addAll(around);
            centres = best(List.copyOf(all));
            if (centres.get(0) == before) {
                if (isSmallest(steps(share))) {
                    break;
                }
                share /= 2;
            }
        }
        return centres.get(0);
    }

    private List<Integer> best(List<Integer> points) {
        return points.stream()
                .sorted(Comparator.comparing(visits::score, Visits.Score.BEST_FIRST)
                        .thenComparing(Comparator.naturalOrder()))
                .limit(CENTRES)
                .toList();
    }

    private int[] steps(double share) {
        int[] steps = new int[sizes.length];
        for (int d = 0; d < steps.length; d++) {
            steps[d] = Math.max(1, (int) (share * sizes[d]));
        }
        return steps;
    }

    private static boolean isSmallest(int[] steps) {
        for (int step : steps) {
            if (step > 1) {
                return false;
            }
        }
        return true;
    }

    private void addNeighbours(int centre, int[] steps, Set<Integer> around) {
        for (int d = 0; d < sizes.length; d++) {
            add(centre, d, steps[d], d, 0, around);
            add(centre, d, -steps[d], d, 0, around);
            for (int e = 0; e < sizes.length; e++) {
                if (e != d) {
                    add(centre, d, steps[d], e, -steps[e], around);
                }
            }
        }
    }

    private void add(int centre, int d, int step, int e, int other, Set<Integer> around) {
        int[] at = grid.at(centre);
        at[d] += step;
        at[e] += other;
        int point = grid.point(at);
        if (point >= 0) {
            around.add(point);
        }
    }
}
