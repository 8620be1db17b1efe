"""Five models in SimPy; what they print is in five_models.txt beside this file."""
import random
from math import sqrt
from statistics import mean, stdev

import simpy


# tag: queue
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
# end: queue


# tag: bank
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
# end: bank


# tag: machine
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
# end: machine


# tag: spares
def machine(env, places, crews, worked):
    while True:
        with places.request() as place:
            yield place
            worked.append(28_800 * random.expovariate(1))
            yield env.timeout(worked[-1])
        with crews.request() as crew:
            yield crew
            yield env.timeout(3_600 * random.expovariate(1))


def machines_running(seed):
    random.seed(seed)
    env = simpy.Environment()
    places = simpy.Resource(env, 10)
    crews = simpy.Resource(env, 2)
    worked = []
    for _ in range(13):
        env.process(machine(env, places, crews, worked))
    env.run(20_000 * 3_600)
    return sum(worked) / (20_000 * 3_600)
# end: spares


# tag: jobs
def job(env, groups, route, times):
    arrived = env.now
    for machines, seconds in (groups[number] for number in route):
        with machines.request() as turn:
            yield turn
            yield env.timeout(seconds * random.expovariate(1))
    times.append(env.now - arrived)


def jobs(env, groups, routes, times):
    while True:
        yield env.timeout(270 * random.expovariate(1))
        route = routes[0 if random.random() < 0.6 else 1]
        env.process(job(env, groups, route, times))


def minutes_in_shop(seed):
    random.seed(seed)
    env = simpy.Environment()
    groups = [(simpy.Resource(env, 3), 600), (simpy.Resource(env, 2), 300), (simpy.Resource(env, 1), 300)]
    times = []
    env.process(jobs(env, groups, [[0, 1, 2], [1, 0, 1]], times))
    env.run(100 * 3_600)
    times.clear()
    env.run(2_100 * 3_600)
    return mean(times) / 60
# end: jobs


# tag: interval
def said(what, values, t):
    print(f"{what}: {mean(values):.3f} +- {t * stdev(values) / sqrt(len(values)):.3f}")
# end: interval


print("SimPy", simpy.__version__)
said("mean wait, s", [mean_wait(seed) for seed in range(30)], 2.045)
said("share that gives up", [share_giving_up(seed) for seed in range(20)], 2.093)
said("parts an hour", [parts_an_hour(seed) for seed in range(20)], 2.093)
said("machines that run", [machines_running(seed) for seed in range(20)], 2.093)
said("minutes in the shop", [minutes_in_shop(seed) for seed in range(20)], 2.093)
