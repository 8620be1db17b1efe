package org.bridgeconvoy.bridge.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.run.context.ImmediateEnds;
import org.bridgeconvoy.bridge.run.context.Phase;
import org.bridgeconvoy.bridge.run.context.RunContext;
import org.bridgeconvoy.bridge.run.context.Step;
import org.bridgeconvoy.bridge.run.lane.Lane;
import org.bridgeconvoy.bridge.run.plan.ControlPlan;
import org.bridgeconvoy.bridge.run.plan.StationPlan;
import org.bridgeconvoy.bridge.run.plan.WorldPlan;
import org.bridgeconvoy.bridge.run.record.Buffers;
import org.bridgeconvoy.bridge.run.record.ControlRecord;
import org.bridgeconvoy.bridge.run.record.Recorder;
import org.bridgeconvoy.bridge.run.traffic.Traffic;
import org.bridgeconvoy.bridge.run.trip.ConvoyYard;
import org.bridgeconvoy.bridge.run.trip.Delivery;
import org.bridgeconvoy.bridge.run.trip.DemandSource;
import org.bridgeconvoy.bridge.run.trip.Dispatch;
import org.bridgeconvoy.bridge.run.trip.FarBank;
import org.bridgeconvoy.bridge.run.trip.Fleet;
import org.bridgeconvoy.bridge.run.trip.Fork;
import org.bridgeconvoy.bridge.run.trip.ListedOnly;
import org.bridgeconvoy.bridge.run.trip.OwnStages;
import org.bridgeconvoy.bridge.run.trip.Rest;
import org.bridgeconvoy.bridge.run.trip.Road;
import org.bridgeconvoy.bridge.run.trip.SkippedStation;
import org.bridgeconvoy.bridge.run.trip.Station;
import org.bridgeconvoy.bridge.run.trip.TripStart;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TripTime;
import org.jspecify.annotations.Nullable;

/** Puts the parts of one run together: the phases of an instant in order, and the steps of a trip from its end to its start. */
final class Assembly {

    private final RunContext context;
    private final WorldPlan world;
    private final Streams streams;
    private final Recorder recorder;
    private final OwnStages own;
    private final Map<Stage, Station> stations = new EnumMap<>(Stage.class);

    /** Whether some cargo travels back over the bridge. */
    private final boolean returns;

    // The phases of the pass, in order.
    private final Phase matching;
    private final Phase services;
    private final Phase convoys;
    private final Phase lanePhase;
    private final ImmediateEnds ends;

    private Assembly(RunContext context, Recorder recorder, Streams streams) {
        this.context = context;
        this.recorder = recorder;
        this.streams = streams;
        world = context.world().plan();
        returns = world.config().hasReturnLoads();
        own = new OwnStages(context, world.config().ownStages(), streams);
        matching = context.pass().append();
        services = context.pass().append();
        convoys = context.pass().append();
        lanePhase = context.pass().append();
        ends = new ImmediateEnds(context, context.pass().append());
    }

    /** The parts of a run through the worlds, at time 0, before anything has begun. */
    static RunParts assemble(
            RunContext context,
            List<WorldPlan> worlds,
            Buffers buffers,
            @Nullable ControlPlan controls,
            Streams streams) {
        ConvoyConfig config = worlds.get(0).config();
        ControlRecord record = controls == null ? null : new ControlRecord(controls, context, config);
        Recorder recorder = new Recorder(context, config, buffers, record);
        return new Assembly(context, recorder, streams).parts(worlds);
    }

