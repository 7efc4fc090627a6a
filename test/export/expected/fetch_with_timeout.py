"""Fetch with timeout.

Every kind of link in one chain.

Made by Reactor Studio from a document of the format reactor-studio/schedule,
version 1. It needs Python 3.8 and Twisted 22.4, or newer ones.

Run it with: python3 fetch_with_timeout.py

It runs on the reactor, in real time, and ends after 20 s. All times are in
seconds.
"""

from __future__ import annotations

import itertools
from typing import Any

from twisted.internet import defer, task
from twisted.internet.base import ReactorBase
from twisted.internet.interfaces import IDelayedCall
from twisted.python.failure import Failure

HORIZON = 20


class FeedError(Exception):
    """An error of this program's own."""


class FetchWithTimeout:
    """The objects of the program, and the functions that they call."""

    def __init__(self, reactor: ReactorBase) -> None:
        self._reactor = reactor
        self._close_calls = itertools.count(1)
        self.fetch: defer.Deferred[Any] | None = None
        self.pause: defer.Deferred[Any] | None = None
        self.hurry: IDelayedCall | None = None

    def start_fetch(self) -> defer.Deferred[Any]:
        """Start the deferLater fetch."""
        d = task.deferLater(self._reactor, 4, self.load)
        d.addTimeout(3, self._reactor)
        d.addCallback(self.parse)
        d.addErrback(self.on_late)
        d.addCallbacks(self.store, self.give_up)
        d.addBoth(self.close)
        self.fetch = d
        return d

    def start_pause(self) -> defer.Deferred[Any]:
        """Start the deferLater pause."""
        self.pause = task.deferLater(self._reactor, 1.5)
        return self.pause

    def start_hurry(self) -> None:
        """Start the delayed call hurry."""
        self.hurry = self._reactor.callLater(2, self.abort)

    def load(self) -> Any:
        """Called by fetch."""
        return {"items": [1, 2.5, None, True], "from": "feed"}

    def parse(self, result: Any) -> Any:
        """Called by the callback of fetch."""
        print(f"got {result}")
        if result is None:
            raise ValueError('it\'s no "feed"')
        return 3

    def on_late(self, failure: Failure) -> Any:
        """Called by the errback of fetch."""
        print(f"late: {failure.value!r}")
        if failure.check(defer.TimeoutError):
            return failure
        if failure.check(FeedError):
            return "default"
        return None

    def store(self, result: Any) -> Any:
        """Called by the callback of fetch."""
        print(f"stored {result}")
        return result

    def give_up(self, failure: Failure) -> Any:
        """Called by the errback of fetch."""
        print(f"gave up: {failure.value!r}")
        if failure.check(defer.CancelledError):
            return failure
        return None

    def close(self, value: Any) -> Any:
        """Called by fetch, either way."""
        call = next(self._close_calls)
        shown = repr(value.value) if isinstance(value, Failure) else value
        print(f"closed after call {call}: {shown}")
        if value == 3:
            return True
        if isinstance(value, Failure) and value.check(ValueError):
            raise defer.CancelledError()
        return None

    def abort(self) -> None:
        """Called by hurry."""
        if self.fetch is None:
            raise RuntimeError("fetch has not been started")
        self.fetch.cancel()
        self.start_fetch()


def main(reactor: ReactorBase) -> defer.Deferred[None]:
    """Start the program on the reactor; it ends after HORIZON seconds."""
    program = FetchWithTimeout(reactor)
    reactor.callWhenRunning(program.start_fetch)
    reactor.callWhenRunning(program.start_pause)
    reactor.callWhenRunning(program.start_hurry)
    return task.deferLater(reactor, HORIZON)


if __name__ == "__main__":
    task.react(main)
