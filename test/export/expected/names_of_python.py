"""Names of Python.

Ids and functions are attributes, so names of modules, variables and built-ins do
not get in the way.

Made by Reactor Studio from a document of the format reactor-studio/schedule,
version 1. It needs Python 3.8 and Twisted 22.4, or newer ones.

Run it with: python3 names_of_python.py

It runs on twisted.internet.task.Clock, as unit tests do: no real time passes, but
the program advances the clock itself, from one due time to the next, until 5 s.
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
HORIZON = 5


class Task(Exception):
    """An error of this program's own."""


class NamesOfPython:
    """The objects of the program, and the functions that they call."""

    def __init__(self, clock: task.Clock) -> None:
        self._clock = clock
        self._print_calls = itertools.count(1)
        self.reactor: IDelayedCall | None = None
        self.d: defer.Deferred[Any] | None = None
        self.time: defer.DeferredQueue[Any] = defer.DeferredQueue()
        self.task: defer.Deferred[Any] | None = None
        self.main: IDelayedCall | None = None
        self.clock = task.LoopingCall(self.next)
        self.clock.clock = clock
        self._clock_done: defer.Deferred[Any] | None = None
        self.done: defer.Deferred[Any] | None = None
        self.HORIZON: defer.Deferred[Any] | None = None

    def start_reactor(self) -> None:
        """Start the delayed call reactor."""
        self.reactor = self._clock.callLater(1, self.print)

    def start_d(self) -> defer.Deferred[Any]:
        """Start the Deferred d."""
        d = defer.Deferred()
        d.addBoth(self.isinstance)
        d.addCallback(self.Failure)
        d.addBoth(self.isinstance)
        d.addErrback(self.min)
        self.d = d
        return d

    def start_task(self) -> defer.Deferred[Any]:
        """Start the queue get task."""
        d = self.time.get()
        d.addCallback(self.isinstance)
        self.task = d
        return d

    def start_main(self) -> None:
        """Start the delayed call main."""
        self.main = self._clock.callLater(2, self.next)

    def start_clock(self) -> defer.Deferred[Any]:
        """Start the LoopingCall clock."""
        self._clock_done = self.clock.start(1)
        return self._clock_done

    def start_done(self) -> defer.Deferred[Any]:
        """Start the DeferredList done."""
        self.start_d()
        self.start_clock()
        self.start_task()
        self.done = defer.DeferredList([self.d, self._clock_done, self.task])
        return self.done

    def start_log(self) -> None:
        """Start the service log."""
        self.start_HORIZON()

    def stop_log(self) -> None:
        """Stop the service log and what is in it, last first."""
        if self.HORIZON is not None:
            self.HORIZON.cancel()

    def start_HORIZON(self) -> defer.Deferred[Any]:
        """Start the deferLater HORIZON."""
        self.HORIZON = task.deferLater(self._clock, 3)
        return self.HORIZON

    def print(self) -> None:
        """Called by reactor."""
        call = next(self._print_calls)
        print(f"print {call} at {self._clock.seconds():.3f}")
        self.start_d()
        self.time.put("value")

    def isinstance(self, value: Any) -> Any:
        """Called by d, either way; d, either way; the callback of task."""
        shown = repr(value.value) if isinstance(value, Failure) else value
        print(f"isinstance {shown}")
        return value

    def Failure(self, result: Any) -> None:
        """Called by the callback of d."""
        print(f"Failure {result}")
        raise Task("own")

    def next(self) -> None:
        """Called by main; clock."""
        print("next")
        if self.d is None:
            raise RuntimeError("d has not been started")
        self.d.callback("shown")

    def min(self, failure: Failure) -> Any:
        """Called by the errback of d."""
        print(f"min {failure.value!r}")
        return None


def main(clock: task.Clock) -> None:
    """Start the program on the clock; where a start raises, the others go on."""
    program = NamesOfPython(clock)
    starts = [
        program.start_reactor,
        program.start_task,
        program.start_main,
        program.start_log,
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
