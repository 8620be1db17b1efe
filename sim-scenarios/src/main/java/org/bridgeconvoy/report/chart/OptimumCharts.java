package org.bridgeconvoy.report.chart;

import java.awt.Color;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.report.chart.OptimumData.Candidate;
import org.bridgeconvoy.report.chart.OptimumData.Goal;
import org.bridgeconvoy.report.chart.OptimumData.Mean;
import org.bridgeconvoy.report.chart.OptimumData.Step;
import org.bridgeconvoy.study.SuchThat;
import org.bridgeconvoy.study.optimum.Decision;
import org.bridgeconvoy.words.Numbers;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Charts of an optimum: {@code frontier}, the candidates by two numbers, and {@code progress}, the best so far. */
public final class OptimumCharts {

    /** Names of the charts, as {@code convoy chart} takes them. */
    public static final List<String> NAMES = List.of("frontier", "progress");

    /** How candidates of a standing are drawn, in this order, so that the answer lies on top. */
    private enum Kind {
        OTHER("not the best", Style.GREY, "not_best beaten"),
        INFEASIBLE("misses a bound", Style.SKY, "infeasible"),
        UNDECIDED("bound undecided", Style.PURPLE, "undecided"),
        ALIKE("cannot be told apart", Style.ORANGE, "alike"),
        ANSWER("the answer", Style.VERMILION, "named frontier");

        private final String label;
        private final Color color;

        /** Names of standings, a blank between them. */
        private final String standings;

        Kind(String label, Color color, String standings) {
            this.label = label;
            this.color = color;
            this.standings = standings;
        }

        boolean holds(String standing) {
            return List.of(standings.split(" ", -1)).contains(standing);
        }

        String label(boolean isFrontier) {
            return !isFrontier
                    ? label
                    : this == ANSWER ? "on the frontier" : this == OTHER ? "beaten by one on the frontier" : label;
        }

        /** Bars of many combinations lie over each other; they are faint but for the answer's. */
        Color paint() {
            return this == ANSWER ? color : Style.faint(color, 150);
        }

        Shape shape(Style style) {
            return this == ANSWER ? style.square(0.75) : style.dot(0.55);
        }
    }

    /** An axis: its name, and its number of a candidate. */
    private record Axis(String label, boolean isGoal, int index, double factor) {

        Mean of(Candidate candidate) {
            Mean mean =
                    isGoal ? candidate.goals().get(index) : candidate.bounds().get(index);
            return new Mean(factor * mean.mean(), factor * mean.halfWidth());
        }
    }

    private static final double PERCENT = 100;

    /** The least height of the chart of progress, as a share of the last value; a curve that never rises is flat. */
    private static final double LEAST_HEIGHT = 0.02;

    /** Part of an axis that lies free beyond its outermost dots. */
    private static final double MARGIN = 0.04;

    private OptimumCharts() {}

    /** The charts that a decision has, by their names. */
    public static Map<String, ConvoyChart> of(Decision decision) {
        OptimumData data = OptimumData.of(decision);
        Map<String, ConvoyChart> charts = new LinkedHashMap<>();
        data.charts().forEach(name -> charts.put(name, named(name, data)));
        return charts;
    }

    /** A chart that {@link OptimumData#charts} names. */
    static ConvoyChart named(String name, OptimumData data) {
        return name.equals("frontier") ? frontier(data) : progress(data);
    }

    private static ConvoyChart frontier(OptimumData data) {
        Axis x = data.isFrontier() ? goal(data, 0) : bound(data);
        Axis y = goal(data, data.isFrontier() ? 1 : 0);
        long answers = data.candidates().stream().filter(Candidate::isAnswer).count();
        int further = data.bounds().size() - 1;
        return new ConvoyChart(
                data.name() + (data.isFrontier() ? ": the frontier of two goals" : ": the goal against the bound"),
                "each dot a combination that ran, mean over its replications; bars are 95% intervals"
                        + (data.isFrontier() || further == 0
                                ? ""
                                : "; of the bounds the first, " + Words.count(further, "more bound") + " not drawn"),
                data.isFrontier()
                        ? Words.count((int) answers, "combination") + " of "
                                + data.candidates().size() + (answers == 1 ? " is" : " are")
                                + " on the frontier: no other is better in one goal without"
                                + " being worse in the other."
                        : data.answer(),
                (style, ems) -> scatter(data, x, y, style));
    }

    private static Axis goal(OptimumData data, int index) {
        return new Axis(data.goals().get(index).label(), true, index, 1);
    }

    private static Axis bound(OptimumData data) {
        SuchThat bound = data.bounds().get(0);
        String label = bound.isShare()
                ? "replications with " + OptimumData.labelled(bound.metric(), "") + " " + bound.sign() + " "
                        + Words.withUnit(
                                Numbers.shortest(bound.bound()),
                                data.boundUnits().get(0)) + ", %"
                : OptimumData.labelled(bound.metric(), data.boundUnits().get(0));
        return new Axis(label, false, 0, bound.isShare() ? PERCENT : 1);
    }

