"""
The catalogue's harness: a register of cases, a recorder of what happens in
one, a catcher of Twisted's log, and the places in which the real Twisted
runs in virtual time:

  clock    twisted.internet.task.Clock, driven by the case itself
  reactor  VirtualReactor: the real ReactorBase (its heap, its pass over due
           calls, its thread calls, its three-phase events) with a virtual
           seconds() and a wait for input that jumps to the next due time
  threads  VirtualReactor and real threads of twisted.python.threadpool
           whose time at work is virtual (see Workers)
  ticking  VirtualReactor whose seconds() is the nominal time plus 2**-26 s
           for every read so far: as on a real clock, no two calls ever have
           the same time.  Nominal times are multiples of 0.001, and only
           these are recorded

Nothing here is copied from Twisted; it only calls Twisted.
"""
import gc
import heapq
import math
import threading
import time as _walltime

from twisted.internet import defer, task
from twisted.internet.base import ReactorBase
from twisted.logger import globalLogBeginner, globalLogPublisher
from twisted.python.failure import Failure

globalLogBeginner.beginLoggingTo([], redirectStandardIO=False,
                                 discardBuffer=True)

CASES = []


class Skip(Exception):
    """This version of Twisted lacks what the case needs."""


class Case:
    """A function to be run with a recorder; its docstring is the program in words."""

    def __init__(self, id, title, env, function):
        self.id = id
        self.title = title
        self.env = env
        self.function = function
        self.group = function.__module__.replace("_cases", "")


def scenario(id, title, env="clock"):
    """Registers a case."""
    def register(function):
        CASES.append(Case(id, title, env, function))
        return function
    return register


def show(v):
    """A JSON form of a value with no addresses, paths or line numbers."""
    if v is None or isinstance(v, (bool, int, str)):
        return v
    if isinstance(v, float):
        return v if math.isfinite(v) else repr(v)
    if isinstance(v, Failure):
        return {"failure": v.type.__name__, "msg": message(v.value)}
    if isinstance(v, BaseException):
        return {"exception": type(v).__name__, "msg": message(v)}
    if isinstance(v, (list, tuple)):
        return [show(x) for x in v]
    if isinstance(v, dict):
        return {str(k): show(x) for k, x in v.items()}
    if isinstance(v, type):
        return v.__name__
    return "<%s>" % type(v).__name__


def message(exc):
    if isinstance(exc, defer.FirstError):
        return repr(exc)          # its str() has a traceback in it
    return str(exc)


class S:
    """One running case: what it runs with, and what was recorded."""

    def __init__(self, env):
        self.events = []
        self.clock = task.Clock()
        self.reactor = None
        self.workers = None
        if env in ("reactor", "threads", "ticking"):
            self.reactor = VirtualReactor(self)
            self.now = self.reactor.seconds
            if env == "ticking":
                self.reactor.tick = 2.0 ** -26
                self.now = lambda: self.reactor._now
        else:
            self.now = self.clock.seconds
        if env == "threads":
            self.workers = Workers(self)

    # -- recording ---------------------------------------------------
    def log(self, ev, **kw):
        e = {"t": show(self.now()), "ev": ev}
        for k, v in kw.items():
            e[k] = show(v)
        self.events.append(e)

    def hit(self, name, *rest):
        """A callable for timers: logs 'run'."""
        self.log("run", name=name)

    def runner(self, name, then=None):
        def f(*a, **kw):
            self.log("run", name=name)
            if then is not None:
                return then()
        return f

    def cb(self, name, ret=None, **opt):
        """A callback that logs its argument and passes it on (or returns
        `ret` if given as keyword value=..., or raises exc=...)."""
        def f(v, *a, **kw):
            extra = {}
            if a:
                extra["args"] = list(a)
            if kw:
                extra["kw"] = kw
            self.log("cb", name=name, got=v, **extra)
            if "exc" in opt:
                raise opt["exc"]
            if "call" in opt:
                return opt["call"](v)
            if "value" in opt:
                return opt["value"]
            return v
        return f

    def attempt(self, what, fn, *a, **kw):
        try:
            r = fn(*a, **kw)
        except BaseException as e:
            self.log("raised", what=what, error=type(e).__name__,
                     msg=message(e))
        else:
            self.log("ok", what=what, result=r)
            return r

    def state(self, name, d):
        """The visible state of a Deferred."""
        r = getattr(d, "result", "(none)")
        self.log("state", name=name, called=bool(d.called), paused=d.paused,
                 result=r)

    def watch(self, name, d):
        """Log the outcome of d and consume it."""
        def ok(v):
            self.log("fired", name=name, value=v)

        def bad(f):
            self.log("failed", name=name, error=f)
        d.addCallbacks(ok, bad)
        return d

    def after(self, delay, value=None, exc=None, canceller=None):
        """A Deferred fired by the clock after `delay`."""
        d = defer.Deferred(canceller)
        c = self.reactor or self.clock
        if exc is not None:
            c.callLater(delay, d.errback, exc)
        else:
            c.callLater(delay, d.callback, value)
        return d


