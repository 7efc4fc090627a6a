"""Gather results.

DeferredList and gatherResults over members that are started with them or before.

Made by Reactor Studio from a document of the format reactor-studio/schedule,
version 1. It needs Python 3.8 and Twisted 22.4, or newer ones.

Run it with: python3 gather_results.py

It runs on the reactor, in real time, and ends after 15 s. All times are in
seconds.
"""

from __future__ import annotations

import time
from typing import Any

from twisted.internet import defer, task
from twisted.internet.base import ReactorBase
from twisted.python.failure import Failure

HORIZON = 15


class GatherResults:
    """The objects of the program, and the functions that they call."""

    def __init__(self, reactor: ReactorBase) -> None:
        self._reactor = reactor
        self.a: defer.Deferred[Any] | None = None
        self.b: defer.Deferred[Any] | None = None
        self.ticks = task.LoopingCall(self.count)
        self.ticks.clock = reactor
        self._ticks_done: defer.Deferred[Any] | None = None
        self.job: task.CooperativeTask | None = None
        self._job_done: defer.Deferred[Any] | None = None
        self.first: defer.Deferred[Any] | None = None
        self.all_of_them: defer.Deferred[Any] | None = None
        self.nobody: defer.Deferred[Any] | None = None
        self.then: defer.Deferred[Any] | None = None

    def start_a(self) -> defer.Deferred[Any]:
        """Start the deferLater a."""
        self.a = task.deferLater(self._reactor, 1, self.one)
        return self.a

    def start_b(self) -> defer.Deferred[Any]:
        """Start the deferLater b."""
        self.b = task.deferLater(self._reactor, 2, self.two)
        return self.b

    def start_ticks(self) -> defer.Deferred[Any]:
        """Start the LoopingCall ticks."""
        self._ticks_done = self.ticks.start(1)
        return self._ticks_done

    def start_job(self) -> defer.Deferred[Any]:
        """Start the cooperative task job."""
        self.job = task.cooperate(self.work() for _ in range(3))
        self._job_done = self.job.whenDone()
        return self._job_done

    def start_first(self) -> defer.Deferred[Any]:
        """Start the DeferredList first."""
        self.start_a()
        self.start_b()
        d = defer.DeferredList(
            [self.a, self.b],
            fireOnOneCallback=True,
            fireOnOneErrback=True,
            consumeErrors=True,
        )
        d.addBoth(self.show)
        self.first = d
        return d

    def start_all_of_them(self) -> defer.Deferred[Any]:
        """Start the DeferredList all_of_them."""
        if self.a is None:
            raise RuntimeError("a has not been started")
        if self._ticks_done is None:
            raise RuntimeError("ticks has not been started")
        if self._job_done is None:
            raise RuntimeError("job has not been started")
        self.all_of_them = defer.gatherResults(
            [self.a, self._ticks_done, self._job_done],
            consumeErrors=True,
        )
        return self.all_of_them

    def start_nobody(self) -> defer.Deferred[Any]:
        """Start the DeferredList nobody."""
        self.nobody = defer.DeferredList([])
        return self.nobody

    def start_then(self) -> defer.Deferred[Any]:
        """Start the deferLater then."""
        d = task.deferLater(self._reactor, 3, self.later)
        d.addBoth(self.show)
        self.then = d
        return d

    def one(self) -> Any:
        """Called by a."""
        return 1

    def two(self) -> None:
        """Called by b."""
        raise RuntimeError("two")

    def show(self, value: Any) -> None:
        """Called by first, either way; then, either way."""
        shown = repr(value.value) if isinstance(value, Failure) else value
        print(shown)

    def count(self) -> None:
        """Called by ticks."""
        print("tick")

    def work(self) -> None:
        """Called by job."""
        time.sleep(0.5)

    def later(self) -> Any:
        """Called by then."""
        self.start_all_of_them()
        return self.all_of_them


def main(reactor: ReactorBase) -> defer.Deferred[None]:
    """Start the program on the reactor; it ends after HORIZON seconds."""
    program = GatherResults(reactor)
    reactor.callWhenRunning(program.start_first)
    reactor.callWhenRunning(program.start_nobody)
    reactor.callWhenRunning(program.start_then)
    return task.deferLater(reactor, HORIZON)


if __name__ == "__main__":
    task.react(main)
