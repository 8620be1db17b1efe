package org.bridgeconvoy.scenario.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bridgeconvoy.scenario.load.ScenarioTexts.LEAST;
import static org.bridgeconvoy.scenario.load.ScenarioTexts.problems;

import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that the contract does not allow are refused with what they may be; those at the limits are taken. */
class RefusedValuesTest {

    /** Sets with " ~ " between them; the problem is that of the last one. A message that ends in $ is whole. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            start=1599-12-31 | start must lie in the years 1600 to 9000, got 1599-12-31$
            start=9001-01-01 | start must lie in the years 1600 to 9000, got 9001-01-01$
            bridge.speed=0 km/h | bridge.speed must be > 0 m/s, got 0 km/h$
            bridge.speed={loaded: 9 km/h, empty: 0 m/s} | bridge.speed.empty must be > 0 m/s
            bridge.speed=0.0000001 km/h | bridge.speed must let a truck cross within 100 years, got 0.0000001 km/h$
            bridge.closures=[{from: 1600-01-02, to: 1600-01-01}] | bridge.closures.0.to must be later than bridge.closures.0.from (1600-01-02), got 1600-01-01$
            bridge.closures=[{from: 2024-09-03, to: 2024-09-03}] | bridge.closures.0.to must be later than bridge.closures.0.from (2024-09-03), got 2024-09-03$
            bridge.closures=[{from: 2024-09-03, to: 1600-01-01}] | bridge.closures.0.to must be later than bridge.closures.0.from (2024-09-03), got 1600-01-01$
            origin.loading={time: 1 h, rate: 5 t/h} | origin.loading must have either a time or a rate, got both$
            origin.loading={time: 1 h, hours: [{a: b}]} | origin.loading.hours must be hours such as '08:00-17:00', got a map$
            fleet={trucks: null, classes: [1]} | fleet.classes must be a map from names to classes of trucks$
            fleet={trucks: 1, classes: {a: {trucks: 1}}} | fleet.trucks goes into each of fleet.classes, not beside them$
            fleet={trucks: null, classes: {a: {trucks: 999999}, b: {trucks: 2}}} | fleet.classes must have from 1 to 1000000 trucks together
            demand={"": {load: 1 t, rate: 1 t/d}} | the cargo name '' must not be empty or begin or end with a blank$
            demand={"a ": {load: 1 t, rate: 1 t/d}} | the cargo name 'a' must not be empty or begin or end with a blank$
            goals=[1] | goals must be a map from names to goals such as 'outbound_trucks >= 150'$
            goals={many: "150"} | goals.many must be a column of daily.csv, a sign and a number, such as 'outbound_trucks >= 150', got '150'$
            goals={many: "trucks >= 150"} | goals.many must begin with a column of daily.csv: consigned_trucks,
            goals={many: "outbound_trucks >= 150 t"} | goals.many must end with a plain number, without a unit, got '150 t'$
            variants=[1] | variants must be a map from names to variants of this scenario$
            uncertain=[1] | uncertain must be a map from paths to what is believed of them, such as
            costs=[1] | costs must be a map from paths to costs a day such as {fleet.trucks: 90}$
            costs={currency: CNY} | costs must be a map from paths to costs a day such as {fleet.trucks: 90}$
            costs={convoys.outbound.size: 3} | costs: convoys.outbound.size cannot cost anything; what can are
            costs={origin.loading.servers: 3} | costs: this scenario has no origin.loading$
            costs={fleet.trucks: -1} | costs.fleet.trucks must be a number from 0 without a currency, got '-1'$
            """)
    void a_value_is_refused(String sets, String message) {
        refused(sets, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            demand.steel.load=0 t | demand.steel.load must be above 0 t on average, got 0 t$
            demand.steel.rate=-1 t/d | demand.steel.rate must be >= 0 t/d, got -1 t/d$
            demand.steel.rate=10000001 trucks/d | demand.steel.rate must be at most 10000000 a day, got 10000001 trucks/d$
            demand.steel.rate=416667 trucks/h | demand.steel.rate must be at most 10000000 a day, got 416667 trucks/h$
            fleet={trucks: null, classes: {a: {trucks: 1}}} ~ demand.steel.classes=[] | demand.steel.classes must name at least one class; left out, all trucks may carry it$
            demand.steel.profile.hours=[1] | demand.steel.profile.hours must be a map from hours to factors such as {"07:00-10:00": 2}$
            demand.steel.profile.weekdays=[1] | demand.steel.profile.weekdays must be a map from days to factors such as {sat: 0.5, sun: 0}$
            demand.steel.profile.weekdays={fri-sun: 1, sat: 2} | demand.steel.profile.weekdays gives 'sat' twice$
            demand.steel.profile.weekdays={sat: -1} | demand.steel.profile.weekdays.sat must be >= 0, got -1$
            demand.steel.profile.series={0: 1, 2024-09-02: 2} | demand.steel.profile.series gives a day twice, got '2024-09-02'$
            demand.steel.profile.series={0: -1} | demand.steel.profile.series must be >= 0, got -1$
            demand.steel.profile.series={4000001: 1} | demand.steel.profile.series must be a day of the run, got '4000001'$
            demand.steel.profile.series={-4000001: 1} | demand.steel.profile.series must be a day of the run, got '-4000001'$
            demand.steel.profile.series={0: [1]} | demand.steel.profile.series must be a number
            traffic=[1] | traffic must be a map from the names of through traffic to its streams$
            traffic={} | traffic must have from 1 to 1000 streams, got 0$
            traffic={cars: 3} | traffic.cars must be a map with the keys direction, rate,
            traffic={cars: {direction: outbound, rate: -5 vehicles/d}} | traffic.cars.rate must be >= 0 vehicles/d, got -5 vehicles/d$
            traffic={cars: {direction: outbound, rate: 10000001 vehicles/d}} | traffic.cars.rate must be at most 10000000 a day
            """)
    void a_wrong_part_of_a_stream_is_refused(String sets, String message) {
        refused(sets, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "erlang(2.5, 1 min)" | needs a whole number k >= 1 in erlang(), got 2.5$
            "erlang(0, 1 min)" | needs a whole number k >= 1 in erlang(), got 0$
            "erlang(1000001, 1 min)" | needs a whole number k >= 1 in erlang(), got 1000001$
            "empirical()" | must have the argument empirical(file.csv)$
            "discrete(5 min)" | must have the arguments discrete(x1=p1, x2=p2, …), got '5 min'$
            "discrete(5 min=0.5=0.5)" | must have the arguments discrete(x1=p1, x2=p2, …), got '5 min=0.5=0.5'$
            lognormal | lacks the arguments of lognormal(mean, sd), got 'lognormal'$
            "uniform(1 min, 2 min) x" | must be one distribution, got 'uniform(1 min, 2 min) x'$
            "uniform(1 min, )" | must have the arguments uniform(a, b), got
            "uniform()" | must have the arguments uniform(a, b), got 0 of them
            -1 s | must be >= 0 s, got -1 s$
            "uniform(-1 s, 2 s)" | must be >= 0 s, got uniform(-1 s, 2 s); add min=0 s$
            """)
    void a_wrong_distribution_is_refused(String time, String message) {
        refused("origin.loading={time: " + time + "}", "origin.loading.time " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            3 | changes.0.set must be a map from paths to values such as {bridge.headway: 20 s}$
            {demand.wool: {load: 1 t, rate: 1 t/d}} | a change must not alter the cargoes [steel]$
            {demand.steel.direction: return} | a change must not alter the direction of each cargo$
            {traffic.cars.direction: return} | a change must not alter the names, directions and arrivals of traffic [cars outbound
            {fleet.trucks: null, fleet.classes: {a: {trucks: 1}}} | a change must not alter the classes of trucks
            {origin.customs: {time: 1 h}} | a change must not alter which stations there are$
            {destination.export: {time: 1 h}} | a change must not alter which stations there are$
            {origin.utc-offset: "+01:00"} | a change must not alter the clocks of the banks$
            {destination.utc-offset: "+01:00"} | a change must not alter the clocks of the banks$
            """)
    void a_change_of_what_must_stay_is_refused(String set, String message) {
        refused(
                "origin.utc-offset=+00:00 ~ traffic={cars: {direction: outbound, rate: 5 vehicles/d}}"
                        + " ~ changes=[{at: 1 d, set: " + set + "}]",
                message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            consignments="time,cargo,tonnes\\n36526 d,a,1\\n" | consignments, line 2, column 1: time must be at most 100 years (36525 d), got 36526 d$
            consignments="time,cargo,tonnes\\n1 d,a,0\\n" | consignments, line 2, column 7: tonnes must be > 0 t and at most 100000 t, got 0$
            consignments="time,cargo,tonnes\\n1 d,a,100001\\n" | consignments, line 2, column 7: tonnes must be > 0 t and at most 100000 t
            consignments="time,cargo,tonnes,priority\\n1 d,a,1,3000000000\\n" | consignments, line 2, column 9: priority must be a whole number of 32 bits
            observed="day\\n1\\n" | observed must have a column outbound_trucks or return_trucks, or of a queue or wait such as queue_outbound$
            observed="day,queue_outbound\\n1,5\\n" | observed has the column queue_outbound, which is of an instant: give time or utc in place of day$
            observed="time,delivered_t\\n2024-09-02,5\\n" | observed has the column delivered_t, which is of a day: give date or day in place of time$
            observed="utc,delivered_t\\n2024-09-02,5\\n" | observed has the column delivered_t, which is of a day: give date or day in place of utc$
            observed="time,queue_load\\n2024-09-02,5\\n" | observed has the column queue_load, but the scenario has no origin.loading$
            observed="time,wait_import_min\\n2024-09-02,5\\n" | observed has the column wait_import_min, but the scenario has no destination.customs$
            observed="day,outbound_trucks\\n1,-5\\n" | observed, line 2, column 3: outbound_trucks must be >= 0, got -5$
            observed="day,outbound_trucks\\n1,5\\n1,6\\n" | observed, line 3, column 1: day is there twice, got '1'$
            observed="time,outbound_trucks\\n2024-09-02T07:30,5\\n" | observed, line 2, column 1: time must be the beginning of a full hour
            fleet=null ~ demand=null ~ traffic={cars: {direction: outbound, rate: 5 vehicles/d}} ~ observed="day,outbound_trucks\\n1,5\\n" | observed has the column outbound_trucks, but the scenario has traffic alone and no trucks$
            start=2024-10-26 ~ origin.time-zone=Europe/Warsaw ~ observed="date,delivered_t\\n2024-10-27,5\\n" | observed has the column delivered_t, which cannot be compared by date on a clock that changes during the run (Europe/Warsaw): give day in place of date$
            start=2024-03-30 ~ origin.time-zone=Europe/Warsaw ~ observed="time,outbound_trucks\\n2024-03-31T02:00,5\\n" | observed, line 2, column 1: time must be an hour that the clock of Europe/Warsaw does not skip, got '2024-03-31T02:00'$
            """)
    void a_row_or_column_of_a_table_is_refused(String sets, String message) {
        refused(sets, message);
    }

    private static void refused(String sets, String message) {
        String[] all = sets.split(" ~ ", -1);
        String last = all[all.length - 1];
        String told = "--set " + last.substring(0, last.indexOf('=')) + ": ";

        if (message.endsWith("$")) {
            assertThat(problems(LEAST, all)).containsExactly(told + message.substring(0, message.length() - 1));
        } else {
            assertThat(problems(LEAST, all)).singleElement().asString().startsWith(told + message);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start=1600-01-01",
                "start=9000-01-01",
                "demand.steel.rate=10000000 trucks/d ~ demand.steel.total=40 t",
                "demand.steel.rate=0 t/d",
                "demand.steel.profile.series={4000000: 1, -4000000: 1}",
                "demand.steel.profile={weekdays: {sat: null, fri-sun: 0}}",
                "origin.loading={time: \"erlang(1000000, 1 min)\"}",
                "bridge.closures=[{from: 2024-09-03, to: 9000-01-01}, {from: 1600-01-01, to: 1600-01-02}, {from: 8999-01-01, to: 9000-01-01}]",
                "bridge.speed=\"lognormal(20 km/h, 5 km/h)\"",
                "changes=[{at: 1 d, set: {origin.utc-offset: \"+00:00\"}}]",
                "start=2024-10-26 ~ origin.time-zone=Europe/Warsaw ~ observed=\"day,delivered_t\\n1,5\\n\"",
                "start=2024-10-26 ~ origin.time-zone=Europe/Warsaw ~ observed=\"date,outbound_trucks\\n2024-10-27,5\\n\"",
                "start=2024-03-30 ~ origin.time-zone=Europe/Warsaw"
                        + " ~ observed=\"time,outbound_trucks\\n2024-03-31T01:00,5\\n2024-03-31T03:00,5\\n\"",
                "consignments=\"time,cargo,tonnes,priority\\n36525 d,a,100000,2147483647\\n\""
            })
    void a_value_at_its_limit_is_taken(String sets) {
        assertThat(problems(LEAST, sets.split(" ~ ", -1))).isEmpty();
    }

    private static String times(int n, String item) {
        return "[" + String.join(", ", Collections.nCopies(n, item)) + "]";
    }

    private static String named(int n, String value) {
        return IntStream.range(0, n).mapToObj(i -> "n" + i + ": " + value).collect(Collectors.joining(", ", "{", "}"));
    }

    @Test
    void a_list_or_map_may_have_so_many_entries_and_no_more() {
        refused(
                "origin.loading={time: 1 h, shifts: " + times(101, "{hours: always, servers: 1}") + "}",
                "origin.loading.shifts must have at most 100 entries, got 101$");
        refused(
                "answers=" + times(51, "{says: x, metric: delivered_t}"),
                "answers must have at most 50 entries, got 51$");
        refused("variants=" + named(51, "{}"), "variants must have at most 50 entries, got 51$");
        refused(
                "origin.loading={time: 1 h, hours: " + times(201, "\"08:00-09:00\"") + "}",
                "origin.loading.hours has more than 200 intervals a day$");
        refused(
                "demand=" + named(1000, "{load: 1 t, rate: 1 t/d}"),
                "demand must have at most 1000 streams, got 1001$");
        refused(
                "traffic=" + named(1001, "{direction: return, rate: 1 vehicles/d}"),
                "traffic must have from 1 to 1000 streams, got 1001$");
        refused(
                "changes=" + times(1001, "{at: 1 d, set: {bridge.lanes: 2}}"),
                "changes must have at most 1000 entries, got 1001$");
        refused(
                "demand.steel={load: 40 t} ~ demand={" + "x".repeat(101) + ": {load: 1 t, rate: 1 t/d}}",
                "the cargo name '" + "x".repeat(60) + "…' must have at most 100 characters$");
    }
}
