"""Cases of thread pools, in virtual time (rules H)."""
from twisted.internet import threads
from twisted.internet.defer import Deferred
from twisted.internet.threads import deferToThreadPool
from twisted.python.failure import Failure
from twisted.python.threadpool import ThreadPool

from harness import scenario


@scenario("h01", "five jobs, two workers: FIFO, next job before the result is delivered", env="threads")
def h01(s):
    """
    pool(0, 2); at 0 deferToThreadPool jobs 1..5 lasting 3,1,1,2,1; watch each
    """
    p = s.workers.pool(0, 2)
    r = s.reactor

    def go():
        for n, t in ((1, 3), (2, 1), (3, 1), (4, 2), (5, 1)):
            s.watch("job %d" % n, deferToThreadPool(r, p, s.workers.job(str(n), t, value=n * 10)))
        s.log("submitted", workers=p.workers, queued=p._queue.qsize())
    r.callWhenRunning(go)
    r.run()
    s.log("workers", n=p.workers)


@scenario("h02", "results: value, exception, Failure; arguments; a returned Deferred", env="threads")
def h02(s):
    """
    pool(1,1): job returns 5; job raises ValueError x; job returns Failure(KeyError k); f(1, a=2); job returns a Deferred (22.4: AssertionError logged, never fires)
    """
    p = s.workers.pool(1, 1)
    r = s.reactor
    w = s.workers

    def go():
        s.watch("value", deferToThreadPool(r, p, w.job("value", 1, value=5)))
        s.watch("raises", deferToThreadPool(r, p, w.job("raises", 1, exc=ValueError("x"))))
        s.watch("failure", deferToThreadPool(r, p, w.job("failure", 1, value=Failure(KeyError("k")))))
        s.watch("args", deferToThreadPool(r, p, lambda *a, **k: [a, k], 1, a=2))
        d = deferToThreadPool(r, p, w.job("deferred", 1, value=Deferred()))
        d.addBoth(s.cb("deferred"))
    r.callWhenRunning(go)
    r.run()


@scenario("h03", "cancel does not stop a thread", env="threads")
def h03(s):
    """
    pool(1,1): A lasts 2, B lasts 1 (queued); at 1 cancel both: both fail at once, both jobs still run, late results are swallowed
    """
    p = s.workers.pool(1, 1)
    r = s.reactor
    ds = []

    def go():
        for n, t in (("A", 2), ("B", 1)):
            ds.append(s.watch(n, deferToThreadPool(r, p, s.workers.job(n, t))))
    r.callWhenRunning(go)

    def cancel():
        for d in ds:
            d.cancel()
        s.log("cancelled")
    r.callLater(1, cancel)
    r.run()


@scenario("h04", "callInThread without a result; several functions as one job", env="threads")
def h04(s):
    """
    reactor pool limited to 1: callInThread(raises ValueError v): logged. one job running [f1, f2 raises KeyError k, f3]: f3 never runs; then f4
    """
    r = s.reactor
    w = s.workers

    def go():
        w.adopt(r.getThreadPool())
        r.suggestThreadPoolSize(1)
        r.callInThread(w.job("v", 1, exc=ValueError("v")))

        def f(n, exc=None):
            def g(*a, **k):
                s.log("in thread", name=n, args=a)
                if exc:
                    raise exc
            return g
        first = w.job("multi", 1)
        r.callInThread(threads._runMultiple,
                       [(first, (), {}), (f("f1"), (1, 2), {}), (f("f2", KeyError("k")), (), {}),
                        (f("f3"), (), {})])
        r.callInThread(w.job("f4", 1))
    r.callWhenRunning(go)
    r.callLater(5, s.hit, "T")
    r.run()


@scenario("h05", "a pool that is not started queues; start grows by the backlog up to max", env="threads")
def h05(s):
    """
    pool(0,2) not started; submit 1,2,3 (1 s each) at 0; start at 1
    """
    p = s.workers.pool(0, 2, start=False)
    r = s.reactor

    def go():
        for n in (1, 2, 3):
            s.watch("job %d" % n, deferToThreadPool(r, p, s.workers.job(str(n), 1, value=n)))
        s.log("submitted", workers=p.workers, queued=p._queue.qsize())
    r.callWhenRunning(go)
    r.callLater(1, p.start)
    r.run()
    s.log("workers", n=p.workers)


