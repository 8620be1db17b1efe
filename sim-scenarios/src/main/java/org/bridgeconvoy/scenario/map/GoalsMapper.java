package org.bridgeconvoy.scenario.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bridgeconvoy.bridge.config.DayGoal;
import org.bridgeconvoy.result.DailyColumn;
import org.bridgeconvoy.scenario.key.Place;
import org.bridgeconvoy.scenario.text.Invalid;
import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.Texts;

/** Reads the goals of a day: a map from names to conditions such as {@code outbound_trucks >= 150}. */
final class GoalsMapper {

    private static final Pattern GOAL = Pattern.compile("\\s*(\\S+?)\\s*(>=|<=|>|<)\\s*(\\S.*?)\\s*");

    private GoalsMapper() {}

    /** Goals without problems, in the order of the file. */
    static List<DayGoal> goals(Place place) {
        List<DayGoal> goals = new ArrayList<>();
        if (!place.isPresent()) {
            return goals;
        }
        if (!(place.node() instanceof Node.Fields fields)) {
            place.problem("must be a map from names to goals such as 'outbound_trucks >= 150'");
            return goals;
        }
        for (String name : fields.entries().keySet()) {
            Names.check(place, "goal", name);
            place.get(name).<DayGoal>find(text -> goal(name, text)).ifPresent(goals::add);
        }
        return goals;
    }

    private static DayGoal goal(String name, String text) throws Invalid {
        Matcher goal = GOAL.matcher(text);
        if (!goal.matches()) {
            throw new Invalid(
                    "must be a column of daily.csv, a sign and a number, such as 'outbound_trucks >= 150', got "
                            + Texts.shown(text));
        }
        DailyColumn column = DailyColumn.find(goal.group(1))
                .orElseThrow(() -> new Invalid("must begin with a column of daily.csv: "
                        + Arrays.stream(DailyColumn.values())
                                .map(DailyColumn::label)
                                .collect(Collectors.joining(", "))
                        + "; got " + Texts.shown(goal.group(1))));
        if (!Condition.isNumber(goal.group(3))) {
            throw new Invalid("must end with a plain number, without a unit, got " + Texts.shown(goal.group(3)));
        }
        return new DayGoal(name, column, Condition.relation(goal.group(2)), Double.parseDouble(goal.group(3)));
    }
}
