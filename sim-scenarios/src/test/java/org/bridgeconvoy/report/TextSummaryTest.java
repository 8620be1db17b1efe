package org.bridgeconvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextSummaryTest {

    @Test
    void a_summary_reads_from_what_came_through_to_the_warnings() {
        assertThat(TextSummary.of(SampleResult.of())).isEqualTo("""
                Hours for <cloth>: no difference from no-closure can be told (3 +- 6 more, 21
                  instead of 19). Chance may be all of it; 1 of 2 inputs is assumed.
                What limits: trucks. Tried without gain: headway.

                sample
                  Does a sample print well? It has "quotes" and a second
                  2024-12-31 to 2025-01-01 (2 d, no warm-up); 3 trucks
                  2 replications, seed 7, Bridge Convoy 1.0.0-TEST

                Answers                             mean  95% interval  least  most
                hours for <cloth>                   20 h         +- 10     20    20
                  no-closure                        19 h          +- 6     18    19
                  difference (undecided)            +3 h          +- 6      2     3
                days until made up for, at least   1.5 d           n/a    1.5   1.5
                days until the need is met (more)    n/a           n/a    n/a   n/a
                  days until made up for: not by the end in 1 of 2 replications, which the mean
                  leaves out
                  days until the need is met (more): not by the end in 2 of 2 replications,
                  which the mean leaves out

                What came through                    mean  95% interval  least   most
                outbound trucks a day                 102          +- 6    102    103
                return trucks a day                    99          +- 0     99     99
                tonnes delivered a day            4,100 t        +- 300  4,100  4,100
                  cloth                           4,100 t        +- 300  4,100  4,100
                  brick, red                          0 t          +- 0      0      0
                hours from consigned to unloaded     20 h         +- 10     20     20

                Days until the last is unloaded   mean  95% interval  least  most
                cloth (at least)                 1.5 d           n/a    1.5   1.5
                  cloth: not cleared by the end in 1 of 2 replications, which the mean leaves
                  out: it is a lower bound

                Waiting for, min    mean  95% interval  95th percentile  mean queue  longest
                loading                2          +- 6    11 (10 to 13)           1        9
                the bridge, return   n/a           n/a              n/a         n/a      n/a

                Where the time goes           truck-hours a day  share
                bridge, outbound: other                      60  83.3%  ####################
                direction's turn or hours
                no consignment                               12  16.7%  ####

                What limits: trucks (fleet.trucks)
                  relaxed alone (3 to 4) it gains 410.25 +- 12.50 t/d delivered, the most of 2
                  constraints
                  relaxed alone        change      gain  95% jointly
                  trucks               3 to 4  +410 t/d        +- 10    gains
                  headway        60 s to 54 s     0 t/d         +- 0  no gain
                  not tried: fleet.payload: no load is larger than a truck carries

                Lane, trucks a day  could pass  passed  95% interval
                outbound                 600.0     102          +- 6
                return                     n/a      99          +- 0
                  could pass: a truck at every headway
                  could pass: no headway and no limit bounds it

                least and most: of replications' means, not of single days; of a percentile, of
                  observations

                warning: only two replications, so intervals are wide; give --replications 30
                """);
    }

    @Test
    void no_line_is_wider_than_the_terminal() {
        for (int width : new int[] {60, 72, 80, 100, 132}) {
            assertThat(TextSummary.of(SampleResult.of(), NotKnown.NONE, width).lines())
                    .allMatch(line -> line.length() <= width);
        }
    }

    @Test
    void a_long_text_is_broken_at_spaces() {
        assertThat(TextLines.wrapped("> ", "  ", "word ".repeat(40), 100))
                .hasSize(3)
                .allMatch(line -> line.length() <= 100)
                .allMatch(line -> !line.endsWith(" "));
    }
}
