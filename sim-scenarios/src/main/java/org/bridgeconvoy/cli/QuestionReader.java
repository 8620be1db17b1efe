package org.bridgeconvoy.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.bridgeconvoy.experiment.selection.Margin;
import org.bridgeconvoy.study.SuchThat;
import org.bridgeconvoy.study.Vary;
import org.bridgeconvoy.study.optimum.Question;
import org.bridgeconvoy.study.optimum.Wish;
import org.jspecify.annotations.Nullable;

/** Reads the question of {@code optimise} from its options; collects all that is wrong with it. */
final class QuestionReader {

    private static final double PERCENT = 100;
    private static final Margin USUAL = Margin.ofShare(0.01);
    private static final double USUAL_POINTS = 0.02;

    private final List<String> wrong = new ArrayList<>();
    private final List<Wish> wishes = new ArrayList<>();
    private List<Vary> varied = List.of();
    private List<SuchThat> bounds = List.of();
    private Margin indifference = USUAL;
    private Margin tolerance = USUAL;
    private double points = USUAL_POINTS;

    QuestionReader goals(List<String> least, List<String> most) {
        least.forEach(metric -> wishes.add(new Wish(metric, false)));
        most.forEach(metric -> wishes.add(new Wish(metric, true)));
        require(!wishes.isEmpty(), "optimise needs a goal: --least METRIC or --most METRIC");
        require(wishes.size() <= 2, "optimise takes one goal, or two for a frontier, got " + wishes.size());
        require(
                wishes.stream().map(Wish::metric).distinct().count() == wishes.size(),
                "two goals of one metric contradict each other: "
                        + (wishes.isEmpty() ? "" : wishes.get(0).metric()));
        return this;
    }

    QuestionReader varied(List<String> texts) {
        varied = each(texts, QuestionReader::vary, "--vary ");
        Set<String> paths = new LinkedHashSet<>();
        for (Vary vary : varied) {
            require(paths.add(vary.path()), "--vary gives " + vary.path() + " twice");
            Set<String> values = new LinkedHashSet<>();
            vary.values().stream()
                    .filter(value -> !values.add(value))
                    .distinct()
                    .forEach(value -> wrong.add("convoy: --vary " + vary.path() + " gives " + value + " twice"));
        }
        double combinations =
                varied.stream().mapToDouble(v -> v.values().size()).reduce(1, (a, b) -> a * b);
        require(
                combinations <= Integer.MAX_VALUE,
                "these are more than " + Integer.MAX_VALUE + " combinations: give fewer values or larger steps");
        return this;
    }

    /** Reads one {@code --vary}; what is wrong begins with its path. */
    private static Vary vary(String text) {
        try {
            return Vary.parse(text);
        } catch (IllegalArgumentException e) {
            int equals = text.indexOf('=');
            throw equals < 1
                    ? e
                    : new IllegalArgumentException(text.substring(0, equals).strip() + " " + e.getMessage(), e);
        }
    }

    QuestionReader suchThat(List<String> texts) {
        bounds = each(texts, SuchThat::parse, "--such-that ");
        return this;
    }

    QuestionReader margins(String indifferent, @Nullable String tolerated) {
        indifference = margin("--indifference", indifferent, USUAL);
        if (tolerated != null) {
            tolerance = margin("--tolerance", tolerated, USUAL);
            points = tolerance.isRelative() ? tolerance.size() : USUAL_POINTS;
        }
        return this;
    }

    private Margin margin(String option, String text, Margin otherwise) {
        boolean share = text.strip().endsWith("%");
        String number = share ? text.strip().substring(0, text.strip().length() - 1) : text.strip();
        try {
            double size = Double.parseDouble(number);
            return share ? Margin.ofShare(size / PERCENT) : Margin.ofAmount(size);
        } catch (IllegalArgumentException e) {
            wrong.add("convoy: " + option + " must be a number from 0, or a share such as 1%, got '" + text + "'");
            return otherwise;
        }
    }

    private <T> List<T> each(List<String> texts, Function<String, T> read, String option) {
        List<T> all = new ArrayList<>();
        for (String text : texts) {
            try {
                all.add(read.apply(text));
            } catch (IllegalArgumentException e) {
                wrong.add("convoy: " + option + e.getMessage());
            }
        }
        return all;
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            wrong.add("convoy: " + otherwise);
        }
    }

    /**
     * The question.
     *
     * @throws UsageException with all that is wrong
     */
    Question read(long budget, boolean inWorlds) {
        require(budget >= 1, "--budget must be >= 1, got " + budget);
        SuchThat.contradictions(bounds).forEach(c -> wrong.add("convoy: --such-that: " + c));
        if (!wrong.isEmpty()) {
            throw new UsageException(wrong);
        }
        return new Question(varied, wishes, bounds, indifference, tolerance, points, budget, inWorlds);
    }
}
