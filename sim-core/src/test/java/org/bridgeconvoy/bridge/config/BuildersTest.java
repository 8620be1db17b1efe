package org.bridgeconvoy.bridge.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bridgeconvoy.bridge.control.Batches;
import org.bridgeconvoy.bridge.demand.EvenArrivals;
import org.bridgeconvoy.bridge.demand.Ramp;
import org.bridgeconvoy.bridge.station.Discipline;
import org.bridgeconvoy.calendar.DateRange;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Oracle: what the builders were given, and the messages that a modeler should read. */
class BuildersTest {

    private static final BridgeConfig.Builder BRIDGE =
            BridgeConfig.builder().lengthMetres(944).speedMetresPerSecond(5).control(new Batches(1, 1));

    private static final CargoStream.Builder CARGO =
            CargoStream.builder("steel").loadTonnes(40);

    private static ConvoyConfigBuilder least() {
        return ConvoyConfig.builder()
                .start(LocalDate.of(2024, 10, 1))
                .horizonNanos(Nanos.DAY)
                .bridge(BRIDGE.build())
                .fleet(TruckClass.of(1))
                .demand(CARGO.build());
    }

    private static ConvoyConfig full() {
        return ConvoyConfig.builder()
                .start(LocalDate.of(2024, 10, 1))
                .horizonNanos(3 * Nanos.DAY)
                .warmUpNanos(Nanos.DAY)
                .bridge(BridgeConfig.builder()
                        .lengthMetres(944)
                        .speedMetresPerSecond(Distribution.uniform(4, 5), Distribution.uniform(6, 7))
                        .headwayNanos(1)
                        .clearanceNanos(2)
                        .lanes(2)
                        .maxTrucks(3)
                        .maxMassTonnes(100)
                        .maxTruckMassTonnes(60)
                        .closures(List.of(new Closure(4, 5)))
                        .breakdowns(new Breakdowns(0.1, Distribution.constant(6)))
                        .control(new Batches(7, 8))
                        .build())
                .outboundConvoys(
                        ConvoyRule.ofSize(8).withMaxWaitNanos(Nanos.HOUR).asExclusive())
                .returnConvoys(ConvoyRule.departing("13:00", "09:00"))
                .fleet(TruckClass.of(9)
                        .withName("tractor")
                        .withPayloadTonnes(40)
                        .withTareTonnes(15)
                        .withTurnaroundSeconds(Distribution.constant(10)))
                .origin(BankConfig.of(ZoneOffset.ofHours(8))
                        .withClosed(List.of(new DateRange(LocalDate.of(2024, 10, 1), LocalDate.of(2024, 10, 7))))
                        .withHandling(StationConfig.rated(2, 60).withOverrun(Overrun.PAUSE)))
                .destination(BankConfig.of(ZoneOffset.ofHours(9))
                        .withCustoms(StationConfig.timed(3, Distribution.constant(11))
                                .withServers(4)
                                .withHours(Hours.daily("08:00-17:00"))))
                .demand(CargoStream.builder("steel")
                        .priority(1)
                        .loadTonnes(Distribution.uniform(30, 40))
                        .tonnesPerDay(400)
                        .from(LocalDate.of(2024, 10, 2))
                        .until(LocalDate.of(2024, 10, 3))
                        .hours(Hours.daily("06:00-16:00"))
                        .profile(new Ramp(1, 2, 0, Nanos.DAY))
                        .arrivals(new EvenArrivals())
                        .backlogTonnes(80)
                        .totalTonnes(800)
                        .build())
                .build();
    }

    @Test
    void a_variant_without_a_change_is_equal() {
        ConvoyConfig world = full();
        ConvoyConfig changed = world.withChanges(List.of(new ConvoyConfig.Change(Nanos.HOUR, world)));

        assertThat(world.toBuilder().build()).isEqualTo(world);
        assertThat(changed.toBuilder().build()).isEqualTo(changed).isNotEqualTo(world);
        assertThat(world.bridge().toBuilder().build()).isEqualTo(world.bridge());
        assertThat(world.demand().get(0).toBuilder().build())
                .isEqualTo(world.demand().get(0));
    }

    @Test
    void what_a_builder_was_given_is_what_the_world_has() {
        ConvoyConfig world = full();

        assertThat(world.bridge())
                .isEqualTo(new BridgeConfig(
                        944,
                        Distribution.uniform(4, 5),
                        Distribution.uniform(6, 7),
                        1,
                        2,
                        2,
                        3,
                        100,
                        60,
                        List.of(new Closure(4, 5)),
                        new Breakdowns(0.1, Distribution.constant(6)),
                        new Batches(7, 8, Hours.always())));
        assertThat(world.outboundConvoys()).isEqualTo(new ConvoyRule(8, Nanos.HOUR, List.of(), true));
        assertThat(world.returnConvoys())
                .isEqualTo(new ConvoyRule(
                        Integer.MAX_VALUE, Long.MAX_VALUE, List.of(9 * Nanos.HOUR, 13 * Nanos.HOUR), false));
        assertThat(world.fleet()).containsExactly(new TruckClass("tractor", 9, 40, 15, Distribution.constant(10)));
        assertThat(world.origin().handling())
                .isEqualTo(new StationConfig(
                        2, new ServiceTime.Rated(60), Hours.always(), Overrun.PAUSE, Discipline.FIRST_COME));
        assertThat(world.destination().customs())
                .isEqualTo(new StationConfig(
                        4,
                        new ServiceTime.Timed(Distribution.constant(11)),
                        Hours.daily("08:00-17:00"),
                        Overrun.FINISH,
                        Discipline.FIRST_COME));
    }

    @Test
    void a_bank_that_is_not_given_is_on_the_clock_of_the_other() {
        BankConfig east = BankConfig.of(ZoneOffset.ofHours(9));

        assertThat(least().destination(east).build().origin()).isEqualTo(east);
        assertThat(least().origin(east).build().destinationAheadNanos()).isZero();
        assertThat(least().build().origin()).isEqualTo(BankConfig.of(ZoneOffset.UTC));
    }

    static Stream<Arguments> incomplete() {
        Function<ConvoyConfigBuilder, Object> build = ConvoyConfigBuilder::build;
        return Stream.of(
                Arguments.of("start is required", build, ConvoyConfig.builder()),
                Arguments.of("bridge is required", build, ConvoyConfig.builder().start(LocalDate.EPOCH)),
                Arguments.of("horizon must be > 0 and at most 100 years, got 0.0 d", build, least().horizonNanos(0)),
                Arguments.of("fleet.trucks must be >= 1, got 0", build, least().fleet()),
                Arguments.of("demand must have at least one stream, or traffic", build, least().demand()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("incomplete")
    void what_is_missing_is_named(
            String message, Function<ConvoyConfigBuilder, Object> build, ConvoyConfigBuilder builder) {
        assertThatThrownBy(() -> build.apply(builder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void a_bridge_needs_a_length_a_speed_and_a_control() {
        assertThatThrownBy(() -> BridgeConfig.builder().build()).hasMessage("bridge.length is required");
        assertThatThrownBy(() -> BridgeConfig.builder().lengthMetres(944).build())
                .hasMessage("bridge.speed is required");
        assertThatThrownBy(() -> BridgeConfig.builder()
                        .lengthMetres(944)
                        .speedMetresPerSecond(5)
                        .build())
                .hasMessage("bridge.control is required");
        assertThatThrownBy(() -> CargoStream.builder("steel").build()).hasMessage("demand.steel.load is required");
    }
}
