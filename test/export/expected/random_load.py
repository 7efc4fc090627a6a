"""Random load.

Every way to draw a duration.

Made by Reactor Studio from a document of the format reactor-studio/schedule,
version 1. It needs Python 3.8 and Twisted 22.4, or newer ones.

Run it with: python3 random_load.py

It runs on the reactor, in real time, and ends after 100 s. All times are in
seconds.
"""

from __future__ import annotations

import itertools
import math
import random
import time
from typing import Any

from twisted.internet import defer, task
from twisted.internet.base import ReactorBase
from twisted.internet.interfaces import IDelayedCall

HORIZON = 100
SEED = 42


class RandomLoad:
    """The objects of the program, and the functions that they call."""

    def __init__(self, reactor: ReactorBase) -> None:
        self._reactor = reactor
        self._serve_calls = itertools.count(1)
        self._request_delay = random.Random(f"{SEED}/request.delay")
        self._slow_delay = random.Random(f"{SEED}/slow.delay")
        self._serve_0_for = random.Random(f"{SEED}/serve.0.for")
        self._serve_1_chance = random.Random(f"{SEED}/serve.1.chance")
        self._serve_1_for = random.Random(f"{SEED}/serve.1.for")
        self._serve_3_chance = random.Random(f"{SEED}/serve.3.chance")
        self._serve_4_for = random.Random(f"{SEED}/serve.4.for")
        self._serve_5_for = random.Random(f"{SEED}/serve.5.for")
        self._serve_7_for = random.Random(f"{SEED}/serve.7.for")
        self.arrival = task.LoopingCall.withCount(self.counted)
        self.arrival.clock = reactor
        self.request: IDelayedCall | None = None
        self.slow: defer.Deferred[Any] | None = None

    def start_arrival(self) -> defer.Deferred[Any]:
        """Start the LoopingCall arrival."""
        return self.arrival.start(1)

    def start_request(self) -> None:
        """Start the delayed call request."""
        self.request = self._reactor.callLater(
            self._request_delay.expovariate(1 / 3),
            self.serve,
        )

    def start_slow(self) -> defer.Deferred[Any]:
        """Start the deferLater slow."""
        self.slow = task.deferLater(
            self._reactor,
            self._slow_delay.choices(
                [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6],
                [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
            )[0],
            self.serve,
        )
        return self.slow

    def serve(self) -> None:
        """Called by request; slow."""
        call = next(self._serve_calls)
        time.sleep(self._serve_0_for.uniform(0.1, 0.2))
        if self._serve_1_chance.random() < 0.25:
            time.sleep(self._serve_1_for.expovariate(1 / 0.5))
        time.sleep(0)
        if 2 <= call <= 9 and self._serve_3_chance.random() < 0.5:
            print(f"aaaaa {call}")
        time.sleep(max(0.0, self._serve_4_for.normalvariate(1, 0.2)))
        time.sleep(self._serve_5_for.lognormvariate(math.log(2), 0.5))
        time.sleep(0)
        if call % 10 == 0:
            time.sleep(self._serve_7_for.choices([0.1, 2], [3, 1])[0])

    def counted(self, count: int) -> None:
        """Called by arrival."""
        print(f"{count} since the last")
        if count == 1:
            self.start_request()


def main(reactor: ReactorBase) -> defer.Deferred[None]:
    """Start the program on the reactor; it ends after HORIZON seconds."""
    program = RandomLoad(reactor)
    reactor.callWhenRunning(program.start_arrival)
    reactor.callWhenRunning(program.start_slow)
    return task.deferLater(reactor, HORIZON)


if __name__ == "__main__":
    task.react(main)
