"""
The core of Twisted's reactor in virtual time.

Everything here is Twisted's own ReactorBase: its queue of delayed calls, its
pass over the due ones, its thread calls, start-up and shutdown.  Only the
clock and the wait for input are replaced.
"""
import heapq

from twisted.internet.base import ReactorBase

from virtual_twisted.virtual_time import VirtualTime, nominal
from virtual_twisted.workers import Workers

# Later than any horizon: what is due then is the call that would end the program.
NEVER = 1e15

MOST_ITERATIONS = 20_000


class VirtualReactor(ReactorBase):
    """A reactor that sleeps exactly until something is due, and ends at a horizon."""

    _registerAsIOThread = False

    def __init__(self, horizon):
        self.horizon = horizon
        # The nominal time.
        self.now = 0.0
        # How often the clock was read.
        self.reads = 0
        self.stands_still = False
        # How the run ended, and when: "horizon", "idle" or "stopped"; None before that.
        self.end = None
        self.workers = Workers(self)
        super().__init__()

    def seconds(self):
        """The time, which is never the same twice."""
        if not self.stands_still:
            self.reads += 1
        return self.time()

    def time(self):
        """The time, without reading the clock anew."""
        return VirtualTime(self.now, self.reads)

    def callLater(self, delay, callable, *args, **kw):
        # The delay to a point of a loop's grid is counted from the read that
        # it was computed with: so the call has the moment of the grid's begin.
        self.stands_still = isinstance(delay, VirtualTime)
        try:
            return super().callLater(delay, callable, *args, **kw)
        finally:
            self.stands_still = False

    def sleep(self, seconds):
        """Block the reactor's thread: workers go on meanwhile, if it takes any time."""
        if seconds > 0:
            self.move_to(nominal(self.now + seconds))

    def move_to(self, time):
        """Let time pass, and workers do what they have to do by then."""
        self.workers.run_until(time)
        self.now = max(self.now, time)

    def installWaker(self):
        """There is nothing to wake up from."""

    def wakeUp(self):
        """It never sleeps longer than until a worker acts."""

    def removeAll(self):
        """There are no readers and writers."""
        return []

    def next_time(self):
        """When something is to be done next; None where nothing is pending."""
        if self.threadCallQueue:
            return self.now
        calls = self._pendingTimedCalls
        while calls and calls[0].cancelled:
            heapq.heappop(calls)
            self._cancellations -= 1
        times = []
        if calls and calls[0].time < NEVER:
            times.append(max(self.now, float(calls[0].time)))
        act = self.workers.next_time()
        if act is not None:
            times.append(act)
        return min(times, default=None)

    def doIteration(self, delay):
        """Sleep, or end the run."""
        if not self._started:
            self.end = ("stopped", self.now)
            return
        due = self.next_time()
        if due is None:
            self.end = ("idle", self.now)
        elif due > self.horizon:
            self.end = ("horizon", max(self.horizon, self.now))
        else:
            self.move_to(max(self.now, due))

    def run(self, installSignalHandlers=False):
        """Start up, and iterate to the end."""
        try:
            self.startRunning(installSignalHandlers=False)
        except TypeError:  # Newer versions take the handlers in the constructor.
            self.startRunning()
        iterations = 0
        while self.end is None:
            iterations += 1
            if iterations > MOST_ITERATIONS:
                return
            self.runUntilCurrent()
            self._insertNewDelayedCalls()
            self.doIteration(None)
