"""Three models in SimPy; what they print is in three_models.txt beside this file."""
import random
from math import sqrt
from statistics import mean, stdev

import simpy


def customer(env, servers, waits):
    arrived = env.now
    with servers.request() as turn:
        yield turn
        waits.append(env.now - arrived)
        yield env.timeout(random.expovariate(1))


def customers(env, servers, waits):
    while True:
        yield env.timeout(random.expovariate(1.6))
        env.process(customer(env, servers, waits))


def mean_wait(seed):
    random.seed(seed)
    env = simpy.Environment()
    waits = []
    env.process(customers(env, simpy.Resource(env, 2), waits))
    env.run(2_000)
    waits.clear()
    env.run(22_000)
    return mean(waits)


def client(env, counter, counts):
    with counter.request() as turn:
        outcome = yield turn | env.timeout(2 * random.expovariate(1))
        if turn not in outcome:
            counts["gave up"] += 1
            return
        counts["served"] += 1
        yield env.timeout(random.expovariate(1))


def clients(env, counter, counts):
    while True:
        yield env.timeout(random.expovariate(1))
        env.process(client(env, counter, counts))


def share_giving_up(seed):
    random.seed(seed)
    env = simpy.Environment()
    counts = {"served": 0, "gave up": 0}
    env.process(clients(env, simpy.Resource(env, 1), counts))
    env.run(20_000)
    return counts["gave up"] / sum(counts.values())


def making(env, machine, counts):
    while True:
        left = 600 * random.expovariate(1)
        while left > 0:
            with machine.request(priority=1) as turn:
                yield turn
                began = env.now
                try:
                    yield env.timeout(left)
                    left = 0
                except simpy.Interrupt:
                    left -= env.now - began
        counts["parts"] += 1


def failing(env, machine):
    while True:
        yield env.timeout(36_000 * random.expovariate(1))
        with machine.request(priority=0) as turn:
            yield turn
            yield env.timeout(7_200 * random.expovariate(1))


def parts_an_hour(seed):
    random.seed(seed)
    env = simpy.Environment()
    machine = simpy.PreemptiveResource(env, 1)
    counts = {"parts": 0}
    env.process(making(env, machine, counts))
    env.process(failing(env, machine))
    env.run(5_000 * 3_600)
    return counts["parts"] / 5_000


def said(what, values, t):
    print(f"{what}: {mean(values):.3f} +- {t * stdev(values) / sqrt(len(values)):.3f}")


print("SimPy", simpy.__version__)
said("mean wait, s", [mean_wait(seed) for seed in range(30)], 2.045)
said("share that gives up", [share_giving_up(seed) for seed in range(20)], 2.093)
said("parts an hour", [parts_an_hour(seed) for seed in range(20)], 2.093)