    private static Plot scatter(OptimumData data, Axis x, Axis y, Style style) {
        NumberAxis domain = style.axis(new AmountAxis(), x.label());
        NumberAxis range = style.axis(new AmountAxis(), y.label());
        XYPlot plot = style.plot(domain, range);
        XYIntervalSeriesCollection dots = new XYIntervalSeriesCollection();
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setCapLength(0);
        renderer.setErrorStroke(style.line(0.09));
        List<LegendItem> items = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            XYIntervalSeries series = series(data, kind, x, y);
            if (series.getItemCount() > 0) {
                int k = dots.getSeriesCount();
                dots.addSeries(series);
                renderer.setSeriesPaint(k, kind.paint());
                renderer.setSeriesShape(k, kind.shape(style));
                items.add(style.mark(kind.label(data.isFrontier()), kind.paint(), kind.shape(style)));
            }
        }
        plot.setDataset(0, dots);
        plot.setRenderer(0, renderer);
        fit(domain, data, x);
        fit(range, data, y);
        if (data.isFrontier()) {
            line(plot, data, x, y, style);
        } else {
            SuchThat bound = data.bounds().get(0);
            double at = x.factor * (bound.isShare() ? bound.share() : bound.bound());
            plot.addDomainMarker(new ValueMarker(at, Style.INK, style.dashed(0.12, 1)));
            items.add(style.stroke("the bound", Style.INK, style.dashed(0.12, 1)));
            include(domain, at);
        }
        plot.setFixedLegendItems(Style.legend(items));
        return plot;
    }

    /** Fits an axis to the dots with their bars, and leaves a margin. */
    private static void fit(NumberAxis axis, OptimumData data, Axis of) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Candidate candidate : data.candidates()) {
            Mean mean = of.of(candidate);
            if (!Double.isNaN(mean.mean())) {
                low = Math.min(low, mean.mean() - mean.bar());
                high = Math.max(high, mean.mean() + mean.bar());
            }
        }
        if (low <= high) {
            double margin = high > low ? MARGIN * (high - low) : Math.max(1, LEAST_HEIGHT * Math.abs(low));
            axis.setRange(low - margin, high + margin);
        }
    }

    /** Widens an axis to a value that lies outside its numbers. */
    private static void include(NumberAxis axis, double value) {
        double low = axis.getRange().getLowerBound();
        double high = axis.getRange().getUpperBound();
        double margin = MARGIN * (Math.max(high, value) - Math.min(low, value));
        axis.setRange(Math.min(low, value - margin), Math.max(high, value + margin));
    }

    private static XYIntervalSeries series(OptimumData data, Kind kind, Axis x, Axis y) {
        XYIntervalSeries series = new XYIntervalSeries(kind.label(data.isFrontier()));
        for (Candidate candidate : data.candidates()) {
            Mean a = x.of(candidate);
            Mean b = y.of(candidate);
            if (kind.holds(candidate.standing()) && !Double.isNaN(a.mean()) && !Double.isNaN(b.mean())) {
                series.add(
                        a.mean(),
                        a.mean() - a.bar(),
                        a.mean() + a.bar(),
                        b.mean(),
                        b.mean() - b.bar(),
                        b.mean() + b.bar());
            }
        }
        return series;
    }

    private static void line(XYPlot plot, OptimumData data, Axis x, Axis y, Style style) {
        XYSeries line = new XYSeries(0);
        data.candidates().stream()
                .filter(Candidate::isAnswer)
                .sorted(Comparator.comparingDouble(candidate -> x.of(candidate).mean()))
                .forEach(candidate ->
                        line.add(x.of(candidate).mean(), y.of(candidate).mean()));
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setSeriesPaint(0, Style.VERMILION);
        renderer.setSeriesStroke(0, style.line(0.12));
        plot.setDataset(1, new XYSeriesCollection(line));
        plot.setRenderer(1, renderer);
    }

    private static ConvoyChart progress(OptimumData data) {
        Goal goal = data.goals().get(0);
        Step last = data.steps().get(data.steps().size() - 1);
        return new ConvoyChart(
                data.name() + ": the best so far",
                "mean of the best combination that was known to meet the bounds, by replications of all combinations"
                        + " together",
                "The best so far, " + OptimumData.labelled(goal.metric(), "") + ": "
                        + Words.withUnit(Words.number(last.mean()), goal.unit().equals("1/d") ? "" : goal.unit())
                        + " after " + Numbers.fixed(data.replications(), 0) + " replications.",
                (style, ems) -> steps(data, goal, style));
    }

    private static Plot steps(OptimumData data, Goal goal, Style style) {
        NumberAxis domain = style.fromZero("replications of all combinations", true);
        NumberAxis range = style.axis(new AmountAxis(), goal.label());
        range.setAutoRangeIncludesZero(false);
        double last = data.steps().get(data.steps().size() - 1).mean();
        range.setAutoRangeMinimumSize(Math.max(LEAST_HEIGHT, LEAST_HEIGHT * Math.abs(last)));
        XYPlot plot = style.plot(domain, range);
        XYSeries series = new XYSeries("best");
        data.steps().forEach(step -> series.add(step.replications(), step.mean()));
        XYStepRenderer renderer = new XYStepRenderer();
        renderer.setSeriesPaint(0, Style.VERMILION);
        renderer.setSeriesStroke(0, style.line(0.18));
        plot.setDataset(0, new XYSeriesCollection(series));
        plot.setRenderer(0, renderer);
        XYLineAndShapeRenderer dots = new XYLineAndShapeRenderer(false, true);
        dots.setSeriesPaint(0, Style.VERMILION);
        dots.setSeriesShape(0, style.dot(0.5));
        plot.setDataset(1, new XYSeriesCollection(series));
        plot.setRenderer(1, dots);
        plot.setFixedLegendItems(
                Style.legend(List.of(style.mark("a look at all that has run", Style.VERMILION, style.dot(0.5)))));
        return plot;
    }
}
