package org.bridgeconvoy.study.sensitivity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.bridgeconvoy.experiment.sensitivity.SensitivityDesign;
import org.bridgeconvoy.scenario.UncertainInput;
import org.bridgeconvoy.scenario.UncertainInputs;

/**
 * What is not known of a scenario, and what that does.
 *
 * @param scenarioText the scenario with defaults filled in
 * @param baseReplications replications of the base and of each end of the tornado
 * @param metrics in the order asked for
 * @param bounds in the order asked for
 * @param warnings what a reader must know before trusting the numbers
 */
public record SensitivityResult(
        String name,
        String description,
        String scenarioText,
        String version,
        long seed,
        UncertainInputs uncertain,
        SensitivityDesign design,
        int baseReplications,
        List<MetricSensitivity> metrics,
        List<BoundChance> bounds,
        List<String> warnings) {

    private static final int SHOWN_DIGITS = 3;

    /** Copies the lists. */
    public SensitivityResult {
        metrics = List.copyOf(metrics);
        bounds = List.copyOf(bounds);
        warnings = List.copyOf(warnings);
    }

    /** Number of worlds. */
    public int worlds() {
        return design.rows() * design.worldsPerRow();
    }

    /** Replications of a world. */
    public int replications() {
        return design.replications();
    }

    /** Number of inputs. */
    public int inputs() {
        return design.space().size();
    }

    /** What is believed of an independent input, as a distribution of its value or index. */
    public String believed(int input) {
        return design.space().inputs().get(input).distribution().toString();
    }

    /** What an input is called. */
    public String path(int input) {
        return design.space().inputs().get(input).name();
    }

    /** A value of an input for people, a number with three digits. */
    public String shown(int input, double value) {
        List<UncertainInput> inputs = uncertain.inputs();
        if (inputs.isEmpty()) {
            return Double.toString(value);
        }
        double rounded =
                new BigDecimal(value).round(new MathContext(SHOWN_DIGITS)).doubleValue();
        return inputs.get(input).shown(rounded);
    }

    /** The labels of a choice; empty for a number. */
    public List<String> choices(int input) {
        List<UncertainInput> inputs = uncertain.inputs();
        return inputs.isEmpty() ? List.of() : inputs.get(input).choices();
    }

    /** The unit of an input's values; empty if it has none. */
    public String unit(int input) {
        List<UncertainInput> inputs = uncertain.inputs();
        return inputs.isEmpty() ? "" : inputs.get(input).unit();
    }
}
