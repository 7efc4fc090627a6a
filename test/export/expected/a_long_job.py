"""A long job.

cooperate: a job in slices, paused and resumed.

Made by Reactor Studio from a document of the format reactor-studio/schedule,
version 1. It needs Python 3.8 and Twisted 22.4, or newer ones.

Run it with: python3 a_long_job.py

It runs on the reactor, in real time, and ends after 12 s. All times are in
seconds.
"""

from __future__ import annotations

import itertools
import time
from typing import Any

from twisted.internet import defer, task
from twisted.internet.base import ReactorBase
from twisted.internet.interfaces import IDelayedCall

HORIZON = 12


class ALongJob:
    """The objects of the program, and the functions that they call."""

    def __init__(self, reactor: ReactorBase) -> None:
        self._reactor = reactor
        self._slice_calls = itertools.count(1)
        self._hold_calls = itertools.count(1)
        self.breath: defer.Deferred[Any] | None = None
        self.job: task.CooperativeTask | None = None
        self._job_done: defer.Deferred[Any] | None = None
        self.endless: task.CooperativeTask | None = None
        self.hand: list[IDelayedCall] = []
        self.ask: IDelayedCall | None = None

    def start_breath(self) -> defer.Deferred[Any]:
        """Start the deferLater breath."""
        self.breath = task.deferLater(self._reactor, 1)
        return self.breath

    def start_job(self) -> defer.Deferred[Any]:
        """Start the cooperative task job."""
        steps = task.cooperate(self.slice() for _ in range(10))
        d = steps.whenDone()
        d.addCallback(self.ready)
        self.job = steps
        self._job_done = d
        return d

    def start_endless(self) -> defer.Deferred[Any]:
        """Start the cooperative task endless."""
        self.endless = task.cooperate(self.forever() for _ in itertools.repeat(None))
        return self.endless.whenDone()

    def start_hand(self) -> None:
        """Start the outside event hand."""
        moments = [2, 4]
        self.hand = [self._reactor.callLater(moment, self.hold) for moment in moments]

    def start_ask(self) -> None:
        """Start the delayed call ask."""
        self.ask = self._reactor.callLater(1, self.wait)

    def slice(self) -> Any:
        """Called by job."""
        call = next(self._slice_calls)
        time.sleep(0.25)
        if call % 4 == 0:
            return self.start_breath()
        return None

    def forever(self) -> None:
        """Called by endless."""
        print("still here")

    def hold(self) -> None:
        """Called by hand."""
        call = next(self._hold_calls)
        if self.job is None:
            raise RuntimeError("job has not been started")
        self.job.pause()
        if call <= 1:
            self.job.resume()
        if self.endless is None:
            raise RuntimeError("endless has not been started")
        self.endless.stop()

    def ready(self, result: Any) -> None:
        """Called by the callback of job."""
        print(f"ready: {result}")

    def wait(self) -> Any:
        """Called by ask."""
        if self._job_done is None:
            raise RuntimeError("job has not been started")
        return self._job_done


def main(reactor: ReactorBase) -> defer.Deferred[None]:
    """Start the program on the reactor; it ends after HORIZON seconds."""
    program = ALongJob(reactor)
    program.start_hand()
    reactor.callWhenRunning(program.start_job)
    reactor.callWhenRunning(program.start_endless)
    reactor.callWhenRunning(program.start_ask)
    return task.deferLater(reactor, HORIZON)


if __name__ == "__main__":
    task.react(main)
