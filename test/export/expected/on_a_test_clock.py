"""On a test clock.

The same things on task.Clock, advanced from one deadline to the next.

Made by Reactor Studio from a document of the format reactor-studio/schedule,
version 1. It needs Python 3.8 and Twisted 22.4, or newer ones.

Run it with: python3 on_a_test_clock.py

It runs on twisted.internet.task.Clock, as unit tests do: no real time passes, but
the program advances the clock itself, from one due time to the next, until 10 s.
All times are in seconds.
"""

from __future__ import annotations

import itertools
from typing import Any

from twisted.internet import defer, task
from twisted.internet.interfaces import IDelayedCall
from twisted.logger import Logger
from twisted.python.failure import Failure

log = Logger()
HORIZON = 10


class LoopError(Exception):
    """An error of this program's own."""


class OnATestClock:
    """The objects of the program, and the functions that they call."""

    def __init__(self, clock: task.Clock) -> None:
        self._clock = clock
        self._tick_calls = itertools.count(1)
        self._cooperator = task.Cooperator(
            scheduler=lambda step: clock.callLater(1e-8, step),
        )
        self.loop = task.LoopingCall(self.tick)
        self.loop.clock = clock
        self.job: task.CooperativeTask | None = None
        self.bad: IDelayedCall | None = None
        self.end: IDelayedCall | None = None
        self.far: IDelayedCall | None = None
        self.world: list[IDelayedCall] = []

    def start_loop(self) -> defer.Deferred[Any]:
        """Start the LoopingCall loop."""
        d = self.loop.start(2)
        d.addErrback(self.say)
        return d

    def start_job(self) -> defer.Deferred[Any]:
        """Start the cooperative task job."""
        self.job = self._cooperator.cooperate(self.slice() for _ in range(2))
        return self.job.whenDone()

    def start_bad(self) -> None:
        """Start the delayed call bad."""
        self.bad = self._clock.callLater(3, self.oops)

    def start_end(self) -> None:
        """Start the delayed call end."""
        self.end = self._clock.callLater(3, self.late)

    def start_far(self) -> None:
        """Start the delayed call far."""
        self.far = self._clock.callLater(11, self.after)

    def start_world(self) -> None:
        """Start the outside event world."""
        moments = [1, 9]
        self.world = [self._clock.callLater(moment, self.after) for moment in moments]

    def tick(self) -> None:
        """Called by loop."""
        call = next(self._tick_calls)
        print(f"tick {call} at {self._clock.seconds():.3f}")
        if call == 3:
            raise LoopError("third")

    def slice(self) -> None:
        """Called by job."""
        print("slice")

    def late(self) -> None:
        """Called by end."""
        print(f"late at {self._clock.seconds():.3f}")
        self._clock.stop()

    def oops(self) -> None:
        """Called by bad."""
        raise KeyError("oops")

    def after(self) -> None:
        """Called by far; world."""
        print(f"after at {self._clock.seconds():.3f}")

    def say(self, failure: Failure) -> None:
        """Called by the errback of loop."""
        print(f"ended: {failure.value!r}")


def main(clock: task.Clock) -> None:
    """Start the program on the clock; where a start raises, the others go on."""
    program = OnATestClock(clock)
    starts = [
        program.start_world,
        program.start_loop,
        program.start_job,
        program.start_bad,
        program.start_end,
        program.start_far,
    ]
    for start in starts:
        try:
            start()
        except Exception:
            log.failure("A start raised")


def drive(clock: task.Clock) -> None:
    """Advance the clock to one due time after another, until HORIZON."""
    while clock.getDelayedCalls():
        due = min(call.getTime() for call in clock.getDelayedCalls())
        if due > HORIZON:
            break
        try:
            clock.advance(max(0, due - clock.seconds()))
        except Exception:
            log.failure("A call raised")


if __name__ == "__main__":
    clock = task.Clock()
    main(clock)
    drive(clock)
