"""Programs of the kind 'clock'."""
from twisted.internet import task

from real_twisted.outcome import Boom, Unfit, outcome


class ClockProgram:
    """task.Clock, advanced by the program itself."""

    MOST_RUNS = 400

    def __init__(self, script):
        self.script = script
        self.rows = []
        self.calls = {}
        self.runs = 0
        self.clock = task.Clock()

    def run(self):
        for op in self.script:
            self.do(op)
            self.rows.append([self.clock.seconds(), "list", self.pending()])
        return self.rows

    def pending(self):
        names = {id(call): name for name, call in self.calls.items()}
        return [[names[id(call)], call.getTime()] for call in self.clock.getDelayedCalls()]

    def body(self, name, ops):
        self.runs += 1
        if self.runs > self.MOST_RUNS:
            raise Unfit()
        self.rows.append([self.clock.seconds(), "run", name])
        for op in ops:
            self.do(op)

    def do(self, op):
        if op[0] == "later":
            _, name, delay, ops = op
            self.calls[name] = self.clock.callLater(delay, self.body, name, ops)
        elif op[0] == "raise":
            raise Boom()
        elif op[0] == "advance":
            result = outcome(self.clock.advance, op[1])
            self.rows.append([self.clock.seconds(), "advance", result])
        else:
            self.change(*op)

    def change(self, what, name, *amount):
        """cancel, reset or delay."""
        call = self.calls.get(name)
        if call is None:
            self.rows.append([self.clock.seconds(), what, name, "unknown"])
            return
        result = outcome(getattr(call, what), *amount)
        self.rows.append([self.clock.seconds(), what, name, result, call.getTime()])