@scenario("h06", "raising max does not wake the backlog; a new job overtakes it", env="threads")
def h06(s):
    """
    pool(0,1): A lasts 5; B, C queued; at 1 adjustPoolsize(maxthreads=3): nothing starts; at 2 submit D: D starts at once
    """
    p = s.workers.pool(0, 1)
    r = s.reactor

    def sub(n, t):
        s.watch(n, deferToThreadPool(r, p, s.workers.job(n, t)))

    def go():
        sub("A", 5)
        sub("B", 1)
        sub("C", 1)
    r.callWhenRunning(go)
    r.callLater(1, s.runner("adjust", lambda: p.adjustPoolsize(maxthreads=3)))
    r.callLater(2, s.runner("submit D", lambda: sub("D", 1)))
    r.run()


@scenario("h07", "shrinking waits for the backlog", env="threads")
def h07(s):
    """
    pool(0,2): A 2 s, B 2 s running, C, D, E queued (1 s); at 1 adjustPoolsize(maxthreads=1): both workers go on while there is a backlog
    """
    p = s.workers.pool(0, 2)
    r = s.reactor

    def go():
        for n, t in (("A", 2), ("B", 2), ("C", 1), ("D", 1), ("E", 1)):
            s.watch(n, deferToThreadPool(r, p, s.workers.job(n, t)))
    r.callWhenRunning(go)
    r.callLater(1, s.runner("adjust", lambda: p.adjustPoolsize(maxthreads=1)))
    r.callLater(2.5, lambda: s.log("workers", n=p.workers))
    r.callLater(5, lambda: s.log("workers", n=p.workers))
    r.run()


@scenario("h08", "stopping the reactor waits for running and queued jobs; their results are lost", env="threads")
def h08(s):
    """
    reactor pool limited to 1: A 3 s, B 1 s queued; stop at 1; after/shutdown SA; T@2 never
    """
    r = s.reactor
    w = s.workers

    def go():
        p = w.adopt(r.getThreadPool())
        r.suggestThreadPoolSize(1)
        for n, t in (("A", 3), ("B", 1)):
            s.watch(n, deferToThreadPool(r, p, w.job(n, t)))
    r.callWhenRunning(go)
    r.addSystemEventTrigger("after", "shutdown", s.hit, "SA")
    r.callLater(1, s.runner("stop", r.stop))
    r.callLater(2, s.hit, "T")
    r.run()
    s.log("queue", n=len(r.threadCallQueue))


@scenario("h09", "after pool.stop() new work is dropped without a word", env="threads")
def h09(s):
    """
    pool(0,1); stop(); deferToThreadPool: never fires; stop() again; startAWorker
    """
    p = s.workers.pool(0, 1)
    r = s.reactor

    def go():
        p.stop()
        d = deferToThreadPool(r, p, s.workers.job("x", 1))
        s.log("called", value=d.called)
        s.attempt("stop again", p.stop)
    r.callWhenRunning(go)
    r.callLater(3, s.hit, "T")
    r.run()


@scenario("h10", "a blocked reactor delivers thread results late, but before timers", env="threads")
def h10(s):
    """
    pool(0,2): A 1 s, B 2.5 s; T1@0.5 blocks 3 s; T2@2: at 3.5 first A and B results, then T2
    """
    p = s.workers.pool(0, 2)
    r = s.reactor

    def go():
        for n, t in (("A", 1), ("B", 2.5)):
            s.watch(n, deferToThreadPool(r, p, s.workers.job(n, t, value=n)))
    r.callWhenRunning(go)

    def block():
        s.log("blocking")
        r.spin(3)
        s.log("unblocked")
    r.callLater(.5, block)
    r.callLater(2, s.hit, "T2")
    r.run()


@scenario("h11", "idle workers are used before new ones are made; min workers up front", env="threads")
def h11(s):
    """
    pool(1,3): workers after start; A 1 s at 0; B 1 s at 2 (same worker); C, D 1 s at 4 (one new); E, F, G, H at 6
    """
    p = s.workers.pool(1, 3)
    r = s.reactor
    s.log("workers", n=p.workers)

    def sub(*names):
        for n in names:
            deferToThreadPool(r, p, s.workers.job(n, 1))
        s.log("submitted", names=list(names), workers=p.workers,
              busy=len(p.working), queued=p._queue.qsize())
    for t, names in ((0, "A"), (2, "B"), (4, "CD"), (6, "EFGH")):
        r.callLater(t, sub, *names)
    r.run()
    s.log("workers", n=p.workers)


