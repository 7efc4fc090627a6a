"""Log in, then fetch.

A coroutine that awaits one thing after another.

Made by Reactor Studio from a document of the format reactor-studio/schedule,
version 1. It needs Python 3.8 and Twisted 22.4, or newer ones.

Run it with: python3 log_in_then_fetch.py

It runs on the reactor, in real time, and ends after 30 s. All times are in
seconds.
"""

from __future__ import annotations

import itertools
from typing import Any

from twisted.internet import defer, task
from twisted.internet.base import ReactorBase
from twisted.python.failure import Failure

HORIZON = 30


class LogInThenFetch:
    """The objects of the program, and the functions that they call."""

    def __init__(self, reactor: ReactorBase) -> None:
        self._reactor = reactor
        self._flow_calls = itertools.count(1)
        self.login: defer.Deferred[Any] | None = None
        self.news: defer.Deferred[Any] | None = None
        self.loop = task.LoopingCall(self.tick)
        self.loop.clock = reactor
        self._loop_done: defer.Deferred[Any] | None = None
        self.visit: defer.Deferred[Any] | None = None
        self.other: defer.Deferred[Any] | None = None

    def start_login(self) -> defer.Deferred[Any]:
        """Start the deferLater login."""
        self.login = task.deferLater(self._reactor, 1)
        return self.login

    def start_news(self) -> defer.Deferred[Any]:
        """Start the deferLater news."""
        self.news = task.deferLater(self._reactor, 2, self.fail)
        return self.news

    def start_loop(self) -> defer.Deferred[Any]:
        """Start the LoopingCall loop."""
        d = self.loop.start(1)
        d.addErrback(self.finish)
        self._loop_done = d
        return d

    def start_visit(self) -> defer.Deferred[Any]:
        """Start the coroutine visit."""
        d = defer.Deferred.fromCoroutine(self.flow())
        d.addCallback(self.finish)
        self.visit = d
        return d

    def start_other(self) -> defer.Deferred[Any]:
        """Start the coroutine other."""
        self.other = defer.Deferred.fromCoroutine(self.idle())
        return self.other

    async def flow(self) -> Any:
        """Called by visit."""
        call = next(self._flow_calls)
        print(f"begin {call}")
        await self.start_login()
        await self.login
        try:
            await self.start_news()
        except Exception:
            pass
        if call >= 2:
            try:
                if self.news is None:
                    raise RuntimeError("news has not been started")
                await self.news
            except Exception:
                pass
        if call == 9:
            if self._loop_done is None:
                raise RuntimeError("loop has not been started")
            await self._loop_done
        return ["done", 1]

    async def idle(self) -> None:
        """Called by other."""
        print("nothing awaited")

    async def alone(self) -> None:
        """Called by nothing in this schedule."""
        if self.login is None:
            raise RuntimeError("login has not been started")
        await self.login

    def fail(self) -> None:
        """Called by news."""
        raise ConnectionError("refused")

    def finish(self, value: Any) -> Any:
        """Called by the errback of loop; the callback of visit."""
        shown = repr(value.value) if isinstance(value, Failure) else value
        print(shown)
        return self.start_login()

    def tick(self) -> None:
        """Called by loop."""


def main(reactor: ReactorBase) -> defer.Deferred[None]:
    """Start the program on the reactor; it ends after HORIZON seconds."""
    program = LogInThenFetch(reactor)
    reactor.callWhenRunning(program.start_visit)
    reactor.callWhenRunning(program.start_other)
    return task.deferLater(reactor, HORIZON)


if __name__ == "__main__":
    task.react(main)
