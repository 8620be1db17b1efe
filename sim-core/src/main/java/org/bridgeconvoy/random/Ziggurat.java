package org.bridgeconvoy.random;

import org.bridgeconvoy.numeric.Fdlibm;

/**
 * The tables and the rare branches of the ziggurat method (Marsaglia and Tsang, Journal of Statistical Software 5(8),
 * 2000) for a decreasing density f on [0, ∞): 256 layers of equal area v, the lowest of which has the tail beyond r.
 *
 * <p>A draw picks a layer and a position in it, from bits that do not overlap (Doornik 2005 shows why). The tables are
 * computed once, with fdlibm, and never change. r and v were computed with 40 digits from the condition that the
 * uppermost layer closes; a test checks that it does.
 */
final class Ziggurat {
    static final int LAYERS = 256;
    static final int LAYER_MASK = LAYERS - 1;

    static final Ziggurat EXPONENTIAL = exponential();
    static final Ziggurat GAUSSIAN = gaussian();

    /** Positions in a layer run over 2<sup>53</sup> integers, each exact as a double. */
    private static final double POSITIONS = 0x1p53;

    /** A position below this lies under the density for sure; by layer. */
    final long[] inside;

    /** What to multiply a position by; by layer. */
    final double[] width;

    /** The right edge of each layer; of the lowest, of the box of area v and its height. The last, index 256, is 0. */
    final double[] edge;

    /** The density at each edge (unnormalised, 1 at 0). */
    final double[] density;

    private Ziggurat(double[] edge, double[] density) {
        this.edge = edge;
        this.density = density;
        inside = new long[LAYERS];
        width = new double[LAYERS];
        for (int i = 0; i < LAYERS; i++) {
            inside[i] = (long) (edge[i + 1] / edge[i] * POSITIONS);
            width[i] = edge[i] / POSITIONS;
        }
    }

    private static Ziggurat exponential() {
        double r = 7.69711747013105;
        double v = 0.003949659822581557;
        double[] edge = new double[LAYERS + 1];
        double[] density = new double[LAYERS + 1];
        edge[1] = r;
        density[1] = Fdlibm.exp(-r);
        edge[0] = v / density[1];
        for (int i = 2; i < LAYERS; i++) {
            density[i] = v / edge[i - 1] + density[i - 1];
            edge[i] = -Fdlibm.log(density[i]);
        }
        density[LAYERS] = 1;
        return new Ziggurat(edge, density);
    }

    private static Ziggurat gaussian() {
        double r = 3.654152885361009;
        double v = 0.004928673233974655;
        double[] edge = new double[LAYERS + 1];
        double[] density = new double[LAYERS + 1];
        edge[1] = r;
        density[1] = Fdlibm.exp(-0.5 * r * r);
        edge[0] = v / density[1];
        for (int i = 2; i < LAYERS; i++) {
            density[i] = v / edge[i - 1] + density[i - 1];
            edge[i] = Math.sqrt(-2 * Fdlibm.log(density[i]));
        }
        density[LAYERS] = 1;
        return new Ziggurat(edge, density);
    }

    /** An exponential number from these bits and, if they do not do, from the stream. The tail is an exponential again. */
    static double exponential(RandomStream stream, long firstBits) {
        long bits = firstBits;
        double offset = 0;
        while (true) {
            int layer = (int) bits & LAYER_MASK;
            long position = bits >>> 11;
            double x = position * EXPONENTIAL.width[layer];
            if (position < EXPONENTIAL.inside[layer]) {
                return offset + x;
            }
            if (layer == 0) {
                offset += EXPONENTIAL.edge[1];
            } else if (EXPONENTIAL.heightIn(layer, stream) < Fdlibm.exp(-x)) {
                return offset + x;
            }
            bits = stream.nextLong();
        }
    }

    /** Goes on from a position (with a sign) that is not inside for sure. */
    static double gaussianOutside(RandomStream stream, int firstLayer, long firstPosition) {
        int layer = firstLayer;
        long position = firstPosition;
        while (true) {
            if (layer == 0) {
                return position < 0 ? -gaussianTail(stream) : gaussianTail(stream);
            }
            double x = position * GAUSSIAN.width[layer];
            if (GAUSSIAN.heightIn(layer, stream) < Fdlibm.exp(-0.5 * x * x)) {
                return x;
            }
            long bits = stream.nextLong();
            layer = (int) bits & LAYER_MASK;
            position = bits >> 10;
            if (Math.abs(position) < GAUSSIAN.inside[layer]) {
                return position * GAUSSIAN.width[layer];
            }
        }
    }

    /** A normal beyond r, by the method of Marsaglia (1964), the logarithms being exponential draws. */
    private static double gaussianTail(RandomStream stream) {
        double r = GAUSSIAN.edge[1];
        while (true) {
            double x = stream.nextExponential() / r;
            double y = stream.nextExponential();
            if (2 * y > x * x) {
                return r + x;
            }
        }
    }

    private double heightIn(int layer, RandomStream stream) {
        return density[layer] + stream.nextDouble() * (density[layer + 1] - density[layer]);
    }
}