@scenario("h12", "callFromThread from a job; results of jobs that end together", env="threads")
def h12(s):
    """
    pool(0,3): A, B, C each 1 s; A's work calls callFromThread(X) before it ends
    """
    p = s.workers.pool(0, 3)
    r = s.reactor
    w = s.workers
    base = w.job("A", 1)

    def a():
        v = base()
        r.callFromThread(s.hit, "X")
        return v

    def go():
        s.watch("A", deferToThreadPool(r, p, a))
        for n in "BC":
            s.watch(n, deferToThreadPool(r, p, w.job(n, 1)))
    r.callWhenRunning(go)
    r.run()


@scenario("h13", "argument checks of ThreadPool")
def h13(s):
    """
    ThreadPool(-1, 1), ThreadPool(3, 2); defaults
    """
    s.attempt("ThreadPool(-1, 1)", ThreadPool, -1, 1)
    s.attempt("ThreadPool(3, 2)", ThreadPool, 3, 2)
    p = ThreadPool()
    s.log("defaults", min=p.min, max=p.max, started=p.started)
    s.attempt("adjustPoolsize(9, 4)", p.adjustPoolsize, 9, 4)


@scenario("h14", "timeout against a thread result while the reactor is blocked", env="threads")
def h14(s):
    """
    pool(0,1): A lasts 2 s, addTimeout(1.5); a timer @1 blocks 2 s: at 3 the thread result is handled first: success
    the same without the block: TimeoutError at 1.5, late result swallowed
    """
    p = s.workers.pool(0, 1)
    r = s.reactor

    def go():
        d = deferToThreadPool(r, p, s.workers.job("A", 2, value="A"))
        d.addTimeout(1.5, r)
        s.watch("A", d)
    r.callWhenRunning(go)
    r.callLater(1, lambda: r.spin(2))

    def second():
        d = deferToThreadPool(r, p, s.workers.job("B", 2, value="B"))
        d.addTimeout(1.5, r)
        s.watch("B", d)
    r.callLater(10, second)
    r.run()


@scenario("h15", "the reactor's pool, used before run(), starts with the reactor", env="threads")
def h15(s):
    """
    before run: callInThread(job 1 s); log pool started flag; run; at 0.5 log it again
    """
    r = s.reactor
    w = s.workers
    p = w.adopt(r.getThreadPool())
    r.callInThread(w.job("early", 1))
    s.log("before run", started=p.started, queued=p._queue.qsize(), min=p.min, max=p.max)
    r.callWhenRunning(lambda: s.log("hook", started=p.started))
    r.callLater(.5, lambda: s.log("at 0.5", started=p.started, workers=p.workers))
    r.run()


def sizes(s, p):
    s.log("sizes", workers=p.workers, working=len(p.working), waiters=len(p.waiters),
          queued=p._queue.qsize())


@scenario("h16", "jobs that take no time: begun after the present pass, delivered in the next iteration", env="threads")
def h16(s):
    """
    pool(0, 1): A, B of 0 s, submitted at 1 in T1; T2@1 after it; Z = callLater(0) in T1
    """
    p = s.workers.pool(0, 1)
    r = s.reactor

    def t1():
        s.log("run", name="T1")
        r.callLater(0, s.hit, "Z")
        for n in "AB":
            s.watch(n, deferToThreadPool(r, p, s.workers.job(n, 0, value=n)))
    r.callLater(1, t1)
    r.callLater(1.5, s.hit, "T2")
    r.run()


@scenario("h17", "two pools: jobs that end together do so in the order in which they began", env="threads")
def h17(s):
    """
    P(0, 1), Q(0, 1): Q: A 2 s, P: B 2 s, both at 0; P: C 1 s queued, Q: D 1 s queued
    """
    p, q = s.workers.pool(0, 1), s.workers.pool(0, 1)
    r = s.reactor

    def go():
        for pool, n, t in ((q, "A", 2), (p, "B", 2), (p, "C", 1), (q, "D", 1)):
            s.watch(n, deferToThreadPool(r, pool, s.workers.job(n, t)))
    r.callWhenRunning(go)
    r.run()


