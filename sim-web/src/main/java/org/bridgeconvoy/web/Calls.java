package org.bridgeconvoy.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.PairedDifference;

/**
 * Calls from JavaScript, each a letter with texts and numbers. Texts end in the character 0: name, content, then each {@code PATH=VALUE};
 * before them the seed where one is needed. What goes wrong comes out as {@code {"failure": …}}.
 */
final class Calls {

    private final StringBuilder input = new StringBuilder();
    private final List<Double> numbers = new ArrayList<>();
    private final OpenedText opened = new OpenedText();
    private String output = "";
    private double[] values = {};

    void text(char unit) {
        input.append(unit);
    }

    void number(double value) {
        numbers.add(value);
    }

    String output() {
        return output;
    }

    double[] values() {
        return values;
    }

    int call(char letter, int first, int last) {
        List<String> texts = texts();
        double[] given = numbers.stream().mapToDouble(Double::doubleValue).toArray();
        input.setLength(0);
        numbers.clear();
        values = new double[0];
        try {
            output = result(letter, texts, given, first, last);
        } catch (RuntimeException e) {
            output = new Json()
                    .begin()
                    .key("failure")
                    .text(e.getClass().getSimpleName() + ": " + e.getMessage())
                    .end()
                    .toString();
        }
        return output.length();
    }

    private String result(char letter, List<String> texts, double[] given, int first, int last) {
        return switch (letter) {
            case 'd' -> Description.of(opened.load(texts));
            case 'a' -> {
                Replicated replicated =
                        opened.replicate(Long.parseLong(texts.get(0)), texts.subList(1, texts.size()), first, last);
                values = replicated.values();
                yield replicated.json();
            }
            case 'h' ->
                new Json()
                        .begin()
                        .key("hash")
                        .text(ResultHash.of(
                                opened.config(texts.subList(1, texts.size())),
                                Long.parseLong(texts.get(0)),
                                first,
                                last))
                        .end()
                        .toString();
            case 'l' -> Limits.of(opened.config(texts.subList(1, texts.size())), Long.parseLong(texts.get(0)), last);
            case 'k' -> Description.keys(opened.keys(texts));
            case 'e' -> {
                Estimate e = Estimate.of(given);
                values = new double[] {e.n(), e.mean(), e.sd(), e.halfWidth95(), e.min(), e.max()};
                yield "{}";
            }
            case 'p' -> {
                int n = given.length / 2;
                PairedDifference d = PairedDifference.of(
                        "now", Arrays.copyOfRange(given, n, 2 * n), "base", Arrays.copyOf(given, n), 0.95);
                values = new double[] {d.estimate().n(), d.estimate().mean(), d.halfWidth()};
                yield new Json()
                        .begin()
                        .key("verdict")
                        .text(d.verdict().name())
                        .end()
                        .toString();
            }
            default -> throw new IllegalArgumentException("no call has the letter " + letter);
        };
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < input.length(); i++) {
            if (input.charAt(i) == 0) {
                texts.add(input.substring(from, i));
                from = i + 1;
            }
        }
        return texts;
    }
}
