"""Two at once.

A semaphore, a lock, and a queue between a producer and consumers.

Made by Reactor Studio from a document of the format reactor-studio/schedule,
version 1. It needs Python 3.8 and Twisted 22.4, or newer ones.

Run it with: python3 two_at_once.py

It runs on the reactor, in real time, and ends after 10 s. All times are in
seconds.
"""

from __future__ import annotations

import itertools
from typing import Any

from twisted.internet import defer, task
from twisted.internet.base import ReactorBase
from twisted.python.failure import Failure

HORIZON = 10


class TwoAtOnce:
    """The objects of the program, and the functions that they call."""

    def __init__(self, reactor: ReactorBase) -> None:
        self._reactor = reactor
        self._produce_calls = itertools.count(1)
        self.slots = defer.DeferredSemaphore(2)
        self.lock = defer.DeferredLock()
        self.jobs: defer.DeferredQueue[Any] = defer.DeferredQueue(size=10, backlog=1)
        self.unbounded: defer.DeferredQueue[Any] = defer.DeferredQueue()
        self.sending: defer.Deferred[Any] | None = None
        self.one: defer.Deferred[Any] | None = None
        self.two: defer.Deferred[Any] | None = None
        self.log_file: defer.Deferred[Any] | None = None
        self.waiting: defer.Deferred[Any] | None = None
        self.other: defer.Deferred[Any] | None = None
        self.producer = task.LoopingCall(self.produce)
        self.producer.clock = reactor

    def start_sending(self) -> defer.Deferred[Any]:
        """Start the deferLater sending."""
        self.sending = task.deferLater(self._reactor, 2)
        return self.sending

    def start_one(self) -> defer.Deferred[Any]:
        """Start the guarded call one."""
        self.one = self.slots.run(self.upload)
        return self.one

    def start_two(self) -> defer.Deferred[Any]:
        """Start the guarded call two."""
        self.two = self.slots.run(self.upload)
        return self.two

    def start_log_file(self) -> defer.Deferred[Any]:
        """Start the guarded call log_file: Write the log file."""
        self.log_file = self.lock.run(self.write)
        return self.log_file

    def start_waiting(self) -> defer.Deferred[Any]:
        """Start the queue get waiting."""
        d = self.jobs.get()
        d.addCallbacks(self.consume, self.empty)
        self.waiting = d
        return d

    def start_other(self) -> defer.Deferred[Any]:
        """Start the queue get other."""
        self.other = self.unbounded.get()
        return self.other

    def start_producer(self) -> defer.Deferred[Any]:
        """Start the LoopingCall producer."""
        return self.producer.start(1)

    def upload(self) -> Any:
        """Called by one; two."""
        return self.start_sending()

    def write(self) -> None:
        """Called by log_file."""
        print("written")

    def produce(self) -> None:
        """Called by producer."""
        call = next(self._produce_calls)
        self.jobs.put({"id": 1})
        if call % 2 == 0:
            self.jobs.put(None)
        if call == 3:
            if self.waiting is None:
                raise RuntimeError("waiting has not been started")
            self.waiting.cancel()

    def consume(self, result: Any) -> None:
        """Called by the callback of waiting."""
        print(f"job {result}")
        self.start_waiting()

    def empty(self, failure: Failure) -> None:
        """Called by the errback of waiting."""
        print(f"no job: {failure.value!r}")


def main(reactor: ReactorBase) -> defer.Deferred[None]:
    """Start the program on the reactor; it ends after HORIZON seconds."""
    program = TwoAtOnce(reactor)
    reactor.callWhenRunning(program.start_one)
    reactor.callWhenRunning(program.start_two)
    reactor.callWhenRunning(program.start_log_file)
    reactor.callWhenRunning(program.start_waiting)
    reactor.callWhenRunning(program.start_other)
    reactor.callWhenRunning(program.start_producer)
    return task.deferLater(reactor, HORIZON)


if __name__ == "__main__":
    task.react(main)