@scenario("h18", "lowering max twice counts the busy workers twice", env="threads")
def h18(s):
    """
    pool(0, 3): A, B, C 2 s; at 1 adjustPoolsize(maxthreads=1) twice: all three workers end, and the next one too
    """
    p = s.workers.pool(0, 3)
    r = s.reactor

    def sub(*names):
        for n in names:
            deferToThreadPool(r, p, s.workers.job(n, 2))
        sizes(s, p)
    r.callWhenRunning(lambda: sub("A", "B", "C"))
    r.callLater(1, lambda: [p.adjustPoolsize(maxthreads=1) for i in range(2)] and None)
    r.callLater(1.5, lambda: sizes(s, p))
    r.callLater(3, lambda: sizes(s, p))
    r.callLater(4, lambda: sub("D"))
    r.callLater(7, lambda: sizes(s, p))
    r.callLater(8, lambda: sub("E"))
    r.callLater(11, lambda: sizes(s, p))
    r.run()


@scenario("h19", "a pool stopped by the program: the reactor waits, and the results come after", env="threads")
def h19(s):
    """
    pool(0, 1): A 2 s, B 1 s queued; at 1 stop(): back at 3; the results are delivered before T@1.5 and T@2
    """
    p = s.workers.pool(0, 1)
    r = s.reactor

    def go():
        for n, t in (("A", 2), ("B", 1)):
            s.watch(n, deferToThreadPool(r, p, s.workers.job(n, t, value=n)))
    r.callWhenRunning(go)

    def stop():
        s.log("stopping")
        s.workers.inJoin(p.stop)
        s.log("stopped")
    r.callLater(1, stop)
    r.callLater(1.5, s.hit, "T1.5")
    r.callLater(2, s.hit, "T2")
    r.run()


@scenario("h20", "a stopped pool cannot be used again", env="threads")
def h20(s):
    """
    pool(0, 1) and pool(1, 1), stopped; start(): AlreadyQuit for the one with a minimum; callInThread on the other: AlreadyQuit
    """
    w = s.workers
    p, q = w.pool(0, 1), w.pool(1, 1)
    for pool in (p, q):
        w.inJoin(pool.stop)
    s.attempt("start with minimum 1", q.start)
    q.joined = True
    s.attempt("start with minimum 0", p.start)
    s.log("flags", started=p.started, joined=p.joined)
    s.attempt("callInThread", p.callInThread, w.job("A", 1))
    s.attempt("startAWorker", p.startAWorker)
    p.joined = True


@scenario("h21", "raising min makes workers at once, lowering max ends idle ones at once", env="threads")
def h21(s):
    """
    pool(0, 5): adjustPoolsize(3), (1, 2), (maxthreads=0 with min 1: AssertionError), (0, 0); then a job waits until max is 1 and another one comes
    """
    p = s.workers.pool(0, 5)
    r = s.reactor
    sizes(s, p)
    for lo, hi in ((3, 5), (1, 2), (1, 0), (0, 0)):
        s.attempt("adjust", p.adjustPoolsize, lo, hi)
        sizes(s, p)

    def sub(n):
        s.watch(n, deferToThreadPool(r, p, s.workers.job(n, 1)))
        sizes(s, p)
    r.callLater(1, sub, "A")
    r.callLater(2, p.adjustPoolsize, 0, 1)
    r.callLater(3, sub, "B")
    r.run()


@scenario("h22", "a job that calls the reactor between two pieces of work", env="threads")
def h22(s):
    """
    pool(0, 1): A works 1 s, callFromThread(X), works 1 s, callFromThread(Y); T@1.5
    """
    p = s.workers.pool(0, 1)
    r = s.reactor
    first, second = s.workers.job("A1", 1), s.workers.job("A2", 1, value="A")

    def a():
        first()
        r.callFromThread(s.hit, "X")
        value = second()
        r.callFromThread(s.hit, "Y")
        return value
    r.callWhenRunning(lambda: s.watch("A", deferToThreadPool(r, p, a)) and None)
    r.callLater(1.5, s.hit, "T")
    r.run()


