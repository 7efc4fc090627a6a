"""Advanced by hand.

A clock that jumps: the loop misses ticks.

Made by Reactor Studio from a document of the format reactor-studio/schedule,
version 1. It needs Python 3.8 and Twisted 22.4, or newer ones.

Run it with: python3 advanced_by_hand.py

It runs on twisted.internet.task.Clock, as unit tests do: no real time passes, but
the program advances the clock itself, by the steps that are listed in ADVANCES.
All times are in seconds.
"""

from __future__ import annotations

from typing import Any

from twisted.internet import defer, task
from twisted.logger import Logger

log = Logger()
ADVANCES = [0.5, 0.5, 3, 1, 0.25]


class AdvancedByHand:
    """The objects of the program, and the functions that they call."""

    def __init__(self, clock: task.Clock) -> None:
        self._clock = clock
        self.loop = task.LoopingCall(self.tick)
        self.loop.clock = clock

    def start_loop(self) -> defer.Deferred[Any]:
        """Start the LoopingCall loop."""
        return self.loop.start(1, now=False)

    def tick(self) -> None:
        """Called by loop."""
        print(f"tick at {self._clock.seconds():.3f}")


def main(clock: task.Clock) -> None:
    """Start the program on the clock; where a start raises, the others go on."""
    program = AdvancedByHand(clock)
    starts = [program.start_loop]
    for start in starts:
        try:
            start()
        except Exception:
            log.failure("A start raised")


def drive(clock: task.Clock) -> None:
    """Advance the clock by each of ADVANCES; what a call raises is logged."""
    for amount in ADVANCES:
        try:
            clock.advance(amount)
        except Exception:
            log.failure("A call raised")


if __name__ == "__main__":
    clock = task.Clock()
    main(clock)
    drive(clock)
