package org.example.convoy;

import java.util.List;
import org.bridgeconvoy.bridge.demand.ArrivalPattern;
import org.bridgeconvoy.bridge.demand.DemandCurve;
import org.bridgeconvoy.bridge.module.ArrivalModule;
import org.bridgeconvoy.bridge.module.Setting;
import org.bridgeconvoy.bridge.module.Settings;
import org.bridgeconvoy.random.RandomStream;

/** Consignments come by the trainload: all of a train at once, when so much has been ordered. */
public final class Trains implements ArrivalModule {

    @Override
    public String name() {
        return "trains";
    }

    @Override
    public String about() {
        return "Trainloads: a number of consignments at once.";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.whole("truckloads", "Truckloads of a train.").between(1, 1000));
    }

    @Override
    public ArrivalPattern create(Settings settings) {
        return new Pattern(settings.whole("truckloads"));
    }

    private record Pattern(int truckloads) implements ArrivalPattern {

        @Override
        public Arrivals start(DemandCurve demand, RandomStream random) {
            DemandCurve.Reader ordered = demand.reader();
            return new Arrivals() {
                private long arrived;

                @Override
                public long next() {
                    long train = arrived++ / truckloads + 1;
                    return ordered.timeOf(train * truckloads);
                }
            };
        }
    }
}