    private RunParts parts(List<WorldPlan> worlds) {
        ConvoyConfig config = world.config();
        Dispatch dispatch = new Dispatch(context, matching, recorder, worlds, Direction.OUTBOUND);
        Fleet fleet = new Fleet(context, recorder, dispatch);
        Lane lane = new Lane(context, lanePhase, recorder, streams);
        Rest rest = new Rest(context, fleet, lane::catchUp, streams.stream("turnaround"));
        lane.leadTo(Direction.RETURN, own.behind(Stage.RETURN, wayHome(rest)));
        ConvoyYard returnYard = new ConvoyYard(
                context, convoys, Direction.RETURN, lane.entry(Direction.RETURN), config.destinationClock());
        Step back = wayBack(returnYard);
        FarBank farBank = returns ? farBank(worlds, back) : null;
        Step unload = unload(Stage.UNLOAD, farBank == null ? back : farBank);
        Step roadOut = road(Direction.RETURN, Direction.OUTBOUND, TripTime.ROAD_DESTINATION_OUT_END, unload);
        lane.leadTo(Direction.OUTBOUND, own.behind(Stage.OUTBOUND, stationAndOwn(Stage.IMPORT, roadOut)));
        ConvoyYard outboundYard = new ConvoyYard(
                context, convoys, Direction.OUTBOUND, lane.entry(Direction.OUTBOUND), config.originClock());
        dispatch.leadTo(tripStart(outboundYard));
        List<DemandSource> sources = sources(dispatch, farBank);
        ListedOnly listedOnly = new ListedOnly(context, sources, config);
        Traffic traffic = new Traffic(context, lane, streams);
        RunParts parts = new RunParts(
                context,
                dispatch,
                farBank,
                fleet,
                lane,
                stations,
                outboundYard,
                returnYard,
                rest,
                sources,
                listedOnly,
                traffic);
        matching.does(farBank == null ? dispatch::match : parts::match);
        services.does(parts::beginServices);
        convoys.does(parts::releaseConvoys);
        return parts;
    }

    /** From the bridge back to the origin's yard: with a return load through customs and to its unloading. */
    private Step wayHome(Rest rest) {
        if (!returns) {
            return road(Direction.OUTBOUND, Direction.RETURN, TripTime.ROAD_ORIGIN_BACK_END, rest);
        }
        Step yard = new Fork(unload(Stage.RETURN_UNLOAD, rest), rest);
        Step road = road(Direction.OUTBOUND, Direction.RETURN, TripTime.ROAD_ORIGIN_BACK_END, yard);
        return new Fork(stationAndOwn(Stage.RETURN_IMPORT, road), road);
    }

    /** From the destination's yard back to the bridge: with a return load through customs. */
    private Step wayBack(Step yard) {
        Step bridge = returns ? new Fork(stationAndOwn(Stage.RETURN_EXPORT, yard), yard) : yard;
        return road(Direction.RETURN, Direction.RETURN, TripTime.ROAD_DESTINATION_BACK_END, bridge);
    }

    private FarBank farBank(List<WorldPlan> worlds, Step back) {
        Step load = stationAndOwn(Stage.RETURN_LOAD, back);
        return new FarBank(context, matching, recorder, worlds, streams.stream("wait-for-load"), load, back);
    }

    /** From the assignment at the origin to the bridge. */
    private TripStart tripStart(Step yard) {
        Step export = stationAndOwn(Stage.EXPORT, yard);
        Step road = road(Direction.OUTBOUND, Direction.OUTBOUND, TripTime.ROAD_ORIGIN_OUT_END, export);
        Step load = stationAndOwn(Stage.LOAD, road);
        return new TripStart(context, own.behind(Stage.TRUCK, load));
    }

    /** Unloading, then delivery. */
    private Step unload(Stage stage, Step next) {
        return station(stage, new Delivery(context, recorder, own.behind(stage, next)));
    }

    /** The step of a stage, then the modeler's own stages after it. */
    private Step stationAndOwn(Stage stage, Step next) {
        return station(stage, own.behind(stage, next));
    }

    /** One way along the road of a bank; the next step itself where trips do not record that instant. */
    private Step road(Direction bank, Direction way, TripTime end, Step next) {
        if (!world.hasFurtherInstants()) {
            return next;
        }
        String name = "road." + (bank == Direction.OUTBOUND ? "origin." : "destination.") + way.label();
        return new Road(context, bank, end, streams.stream(name), next);
    }

    /** The step of a stage: its station, or a passage in no time where there is none. */
    private Step station(Stage stage, Step next) {
        StationPlan plan = world.station(stage);
        if (plan == null) {
            return new SkippedStation(context, stage, next);
        }
        Station station = new Station(
                context,
                services,
                ends,
                recorder.waits(stage),
                stage,
                plan,
                streams.stream("service." + stage.label()),
                next);
        stations.put(stage, station);
        return station;
    }

    private List<DemandSource> sources(Dispatch dispatch, @Nullable FarBank farBank) {
        List<DemandSource> sources = new ArrayList<>();
        int firstListedOnly = ListedOnly.firstCargo(world.config());
        for (int i = 0; i < world.streams().size(); i++) {
            boolean isReturn = world.streams().get(i).config().isReturn();
            Dispatch waiting = isReturn && farBank != null ? farBank.dispatch() : dispatch;
            sources.add(new DemandSource(context, recorder, waiting, i, i >= firstListedOnly, streams));
        }
        return sources;
    }
}
