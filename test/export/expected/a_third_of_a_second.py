"""A third of a second.

Short enough to be waited for: a loop, a chain, a thread, a coroutine, a queue and
a service in real time.

Made by Reactor Studio from a document of the format reactor-studio/schedule,
version 1. It needs Python 3.8 and Twisted 22.4, or newer ones.

Run it with: python3 a_third_of_a_second.py

It runs on the reactor, in real time, and ends after 0.3 s. All times are in
seconds.
"""

from __future__ import annotations

import itertools
import time
from typing import Any

from twisted.internet import defer, task, threads
from twisted.internet.base import ReactorBase
from twisted.internet.interfaces import IDelayedCall
from twisted.python.failure import Failure
from twisted.python.threadpool import ThreadPool

HORIZON = 0.3


class VisitError(Exception):
    """An error of this program's own."""


class AThirdOfASecond:
    """The objects of the program, and the functions that they call."""

    def __init__(self, reactor: ReactorBase) -> None:
        self._reactor = reactor
        self._tick_calls = itertools.count(1)
        self._pool = ThreadPool(minthreads=0, maxthreads=10)
        reactor.callWhenRunning(self._pool.start)
        reactor.addSystemEventTrigger("during", "shutdown", self._pool.stop)
        self.jobs: defer.DeferredQueue[Any] = defer.DeferredQueue()
        self.job: defer.Deferred[Any] | None = None
        self.ticks = task.LoopingCall(self.tick)
        self.ticks.clock = reactor
        self.sum: defer.Deferred[Any] | None = None
        self.wait: defer.Deferred[Any] | None = None
        self.refused: defer.Deferred[Any] | None = None
        self.visitor: defer.Deferred[Any] | None = None
        self.open: defer.Deferred[Any] | None = None
        self.closing: list[IDelayedCall] = []
        self.answer: defer.Deferred[Any] | None = None
        self.broken: IDelayedCall | None = None
        self.beyond: IDelayedCall | None = None

    def start_job(self) -> defer.Deferred[Any]:
        """Start the queue get job."""
        d = self.jobs.get()
        d.addCallback(self.show)
        self.job = d
        return d

    def start_ticks(self) -> defer.Deferred[Any]:
        """Start the LoopingCall ticks."""
        return self.ticks.start(0.05)

    def start_sum(self) -> defer.Deferred[Any]:
        """Start the thread call sum."""
        d = threads.deferToThreadPool(self._reactor, self._pool, self.crunch)
        d.addBoth(self.show)
        self.sum = d
        return d

    def start_wait(self) -> defer.Deferred[Any]:
        """Start the deferLater wait."""
        self.wait = task.deferLater(self._reactor, 0.1)
        return self.wait

    def start_refused(self) -> defer.Deferred[Any]:
        """Start the deferLater refused."""
        self.refused = task.deferLater(self._reactor, 0.02, self.refuse)
        return self.refused

    def start_visitor(self) -> defer.Deferred[Any]:
        """Start the coroutine visitor."""
        d = defer.Deferred.fromCoroutine(self.visit())
        d.addCallback(self.show)
        self.visitor = d
        return d

    def start_shop(self) -> None:
        """Start the service shop."""
        self.start_open()

    def stop_shop(self) -> None:
        """Stop the service shop and what is in it, last first."""
        if self.open is not None:
            self.open.cancel()

    def start_open(self) -> defer.Deferred[Any]:
        """Start the deferLater open."""
        d = task.deferLater(self._reactor, 0.29, self.never)
        d.addErrback(self.show)
        self.open = d
        return d

    def start_closing(self) -> None:
        """Start the outside event closing."""
        self.closing = [self._reactor.callLater(0.16, self.close)]

    def start_answer(self) -> defer.Deferred[Any]:
        """Start the Deferred answer."""
        d = defer.Deferred()
        d.addTimeout(0.2, self._reactor)
        d.addErrback(self.late)
        self.answer = d
        return d

    def start_broken(self) -> None:
        """Start the delayed call broken."""
        self.broken = self._reactor.callLater(0.22, self.lose)

    def start_beyond(self) -> None:
        """Start the delayed call beyond."""
        self.beyond = self._reactor.callLater(0.4, self.never)

    def tick(self) -> None:
        """Called by ticks."""
        call = next(self._tick_calls)
        print(f"tick {call}")
        self.jobs.put({"tick": [1, None]})
        if call == 2:
            self.ticks.stop()

    def crunch(self) -> Any:
        """Called by sum."""
        time.sleep(0.02)
        print("in a thread")
        return 42

    def show(self, value: Any) -> None:
        """Called by the callback of job; sum, either way; the callback of visitor;
        and 1 more.
        """
        shown = repr(value.value) if isinstance(value, Failure) else value
        print(shown)

    async def visit(self) -> Any:
        """Called by visitor."""
        await self.start_wait()
        print("waited")
        try:
            await self.start_refused()
        except Exception:
            pass
        return "visited"

    def refuse(self) -> None:
        """Called by refused."""
        raise VisitError("closed today")

    def lose(self) -> None:
        """Called by broken."""
        raise ValueError("lost")

    def close(self) -> None:
        """Called by closing."""
        self.stop_shop()
        print("shop closed")

    def late(self, failure: Failure) -> None:
        """Called by the errback of answer."""
        print(f"late: {failure.value!r}")

    def never(self) -> None:
        """Called by open; beyond."""
        print("never")


def main(reactor: ReactorBase) -> defer.Deferred[None]:
    """Start the program on the reactor; it ends after HORIZON seconds."""
    program = AThirdOfASecond(reactor)
    program.start_closing()
    reactor.callWhenRunning(program.start_job)
    reactor.callWhenRunning(program.start_ticks)
    reactor.callWhenRunning(program.start_sum)
    reactor.callWhenRunning(program.start_visitor)
    reactor.callWhenRunning(program.start_shop)
    reactor.callWhenRunning(program.start_answer)
    reactor.callWhenRunning(program.start_broken)
    reactor.callWhenRunning(program.start_beyond)
    return task.deferLater(reactor, HORIZON)


if __name__ == "__main__":
    task.react(main)
