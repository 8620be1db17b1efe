package org.bridgeconvoy.bridge.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.DayGoal;
import org.bridgeconvoy.bridge.config.DayGoal.Relation;
import org.bridgeconvoy.bridge.config.Feasibility;
import org.bridgeconvoy.result.DailyColumn;

/**
 * A small world drawn from all keys of a scenario file; the same seed gives the same world. Times are often round, so that much
 * happens at one instant.
 *
 * @param seed of the choice
 * @param config the world
 * @param keys the keys of a scenario file that it has, some with the kind of their value
 */
record DrawnWorld(long seed, ConvoyConfig config, Set<String> keys) {

    static DrawnWorld draw(long seed) {
        for (int attempt = 0; ; attempt++) {
            Dice dice = new Dice(seed * 1000 + attempt);
            ConvoyConfig config = new WorldDraw(dice).world();
            if (Feasibility.check(config).stream().noneMatch(Feasibility.Finding::fatal)) {
                return new DrawnWorld(seed, withGoals(config, new Dice(seed)), dice.keys());
            }
            if (attempt > 900) {
                throw new IllegalStateException("no world that can work from seed " + seed);
            }
        }
    }

    /** A goal for each column of daily.csv; "an error with traffic alone" (section 8). */
    private static ConvoyConfig withGoals(ConvoyConfig world, Dice dice) {
        if (world.demand().isEmpty()) {
            return world;
        }
        List<DayGoal> goals = new ArrayList<>();
        for (DailyColumn column : DailyColumn.values()) {
            goals.add(new DayGoal(column.label(), column, dice.oneOf(Relation.values()), dice.between(0, 10)));
        }
        return world.toBuilder().goals(goals).build();
    }

    /** The smallest world found of which something still holds. */
    DrawnWorld shrink(Predicate<DrawnWorld> holds) {
        return new DrawnWorld(
                seed, Shrinking.shrink(config, smaller -> holds.test(new DrawnWorld(seed, smaller, keys))), keys);
    }

    @Override
    public String toString() {
        return "seed " + seed + "\n" + WorldText.of(config);
    }
}
