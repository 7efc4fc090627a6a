"""Poll a feed.

A LoopingCall whose 4th call raises: the loop ends, and its errback says so.

Made by Reactor Studio from a document of the format reactor-studio/schedule,
version 1. It needs Python 3.8 and Twisted 22.4, or newer ones.

Run it with: python3 poll_a_feed.py

It runs on the reactor, in real time, and ends after 30 s. All times are in
seconds.
"""

from __future__ import annotations

import itertools
import time
from typing import Any

from twisted.internet import defer, task
from twisted.internet.base import ReactorBase
from twisted.internet.interfaces import IDelayedCall
from twisted.python.failure import Failure

HORIZON = 30


class FeedError(Exception):
    """An error of this program's own."""


class PollAFeed:
    """The objects of the program, and the functions that they call."""

    def __init__(self, reactor: ReactorBase) -> None:
        self._reactor = reactor
        self._began = reactor.seconds()
        self._poll_calls = itertools.count(1)
        self._restart_calls = itertools.count(1)
        self.feed = task.LoopingCall(self.poll)
        self.feed.clock = reactor
        self.again: IDelayedCall | None = None

    def start_feed(self) -> defer.Deferred[Any]:
        """Start the LoopingCall feed: Ask the feed."""
        d = self.feed.start(5, now=False)
        d.addErrback(self.report)
        return d

    def start_again(self) -> None:
        """Start the delayed call again."""
        self.again = self._reactor.callLater(1, self.restart)

    def poll(self) -> None:
        """Called by feed."""
        call = next(self._poll_calls)
        print(f"poll {call} at {self._reactor.seconds() - self._began:.3f} s")
        if call == 2:
            time.sleep(2)
        if call == 4:
            raise FeedError("the feed is empty")

    def report(self, failure: Failure) -> None:
        """Called by the errback of feed."""
        print(f"the loop ended: {failure.value!r}")
        self.start_again()

    def restart(self) -> None:
        """Called by again."""
        call = next(self._restart_calls)
        self.start_feed()
        if call >= 3:
            self._reactor.stop()


def main(reactor: ReactorBase) -> defer.Deferred[None]:
    """Start the program on the reactor; it ends after HORIZON seconds."""
    program = PollAFeed(reactor)
    reactor.callWhenRunning(program.start_feed)
    return task.deferLater(reactor, HORIZON)


if __name__ == "__main__":
    task.react(main)