# ---------------------------------------------------------------------
class VirtualReactor(ReactorBase):
    """The real reactor core in virtual time."""
    _registerAsIOThread = False

    tick = 0.0

    def __init__(self, s):
        self._now = 0.0            # in ticking mode: the nominal time
        self.reads = 0
        self.s = s
        self.iteration = 0
        self.traceIterations = False
        self.maxIterations = 100000
        super().__init__()

    def seconds(self):
        if self.tick:
            self.reads += 1
            return self._now + self.reads * self.tick
        return self._now

    def spin(self, amount):
        """Blocking work on the reactor thread.  Pool threads go on."""
        end = self._now + amount
        w = self.s.workers
        if w is not None:
            w.settle()
            while w.nextWake() is not None and w.nextWake() <= end:
                self._now = max(self._now, w.nextWake())
                w.wakeDue()
        self._now = end

    def installWaker(self):
        pass

    def removeAll(self):
        return []

    def doIteration(self, delay):
        """'Wait for I/O': jump to the earliest thing that can happen."""
        w = self.s.workers
        if w is not None:
            w.settle()
        if self.threadCallQueue:
            return
        if not self._started:
            return                       # crashed: a real reactor polls
        if delay is False:               # started, but not 'running' yet
            delay = self.timeout()
        wake = w.nextWake() if w is not None else None
        if delay is None and wake is None:
            self.s.log("idle")
            self.crash()
            return
        if delay == 0:
            return                       # something is due at once
        due = None
        if delay is not None:
            due = self._pendingTimedCalls[0].time
        target = min(x for x in (wake, due) if x is not None)
        if self.tick:
            target = round(target, 3)
        self._now = max(self._now, target)
        if w is not None:
            w.wakeDue()

    def run(self):
        try:
            self.startRunning(installSignalHandlers=False)
        except TypeError:
            self.startRunning()
        while self._started:
            self.iteration += 1
            if self.iteration > self.maxIterations:
                self.s.log("iteration limit")
                self.crash()
                break
            if self.traceIterations:
                self.s.log("iteration", n=self.iteration)
            self.runUntilCurrent()
            t = self.timeout()
            self.doIteration(self.running and t)
        self.s.log("loop ended")

    def _stopThreadPool(self):
        w = self.s.workers
        if w is None:
            return super()._stopThreadPool()
        w.inJoin(super()._stopThreadPool)


