"""Work in threads.

Blocking work in the pool.

Made by Reactor Studio from a document of the format reactor-studio/schedule,
version 1. It needs Python 3.8 and Twisted 22.4, or newer ones.

Run it with: python3 work_in_threads.py

It runs on the reactor, in real time, and ends after 10 s. All times are in
seconds.
"""

from __future__ import annotations

import itertools
import time
from typing import Any

from twisted.internet import defer, task, threads
from twisted.internet.base import ReactorBase
from twisted.python.failure import Failure
from twisted.python.threadpool import ThreadPool

HORIZON = 10


class WorkInThreads:
    """The objects of the program, and the functions that they call."""

    def __init__(self, reactor: ReactorBase) -> None:
        self._reactor = reactor
        self._began = reactor.seconds()
        self._crunch_calls = itertools.count(1)
        self._pool = ThreadPool(minthreads=1, maxthreads=2)
        reactor.callWhenRunning(self._pool.start)
        reactor.addSystemEventTrigger("during", "shutdown", self._pool.stop)
        self.first: defer.Deferred[Any] | None = None
        self.second: defer.Deferred[Any] | None = None
        self.third: defer.Deferred[Any] | None = None

    def start_first(self) -> defer.Deferred[Any]:
        """Start the thread call first."""
        d = threads.deferToThreadPool(self._reactor, self._pool, self.crunch)
        d.addBoth(self.show)
        self.first = d
        return d

    def start_second(self) -> defer.Deferred[Any]:
        """Start the thread call second."""
        self.second = threads.deferToThreadPool(self._reactor, self._pool, self.crunch)
        return self.second

    def start_third(self) -> defer.Deferred[Any]:
        """Start the thread call third."""
        self.third = threads.deferToThreadPool(self._reactor, self._pool, self.crunch)
        return self.third

    def crunch(self) -> Any:
        """Called by first; second; third."""
        call = next(self._crunch_calls)
        print(f"crunch {call} from {self._reactor.seconds() - self._began:.3f}")
        time.sleep(1.5)
        if call == 3:
            raise OSError("disk full")
        return [1, "two"]

    def show(self, value: Any) -> None:
        """Called by first, either way."""
        shown = repr(value.value) if isinstance(value, Failure) else value
        print(shown)


def main(reactor: ReactorBase) -> defer.Deferred[None]:
    """Start the program on the reactor; it ends after HORIZON seconds."""
    program = WorkInThreads(reactor)
    reactor.callWhenRunning(program.start_first)
    reactor.callWhenRunning(program.start_second)
    reactor.callWhenRunning(program.start_third)
    return task.deferLater(reactor, HORIZON)


if __name__ == "__main__":
    task.react(main)
