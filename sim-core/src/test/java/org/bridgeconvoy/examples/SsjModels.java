package org.bridgeconvoy.examples;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import umontreal.ssj.randvar.ExponentialGen;
import umontreal.ssj.rng.MRG32k3a;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Sim;
import umontreal.ssj.stat.Tally;

/** The models of {@link ThreeModels} in SSJ's event view, for the page for its users. */
final class SsjModels {
    private SsjModels() {}

    // tag: queue
    static final class TwoServers {
        private final MRG32k3a arrivals = new MRG32k3a();
        private final MRG32k3a services = new MRG32k3a();
        private final Deque<Double> line = new ArrayDeque<>();
        private final Tally waits = new Tally();
        private int busy;

        private final class Arrival extends Event {
            @Override
            public void actions() {
                new Arrival().schedule(ExponentialGen.nextDouble(arrivals, 1.6));
                if (busy < 2) {
                    busy++;
                    waits.add(0);
                    new Departure().schedule(ExponentialGen.nextDouble(services, 1));
                } else {
                    line.addLast(Sim.time());
                }
            }
        }

        private final class Departure extends Event {
            @Override
            public void actions() {
                if (line.isEmpty()) {
                    busy--;
                } else {
                    waits.add(Sim.time() - line.removeFirst());
                    new Departure().schedule(ExponentialGen.nextDouble(services, 1));
                }
            }
        }

        private final class EndOfWarmUp extends Event {
            @Override
            public void actions() {
                waits.init();
            }
        }

        double meanWait() {
            Sim.init();
            line.clear();
            busy = 0;
            new EndOfWarmUp().schedule(2_000);
            new End().schedule(22_000);
            new Arrival().schedule(ExponentialGen.nextDouble(arrivals, 1.6));
            Sim.start();
            return waits.average();
        }
    }

    static Tally queue() {
        TwoServers model = new TwoServers();
        Tally means = new Tally();
        for (int run = 1; run <= 30; run++) {
            means.add(model.meanWait());
        }
        return means;
    }
    // end: queue

    // tag: end
    static final class End extends Event {
        @Override
        public void actions() {
            Sim.stop();
        }
    }
    // end: end

    // tag: bank
    static final class Bank {
        private final MRG32k3a random = new MRG32k3a();
        private final Deque<GivingUp> line = new ArrayDeque<>();
        private boolean busy;
        private int served;
        private int gaveUp;

        private final class NextClient extends Event {
            @Override
            public void actions() {
                new NextClient().schedule(ExponentialGen.nextDouble(random, 1));
                if (busy) {
                    GivingUp client = new GivingUp();
                    client.schedule(ExponentialGen.nextDouble(random, 0.5));
                    line.addLast(client);
                } else {
                    serve();
                }
            }
        }

        private final class GivingUp extends Event {
            @Override
            public void actions() {
                line.remove(this);
                gaveUp++;
            }
        }

        private final class EndOfService extends Event {
            @Override
            public void actions() {
                if (line.isEmpty()) {
                    busy = false;
                } else {
                    line.removeFirst().cancel();
                    serve();
                }
            }
        }

        private void serve() {
            busy = true;
            served++;
            new EndOfService().schedule(ExponentialGen.nextDouble(random, 1));
        }

        double shareGivingUp() {
            Sim.init();
            line.clear();
            busy = false;
            served = 0;
            gaveUp = 0;
            new End().schedule(20_000);
            new NextClient().schedule(ExponentialGen.nextDouble(random, 1));
            Sim.start();
            return (double) gaveUp / (gaveUp + served);
        }
    }
    // end: bank

    static Tally bank() {
        Bank model = new Bank();
        Tally shares = new Tally();
        for (int run = 1; run <= 20; run++) {
            shares.add(model.shareGivingUp());
        }
        return shares;
    }

    // tag: machine
    static final class Machine {
        private final MRG32k3a random = new MRG32k3a();
        private int parts;
        private double left;

        private final class EndOfPart extends Event {
            @Override
            public void actions() {
                parts++;
                schedule(600 * ExponentialGen.nextDouble(random, 1)); // there is always a next part
            }
        }

        private final class Failure extends Event {
            private final Event part;

            Failure(Event part) {
                this.part = part;
            }

            @Override
            public void actions() {
                left = part.time() - Sim.time();
                part.cancel();
                new Repair(part).schedule(7_200 * ExponentialGen.nextDouble(random, 1));
            }
        }

        private final class Repair extends Event {
            private final Event part;

            Repair(Event part) {
                this.part = part;
            }

            @Override
            public void actions() {
                part.schedule(left);
                new Failure(part).schedule(36_000 * ExponentialGen.nextDouble(random, 1));
            }
        }

        double partsAnHour() {
            Sim.init();
            parts = 0;
            EndOfPart part = new EndOfPart();
            part.schedule(600 * ExponentialGen.nextDouble(random, 1));
            new Failure(part).schedule(36_000 * ExponentialGen.nextDouble(random, 1));
            new End().schedule(5_000 * 3_600);
            Sim.start();
            return parts / 5_000.0;
        }
    }
    // end: machine

    static Tally machine() {
        Machine model = new Machine();
        Tally parts = new Tally();
        for (int run = 1; run <= 20; run++) {
            parts.add(model.partsAnHour());
        }
        return parts;
    }

    /** SSJ hands out streams by static state: sets that to its beginning. */
    static void seed() {
        MRG32k3a.setPackageSeed(new long[] {12345, 12345, 12345, 12345, 12345, 12345});
    }

    static String run() {
        seed();
        return said("mean wait, s", queue()) + said("share that gives up", bank()) + said("parts an hour", machine());
    }

    private static String said(String what, Tally tally) {
        double[] centerAndRadius = new double[2];
        tally.confidenceIntervalStudent(0.95, centerAndRadius);
        return String.format(Locale.ROOT, "%s: %.3f +- %.3f\n", what, centerAndRadius[0], centerAndRadius[1]);
    }
}
