"""Programs of the kind 'looping'."""
from twisted.internet import task
from twisted.internet.defer import Deferred
from twisted.python.failure import Failure

from real_twisted.outcome import Boom, outcome


class LoopingProgram:
    """One LoopingCall on a task.Clock."""

    def __init__(self, script):
        self.ops = script["ops"]
        self.lasts = iter(script["lasts"])
        self.rows = []
        self.clock = task.Clock()
        make = task.LoopingCall.withCount if script["count"] else task.LoopingCall
        self.loop = make(self.body)
        self.loop.clock = self.clock

    def run(self):
        for op in self.ops:
            result = outcome(self.do, *op)
            call = self.loop.call
            self.rows.append([self.clock.seconds(), op[0], result, self.loop.running,
                              call and call.getTime()])
        return self.rows

    def do(self, kind, *args):
        if kind == "advance":
            self.clock.advance(*args)
        elif kind == "start":
            self.loop.start(*args).addBoth(self.ended)
        else:
            getattr(self.loop, kind)()

    def body(self, *count):
        self.rows.append([self.clock.seconds(), "run", *count])
        does = next(self.lasts, None)
        if does == "raise":
            raise Boom("body")
        if does == "stop":
            self.loop.stop()
        elif does == "reset":
            self.loop.reset()
        elif does is not None:
            d = Deferred()
            self.clock.callLater(does, d.callback, None)
            return d

    def ended(self, result):
        text = "!" + result.type.__name__ if isinstance(result, Failure) else "ok"
        self.rows.append([self.clock.seconds(), "end", text])
