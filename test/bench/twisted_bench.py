"""The workloads of the benchmark on real Twisted: prints operations a second.

Usage: twisted_bench.py WORKLOAD < parameters.json
"""
import json
import sys
import time

from twisted.internet import defer, task
from twisted.internet.base import ReactorBase


class VirtualReactor(ReactorBase):
    """The core of Twisted's reactor with a clock that jumps to the next due call."""

    _registerAsIOThread = False

    def __init__(self):
        self.now = 0.0
        super().__init__()

    def seconds(self):
        return self.now

    def installWaker(self):
        pass

    def removeAll(self):
        return []

    def doIteration(self, delay):
        if self._pendingTimedCalls:
            self.now = max(self.now, self._pendingTimedCalls[0].time)

    def drive(self, goesOn):
        """Iterate as long as goesOn() says so."""
        while goesOn():
            self.runUntilCurrent()
            self.timeout()
            self.doIteration(0)


class VirtualClock(task.Clock):
    """Twisted's Clock, which jumps to the next due call."""

    def drive(self, goesOn):
        """Advance as long as goesOn() says so."""
        while goesOn():
            self.advance(max(0.0, self.calls[0].getTime() - self.seconds()))


def periodic(parameters, reactor):
    firings = parameters["firings"]
    counts = [0] * len(parameters["intervals"])
    fired = [0]

    def counter(index):
        def count():
            counts[index] += 1
            fired[0] += 1
        return count

    for index, interval in enumerate(parameters["intervals"]):
        loop = task.LoopingCall(counter(index))
        loop.clock = reactor
        loop.start(interval, now=False)
    reactor.drive(lambda: fired[0] < firings)
    return sum(counts)


def oneShot(parameters, reactor):
    ran = [0]

    def run():
        ran[0] += 1

    calls = [reactor.callLater(delay, run) for delay in parameters["delays"]]
    cancelled = calls[::10]
    for call in cancelled:
        call.cancel()
    reactor.drive(lambda: ran[0] + len(cancelled) < len(calls))
    return len(calls)


def chain(parameters, reactor):
    made = [0]
    for _ in range(parameters["others"]):
        reactor.callLater(1e9, int)

    def again():
        made[0] += 1
        reactor.callLater(0.5, again)

    reactor.callLater(0.5, again)
    reactor.drive(lambda: made[0] < parameters["links"])
    return made[0]


def deferred(parameters):
    total = 0
    for start in range(int(parameters["hops"] / 10)):
        d = defer.Deferred()
        for _ in range(10):
            d.addCallback(lambda value: value + 1)
        d.callback(start)
        total += d.result - start
    return total


def nested(parameters):
    total = 0
    for start in range(int(parameters["hops"] / 10)):
        d = defer.Deferred()
        for _ in range(10):
            d.addCallback(lambda value: defer.succeed(value + 1))
        d.callback(start)
        total += d.result - start
    return total


def main():
    workloads = {
        "periodic": lambda parameters: periodic(parameters, VirtualReactor()),
        "periodicOnClock": lambda parameters: periodic(parameters, VirtualClock()),
        "oneShot": lambda parameters: oneShot(parameters, VirtualReactor()),
        "chain": lambda parameters: chain(parameters, VirtualReactor()),
        "chainOnClock": lambda parameters: chain(parameters, VirtualClock()),
        "deferred": deferred,
        "nested": nested,
    }
    run = workloads[sys.argv[1]]
    parameters = json.load(sys.stdin)
    start = time.perf_counter()
    operations = run(parameters)
    print(operations / (time.perf_counter() - start))


main()
