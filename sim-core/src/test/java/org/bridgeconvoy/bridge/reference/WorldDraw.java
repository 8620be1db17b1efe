package org.bridgeconvoy.bridge.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.config.BankConfig;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.ConvoyConfigBuilder;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;

/** Draws the parts of a world and puts them together. */
final class WorldDraw {

    private final Dice dice;
    private final int hours;
    private final ClockDraw clocks;
    private final LocalDate start;

    WorldDraw(Dice dice) {
        this.dice = dice;
        hours = dice.between(6, 54);
        clocks = new ClockDraw(dice);
        start = clocks.start();
    }

    ConvoyConfig world() {
        ConvoyConfigBuilder world = ConvoyConfig.builder().start(start).horizonNanos(hours * Nanos.HOUR);
        if (dice.has("warm-up")) {
            world.warmUpNanos(dice.between(0, hours * 60 - 1) * Nanos.MINUTE);
        }
        BridgeDraw bridge = new BridgeDraw(dice, hours);
        BankDraw banks = new BankDraw(dice, clocks);
        world.bridge(bridge.bridge());
        if (dice.has("traffic")) {
            world.traffic(new TrafficDraw(dice, start).streams());
            if (dice.chance(0.2)) {
                dice.note("traffic alone");
                world.origin(BankConfig.of(clocks.origin())).destination(BankConfig.of(clocks.destination()));
                return withChanges(world.build(), bridge, banks);
            }
        }
        List<TruckClass> fleet = fleet();
        DemandDraw demand = new DemandDraw(dice, start, fleet, hours);
        world.outboundConvoys(bridge.convoys("convoys.outbound"))
                .returnConvoys(bridge.convoys("convoys.return"))
                .fleet(fleet);
        if (dice.has("fleet.wait-for-load")) {
            world.waitForLoadSeconds(dice.oneOf(
                    Distribution.constant(600),
                    Distribution.constant(7200),
                    Distribution.exponential(3600),
                    fewValues()));
        }
        banks.into(world);
        world.demand(demand.streams()).consignments(demand.listed());
        return withChanges(world.build(), bridge, banks);
    }

    private ConvoyConfig withChanges(ConvoyConfig world, BridgeDraw bridge, BankDraw banks) {
        return world.withChanges(new ChangesDraw(dice, hours, bridge, banks).changes(world));
    }

    private List<TruckClass> fleet() {
        List<TruckClass> classes = new ArrayList<>();
        dice.note("fleet");
        boolean several = dice.has("fleet.classes");
        int count = several ? dice.between(2, 3) : 1;
        String path = several ? "fleet.classes." : "fleet.";
        dice.note(path + "trucks");
        for (int i = 0; i < count; i++) {
            TruckClass one = TruckClass.of(several ? dice.between(i == 0 ? 1 : 0, 4) : dice.between(1, 9))
                    .withName(several ? "class" + i : "");
            if (dice.has(path + "payload")) {
                one = one.withPayloadTonnes(dice.oneOf(7.3, 10.0, 25.0));
            }
            if (dice.has(path + "tare")) {
                one = one.withTareTonnes(dice.oneOf(5.0, 12.0, 12.5));
            }
            if (dice.has(path + "turnaround")) {
                one = one.withTurnaroundSeconds(
                        dice.oneOf(Distribution.constant(600), Distribution.exponential(900), fewValues()));
            }
            classes.add(one);
        }
        return classes;
    }

    private static Distribution fewValues() {
        return Distribution.discrete(new double[] {0, 300}, new double[] {0.5, 0.5});
    }
}
