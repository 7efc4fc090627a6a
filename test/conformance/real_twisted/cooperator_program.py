"""Programs of the kind 'cooperator'."""
from twisted.internet import task
from twisted.internet.defer import Deferred
from twisted.python.failure import Failure

from real_twisted.outcome import Boom, outcome


class CooperatorProgram:
    """One Cooperator, which ticks every second of a task.Clock."""

    def __init__(self, script):
        self.per = script["per"]
        self.ops = script["ops"]
        self.rows = []
        self.tasks = {}
        self.deferreds = {}
        self.clock = task.Clock()
        self.cooperator = task.Cooperator(
            terminationPredicateFactory=self.predicate,
            scheduler=lambda tick: self.clock.callLater(1, tick))

    def run(self):
        for op in self.ops:
            self.do(op)
            self.rows.append(["pending", len(self.clock.getDelayedCalls())])
        rows = self.rows[:]
        for d in self.deferreds.values():
            # Not to be reported when it is freed.
            d.addErrback(lambda _: None)
        return rows

    def predicate(self):
        """Ends a tick after as many units as the script says."""
        units = iter(range(self.per))
        next(units)
        return lambda: next(units, None) is None

    def do(self, op):
        if op[0] == "tick":
            self.rows.append(["tick", outcome(self.clock.advance, 1)])
        elif op[0] == "stopAll":
            self.rows.append(["stopAll", outcome(self.cooperator.stop)])
        elif op[0] == "add":
            self.rows.append(["add", op[1], outcome(self.add, *op[1:])])
        elif op[0] in ("fire", "fail"):
            d = self.deferred(op[1])
            if not d.called:
                fire = (d.callback, 1) if op[0] == "fire" else (d.errback, Boom("d"))
                self.rows.append([op[0], op[1], outcome(*fire)])
        elif op[1] in self.tasks:
            self.rows.append([op[0], op[1], outcome(getattr(self.tasks[op[1]], op[0]))])

    def add(self, name, units):
        if name in self.tasks:
            return
        # It can be named only when this has returned.
        self.tasks[name] = self.cooperator.cooperate(self.work(name, units))
        self.tasks[name].whenDone().addBoth(self.done, name)

    def work(self, name, units):
        for i, unit in enumerate(units):
            self.rows.append(["unit", name, i])
            for op in unit["do"]:
                self.do(op)
            if unit["yield"] == "raise":
                raise Boom("unit")
            yield unit["yield"] and self.deferred(unit["yield"])

    def done(self, result, name):
        text = "!" + result.type.__name__ if isinstance(result, Failure) else "ok"
        self.rows.append(["done", name, text])

    def deferred(self, name):
        """Made when it is first named."""
        return self.deferreds.setdefault(name, Deferred())
