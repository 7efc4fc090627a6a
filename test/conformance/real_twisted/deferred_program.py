"""Programs of the kind 'deferred'."""
from twisted.internet.defer import Deferred
from twisted.python.failure import Failure

from real_twisted.outcome import Boom, outcome


class DeferredProgram:
    """Deferreds that fire, wait for, pause and cancel each other."""

    def __init__(self, script):
        self.script = script
        self.rows = []
        self.deferreds = {}

    def run(self):
        for op in self.script:
            self.do(op)
            self.rows.append(["states", {
                name: self.state(d) for name, d in self.deferreds.items()}])
        return self.rows

    def state(self, d):
        # What DebugInfo holds would be reported if the Deferred were freed now.
        unhandled = getattr(d._debugInfo, "failResult", None) is not None
        result = self.text(getattr(d, "result", "-"))
        return [int(bool(d.called)), d.paused, result, int(unhandled)]

    def text(self, value):
        if isinstance(value, Deferred):
            names = [name for name, d in self.deferreds.items() if d is value]
            return "@" + (names or ["?"])[0]
        if isinstance(value, Failure):
            return "!" + (str(value.value) if value.check(Boom) else value.type.__name__)
        return value

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
            return self.deferreds[action[1]]
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

    def do(self, op):
        kind, name = op[:2]
        if kind == "new":
            self.deferreds[name] = Deferred(self.canceller(name, op[2]) if op[2] else None)
            return
        d = self.deferreds.get(name)
        if d is None:
            return
        if kind == "add":
            _, _, label, callback, errback = op
            d.addCallbacks(self.side("cb", label, callback), self.side("eb", label, errback))
            return
        if kind == "fire":
            result = outcome(d.callback, op[2])
        elif kind == "fail":
            result = outcome(d.errback, Boom(op[2]))
        else:
            result = outcome(getattr(d, kind))
        self.rows.append([kind, name, result])
