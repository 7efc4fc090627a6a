"""
The core of Twisted's reactor in virtual time.

Everything here is Twisted's own ReactorBase: its queue of delayed calls, its
pass over the due ones, its thread calls, start-up and shutdown.  Only the
clock and the wait for input are replaced: the reactor sleeps exactly until
the next call is due, and ends when nothing is left to do.
"""
from twisted.internet.base import ReactorBase

# The moment of one read of the clock.  Small enough that all the reads of a
# program together stay far below the steps of the programs' own times.
TICK = 2.0 ** -26


class VirtualReactor(ReactorBase):
    """
    A reactor whose time moves only as it sleeps or as a call spins.

    A ticking one moves by a TICK at every read besides, as a real clock does:
    so no two calls ever have the same time, and calls at nominally equal
    times are ordered by the moments at which the clock was read.
    """

    _registerAsIOThread = False

    def __init__(self, ticking=False):
        # The nominal time: without the ticks.
        self.now = 0.0
        self.ticking = ticking
        self.reads = 0
        # How many iterations have begun.
        self.iteration = 0
        super().__init__()

    def seconds(self):
        """The time, which in a ticking reactor is never the same twice."""
        if not self.ticking:
            return self.now
        self.reads += 1
        return self.now + self.reads * TICK

    def spin(self, amount):
        """Block for so many seconds."""
        self.now += amount

    def installWaker(self):
        """There is nothing to wake up from."""

    def removeAll(self):
        """There are no readers and writers."""
        return []

    def doIteration(self, delay):
        """Sleep; end where nothing is pending."""
        if self.threadCallQueue or not self._started:
            return
        if delay is None:
            self.crash()
        elif delay > 0:
            due = self._pendingTimedCalls[0].time
            # The programs' own times are whole milliseconds or more.
            self.now = max(self.now, round(due, 3) if self.ticking else due)

    def run(self):
        """Start up, and iterate until stopped, crashed or out of work."""
        try:
            self.startRunning(installSignalHandlers=False)
        except TypeError:  # Newer versions take the handlers in the constructor.
            self.startRunning()
        while self._started:
            self.iteration += 1
            self.runUntilCurrent()
            self.doIteration(self.running and self.timeout())
