"""Runs one exported program, from its text to its lines."""
import gc
import signal
import sys
import threading
import time
import warnings
from contextlib import contextmanager
from types import ModuleType

import twisted.internet
from twisted._threads import _pool
from twisted.internet import task
from twisted.internet.defer import Deferred
from twisted.logger import globalLogBeginner, globalLogPublisher
from twisted.python.threadpool import ThreadPool

from virtual_twisted.recorder import Recorder, Unfit
from virtual_twisted.virtual_reactor import NEVER, VirtualReactor
from virtual_twisted.workers import WorkerThread

globalLogBeginner.beginLoggingTo([], redirectStandardIO=False, discardBuffer=True)

# Such as that a callback gives the Deferred that it belongs to: they are no part of a run.
warnings.simplefilter("ignore")

NAME = "exported_program"

# How often a cancel may bring about another.
MOST_CANCELS = 40
# Of real time: a program takes some thousandths of a second.
MOST_SECONDS = 20

# A pool whose threads and queues are others' would run in real time, unseen.
if not hasattr(_pool, "Queue") or not hasattr(ThreadPool, "threadFactory"):
    raise RuntimeError("This Twisted makes its pool threads in another way")


def run_program(source, functions, clock, horizon):
    """
    The lines of a program that was exported, or None, and then why it is not
    fit for comparison.
    """
    recorder = Recorder()
    run = run_on_reactor if clock == "reactor" else run_on_clock
    gc.disable()
    try:
        # What the program leaves is freed while its recorder still looks on.
        with observed(recorder), bounded(recorder):
            try:
                run(recorder, source, functions, horizon)
            except Unfit:
                pass
            recorder.now = None
            sys.modules.pop(NAME, None)
            gc.collect()
    finally:
        gc.enable()
    return recorder.result(), recorder.unfit


def run_on_reactor(recorder, source, functions, horizon):
    reactor = VirtualReactor(horizon)
    recorder.now = lambda: reactor.now
    with virtual(reactor.time, reactor.sleep), installed(reactor):
        try:
            program = load(source, functions, recorder)
            program["HORIZON"] = NEVER
            try:
                task.react(program["main"], (), reactor)
            except SystemExit:
                pass
            if reactor.end is None:
                recorder.give_up("too many iterations")
            recorder.end(*reactor.end)
        finally:
            recorder.is_over = True
            reactor.workers.close()


def run_on_clock(recorder, source, functions, horizon):
    clock = task.Clock()
    recorder.now = clock.seconds

    def sleep(seconds):
        clock.rightNow += seconds

    with virtual(clock.seconds, sleep):
        try:
            program = load(source, functions, recorder)
            program["main"](clock)
            program["drive"](clock)
            at = clock.seconds()
            if not clock.getDelayedCalls():
                recorder.end("idle", at)
            elif "ADVANCES" in program:
                recorder.end("horizon", at)
            else:
                recorder.end("horizon", max(horizon, at))
        finally:
            recorder.is_over = True


def load(source, functions, recorder):
    """The names of the module, with its functions watched."""
    # Twisted looks the module and its file up, to say where a warning comes from.
    sys.modules[NAME] = ModuleType(NAME)
    module = vars(sys.modules[NAME])
    module.update(__file__=NAME + ".py", print=recorder.print)
    exec(compile(source, module["__file__"], "exec"), module)
    classes = [value for value in module.values() if is_class_of_program(value)]
    if len(classes) != 1:
        raise RuntimeError("The program has %d classes of objects" % len(classes))
    for name in functions:
        setattr(classes[0], name, recorder.watch(vars(classes[0])[name]))
    return module


def is_class_of_program(value):
    is_own = isinstance(value, type) and value.__module__ == NAME
    return is_own and not issubclass(value, BaseException)


@contextmanager
def observed(recorder):
    globalLogPublisher.addObserver(recorder.logged)
    try:
        yield
    finally:
        globalLogPublisher.removeObserver(recorder.logged)


@contextmanager
def bounded(recorder):
    """
    Gives up what goes in circles unseen: Deferreds that wait for each other
    cancel each other without end, and lists of them ever more often.
    """
    cancel = Deferred.cancel
    nested = 0

    def cancel_within_bounds(deferred):
        nonlocal nested
        if recorder.unfit is not None or nested >= MOST_CANCELS:
            recorder.give_up("Deferreds that wait for each other are cancelled")
        nested += 1
        try:
            cancel(deferred)
        finally:
            nested -= 1

    def give_up(number, frame):
        recorder.give_up("it takes too long")

    Deferred.cancel = cancel_within_bounds
    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, MOST_SECONDS, 1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        Deferred.cancel = cancel


@contextmanager
def virtual(now, sleep):
    """Python's time is that of the program."""

    def sleep_here(seconds):
        thread = threading.current_thread()
        if isinstance(thread, WorkerThread):
            thread.sleep(seconds)
        else:
            sleep(seconds)

    real = time.time, time.sleep
    time.time, time.sleep = now, sleep_here
    try:
        yield
    finally:
        time.time, time.sleep = real


@contextmanager
def installed(reactor):
    """It is the reactor, with a Cooperator of its own, and workers in its time."""
    real = task._theCooperator, task._EPSILON, _pool.Queue, ThreadPool.threadFactory
    task._theCooperator = task.Cooperator()
    # The next tick is planned for now: what a real clock adds is a moment.
    task._EPSILON = 0
    _pool.Queue = reactor.workers.queue
    ThreadPool.threadFactory = staticmethod(reactor.workers.thread)
    sys.modules["twisted.internet.reactor"] = twisted.internet.reactor = reactor
    try:
        yield
    finally:
        task._theCooperator, task._EPSILON, _pool.Queue, ThreadPool.threadFactory = real
        del sys.modules["twisted.internet.reactor"], twisted.internet.reactor
