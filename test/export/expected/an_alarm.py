"""An alarm.

A Deferred that others fire, fail, pause and cancel; calls that are moved.

Made by Reactor Studio from a document of the format reactor-studio/schedule,
version 1. It needs Python 3.8 and Twisted 22.4, or newer ones.

Run it with: python3 an_alarm.py

It runs on the reactor, in real time, and ends after 60 s. All times are in
seconds.
"""

from __future__ import annotations

import itertools
from typing import Any

from twisted.internet import defer, task
from twisted.internet.base import ReactorBase
from twisted.internet.interfaces import IDelayedCall

HORIZON = 60


class AlarmError(Exception):
    """An error of this program's own."""


class AnAlarm:
    """The objects of the program, and the functions that they call."""

    def __init__(self, reactor: ReactorBase) -> None:
        self._reactor = reactor
        self._ring_calls = itertools.count(1)
        self._snooze_calls = itertools.count(1)
        self._tick_calls = itertools.count(1)
        self.job: defer.Deferred[Any] | None = None
        self.alarm: IDelayedCall | None = None
        self.ticking = task.LoopingCall(self.tick)
        self.ticking.clock = reactor
        self.button: list[IDelayedCall] = []

    def start_job(self) -> defer.Deferred[Any]:
        """Start the Deferred job."""
        d = defer.Deferred(self.tidy)
        d.addCallback(self.wake)
        self.job = d
        return d

    def start_alarm(self) -> None:
        """Start the delayed call alarm."""
        self.alarm = self._reactor.callLater(10, self.ring)

    def start_ticking(self) -> defer.Deferred[Any]:
        """Start the LoopingCall ticking."""
        return self.ticking.start(1)

    def start_button(self) -> None:
        """Start the outside event button."""
        self.button = [self._reactor.callLater(3, self.snooze)]

    def ring(self) -> None:
        """Called by alarm."""
        call = next(self._ring_calls)
        if self.job is None:
            raise RuntimeError("job has not been started")
        self.job.pause()
        self.job.callback("ring")
        self.job.unpause()
        if call >= 2:
            self.job.errback(AlarmError())

    def snooze(self) -> None:
        """Called by button."""
        call = next(self._snooze_calls)
        if self.alarm is None:
            raise RuntimeError("alarm has not been started")
        self.alarm.reset(7)
        self.alarm.delay(2.5)
        if call == 2:
            self.alarm.cancel()
        self.ticking.reset()

    def tick(self) -> None:
        """Called by ticking."""
        call = next(self._tick_calls)
        print("tick")
        if call % 3 == 0:
            self.ticking.stop()

    def wake(self, result: Any) -> None:
        """Called by the callback of job."""
        print(f"awake: {result}")
        if self.job is None:
            raise RuntimeError("job has not been started")
        self.job.cancel()

    def tidy(self, deferred: defer.Deferred[Any]) -> None:
        """Called by the canceller of job."""
        print("cancelled")
        if self.job is None:
            raise RuntimeError("job has not been started")
        self.job.errback(defer.TimeoutError("too late"))


def main(reactor: ReactorBase) -> defer.Deferred[None]:
    """Start the program on the reactor; it ends after HORIZON seconds."""
    program = AnAlarm(reactor)
    program.start_button()
    reactor.callWhenRunning(program.start_job)
    reactor.callWhenRunning(program.start_alarm)
    reactor.callWhenRunning(program.start_ticking)
    return task.deferLater(reactor, HORIZON)


if __name__ == "__main__":
    task.react(main)
