package org.bridgeconvoy.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bridgeconvoy.experiment.input.Input;
import org.bridgeconvoy.experiment.input.InputSpace;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;
import org.junit.jupiter.api.Test;

class InputSpaceTest {
    private static final InputSpace SPACE = new InputSpace(List.of(
            Input.of("headway", Distribution.uniform(20, 40)),
            Input.whole("servers", Distribution.uniform(2, 5)),
            Input.choice("timetable", 2, 1, 1)));

    @Test
    void a_world_has_the_quantiles_rounded_where_numbers_are_whole() {
        assertThat(SPACE.world(0.25, 0.5, 0.5)).containsExactly(25, 4, 0);
        assertThat(SPACE.world(0, 0, 0.51)).containsExactly(20, 2, 1);
        assertThat(SPACE.world(1, 0.49, 1)).containsExactly(40, 3, 2);
    }

    @Test
    void draws_have_the_probabilities_of_the_distributions() {
        int worlds = 40_000;
        RandomStream stream = Streams.of(3, 1).stream("worlds");
        double headway = 0;
        int[] servers = new int[6];
        int[] choices = new int[3];
        for (int i = 0; i < worlds; i++) {
            double[] world = SPACE.draw(stream);
            headway += world[0] / worlds;
            servers[(int) world[1]]++;
            choices[(int) world[2]]++;
        }
        // Five standard errors: of the mean of a uniform number of width 20, of shares at most 0.0025.
        assertThat(headway).isCloseTo(30, within(5 * 20 / Math.sqrt(12.0 * worlds)));
        assertThat(servers[3]).isCloseTo(worlds / 3, within(worlds / 80));
        assertThat(servers[2]).isCloseTo(worlds / 6, within(worlds / 80));
        assertThat(choices[0]).isCloseTo(worlds / 2, within(worlds / 80));
        assertThat(choices[2]).isCloseTo(worlds / 4, within(worlds / 80));
    }

    @Test
    void refuses_what_is_no_space() {
        assertThatThrownBy(() -> new InputSpace(List.of())).hasMessageContaining("at least one input");
        Input one = Input.of("a", Distribution.constant(1));
        assertThatThrownBy(() -> new InputSpace(List.of(one, one))).hasMessageContaining("two inputs have the name a");
        assertThatThrownBy(() -> SPACE.world(0.5)).hasMessageContaining("3 coordinates are needed");
        assertThatThrownBy(() -> Input.of(" ", Distribution.constant(1))).hasMessageContaining("blank");
        assertThatThrownBy(() -> Input.choice("a", 1, -1)).hasMessageContaining("got -1");
        assertThatThrownBy(() -> Input.choice("a", 0, 0)).hasMessageContaining("got 0");
        assertThatThrownBy(() -> Input.choice("a")).hasMessageContaining("got 0");
        assertThat(one.kind()).isEqualTo(Input.Kind.NUMBER);
    }
}
