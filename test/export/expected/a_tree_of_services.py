"""A tree of services.

A service in a service: they start and stop together.

Made by Reactor Studio from a document of the format reactor-studio/schedule,
version 1. It needs Python 3.8 and Twisted 22.4, or newer ones.

Run it with: python3 a_tree_of_services.py

It runs on the reactor, in real time, and ends after 20 s. All times are in
seconds.
"""

from __future__ import annotations

import itertools
from typing import Any

from twisted.internet import defer, task
from twisted.internet.base import ReactorBase
from twisted.internet.interfaces import IDelayedCall

HORIZON = 20


class ATreeOfServices:
    """The objects of the program, and the functions that they call."""

    def __init__(self, reactor: ReactorBase) -> None:
        self._reactor = reactor
        self.heartbeat = task.LoopingCall(self.beat)
        self.heartbeat.clock = reactor
        self.later: IDelayedCall | None = None
        self.wait: defer.Deferred[Any] | None = None
        self.job: task.CooperativeTask | None = None
        self.lock = defer.DeferredLock()
        self.jobs: defer.DeferredQueue[Any] = defer.DeferredQueue()
        self.query: defer.Deferred[Any] | None = None
        self.visits: list[IDelayedCall] = []
        self.evening: IDelayedCall | None = None
        self.morning: IDelayedCall | None = None
        self.nothing: list[IDelayedCall] = []

    def start_web(self) -> None:
        """Start the service web: The web server."""
        self.start_heartbeat()
        self.start_later()
        self.start_wait()
        self.start_job()
        self.start_database()

    def stop_web(self) -> None:
        """Stop the service web and what is in it, last first."""
        self.stop_database()
        if self.job is not None:
            try:
                self.job.stop()
            except task.TaskFinished:
                pass
        if self.wait is not None:
            self.wait.cancel()
        if self.later is not None and self.later.active():
            self.later.cancel()
        if self.heartbeat.running:
            self.heartbeat.stop()

    def start_heartbeat(self) -> defer.Deferred[Any]:
        """Start the LoopingCall heartbeat."""
        return self.heartbeat.start(1)

    def start_later(self) -> None:
        """Start the delayed call later."""
        self.later = self._reactor.callLater(3, self.beat)

    def start_wait(self) -> defer.Deferred[Any]:
        """Start the Deferred wait."""
        self.wait = defer.Deferred()
        return self.wait

    def start_job(self) -> defer.Deferred[Any]:
        """Start the cooperative task job."""
        self.job = task.cooperate(self.beat() for _ in itertools.repeat(None))
        return self.job.whenDone()

    def start_database(self) -> None:
        """Start the service database."""
        self.start_query()
        self.start_visits()

    def stop_database(self) -> None:
        """Stop the service database and what is in it, last first."""
        for moment in self.visits:
            if moment.active():
                moment.cancel()
        if self.query is not None:
            self.query.cancel()

    def start_query(self) -> defer.Deferred[Any]:
        """Start the deferLater query."""
        self.query = task.deferLater(self._reactor, 2)
        return self.query

    def start_visits(self) -> None:
        """Start the outside event visits."""
        moments = [
            0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 3.75,
            4, 4.25, 4.5, 4.75, 5, 5.25, 5.5, 5.75, 6, 6.25, 6.5, 6.75, 7, 7.25, 7.5,
            7.75, 8, 8.25, 8.5, 8.75, 9, 9.25, 9.5, 9.75, 10,
        ]
        self.visits = [self._reactor.callLater(moment, self.beat) for moment in moments]

    def start_evening(self) -> None:
        """Start the delayed call evening."""
        self.evening = self._reactor.callLater(8, self.close)

    def start_morning(self) -> None:
        """Start the delayed call morning."""
        self.morning = self._reactor.callLater(12, self.open)

    def start_nothing(self) -> None:
        """Start the outside event nothing."""
        self.nothing = []

    def beat(self) -> None:
        """Called by heartbeat; later; job; and 2 more."""

    def close(self) -> None:
        """Called by evening."""
        self.stop_web()

    def open(self) -> None:
        """Called by morning."""
        self.start_web()


def main(reactor: ReactorBase) -> defer.Deferred[None]:
    """Start the program on the reactor; it ends after HORIZON seconds."""
    program = ATreeOfServices(reactor)
    program.start_nothing()
    reactor.callWhenRunning(program.start_web)
    reactor.callWhenRunning(program.start_evening)
    reactor.callWhenRunning(program.start_morning)
    return task.deferLater(reactor, HORIZON)


if __name__ == "__main__":
    task.react(main)
