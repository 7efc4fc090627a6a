"""Programs of the kinds 'deferred', 'primitives' and 'coroutine'."""
from twisted.internet.defer import (
    Deferred, DeferredList, FirstError, TimeoutError, gatherResults)
from twisted.internet.task import Clock
from twisted.python.failure import Failure

from real_twisted.coroutine_bodies import CoroutineBodies
from real_twisted.outcome import Boom, Unfit, outcome
from real_twisted.primitive_operations import PrimitiveOperations


class DeferredProgram(CoroutineBodies, PrimitiveOperations):
    """
    Deferreds that fire, wait for, pause and cancel each other, alone and in
    lists, with limits, and as results of locks, queues and coroutines.
    """

    # A list that is being cancelled may be cancelled again by what that does,
    # but not in a circle.
    MOST_CANCELS = 3

    def __init__(self, script):
        self.script = script
        self.rows = []
        self.deferreds = {}
        self.locks = {}
        self.queues = {}
        self.clock = Clock()
        self.unfit = False
        self.over = False

    def run(self):
        for op in self.script:
            self.do(op)
            self.rows.append(["states", {
                name: self.state(d) for name, d in self.deferreds.items()}])
            if self.locks or self.queues:
                self.rows.append(["primitives", self.primitives()])
        # What is freed after this may wake something up.
        self.over = True
        if self.unfit:
            raise Unfit()
        return self.rows[:]

    def state(self, d):
        # What DebugInfo holds would be reported if the Deferred were freed now.
        unhandled = getattr(d._debugInfo, "failResult", None) is not None
        result = self.text(getattr(d, "result", "-"))
        return [int(bool(d.called)), d.paused, result, int(unhandled)]

    def text(self, value):
        if isinstance(value, (list, tuple)):
            return [self.text(each) for each in value]
        if isinstance(value, Failure):
            return "!" + self.error(value.value)
        if value is None or isinstance(value, (bool, int, float, str)):
            return value
        for named in (self.deferreds, self.locks):
            for name, other in named.items():
                if other is value:
                    return "@" + name
        return "@?"

    def error(self, e):
        name = type(e).__name__
        if isinstance(e, Boom):
            return str(e)
        if isinstance(e, TimeoutError):
            return name + str(e)
        if isinstance(e, FirstError):
            return "%s %d %s" % (name, e.index, self.text(e.subFailure))
        return name

    def side(self, kind, label, action):
        def f(value):
            self.rows.append([kind, label, self.text(value)])
            return self.act(action, value)
        return f

    def act(self, action, value):
        kind = action[0]
        if kind == "value":
            return action[1]
        if kind == "raise":
            raise Boom(action[1])
        if kind == "failure":
            return Failure(Boom(action[1]))
        if kind == "return":
            return self.deferreds.get(action[1])
        if kind == "do":
            for op in action[1]:
                self.do(op)
        return value

    def canceller(self, name, action):
        def f(d):
            self.rows.append(["canceller", name])
            if action[0] == "callback":
                d.callback(action[1])
            elif action[0] == "errback":
                d.errback(Boom(action[1]))
            elif action[0] == "raise":
                raise Boom(action[1])
        return f

    def converter(self, label, action):
        if action is None:
            return None

        def f(value, timeout):
            self.rows.append(["timeout", label, self.text(value), timeout])
            return self.act(action, value)
        return f

    def do(self, op):
        if self.over:
            return
        kind, name = op[:2]
        if kind == "new":
            self.deferreds[name] = Deferred(self.canceller(name, op[2]) if op[2] else None)
        elif kind == "list":
            flags = {flag: True for flag in op[3]}
            self.deferreds[name] = self.telling(DeferredList(self.named(op[2]), **flags))
        elif kind == "gather":
            self.deferreds[name] = self.telling(gatherResults(self.named(op[2]), op[3]))
        elif kind == "start":
            self.rows.append(["start", name, outcome(self.start, *op[1:])])
        elif kind == "advance":
            result = outcome(self.clock.advance, name)
            pending = [call.getTime() for call in self.clock.getDelayedCalls()]
            self.rows.append(["advance", result, self.clock.seconds(), pending])
        elif kind in self.ON_PRIMITIVES:
            self.do_on_primitive(*op)
        elif name in self.deferreds:
            self.change(self.deferreds[name], *op)

    def change(self, d, kind, name, *args):
        """Does an operation on a Deferred that is there."""
        if kind == "add":
            label, callback, errback = args
            d.addCallbacks(self.side("cb", label, callback), self.side("eb", label, errback))
            return
        if kind == "timeout":
            label, limit, converts = args
            d.addTimeout(limit, self.clock, self.converter(label, converts))
            return
        if kind == "fire":
            result = outcome(d.callback, args[0])
        elif kind == "fail":
            result = outcome(d.errback, Boom(args[0]))
        else:
            result = outcome(getattr(d, kind))
        self.rows.append([kind, name, result])

    def named(self, names):
        return [self.deferreds[name] for name in names if name in self.deferreds]

    def telling(self, d):
        """
        A cancel that comes back to its list, for an element waits for the
        list, ends only where the stack does, which says nothing about
        Twisted: such a program is given up.
        """
        cancel = d.cancel
        depth = 0

        def guarded():
            nonlocal depth
            if depth == self.MOST_CANCELS:
                self.unfit = True
                return
            depth += 1
            try:
                cancel()
            finally:
                depth -= 1
        d.cancel = guarded
        return d
