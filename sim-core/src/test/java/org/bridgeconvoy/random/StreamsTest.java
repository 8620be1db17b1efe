package org.bridgeconvoy.random;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StreamsTest {
    private static long[] first(RandomStream stream, int count) {
        return LongStream.generate(stream::nextLong).limit(count).toArray();
    }

    @Test
    void a_stream_does_not_depend_on_the_order_in_which_streams_are_asked_for() {
        Streams forth = Streams.of(7, 3);
        long[] loading = first(forth.stream("origin.loading.time"), 100);
        long[] customs = first(forth.stream("origin.customs.time"), 100);

        Streams back = Streams.of(7, 3);
        RandomStream customsAgain = back.stream("origin.customs.time");
        RandomStream loadingAgain = back.stream("origin.loading.time");
        // Drawn in turn, with a stream between that the first run did not have.
        for (int i = 0; i < 100; i++) {
            back.stream("another").nextLong();
            assertThat(customsAgain.nextLong()).isEqualTo(customs[i]);
            assertThat(loadingAgain.nextLong()).isEqualTo(loading[i]);
        }
    }

    @Test
    void replication_12_is_the_same_alone_and_after_eleven_others() {
        long[] alone = first(Streams.of(1, 12).stream("demand.poisson"), 50);
        long[] last = {};
        for (int r = 1; r <= 12; r++) {
            last = first(Streams.of(1, r).stream("demand.poisson"), 50);
        }
        assertThat(last).containsExactly(alone);
    }

    @Test
    void the_same_name_gives_the_same_stream_running_on() {
        Streams streams = Streams.of(1, 1);
        assertThat(streams.stream("speed")).isSameAs(streams.stream("speed"));
        assertThat(streams.stream("speed").nextLong())
                .isNotEqualTo(streams.stream("speed").nextLong());
    }

    @Test
    void streams_differ_in_seed_replication_and_name() {
        Set<Long> seen = new HashSet<>();
        int streams = 0;
        for (long seed : new long[] {0, 1, 2, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32}) {
            for (int replication : new int[] {1, 2, 3, 256, 65536, Integer.MAX_VALUE}) {
                for (String name : List.of("", "a", "b", "A", "aa", "speed.outbound", "speed.return", "\u4e39\u4e1c")) {
                    for (long value : first(Streams.of(seed, replication).stream(name), 4)) {
                        seen.add(value);
                    }
                    streams++;
                }
            }
        }
        assertThat(seen).hasSize(4 * streams);
    }

    @Test
    void streams_of_neighbouring_names_and_replications_are_uncorrelated() {
        // The correlation of n independent pairs has sd 1 / sqrt(n); 36 pairs of streams, each beyond 5.5 sd with
        // chance
        // 4e-8, so a false alarm has chance 2e-6.
        int n = 20_000;
        double[][] draws = new double[9][n];
        int k = 0;
        for (int replication = 1; replication <= 3; replication++) {
            for (String name : List.of("s1", "s2", "s3")) {
                RandomStream stream = Streams.of(1, replication).stream(name);
                for (int i = 0; i < n; i++) {
                    draws[k][i] = (stream.nextDouble() - 0.5) * Math.sqrt(12);
                }
                k++;
            }
        }
        for (int a = 0; a < draws.length; a++) {
            for (int b = 0; b < a; b++) {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += draws[a][i] * draws[b][i];
                }
                assertThat(sum / n).as("streams %s and %s", a, b).isCloseTo(0, within(5.5 / Math.sqrt(n)));
            }
        }
    }

    @Test
    void hash_of_the_name_is_murmur3_x64_128() {
        // Known values of MurmurHash3_x64_128 with seed 0 (Guava's Murmur3Hash128Test).
        assertThat(StreamSeed.murmur3(new byte[0])).containsExactly(0, 0);
        assertThat(StreamSeed.murmur3("The quick brown fox jumps over the lazy dog".getBytes(UTF_8)))
                .containsExactly(0xe34bbc7bbc071b6cL, 0x7a433ca9c49a9347L);
        assertThat(StreamSeed.murmur3("The quick brown fox jumps over the lazy cog".getBytes(UTF_8)))
                .containsExactly(0x658ca970ff85269aL, 0x43fee3eaa68e5c3eL);
    }

    @Test
    void state_is_never_all_zero() {
        for (int i = 0; i < 10_000; i++) {
            StreamSeed state = StreamSeed.of(i, 1, "name " + i);
            assertThat(state.state0() | state.state1() | state.state2() | state.state3())
                    .isNotZero();
        }
    }

    @Test
    void draws_of_a_seed_are_what_they_were_in_earlier_versions() {
        // Frozen output, not theory: it says that results of a seed have not changed.
        RandomStream stream = Streams.of(1, 1).stream("frozen");
        assertThat(stream.nextLong()).isEqualTo(-8703444507207896891L);
        assertThat(stream.nextDouble()).isEqualTo(0.024864234490678983);
        assertThat(stream.nextExponential()).isEqualTo(0.7560035642305476);
        assertThat(stream.nextGaussian()).isEqualTo(0.3273562263825944);
        assertThat(stream.nextInt(1000)).isEqualTo(117);
        assertThat(stream.nextBoolean()).isTrue();
    }

    @Test
    void replication_0_is_refused() {
        assertThatThrownBy(() -> Streams.of(1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("replication must be >= 1, got 0");
    }

    @Test
    void knows_what_it_was_made_from() {
        Streams streams = Streams.of(-5, 8);
        assertThat(streams.seed()).isEqualTo(-5);
        assertThat(streams.replication()).isEqualTo(8);
        assertThat(streams).hasToString("streams(seed=-5, replication=8)");
    }
}