class Workers:
    """
    Makes real thread-pool threads deterministic.  A job calls
    w.begin(label) and w.work(seconds); between these calls the thread runs
    alone, with the main thread held in settle().
    """

    def __init__(self, s):
        self.s = s
        self.lock = threading.RLock()
        self.pools = []
        self.order = 0
        self.arrived = []          # (submission no, event, label)
        self.asleep = []           # (wake time, seq, event)
        self.seq = 0

    # -- called by cases -------------------------------------------
    def pool(self, lo, hi, start=True):
        from twisted.python.threadpool import ThreadPool
        p = ThreadPool(lo, hi, "pool")
        self.pools.append(p)
        if start:
            p.start()
        return p

    def adopt(self, pool):
        if pool not in self.pools:
            self.pools.append(pool)
        return pool

    def job(self, label, seconds, value=None, exc=None):
        """A blocking function to be run in a pool thread."""
        self.order += 1
        number = self.order

        def f(*a, **kw):
            self._pause(number, label)
            self.s.log("job start", name=label)
            if seconds:
                self._sleep(seconds)
            if exc is not None:
                self.s.log("job raises", name=label)
                raise exc
            self.s.log("job end", name=label)
            return value
        return f

    def _pause(self, number, label):
        ev = threading.Event()
        with self.lock:
            heapq.heappush(self.arrived, (number, id(ev), ev))
        ev.wait()

    def _sleep(self, seconds):
        ev = threading.Event()
        with self.lock:
            self.seq += 1
            heapq.heappush(self.asleep,
                           (self.s.now() + seconds, self.seq, ev))
        ev.wait()

    # -- called by the reactor's I/O step --------------------------------
    def _quiet(self):
        """True when every busy thread is arrived or asleep."""
        busy = 0
        for p in self.pools:
            team = p._team
            lk = team._coordinator._lock
            if lk is None:                 # team has quit and is idle
                continue
            with lk:
                busy += team._busyCount
        with self.lock:
            return busy == len(self.arrived) + len(self.asleep)

    def _waitQuiet(self):
        end = _walltime.time() + 10
        good = 0
        while good < 3:
            good = good + 1 if self._quiet() else 0
            if _walltime.time() > end:
                raise RuntimeError("pool threads never settled")
            _walltime.sleep(0.0005)

    def settle(self):
        """Let newly dispatched jobs start, in submission order."""
        self._waitQuiet()
        while self.arrived:
            _, _, ev = heapq.heappop(self.arrived)
            ev.set()
            self._waitQuiet()

    def nextWake(self):
        return self.asleep[0][0] if self.asleep else None

    def wakeDue(self):
        while self.asleep and self.asleep[0][0] <= self.s.now():
            _, _, ev = heapq.heappop(self.asleep)
            ev.set()
            self.settle()

    def inJoin(self, stopper):
        """Run a blocking pool.stop() while virtual time goes on."""
        done = threading.Event()
        err = []

        def go():
            try:
                stopper()
            except BaseException as e:
                err.append(e)
            done.set()
        t = threading.Thread(target=go)
        t.start()
        while True:
            _walltime.sleep(0.005)
            self.settle()
            w = self.nextWake()
            if w is None:
                if done.wait(0.5):
                    break
                continue
            self.s.reactor._now = max(self.s.reactor._now, w)
            self.wakeDue()
        t.join()
        if err:
            raise err[0]

    def stopAll(self):
        for p in self.pools:
            if not p.joined:
                self.inJoin(p.stop)


# ---------------------------------------------------------------------
class LogCatcher:
    """Turns error reports in Twisted's log into 'logged' trace lines."""

    def __init__(self, s):
        self.s = s

    def __call__(self, event):
        f = event.get("log_failure") or event.get("failure")
        fmt = event.get("log_format") or ""
        if isinstance(f, Failure):
            self.s.log("logged", failure=f)
        elif event.get("isError"):
            self.s.log("logged", text=fmt)
        elif "user supplied canceller" in fmt:
            self.s.log("logged", text=fmt)


def run(case):
    """What is recorded of a case; None and the reason where it is skipped."""
    gc.collect()             # what the case before this one left
    gc.disable()             # from here only explicit gc.collect() calls
    s = S(case.env)
    catcher = LogCatcher(s)
    globalLogPublisher.addObserver(catcher)
    try:
        try:
            case.function(s)
        except Skip as reason:
            return None, str(reason)
        if s.workers is not None:
            s.workers.stopAll()
    finally:
        globalLogPublisher.removeObserver(catcher)
        gc.enable()
    return s.events, None
