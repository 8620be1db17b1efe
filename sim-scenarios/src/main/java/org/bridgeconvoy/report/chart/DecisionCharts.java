package org.bridgeconvoy.report.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.selection.Selected;
import org.bridgeconvoy.report.DecisionRow;
import org.bridgeconvoy.report.DecisionWords;
import org.bridgeconvoy.study.SuchThat;
import org.bridgeconvoy.study.optimum.Decision;
import org.bridgeconvoy.study.optimum.Wish;
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
public final class DecisionCharts {

    /** How candidates of a standing are drawn, in this order, so that the answer lies on top. */
    private enum Kind {
        OTHER("worse, or beaten", Style.GREY, "not_best beaten"),
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
    }

    /** An axis: its name, and its number of a candidate. */
    private record Axis(String label, boolean isGoal, int index) {

        Estimate of(DecisionRow row) {
            return isGoal ? row.goals().get(index) : row.bounds().get(index);
        }
    }

    /** The least height of the chart of progress, as a share of the last value; a curve that never rises is flat. */
    private static final double LEAST_HEIGHT = 0.02;

    private DecisionCharts() {}

    /** The charts that a decision has, by their names in files. */
    public static Map<String, ConvoyChart> of(Decision decision) {
        Map<String, ConvoyChart> charts = new LinkedHashMap<>();
        List<DecisionRow> rows = DecisionRow.of(decision).stream()
                .filter(row -> row.replications() > 0)
                .toList();
        boolean hasTwoAxes = decision.question().isFrontier()
                || !decision.question().suchThat().isEmpty();
        if (hasTwoAxes && rows.size() > 1) {
            charts.put("frontier", frontier(decision, rows));
        }
        if (!decision.question().isFrontier()
                && decision.oneGoal().steps().stream().anyMatch(step -> step.named() >= 0)) {
            charts.put("progress", progress(decision));
        }
        return charts;
    }

    private static Axis goal(Decision decision, int index) {
        Wish wish = decision.question().wishes().get(index);
        return new Axis(labelled(wish.metric(), decision.units().get(index)), true, index);
    }

    private static String labelled(String name, String unit) {
        return name + (unit.isEmpty() ? "" : unit.equals("1/d") ? " a day" : ", " + unit);
    }

    private static ConvoyChart frontier(Decision decision, List<DecisionRow> rows) {
        boolean twoGoals = decision.question().isFrontier();
        Axis x = twoGoals ? goal(decision, 0) : bound(decision);
        Axis y = goal(decision, twoGoals ? 1 : 0);
        long answers = rows.stream().filter(DecisionRow::isAnswer).count();
        String summary = twoGoals
                ? Words.count((int) answers, "combination") + " of " + rows.size() + " on the frontier."
                : new DecisionWords(decision).whatToDo().get(0);
        return new ConvoyChart(
                twoGoals ? "The frontier" : "The goal against the bound",
                "each dot a combination that ran, mean over its replications; bars are 95% intervals",
                summary,
                (style, ems) -> scatter(decision, rows, x, y, style));
    }

    private static Axis bound(Decision decision) {
        SuchThat bound = decision.question().suchThat().get(0);
        String label = bound.isShare()
                ? "share of replications with " + bound.metric() + " " + bound.sign() + " "
                        + Words.number(bound.bound())
                : labelled(
                        bound.metric(),
                        decision.units().get(decision.question().wishes().size()));
        return new Axis(label, false, 0);
    }

