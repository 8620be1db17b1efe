package org.bridgeconvoy.benchmarks

import kotlin.time.Duration.Companion.nanoseconds
import org.kalasim.Component
import org.kalasim.Environment

/**
 * The M/M/1 queue as two processes of kalasim, with our sampler and our ring as the queue: less work for kalasim than customers that
 * are components of their own and request a resource.
 */
internal class KalasimMm1(private val draws: Mm1, tracking: Boolean) {
    private val environment = Environment()
    private val inSystem = LongQueue()
    private val server: Server
    private var total = 0L
    private var arrived = 0
    private var left = 0

    init {
        if (!tracking) {
            environment.entityTrackingDefaults.disableAll()
        }
        server = Server()
        Source()
    }

    private fun nanos() = (environment.now - environment.startDate).inWholeNanoseconds

    private inner class Source : Component(koin = environment.getKoin()) {
        override fun process() = sequence {
            while (arrived < Mm1.CUSTOMERS) {
                hold(draws.untilArrival().nanoseconds)
                arrived++
                inSystem.add(nanos())
                if (server.isPassive) {
                    server.activate()
                }
            }
        }
    }

    private inner class Server : Component(koin = environment.getKoin()) {
        override fun process() = sequence {
            while (left < Mm1.CUSTOMERS) {
                if (inSystem.isEmpty()) {
                    passivate()
                }
                hold(draws.service().nanoseconds)
                total += nanos() - inSystem.remove()
                left++
            }
        }
    }

    /** Runs until all customers have left; the mean time in the system in seconds. */
    fun run(): Double {
        environment.run()
        return total / 1e9 / left
    }
}
