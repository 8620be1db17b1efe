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
import org.bridgeconvoy.bridge.run.plan.StationPlan;
import org.bridgeconvoy.bridge.run.plan.WorldPlan;
import org.bridgeconvoy.bridge.run.record.Buffers;
import org.bridgeconvoy.bridge.run.record.Recorder;
import org.bridgeconvoy.bridge.run.trip.ConvoyYard;
import org.bridgeconvoy.bridge.run.trip.Delivery;
import org.bridgeconvoy.bridge.run.trip.DemandSource;
import org.bridgeconvoy.bridge.run.trip.Dispatch;
import org.bridgeconvoy.bridge.run.trip.Fleet;
import org.bridgeconvoy.bridge.run.trip.ListedOnly;
import org.bridgeconvoy.bridge.run.trip.OwnStages;
import org.bridgeconvoy.bridge.run.trip.Rest;
import org.bridgeconvoy.bridge.run.trip.SkippedStation;
import org.bridgeconvoy.bridge.run.trip.Station;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TripTime;

/** Puts the parts of one run together: the phases of an instant in their order, and the steps of a trip from its end to its start. */
final class Assembly {

    private final RunContext context;
    private final WorldPlan world;
    private final Streams streams;
    private final Recorder recorder;
    private final Map<Stage, Station> stations = new EnumMap<>(Stage.class);

    // The phases of the pass, in their order.
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
        matching = context.pass().append();
        services = context.pass().append();
        convoys = context.pass().append();
        lanePhase = context.pass().append();
        ends = new ImmediateEnds(context, context.pass().append());
    }

    /** The parts of a run of the worlds, at time 0; nothing has begun. */
    static RunParts assemble(RunContext context, List<WorldPlan> worlds, Buffers buffers, Streams streams) {
        Recorder recorder = new Recorder(context, worlds.get(0).config(), buffers);
        return new Assembly(context, recorder, streams).parts(worlds);
    }

    private RunParts parts(List<WorldPlan> worlds) {
        ConvoyConfig config = world.config();
        Dispatch dispatch = new Dispatch(context, matching, recorder, worlds);
        Fleet fleet = new Fleet(context, recorder, dispatch);
        OwnStages own = new OwnStages(context, config.ownStages(), streams);
        Lane lane = new Lane(context, lanePhase, recorder, streams);
        Rest rest = new Rest(context, fleet, lane::catchUp, streams.stream("turnaround"));
        lane.leadTo(Direction.RETURN, own.behind(Stage.RETURN, rest));
        ConvoyYard returnYard = new ConvoyYard(
                context, convoys, Direction.RETURN, lane.entry(Direction.RETURN), config.destinationAheadNanos());
        Step delivery = new Delivery(context, recorder, own.behind(Stage.UNLOAD, returnYard));
        Step unload = station(Stage.UNLOAD, delivery);
        Step imports = station(Stage.IMPORT, own.behind(Stage.IMPORT, unload));
        lane.leadTo(Direction.OUTBOUND, own.behind(Stage.OUTBOUND, imports));
        ConvoyYard outboundYard =
                new ConvoyYard(context, convoys, Direction.OUTBOUND, lane.entry(Direction.OUTBOUND), 0);
        Step export = station(Stage.EXPORT, own.behind(Stage.EXPORT, outboundYard));
        Step load = station(Stage.LOAD, own.behind(Stage.LOAD, export));
        dispatch.leadTo(own.behind(Stage.TRUCK, load));
        List<DemandSource> sources = sources(dispatch);
        ListedOnly listedOnly = new ListedOnly(context, sources, config);
        RunParts parts = new RunParts(
                context, dispatch, fleet, lane, stations, outboundYard, returnYard, rest, sources, listedOnly);
        services.does(parts::beginServices);
        convoys.does(parts::releaseConvoys);
        return parts;
    }

    /** The step of a stage: its station, or one that is passed through where there is none. */
    private Step station(Stage stage, Step next) {
        StationPlan plan = world.station(stage);
        if (plan == null) {
            TripTime start = TripTime.valueOf(stage.name() + "_START");
            return new SkippedStation(context, start, TripTime.valueOf(stage.name() + "_END"), next);
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

    private List<DemandSource> sources(Dispatch dispatch) {
        List<DemandSource> sources = new ArrayList<>();
        int firstListedOnly = ListedOnly.firstCargo(world.config());
        for (int i = 0; i < world.streams().size(); i++) {
            sources.add(new DemandSource(context, recorder, dispatch, i, i >= firstListedOnly, streams));
        }
        return sources;
    }
}