    private static Plot scatter(Decision decision, List<DecisionRow> rows, Axis x, Axis y, Style style) {
        NumberAxis domain = style.axis(new NumberAxis(), x.label());
        NumberAxis range = style.axis(new NumberAxis(), y.label());
        domain.setAutoRangeIncludesZero(false);
        range.setAutoRangeIncludesZero(false);
        XYPlot plot = style.plot(domain, range);
        XYIntervalSeriesCollection dots = new XYIntervalSeriesCollection();
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setCapLength(0);
        renderer.setErrorStroke(style.line(0.09));
        List<LegendItem> items = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            XYIntervalSeries series = series(rows, kind, x, y);
            if (series.getItemCount() > 0) {
                int k = dots.getSeriesCount();
                dots.addSeries(series);
                renderer.setSeriesPaint(k, kind.color);
                renderer.setSeriesShape(k, kind == Kind.ANSWER ? style.square(0.75) : style.dot(0.55));
                items.add(
                        style.mark(kind.label, kind.color, kind == Kind.ANSWER ? style.square(0.75) : style.dot(0.55)));
            }
        }
        plot.setDataset(0, dots);
        plot.setRenderer(0, renderer);
        if (decision.question().isFrontier()) {
            line(plot, rows, x, y, style);
        } else {
            SuchThat bound = decision.question().suchThat().get(0);
            double at = bound.isShare() ? bound.share() : bound.bound();
            plot.addDomainMarker(new ValueMarker(at, Style.INK, style.dashed(0.12, 1)));
            items.add(style.stroke("the bound", Style.INK, style.dashed(0.12, 1)));
            include(domain, at);
        }
        plot.setFixedLegendItems(Style.legend(items));
        return plot;
    }

    /** Widens an axis to a value that lies outside its numbers. */
    private static void include(NumberAxis axis, double value) {
        double low = Math.min(axis.getRange().getLowerBound(), value);
        double high = Math.max(axis.getRange().getUpperBound(), value);
        double margin = (high - low) * 0.03;
        axis.setRange(low - margin, high + margin);
    }

    private static XYIntervalSeries series(List<DecisionRow> rows, Kind kind, Axis x, Axis y) {
        XYIntervalSeries series = new XYIntervalSeries(kind.name());
        for (DecisionRow row : rows) {
            Estimate a = x.of(row);
            Estimate b = y.of(row);
            if (kind.holds(row.standing()) && a.n() > 0 && b.n() > 0) {
                double w = width(a);
                double h = width(b);
                series.add(a.mean(), a.mean() - w, a.mean() + w, b.mean(), b.mean() - h, b.mean() + h);
            }
        }
        return series;
    }

    private static double width(Estimate estimate) {
        return Double.isNaN(estimate.halfWidth95()) ? 0 : estimate.halfWidth95();
    }

    private static void line(XYPlot plot, List<DecisionRow> rows, Axis x, Axis y, Style style) {
        XYSeries line = new XYSeries("line");
        rows.stream()
                .filter(DecisionRow::isAnswer)
                .sorted(Comparator.comparingDouble(row -> x.of(row).mean()))
                .forEach(row -> line.add(x.of(row).mean(), y.of(row).mean()));
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setSeriesPaint(0, Style.VERMILION);
        renderer.setSeriesStroke(0, style.line(0.12));
        plot.setDataset(1, new XYSeriesCollection(line));
        plot.setRenderer(1, renderer);
    }

    private static ConvoyChart progress(Decision decision) {
        Selected selected = decision.oneGoal();
        String metric = decision.question().wishes().get(0).metric();
        Selected.Step last = selected.steps().get(selected.steps().size() - 1);
        return new ConvoyChart(
                "The best so far",
                "mean of the best combination that was known to meet the bounds, by replications of all combinations together",
                metric + " of the best so far ends at " + Words.number(last.mean()) + " after "
                        + Words.count((int) decision.replications(), "replication") + ".",
                (style, ems) -> steps(decision, metric, style));
    }

    private static Plot steps(Decision decision, String metric, Style style) {
        NumberAxis domain = style.fromZero("replications of all combinations", true);
        NumberAxis range =
                style.axis(new NumberAxis(), labelled(metric, decision.units().get(0)));
        range.setAutoRangeIncludesZero(false);
        double last = decision.oneGoal()
                .steps()
                .get(decision.oneGoal().steps().size() - 1)
                .mean();
        range.setAutoRangeMinimumSize(Math.max(LEAST_HEIGHT, LEAST_HEIGHT * Math.abs(last)));
        XYPlot plot = style.plot(domain, range);
        XYSeries series = new XYSeries("best");
        for (Selected.Step step : decision.oneGoal().steps()) {
            if (step.named() >= 0) {
                series.add(step.replications() + decision.searchReplications(), step.mean());
            }
        }
        XYStepRenderer renderer = new XYStepRenderer();
        renderer.setSeriesPaint(0, Style.VERMILION);
        renderer.setSeriesStroke(0, style.line(0.18));
        renderer.setDefaultShapesVisible(true);
        renderer.setSeriesShape(0, style.dot(0.5));
        plot.setDataset(new XYSeriesCollection(series));
        plot.setRenderer(renderer);
        plot.setFixedLegendItems(Style.legend(List.of()));
        return plot;
    }
}
