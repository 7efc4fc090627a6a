"""Programs of the kind 'ties'."""
from twisted.internet import task

from real_twisted.outcome import Unfit, outcome
from real_twisted.pass_counter import PassCounter
from real_twisted.virtual_reactor import VirtualReactor


class TiesProgram:
    """Calls and loops at nominally equal times on a clock that ticks."""

    MOST_RUNS = 90

    def __init__(self, script):
        self.script = script
        self.rows = []
        self.calls = {}
        self.loops = {}
        self.runs = 0
        self.reactor = VirtualReactor(ticking=True)
        self.passes = PassCounter(self.reactor)

    def run(self):
        self.reactor.callWhenRunning(self.doAll, self.script)
        self.reactor.run()
        if self.runs > self.MOST_RUNS:
            raise Unfit()
        return self.rows

    def doAll(self, ops):
        for op in ops:
            self.do(op)

    def body(self, name, ops):
        self.runs += 1
        if self.runs > self.MOST_RUNS:
            self.reactor.crash()
            return
        self.rows.append([self.reactor.now, "run", name, self.passes.count()])
        self.doAll(ops)

    def do(self, op):
        if op[0] == "later":
            _, name, delay, ops = op
            self.calls[name] = self.reactor.callLater(delay, self.body, name, ops)
        elif op[0] == "end":
            self.reactor.callLater(op[1], self.reactor.crash)
        elif op[0] == "spin":
            self.reactor.spin(op[1])
        elif op[0] == "loop":
            self.show(op, self.loop(op[1]).start, *op[2:])
        elif op[0] in ("loopstop", "loopreset"):
            if op[1] in self.loops:
                self.show(op, getattr(self.loops[op[1]], op[0][len("loop"):]))
        elif op[1] in self.calls:
            self.show(op, getattr(self.calls[op[1]], op[0]), *op[2:])

    def loop(self, name):
        if name not in self.loops:
            self.loops[name] = task.LoopingCall(self.body, name, [])
            self.loops[name].clock = self.reactor
        return self.loops[name]

    def show(self, op, f, *args):
        # The time after it: a loop that starts runs at once.
        result = outcome(f, *args)
        self.rows.append([self.reactor.now, op[0], op[1], result])
