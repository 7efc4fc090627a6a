"""\"\"\"\\ hostile # words 中文.

\"\"\"; import os #\\

A second paragraph with a line separator, \u202e bidi \u202c, \x1f, � and a trailing \\

Made by Reactor Studio from a document of the format reactor-studio/schedule,
version 1. It needs Python 3.8 and Twisted 22.4, or newer ones.

Run it with: python3 hostile_words.py

It runs on the reactor, in real time, and ends after 5 s. All times are in
seconds.
"""

from __future__ import annotations

import itertools
from typing import Any

from twisted.internet import defer, task
from twisted.internet.base import ReactorBase
from twisted.internet.interfaces import IDelayedCall

HORIZON = 5


class BadThing(Exception):
    """An error of this program's own."""


class HostileWords:
    """The objects of the program, and the functions that they call."""

    def __init__(self, reactor: ReactorBase) -> None:
        self._reactor = reactor
        self._began = reactor.seconds()
        self._say_calls = itertools.count(1)
        self.job: defer.Deferred[Any] | None = None
        self.now: IDelayedCall | None = None
        self.later: IDelayedCall | None = None

    def start_job(self) -> defer.Deferred[Any]:
        """Start the Deferred job: a \"\"\" label \\."""
        d = defer.Deferred()
        d.addCallback(self.say)
        self.job = d
        return d

    def start_now(self) -> None:
        """Start the delayed call now: # no comment 中文标签。"""
        self.now = self._reactor.callLater(1, self.give)

    def start_later(self) -> None:
        """Start the delayed call later: ends with "."""
        self.later = self._reactor.callLater(2, self.fail)

    def say(self, result: Any) -> None:
        """Called by the callback of job."""
        call = next(self._say_calls)
        print("quotes ' \" ''' \"\"\" and \\")
        print(f"{{not a place}} {{{result}}} {{input!r}} \\N{{DOG}} %s")
        print("line\nbreak\ttab\r\x00\x1f\x7f\u2028\u202e\ufeff")
        print(
            "A long line that has to be cut into several pieces because it is far too "
            f"wide for one, with {result} and {call} and "
            f"{self._reactor.seconds() - self._began:.3f} in it, "
            "这是一个很长的中文句子也要被切开所以它一直写下去直到超过一行的宽度为止才"
            "停下来还不够长再写一些"
        )
        print()
        print(call)
        print("#")
        print(
            "word word word word word word word word word word word word word word "
            "word word word word word word word word word word word word word word "
            "word word word word word word word word word word word word "
        )
        print(
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
        )

    def give(self) -> None:
        """Called by now."""
        if self.job is None:
            raise RuntimeError("job has not been started")
        self.job.callback(
            {
                "it's": '"',
                "k\"'": ["\\", "\n", {}, [], "{input}"],
                "中文": "值",
                "\u202e": "\udfff",
                "numbers": [
                    0, -1, 1.5, 1e-07, 10000000000000000000000, 0.1, 12345678901234568,
                    0, 1000.5, 2001, 3001.5, 4002, 5002.5, 6003, 7003.5, 8004, 9004.5,
                    10005, 11005.5, 12006, 13006.5, 14007, 15007.5, 16008, 17008.5,
                    18009, 19009.5,
                ],
                "deep": [[[[]]]],
            },
        )

    def fail(self) -> None:
        """Called by later."""
        raise BadThing('""" \' \\')


def main(reactor: ReactorBase) -> defer.Deferred[None]:
    """Start the program on the reactor; it ends after HORIZON seconds."""
    program = HostileWords(reactor)
    reactor.callWhenRunning(program.start_job)
    reactor.callWhenRunning(program.start_now)
    reactor.callWhenRunning(program.start_later)
    return task.deferLater(reactor, HORIZON)


if __name__ == "__main__":
    task.react(main)
