"""
Threads of twisted.python.threadpool whose time is virtual.

The pool, its team and its workers are Twisted's own.  Replaced are the thread
and the queue that it waits at: only one thread runs at a time, and each waits
until its turn, which is at a virtual time.
"""
import heapq
import threading
from collections import deque

from virtual_twisted.virtual_time import nominal

BEGINS = 0
GOES_ON = 1


class Abandoned(BaseException):
    """The run is over: the thread ends."""


class Workers:
    """
    The turns of all worker threads, by time.  At one time those that begin a
    job come first, then those that have worked longest; a worker whose job
    has ended takes the next one before the others go on.
    """

    def __init__(self, reactor):
        self.reactor = reactor
        self.turns = []
        self.count = 0
        self.threads = []
        self.is_over = False

    def thread(self, target, name=None):
        """What a pool makes its threads with."""
        thread = WorkerThread(self, target, name)
        self.threads.append(thread)
        return thread

    def queue(self):
        """What a thread of a pool waits at."""
        return WorkQueue(self)

    def plan(self, time, what, thread):
        """Give a thread its turn at a time."""
        self.count += 1
        heapq.heappush(self.turns, (time, what, self.count, thread))

    def next_time(self):
        return self.turns[0][0] if self.turns else None

    def run_next(self):
        """Move time to the first turn, and let the thread run."""
        time, _, _, thread = heapq.heappop(self.turns)
        self.reactor.now = max(self.reactor.now, time)
        thread.run_turn()

    def run_until(self, time):
        while self.turns and self.turns[0][0] <= time:
            self.run_next()

    def close(self):
        """End all threads, wherever they are."""
        self.is_over = True
        for thread in self.threads:
            while thread.is_alive():
                thread.run_turn()


class WorkerThread(threading.Thread):
    """A thread that runs by turns."""

    def __init__(self, workers, target, name):
        super().__init__(name=name, daemon=True)
        self.workers = workers
        self.work = target
        self.has_ended = False
        self._turn = threading.Lock()
        self._back = threading.Lock()
        self._turn.acquire()
        self._back.acquire()

    def start(self):
        """It runs up to where it waits for a job."""
        super().start()
        self.run_turn()

    def run(self):
        self._turn.acquire()
        try:
            self.work()
        except Abandoned:
            pass
        finally:
            self.has_ended = True
            self.work = None
            self._back.release()

    def run_turn(self):
        """Whoever calls this waits until the thread gives its turn back."""
        self._turn.release()
        self._back.acquire()
        if self.has_ended:
            super().join()

    def give_back(self):
        """Wait for the next turn.  Called by the thread itself."""
        self._back.release()
        self._turn.acquire()
        if self.workers.is_over:
            raise Abandoned()

    def sleep(self, seconds):
        """Work for a time.  Called by the thread itself."""
        reactor = self.workers.reactor
        self.workers.plan(nominal(reactor.now + seconds), GOES_ON, self)
        self.give_back()

    def join(self, timeout=None):
        """Time passes until it has ended."""
        while not self.has_ended:
            self.workers.run_next()


class WorkQueue:
    """The queue of one thread; what is put into it gives the thread a turn."""

    def __init__(self, workers):
        self.workers = workers
        self.items = deque()
        self.thread = None

    def put(self, item):
        if self.workers.is_over:
            return
        self.items.append(item)
        self.workers.plan(self.workers.reactor.now, BEGINS, self.thread)

    def get(self):
        if self.workers.is_over:
            raise Abandoned()
        self.thread = threading.current_thread()
        self.thread.give_back()
        return self.items.popleft()