@scenario("h23", "callInThreadWithCallback: told in the worker's time, before its next job", env="threads")
def h23(s):
    """
    pool(0, 1): A 1 s value 5, B 1 s raises ValueError b, C 1 s returns a Failure: each with onResult; the reactor blocks from 0.5 to 4
    """
    p = s.workers.pool(0, 1)
    r = s.reactor
    w = s.workers

    def told(name):
        return lambda ok, result: s.log("result", name=name, ok=ok, value=result)

    def go():
        p.callInThreadWithCallback(told("A"), w.job("A", 1, value=5))
        p.callInThreadWithCallback(told("B"), w.job("B", 1, exc=ValueError("b")))
        p.callInThreadWithCallback(told("C"), w.job("C", 1, value=Failure(KeyError("c"))))
    r.callWhenRunning(go)
    r.callLater(.5, lambda: r.spin(3.5))
    r.run()


@scenario("h24", "an onResult that raises is logged, and the worker goes on", env="threads")
def h24(s):
    """
    pool(0, 1): A's onResult raises RuntimeError told; B 1 s after it; C without onResult returns a Failure: not logged
    """
    p = s.workers.pool(0, 1)
    r = s.reactor
    w = s.workers

    def bad(ok, result):
        raise RuntimeError("told")

    def go():
        p.callInThreadWithCallback(bad, w.job("A", 1))
        s.watch("B", deferToThreadPool(r, p, w.job("B", 1)))
        p.callInThread(w.job("C", 1, value=Failure(KeyError("c"))))
    r.callWhenRunning(go)
    r.run()


@scenario("h25", "a job that gives another job to the pool", env="threads")
def h25(s):
    """
    pool(0, 2): A works 1 s, submits N (1 s), works 1 s more; B 1 s queued behind A and X (3 s)
    """
    p = s.workers.pool(0, 2)
    r = s.reactor
    w = s.workers
    first, second, n = w.job("A1", 1), w.job("A2", 1), w.job("N", 1)

    def a():
        first()
        p.callInThread(n)
        return second()

    def go():
        s.watch("A", deferToThreadPool(r, p, a))
        s.watch("X", deferToThreadPool(r, p, w.job("X", 3)))
        s.watch("B", deferToThreadPool(r, p, w.job("B", 1)))
    r.callWhenRunning(go)
    r.run()


@scenario("h26", "a whole queue is worked off while the reactor is blocked; results in order, in one iteration", env="threads")
def h26(s):
    """
    pool(0, 1): A, B, C 1 s each; T1@0.5 blocks 3 s and submits D (0.5 s) before and E after it; T2@2; D's callback calls callLater(0)
    """
    p = s.workers.pool(0, 1)
    r = s.reactor

    def sub(n, t):
        d = deferToThreadPool(r, p, s.workers.job(n, t, value=n))
        if n == "D":
            d.addCallback(s.cb("D", call=lambda v: r.callLater(0, s.hit, "Z") and None))
        s.watch(n, d)
    r.callWhenRunning(lambda: [sub(n, 1) for n in "ABC"] and None)

    def block():
        sub("D", .5)
        s.log("blocking")
        r.spin(3)
        s.log("unblocked")
        sub("E", .5)
    r.callLater(.5, block)
    r.callLater(2, s.hit, "T2")
    r.run()


@scenario("h27", "a thread result and a timer at one time: the result first", env="threads")
def h27(s):
    """
    T@2 made before, U@2 made after A (2 s) was submitted; A's callback calls callLater(0, Z) and callFromThread(X)
    """
    p = s.workers.pool(0, 1)
    r = s.reactor

    def done(v):
        s.log("cb", got=v)
        r.callLater(0, s.hit, "Z")
        r.callFromThread(s.hit, "X")

    def go():
        r.callLater(2, s.hit, "T")
        deferToThreadPool(r, p, s.workers.job("A", 2, value="A")).addCallback(done)
        r.callLater(2.0625, s.hit, "U")
    r.callWhenRunning(go)
    r.run()


@scenario("h28", "a cancelled result: the job's exception is swallowed and not logged", env="threads")
def h28(s):
    """
    pool(0, 1): A raises ValueError a at 2; cancelled at 1; cancelled again at 3
    """
    p = s.workers.pool(0, 1)
    r = s.reactor
    ds = []

    def go():
        ds.append(s.watch("A", deferToThreadPool(r, p, s.workers.job("A", 2, exc=ValueError("a")))))
    r.callWhenRunning(go)
    r.callLater(1, lambda: ds[0].cancel())
    r.callLater(3, lambda: s.attempt("cancel", ds[0].cancel))
    r.run()


