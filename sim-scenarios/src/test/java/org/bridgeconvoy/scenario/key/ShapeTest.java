package org.bridgeconvoy.scenario.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.bridgeconvoy.bridge.module.Modules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of keys answers by path. */
class ShapeTest {

    private static final Shapes SHAPES = new Shapes(Modules.load());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bridge.length",
                "bridge.speed.empty",
                "bridge.closures.12.from",
                "origin.loading.hours.mon-fri",
                "demand.any name.rate",
                "demand.x.profile.weekdays.sat",
                "uncertain.worlds",
                "uncertain.bridge",
                "variants.dry.set"
            })
    void a_path_of_the_table_has_a_shape(String path) {
        assertThat(SHAPES.at(path)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "brigde",
                "brigde.length",
                "bridge.length.km",
                "bridge.speed.lodaed",
                "bridge.closures.first",
                "bridge.closures.-1",
                "bridge.closures.1234567",
                "origin.loading.hours.someday",
                "demand.x.rat"
            })
    void another_path_has_none(String path) {
        assertThat(SHAPES.at(path)).isNull();
    }

    @Test
    void a_value_has_the_kind_that_the_contract_gives_it() {
        assertThat(SHAPES.at("bridge.length")).isEqualTo(new Shape.Plain(Shape.Kind.LENGTH));
        assertThat(SHAPES.at("bridge.speed.empty")).isEqualTo(new Shape.Plain(Shape.Kind.SPEED_VALUE));
        assertThat(SHAPES.at("demand.x.profile.weekdays.sat")).isEqualTo(new Shape.Plain(Shape.Kind.NUMBER));
        assertThat(SHAPES.at("origin.loading.hours.sat")).isInstanceOf(Shape.OpeningHours.class);
        assertThat(SHAPES.at("uncertain.worlds")).isInstanceOf(Shape.Table.class);
        assertThat(SHAPES.at("uncertain.bridge")).isInstanceOf(Shape.PlainOr.class);
    }

    @Test
    void the_entry_of_a_key_says_what_it_is_and_its_default() {
        Shape.Key lanes = Objects.requireNonNull(SHAPES.keyAt("bridge.lanes"));
        assertThat(lanes.fallback()).isEqualTo("1");
        assertThat(lanes.required()).isFalse();
        assertThat(Objects.requireNonNull(SHAPES.keyAt("start")).required()).isTrue();
        assertThat(Objects.requireNonNull(SHAPES.keyAt("bridge.speed.loaded")).about())
                .isEqualTo("Speed of trucks that carry a load, in either direction.");
        assertThat(SHAPES.keyAt("demand.steel")).isNull();
        assertThat(SHAPES.keyAt("brigde.lanes")).isNull();
        assertThat(SHAPES.keyAt("nothing")).isNull();
    }
}
