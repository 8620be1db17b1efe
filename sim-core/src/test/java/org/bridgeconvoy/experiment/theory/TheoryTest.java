package org.bridgeconvoy.experiment.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bridgeconvoy.experiment.theory.ClosedNetwork.Station;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TheoryTest {
    /** Mean waits with mean service 1, and in brackets Erlang C, to six decimals. */
    @ParameterizedTest(name = "{0} servers, utilisation {1}")
    @CsvSource({
        "1, .5, 1, .5",
        "1, .8, 4, .8",
        "1, .9, 9, .9",
        "2, .5, .333333, .333333",
        "2, .8, 1.777778, .711111",
        "2, .9, 4.263158, .852632",
        "5, .5, .052149, .130371",
        "5, .8, .554113, .554113",
        "5, .9, 1.524986, .762493"
    })
    void waits_in_MMc(int servers, double utilisation, double wait, double mustWait) {
        assertThat(Queues.waitInMMc(servers, servers * utilisation, 1)).isCloseTo(wait, within(5e-7));
        assertThat(Queues.erlangC(servers, servers * utilisation)).isCloseTo(mustWait, within(5e-7));
    }

    @ParameterizedTest(name = "squared variation {0}")
    @CsvSource({"0, 2", ".5, 3", "1, 4", "4, 10"})
    void waits_in_MG1_at_utilisation_08(double squaredVariation, double wait) {
        assertThat(Queues.waitInMG1(0.8, 1, squaredVariation)).isCloseTo(wait, within(1e-12));
    }

    @Test
    void mm1_of_the_KSL_book() {
        // 10 and 12 per hour: Wq = 25 min, Lq = 4.1667.
        double wait = Queues.waitInMMc(1, 10, 1.0 / 12);
        assertThat(wait * 60).isCloseTo(25, within(1e-9));
        assertThat(10 * wait).isCloseTo(4.1667, within(5e-5));
        // Arrival rate 1, service rate 1/0.7: Wq = 1.633333.
        assertThat(Queues.waitInMG1(1, 0.7, 1)).isCloseTo(1.633333, within(5e-7));
    }

    /** KSL book, appendix C: 5 machines, failure rate 0.1, repair rate 0.25. */
    @ParameterizedTest(name = "{0} crews")
    @CsvSource({"1, 2.674328", "2, 1.660909"})
    void machines_down_of_the_KSL_book(int crews, double down) {
        assertThat(Queues.machinesDown(5, 0.1, 0.25, crews)).isCloseTo(down, within(5e-7));
        // As a closed network: running is a delay of mean 10, repair a station of mean 4.
        ClosedNetwork network = ClosedNetwork.of(List.of(new Station(10, Station.DELAY), new Station(4, crews)), 5);
        assertThat(network.number().get(1)).isCloseTo(down, within(5e-7));
    }

    @Test
    void closed_network_is_what_the_product_form_says() {
        // Five customers, a delay of 6, a station of demand 2, one of demand 5 with two servers. Oracle: the sum over
        // all states of
        // the product-form weights (Gordon and Newell 1967).
        int customers = 5;
        double sum = 0;
        double[] number = new double[3];
        double busy = 0;
        for (int a = 0; a <= customers; a++) {
            for (int b = 0; a + b <= customers; b++) {
                int c = customers - a - b;
                double weight = Math.pow(6, a) / factorial(a) * Math.pow(2, b) * Math.pow(5, c) / twoServers(c);
                sum += weight;
                number[0] += a * weight;
                number[1] += b * weight;
                number[2] += c * weight;
                busy += b > 0 ? weight : 0;
            }
        }
        ClosedNetwork network = ClosedNetwork.of(
                List.of(new Station(6, Station.DELAY), new Station(2, 1), new Station(5, 2)), customers);
        for (int i = 0; i < 3; i++) {
            assertThat(network.number().get(i)).isCloseTo(number[i] / sum, within(1e-12));
            assertThat(network.residence().get(i) * network.throughput()).isCloseTo(number[i] / sum, within(1e-12));
        }
        // The utilisation of the single server is the throughput times its demand.
        assertThat(network.throughput()).isCloseTo(busy / sum / 2, within(1e-12));
    }

    private static double factorial(int n) {
        return n <= 1 ? 1 : n * factorial(n - 1);
    }

    private static double twoServers(int n) {
        return n <= 1 ? 1 : 2 * twoServers(n - 1);
    }

    @Test
    void one_customer_never_waits_and_many_saturate_the_bottleneck() {
        List<Station> stations = List.of(new Station(4, Station.DELAY), new Station(2, 1), new Station(3, 1));
        assertThat(ClosedNetwork.of(stations, 1).throughput()).isCloseTo(1.0 / 9, within(1e-15));
        assertThat(ClosedNetwork.of(stations, 500).throughput()).isCloseTo(1.0 / 3, within(1e-12));
    }

    /** Lane of 944 m in a window of 4 h, headway and speed given. */
    @ParameterizedTest(name = "{0} km/h, headway {1} s")
    @CsvSource({"10, 28.32, 497", "10, 24.48, 575", "10, 15.48, 909", "20, 7.74, 1839"})
    void trucks_that_a_window_passes(int speed, double headway, long trucks) {
        long crossing = Math.round(944 * 3600.0 / (speed * 1000) * 1e9);
        assertThat(SingleLane.windowCapacity(4 * 3_600_000_000_000L, crossing, Math.round(headway * 1e9)))
                .isEqualTo(trucks);
        assertThat(SingleLane.windowCapacity(crossing, crossing, 1)).isEqualTo(1);
        assertThat(SingleLane.windowCapacity(crossing - 1, crossing, 1)).isZero();
    }

    @Test
    void alternating_flow_of_60_trucks_an_hour_a_side() {
        // h = 6 s, lost time 340 s: cycle 850 s, mean delay 382.5 s.
        assertThat(SingleLane.alternatingCycle(340, 0.1, 0.1)).isCloseTo(850, within(1e-9));
        assertThat(SingleLane.alternatingDelay(340, 0.1, 0.1)).isCloseTo(382.5, within(1e-9));
    }

    @Test
    void exhaustive_polling_of_two_sides() {
        assertThat(SingleLane.exhaustivePollingWait(60.0 / 3600, 6, 340)).isCloseTo(383.25, within(1e-9));
        assertThat(SingleLane.exhaustivePollingWait(30.0 / 3600, 30, 340)).isCloseTo(525.0, within(1e-9));
        // Without lost time it is an M/D/1 queue.
        assertThat(SingleLane.exhaustivePollingWait(0.1, 4, 0)).isCloseTo(Queues.waitInMG1(0.2, 4, 0), within(1e-12));
    }

    @Test
    void saturated_platoons() {
        // Five trucks: four headways of 10 s, a crossing of 300 s, a clearance of 60 s.
        assertThat(SingleLane.saturatedThroughput(5, 10, 300, 60)).isCloseTo(5 / 400.0, within(1e-15));
    }

    @Test
    void overload_and_other_nonsense_are_refused() {
        assertThatThrownBy(() -> Queues.waitInMMc(2, 2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("offered load must be >= 0 and < 2, got 2.0");
        assertThatThrownBy(() -> Queues.waitInMG1(1, 1, 0)).hasMessage("utilisation must be >= 0 and < 1, got 1.0");
        assertThatThrownBy(() -> Queues.machinesDown(0, 1, 1, 1)).hasMessage("machines must be >= 1, got 0");
        assertThatThrownBy(() -> SingleLane.exhaustivePollingWait(1, 1, 1)).hasMessageContaining("got 2.0");
        assertThatThrownBy(() -> ClosedNetwork.of(List.of(new Station(0, 1)), 3))
                .hasMessage("a closed network needs a station with a demand above 0");
        assertThatThrownBy(() -> ClosedNetwork.of(List.of(new Station(1, 1)), 0))
                .hasMessage("customers must be >= 1, got 0");
    }
}
