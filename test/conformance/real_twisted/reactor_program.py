"""Programs of the kind 'reactor'."""
import gc

from twisted.logger import globalLogPublisher
from twisted.python.failure import Failure

from real_twisted.clock_program import ClockProgram
from real_twisted.outcome import Unfit, outcome
from real_twisted.pass_counter import PassCounter
from real_twisted.virtual_reactor import VirtualReactor


class ReactorProgram(ClockProgram):
    """The reactor core, on a clock that stands still while calls run."""

    def __init__(self, script):
        super().__init__(script)
        self.clock = VirtualReactor()
        self.passes = PassCounter(self.clock)
        self.fit = True

    def run(self):
        # What earlier programs left behind is logged when it is freed, which must not be now.
        gc.collect()
        globalLogPublisher.addObserver(self.logged)
        try:
            for op in self.script:
                self.do(op)
            self.clock.run()
        finally:
            globalLogPublisher.removeObserver(self.logged)
        self.rows.append([self.clock.seconds(), "end"])
        if not self.fit:
            raise Unfit()
        return self.rows

    def logged(self, event):
        failure = event.get("log_failure") or event.get("failure")
        if isinstance(failure, Failure):
            self.rows.append([self.clock.seconds(), "logged", failure.type.__name__])

    def body(self, name, ops):
        self.runs += 1
        if self.runs > self.MOST_RUNS:
            self.fit = False
        if not self.fit:
            return
        self.rows.append([self.clock.seconds(), "run", name, self.passes.count()])
        for op in ops:
            self.do(op)

    def do(self, op):
        if op[0] == "thread":
            self.clock.callFromThread(self.body, op[1], op[2])
        elif op[0] == "spin":
            self.clock.spin(op[1])
        elif op[0] == "stop":
            self.rows.append([self.clock.seconds(), "stop", outcome(self.clock.stop)])
        else:
            super().do(op)
            if self.hasTie():
                self.fit = False

    def hasTie(self):
        """
        Whether two pending calls have a time in common, the one in the heap
        or the one they are due at: the heap leaves their order open.
        """
        times = []
        for call in self.calls.values():
            if call.active():
                times.extend({call.time, call.getTime()})
        return len(set(times)) < len(times)
