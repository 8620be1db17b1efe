package org.bridgeconvoy.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Oracle: {@link StrictMath}, bit for bit. */
class FdlibmTest {

    /** Constants of the algorithms at which they change their branch: the values beside these are tried too. */
    private static final double[] EDGES = {
        0,
        0x1p-1074,
        0x1p-1022,
        0x1p-54,
        0x1p-29,
        0x1p-28,
        0x1p-27,
        0x1p-20,
        0.5 * Math.log(2),
        1.5 * Math.log(2),
        0.25,
        0.2929,
        0.41422,
        0.5,
        0.693147,
        0.785,
        1,
        1.0397,
        Math.sqrt(1.5),
        Math.sqrt(2),
        Math.sqrt(3),
        2,
        3,
        20 * Math.log(2),
        19.5 * Math.log(2),
        22,
        56 * Math.log(2),
        56.5 * Math.log(2),
        708.4,
        709.782712893384,
        710.4758600739439,
        745.1332191019411,
        1023,
        1024,
        1074,
        1075,
        0x1p31,
        0x1p52,
        0x1p53,
        0x1p54,
        0x1p63,
        0x1p64,
        Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NaN
    };

    @SuppressWarnings("ImmutableEnumChecker")
    private enum Function {
        EXP(Fdlibm::exp, StrictMath::exp, 760),
        EXPM1(Fdlibm::expm1, StrictMath::expm1, 760),
        LOG(Fdlibm::log, StrictMath::log, 10),
        LOG1P(Fdlibm::log1p, StrictMath::log1p, 10),
        SINH(Fdlibm::sinh, StrictMath::sinh, 760),
        COSH(Fdlibm::cosh, StrictMath::cosh, 760),
        CBRT(Fdlibm::cbrt, StrictMath::cbrt, 10),
        SIN(Fdlibm::sin, StrictMath::sin, 0.785);

        private final DoubleUnaryOperator ours;
        private final DoubleUnaryOperator oracle;
        private final double range;

        Function(DoubleUnaryOperator ours, DoubleUnaryOperator oracle, double range) {
            this.ours = ours;
            this.oracle = oracle;
            this.range = range;
        }

        void holdAt(double x) {
            if (this == SIN && !(Math.abs(x) <= range)) {
                return;
            }
            double got = ours.applyAsDouble(x);
            double want = oracle.applyAsDouble(x);
            if (Double.doubleToLongBits(got) != Double.doubleToLongBits(want)) {
                throw new AssertionError(this + "(" + Double.toHexString(x) + ") is " + Double.toHexString(got)
                        + ", StrictMath says " + Double.toHexString(want));
            }
        }

        void holdAtMany(long seed, long count) {
            SplittableRandom random = new SplittableRandom(seed);
            for (long k = 0; k < count; k += 4) {
                holdAt(Double.longBitsToDouble(random.nextLong()));
                holdAt((2 * random.nextDouble() - 1) * range);
                holdAt((2 * random.nextDouble() - 1) * 2);
                holdAt(1 + (random.nextDouble() - 0.5) * StrictMath.scalb(1, -random.nextInt(54)));
            }
        }
    }

    private static void holdPower(double x, double y) {
        double got = Fdlibm.pow(x, y);
        double want = StrictMath.pow(x, y);
        if (Double.doubleToLongBits(got) != Double.doubleToLongBits(want)) {
            throw new AssertionError("pow(" + Double.toHexString(x) + ", " + Double.toHexString(y) + ") is "
                    + Double.toHexString(got) + ", StrictMath says " + Double.toHexString(want));
        }
    }

    private static void holdPowers(long seed, long count) {
        SplittableRandom random = new SplittableRandom(seed);
        for (long k = 0; k < count; k += 6) {
            double any = Double.longBitsToDouble(random.nextLong());
            double x = StrictMath.scalb(1 + random.nextDouble(), random.nextInt(-1074, 1023));
            double log2 = Math.max(1e-3, Math.abs(Math.getExponent(x)));
            holdPower(any, Double.longBitsToDouble(random.nextLong()));
            holdPower(x, (2 * random.nextDouble() - 1) * 1090 / log2);
            holdPower(random.nextDouble(), 10 * random.nextDouble());
            holdPower(-x, random.nextInt(-20, 20));
            double near = 1 + (random.nextDouble() - 0.5) * StrictMath.scalb(1, -random.nextInt(53));
            holdPower(near, (2 * random.nextDouble() - 1) * StrictMath.scalb(1, random.nextInt(70)));
            holdPower(2, (2 * random.nextDouble() - 1) * 1080);
        }
    }

    private static void aroundEdges(java.util.function.DoubleConsumer check) {
        for (double edge : EDGES) {
            long bits = Double.doubleToLongBits(edge);
            for (int k = -3; k <= 3; k++) {
                double x = Double.longBitsToDouble(bits + k);
                check.accept(x);
                check.accept(-x);
                // The branches look at the upper 32 bits.
                double cut = Double.longBitsToDouble((bits & 0xffffffff00000000L) + k);
                check.accept(cut);
                check.accept(-cut);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void has_the_bits_of_StrictMath_where_the_algorithm_changes(Function function) {
        aroundEdges(function::holdAt);
    }

    @ParameterizedTest
    @EnumSource
    void has_the_bits_of_StrictMath(Function function) {
        function.holdAtMany(1, 100_000);
    }

    @Test
    void powers_have_the_bits_of_StrictMath_where_the_algorithm_changes() {
        aroundEdges(x -> aroundEdges(y -> holdPower(x, y)));
    }

    @Test
    void powers_have_the_bits_of_StrictMath() {
        holdPowers(1, 200_000);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("fuzz")
    void has_the_bits_of_StrictMath_at_a_hundred_million_arguments(Function function) {
        function.holdAtMany(2, 100_000_000);
    }

    @Test
    @Tag("fuzz")
    void powers_have_the_bits_of_StrictMath_at_a_hundred_million_arguments() {
        holdPowers(2, 100_000_000);
    }

    @Test
    void the_sine_of_a_large_angle_is_refused() {
        assertThat(Fdlibm.sin(0.5)).isEqualTo(StrictMath.sin(0.5));
        assertThatThrownBy(() -> Fdlibm.sin(0.8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sin takes -0.785 to 0.785 rad, got 0.8");
    }
}