@scenario("h29", "a job that a before-shutdown Deferred waits for is still delivered", env="threads")
def h29(s):
    """
    reactor's pool: stop at 1; before/shutdown gives job A (2 s): delivered at 3; its callback submits B (1 s): run by the pool's stop, never delivered
    """
    r = s.reactor
    w = s.workers
    b = w.job("B", 1)

    def bye():
        s.log("bye")
        d = deferToThreadPool(r, p, w.job("A", 2, value="A"))

        def done(v):
            s.log("cb", got=v)
            s.watch("B", deferToThreadPool(r, p, b))
        return d.addCallback(done)
    p = w.adopt(r.getThreadPool())
    r.addSystemEventTrigger("before", "shutdown", bye)
    r.addSystemEventTrigger("during", "shutdown", s.hit, "during")
    r.addSystemEventTrigger("after", "shutdown", s.hit, "after")
    r.callLater(1, s.runner("stop", r.stop))
    r.callLater(2, s.hit, "T2")
    r.callLater(3.5, s.hit, "T3.5")
    r.run()


@scenario("h30", "a crashed reactor does not stop the jobs; run again, it delivers", env="threads")
def h30(s):
    """
    pool(0, 1): A 3 s; crash at 1; run() again: A delivered at 3
    """
    p = s.workers.pool(0, 1)
    r = s.reactor
    r.callWhenRunning(lambda: s.watch("A", deferToThreadPool(r, p, s.workers.job("A", 3, value="A"))) and None)
    r.callLater(1, s.runner("crash", r.crash))
    r.callLater(2, s.hit, "T")
    r.run()
    r.run()


@scenario("h31", "startAWorker and stopAWorker: up to max, down below min", env="threads")
def h31(s):
    """
    pool(1, 2): startAWorker x2: 2 workers; stopAWorker x3: 0, and one owed; a job's worker ends after it
    """
    p = s.workers.pool(1, 2)
    r = s.reactor
    for what in (p.startAWorker, p.startAWorker, p.stopAWorker, p.stopAWorker, p.stopAWorker):
        what()
        sizes(s, p)
    r.callLater(1, lambda: deferToThreadPool(r, p, s.workers.job("A", 1)) and None)
    r.callLater(1.5, lambda: sizes(s, p))
    r.callLater(3, lambda: sizes(s, p))
    r.run()


@scenario("h32", "a failing function ends the one job of several; the pool's next job runs", env="threads")
def h32(s):
    """
    pool(0, 1): one job of [A 1 s, B 1 s raises KeyError b, C]; then D 1 s
    """
    p = s.workers.pool(0, 1)
    r = s.reactor
    w = s.workers

    def go():
        p.callInThread(threads._runMultiple, [
            (w.job("A", 1), (), {}), (w.job("B", 1, exc=KeyError("b")), (), {}), (w.job("C", 1), (), {})])
        s.watch("D", deferToThreadPool(r, p, w.job("D", 1)))
    r.callWhenRunning(go)
    r.run()


@scenario("h33", "a pool that was never started and is stopped: its jobs never run", env="threads")
def h33(s):
    """
    pool(0, 1) not started: A queued; stop(); sizes
    """
    p = s.workers.pool(0, 1, start=False)
    r = s.reactor
    s.watch("A", deferToThreadPool(r, p, s.workers.job("A", 1)))
    sizes(s, p)
    s.workers.inJoin(p.stop)
    sizes(s, p)
    r.callLater(3, s.hit, "T")
    r.run()


@scenario("h34", "a minimum larger than the backlog, a maximum smaller: what start() makes", env="threads")
def h34(s):
    """
    for (min, max, jobs) = (3, 5, 1), (0, 5, 3), (1, 2, 4), (2, 2, 0): sizes before and after start()
    """
    r = s.reactor
    for lo, hi, n in ((3, 5, 1), (0, 5, 3), (1, 2, 4), (2, 2, 0)):
        p = s.workers.pool(lo, hi, start=False)
        for i in range(n):
            p.callInThread(s.workers.job("%d.%d.%d" % (lo, hi, i), 1))
        sizes(s, p)
        p.start()
        sizes(s, p)
        r.run()
        sizes(s, p)
