package org.bridgeconvoy.experiment.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** The numbers of a grid's points: the last dimension varies fastest. */
class GridTest {

    private final Grid grid = new Grid(2, 3);

    @Test
    void points_are_numbered_as_one_counts() {
        assertThat(grid.points()).isEqualTo(6);
        int[][] inOrder = {{0, 0}, {0, 1}, {0, 2}, {1, 0}, {1, 1}, {1, 2}};
        for (int point = 0; point < inOrder.length; point++) {
            assertThat(grid.at(point)).isEqualTo(inOrder[point]);
            assertThat(grid.point(inOrder[point])).isEqualTo(point);
        }
    }

    @Test
    void what_lies_outside_is_no_point() {
        assertThat(grid.point(-1, 0)).isEqualTo(-1);
        assertThat(grid.point(2, 0)).isEqualTo(-1);
        assertThat(grid.point(0, -1)).isEqualTo(-1);
        assertThat(grid.point(1, 3)).isEqualTo(-1);
        assertThatIllegalArgumentException().isThrownBy(() -> grid.at(6)).withMessageContaining("from 0 to 5, got 6");
        assertThatIllegalArgumentException().isThrownBy(() -> grid.at(-1)).withMessageContaining("got -1");
    }

    @Test
    void has_one_point_at_least_and_as_many_as_an_int_counts() {
        assertThat(new Grid(1).points()).isEqualTo(1);
        assertThat(new Grid(Integer.MAX_VALUE, 1).points()).isEqualTo(Integer.MAX_VALUE);
        int[][] refused = {{}, {0}, {2, 0, 3}, {-1}, {1 << 16, 1 << 15}, {1 << 16, 1 << 16, 1 << 16, 1 << 16}};
        for (int[] sizes : refused) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Grid(sizes))
                    .withMessageContaining("1 to 2147483647 points");
        }
    }

    @Test
    void is_its_sizes() {
        assertThat(grid).isEqualTo(new Grid(2, 3)).hasSameHashCodeAs(new Grid(2, 3));
        assertThat(grid).isNotEqualTo(new Grid(3, 2)).isNotEqualTo(new Grid(2, 3, 1));
        assertThat(grid.equals((Object) "Grid[2, 3]")).isFalse();
        assertThat(grid).hasToString("Grid[2, 3]");
    }
}
