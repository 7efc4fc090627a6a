"""Cases: LoopingCall (K-1 to K-18)."""
import gc
import warnings

from twisted.internet import task
from twisted.internet.defer import fail, succeed
from harness import scenario


def loop(s, fn, *a, **kw):
    lc = task.LoopingCall(fn, *a, **kw)
    lc.clock = s.reactor or s.clock
    return lc


def counted(s, fn):
    lc = task.LoopingCall.withCount(fn)
    lc.clock = s.reactor or s.clock
    return lc


@scenario("k01", "now=True: first run inside start(), then every interval")
def k01(s):
    """
    start(2) at time 1; log 'start returned'; pump 0.5 to 7; stop(); deferred fires with the loop; running flags
    """
    s.clock.advance(1)
    lc = loop(s, s.hit, "body")
    s.log("running", value=lc.running)
    d = lc.start(2)
    s.log("start returned", running=lc.running)
    d.addCallback(lambda v: s.log("deferred", isLoop=v is lc, running=lc.running))
    s.clock.pump([.5] * 12)
    lc.stop()
    s.log("stopped", running=lc.running, pending=len(s.clock.getDelayedCalls()))


@scenario("k02", "now=False: first run one interval later; arguments")
def k02(s):
    """
    LoopingCall(f, 'a', k='b').start(1.5, now=False); pump 0.5 to 4
    """
    lc = loop(s, lambda *a, **k: s.log("run", args=a, kw=k), "a", k="b")
    lc.start(1.5, now=False)
    s.log("start returned")
    s.clock.pump([.5] * 8)
    lc.stop()


@scenario("k03", "late wake-ups do not shift the grid")
def k03(s):
    """
    start(1) at 0; advances to 0.9, 1.3, 1.9, 2.05, 4.7, 5.0, 6.0: runs at 1.3, 2.05, 4.7, 5.0, 6.0; next call time logged each run
    """
    lc = loop(s, s.hit, "body")
    lc.start(1)
    now = 0
    for t in (.875, 1.25, 1.875, 2.0625, 4.75, 5, 6):
        s.clock.advance(t - now)
        now = t
        s.log("next", at=lc.call.getTime())
    lc.stop()


@scenario("k04", "stop inside the body")
def k04(s):
    """
    body run 2 calls stop() and logs; the deferred fires after the body returns
    """
    n = [0]

    def body():
        n[0] += 1
        s.log("run", n=n[0])
        if n[0] == 2:
            lc.stop()
            s.log("stop returned", running=lc.running)
    lc = loop(s, body)
    s.watch("deferred", lc.start(1))
    s.clock.pump([1, 1, 1])


@scenario("k05", "a body that raises; restart after that")
def k05(s):
    """
    A: raises ValueError at run 2; B: raises KeyError in start(); stop() after failure; start again works
    """
    n = [0]

    def body():
        n[0] += 1
        s.log("run", n=n[0])
        if n[0] == 2:
            raise ValueError("two")
    lc = loop(s, body)
    s.watch("A", lc.start(1))
    s.clock.pump([1, 1])
    s.log("running", value=lc.running)
    s.attempt("stop", lc.stop)

    def bad():
        raise KeyError("at once")
    lb = loop(s, bad)
    d = lb.start(1)
    s.log("B started", called=d.called, running=lb.running)
    s.watch("B", d)
    s.watch("A again", lc.start(1))
    s.clock.advance(1)
    lc.stop()


@scenario("k06", "a body that returns a Deferred: wait, then the next grid point")
def k06(s):
    """
    start(1); body lasts 0.5, 2.25, 1.0, 0 s in turn; pump 0.25 to 8
    """
    lasts = [.5, 2.25, 1.0, 0]
    n = [0]

    def body():
        i = n[0]
        n[0] += 1
        s.log("run", n=i)
        if i < len(lasts):
            kept.append(s.after(lasts[i]).addCallback(lambda v: s.log("body done", n=i) or "value"))
            return kept[-1]
    kept = []
    lc = loop(s, body)
    s.watch("deferred", lc.start(1))
    s.clock.pump([.25] * 32)
    lc.stop()
    s.state("the first body's Deferred", kept[0])


@scenario("k07", "stop while the body's Deferred is pending")
def k07(s):
    """
    body returns a Deferred fired at 3; stop() at 1: nothing fires; at 3 the deferred fires. Then with a failing one: errback
    """
    for exc in (None, ValueError("late")):
        lc = loop(s, lambda: s.after(3, exc=exc))
        s.watch("deferred", lc.start(1))
        s.clock.advance(1)
        lc.stop()
        s.log("stopped", running=lc.running)
        s.attempt("stop again", lc.stop)
        s.clock.advance(2)


@scenario("k08", "one long advance is one run")
def k08(s):
    """
    start(1) ; advance(10.5): one run; next at 11; advance(0.5); and the same with an advance that ends on a grid point
    """
    lc = loop(s, s.hit, "body")
    lc.start(1)
    s.clock.advance(10.5)
    s.log("next", at=lc.call.getTime())
    s.clock.advance(.5)
    s.clock.advance(9)
    s.log("next", at=lc.call.getTime())
    lc.stop()


@scenario("k09", "withCount, now=True")
def k09(s):
    """
    start(1); advances to 1, 2, 5.5, 5.75, 6, 10
    """
    lc = counted(s, lambda n: s.log("run", count=n))
    lc.start(1)
    now = 0
    for t in (1, 2, 5.5, 5.75, 6, 10):
        s.clock.advance(t - now)
        now = t
    lc.stop()


@scenario("k10", "withCount, now=False; start at a time that is not zero")
def k10(s):
    """
    advance(0.25); start(0.5, now=False); advances to 0.5, 0.75, 2.0, 2.25
    """
    s.clock.advance(.25)
    lc = counted(s, lambda n: s.log("run", count=n))
    lc.start(.5, now=False)
    now = .25
    for t in (.5, .75, 2.0, 2.25):
        s.clock.advance(t - now)
        now = t
    lc.stop()


@scenario("k11", "withCount with a body that waits")
def k11(s):
    """
    start(1); bodies last 0, 2.5, 0.25, 0; pump 0.25 to 6: the count covers the skipped grid points
    """
    lasts = [0, 2.5, .25, 0]
    n = [0]

    def body(count):
        i = n[0]
        n[0] += 1
        s.log("run", count=count)
        if i < len(lasts) and lasts[i]:
            return s.after(lasts[i])
    lc = counted(s, body)
    lc.start(1)
    s.clock.pump([.25] * 24)
    lc.stop()


@scenario("k12", "misuse: texts")
def k12(s):
    """
    stop before start; reset before start; start(-1); start twice; start(-1) while running
    """
    lc = loop(s, s.hit, "body")
    s.attempt("stop", lc.stop)
    s.attempt("reset", lc.reset)
    s.attempt("start(-1)", lc.start, -1)
    s.log("running", value=lc.running)
    lc.start(1)
    s.attempt("start", lc.start, 1)
    s.attempt("start(-1) while running", lc.start, -1)
    lc.stop()
    s.attempt("stop", lc.stop)


@scenario("k13", "reset: skips to a full interval from now; the grid moves")
def k13(s):
    """
    start(5); advance 2; reset(): next at 7; advances 5, 5; next logged
    """
    lc = loop(s, s.hit, "body")
    lc.start(5)
    s.clock.advance(2)
    lc.reset()
    s.log("next", at=lc.call.getTime())
    s.clock.advance(3)
    s.clock.advance(2)
    s.log("next", at=lc.call.getTime())
    s.clock.advance(5)
    lc.stop()


@scenario("k14", "reset inside the body or while its Deferred is pending does nothing")
def k14(s):
    """
    A: the body, run late at 2.5 (now=False, interval 1), calls reset(): next is still 3. B: body waits 0.75; reset() at 0.25: next still 1
    """
    def body():
        s.log("run")
        lc.reset()
    lc = loop(s, body)
    lc.start(1, now=False)
    s.clock.advance(2.5)
    s.log("next", at=lc.call.getTime())
    lc.stop()
    s.clock = task.Clock()
    s.now = s.clock.seconds
    lb = loop(s, lambda: s.after(.75))
    lb.start(1)
    s.clock.advance(.25)
    lb.reset()
    s.clock.advance(.5)
    s.log("next", at=lb.call.getTime())
    lb.stop()


@scenario("k15", "rounding: withCount skips a run whose count would be 0")
def k15(s):
    """
    interval 0.1, clock pumped 25 times by 0.1: times of plain runs, and (time, count) of withCount runs
    """
    def one(make):
        s.clock = task.Clock()
        s.now = s.clock.seconds
        lc = make()
        lc.start(.1)
        s.clock.pump([.1] * 25)
        lc.stop()
    one(lambda: loop(s, s.hit, "plain"))
    one(lambda: counted(s, lambda n: s.log("count", n=n)))


@scenario("k16", "withCount remembers its last run across stop and start")
def k16(s):
    """
    start(1) at 0; pump to 2; stop at 2; start(1) at 10: count of the first run; then with now=False at 20
    """
    lc = counted(s, lambda n: s.log("run", count=n))
    lc.start(1)
    s.clock.pump([1, 1])
    lc.stop()
    s.clock.advance(8)
    s.log("start again")
    lc.start(1)
    s.clock.pump([1])
    lc.stop()
    s.clock.advance(9)
    s.log("start again, now=False")
    lc.start(1, now=False)
    s.clock.pump([1, 1])
    lc.stop()


@scenario("k17", "restart while the old body is still pending: two runs interleave")
def k17(s):
    """
    body returns a Deferred lasting 2; start(1) at 0 -> d1; at 0.5 stop(), start(1) -> d2; pump 0.5 to 6; stop; d1 never fires
    """
    n = [0]

    def body():
        n[0] += 1
        s.log("run", n=n[0])
        return s.after(2)
    lc = loop(s, body)
    d1 = s.watch("d1", lc.start(1))
    s.clock.advance(.5)
    lc.stop()
    d2 = s.watch("d2", lc.start(1))
    s.clock.pump([.5] * 11)
    s.attempt("stop", lc.stop)
    s.clock.pump([.5] * 6)
    gc.collect()
    s.log("fired", d1=d1.called, d2=d2.called)


@scenario("k18", "the epsilon rule at large times")
def k18(s):
    """
    clock at 1e17 (float spacing 16): start(3): 'until' vanishes in the sum, so the delay is the whole interval; clock at 1e9 with interval 0.1
    """
    s.clock.advance(1e17)
    lc = loop(s, s.hit, "body")
    lc.start(3, now=False)
    s.log("next", delayed=lc.call.getTime() - s.clock.seconds())
    lc.stop()
    s.clock = task.Clock()
    s.now = s.clock.seconds
    s.clock.advance(1e9)
    lc = loop(s, s.hit, "body")
    lc.start(.1)
    for i in range(4):
        s.clock.advance(.1)
        s.log("next", at=lc.call.getTime())
    lc.stop()


@scenario("k19", "interval 0 on the reactor: one run per iteration", env="reactor")
def k19(s):
    """
    start(0) with a body that blocks 0.25 s, stops at run 5; T@0.5; count is always 1
    """
    r = s.reactor
    r.traceIterations = True
    n = [0]

    def body(count):
        n[0] += 1
        s.log("run", n=n[0], count=count)
        r.spin(.25)
        if n[0] == 5:
            lc.stop()
    lc = counted(s, body)
    r.callLater(.5, s.hit, "T")
    r.callWhenRunning(lambda: s.watch("deferred", lc.start(0)))
    r.run()


@scenario("k20", "interval 0 on Clock: everything in one advance")
def k20(s):
    """
    start(0); body stops itself at run 5: runs 2..5 all happen in advance(0)
    """
    n = [0]

    def body():
        n[0] += 1
        s.log("run", n=n[0])
        if n[0] == 5:
            lc.stop()
    lc = loop(s, body)
    s.watch("deferred", lc.start(0))
    s.log("start returned")
    s.clock.advance(0)


@scenario("k21", "stop inside the body, then raise")
def k21(s):
    """
    body: stop(); raise ValueError v: the deferred errbacks
    """
    def body():
        s.log("run")
        lc.stop()
        raise ValueError("v")
    lc = loop(s, body)
    s.watch("deferred", lc.start(1))
    s.log("running", value=lc.running)


@scenario("k22", "restart from the deferred's callback; stop from it")
def k22(s):
    """
    d.addCallback: start(1, now=False) again, stop() once more inside
    """
    lc = loop(s, s.hit, "body")
    d = lc.start(1)

    def again(v):
        s.log("deferred", running=lc.running)
        s.attempt("stop", lc.stop)
        lc.start(1, now=False)
    d.addCallback(again)
    s.clock.advance(.5)
    lc.stop()
    s.log("next", at=lc.call.getTime())
    s.clock.advance(1)
    lc.stop()


@scenario("k23", "order of two loops and a timer at shared grid points")
def k23(s):
    """
    L1.start(1), L2.start(2), T@2 scheduled last; pump 1 x4: at 2 order L2?, T?, L1? as scheduled
    """
    a = loop(s, s.hit, "L1")
    b = loop(s, s.hit, "L2")
    a.start(1)
    b.start(2)
    s.clock.callLater(2, s.hit, "T")
    s.clock.pump([1] * 4)
    a.stop()
    b.stop()


@scenario("k24", "withCount after reset, and with a float grid")
def k24(s):
    """
    start(1); at 0.5 reset; advances to 1.5, 4.5; then reset at 4.75, to 7.75
    """
    lc = counted(s, lambda n: s.log("run", count=n))
    lc.start(1)
    now = 0
    for t, reset in ((.5, True), (1.5, False), (4.5, False), (4.75, True), (7.75, False)):
        s.clock.advance(t - now)
        now = t
        if reset:
            lc.reset()
            s.log("reset", next=lc.call.getTime())
    lc.stop()


@scenario("k25", "the delay formula at decimal times, interval 0.1")
def k25(s):
    """
    for T in 0.1, 0.2 .. 3.0: fresh clock, start(0.1, now=False) at 0, one advance(T): log T, next call time minus T
    the same with interval 0.01 and T in 0.01 .. 0.16 (the epsilon rule decides at 0.03, 0.06, 0.11, 0.12)
    """
    for j in range(1, 31):
        s.clock = task.Clock()
        s.now = s.clock.seconds
        lc = loop(s, lambda: None)
        lc.start(.1, now=False)
        s.clock.advance(j / 10)
        s.log("next", wait=lc.call.getTime() - s.clock.seconds())
        lc.stop()
    for j in range(1, 17):
        s.clock = task.Clock()
        s.now = s.clock.seconds
        lc = loop(s, lambda: None)
        lc.start(.01, now=False)
        s.clock.advance(j / 100)
        s.log("next", wait=lc.call.getTime() - s.clock.seconds())
        lc.stop()


@scenario("k26", "interval 0.1 on an exact reactor: run times", env="reactor")
def k26(s):
    """
    start(0.1) at 0, wake-ups exactly at the scheduled time; stop at run 45: log the time of each run
    """
    r = s.reactor
    n = [0]

    def body():
        n[0] += 1
        s.log("run", n=n[0])
        if n[0] == 45:
            lc.stop()
    lc = loop(s, body)
    r.callWhenRunning(lambda: lc.start(.1) and None)
    r.run()


@scenario("k27", "the returned deferred's callbacks, errors in them, and restart order")
def k27(s):
    """
    body raises at run 2 with nobody listening: reported when the deferred is dropped; stop(): the callback of the deferred raises: not seen by stop()
    """
    n = [0]

    def body():
        n[0] += 1
        s.log("run", n=n[0])
        if n[0] == 2:
            raise ValueError("unheard")
    lc = loop(s, body)
    lc.start(1)
    s.attempt("advance", s.clock.advance, 1)
    gc.collect()
    s.log("after")
    lc = loop(s, s.hit, "other")

    def boom(v):
        raise KeyError("in callback")
    d = lc.start(1)
    d.addCallback(boom)
    s.attempt("stop", lc.stop)
    d.addErrback(lambda f: s.log("deferred", error=f))


@scenario("k28", "changing the interval attribute while running")
def k28(s):
    """
    start(1) at 0; at 1.5 interval = 4: the pending run at 2 stays; then 4, 8; withCount form: start(0, now=False) ... interval = 2 while waiting
    """
    lc = loop(s, s.hit, "body")
    lc.start(1)
    s.clock.pump([1, .5])
    lc.interval = 4
    s.log("next", at=lc.call.getTime())
    s.clock.pump([.5, .5, .5, 1, 4])
    s.log("next", at=lc.call.getTime())
    lc.stop()


@scenario("k29", "withCount, now=True: rounding can swallow the very first run")
def k29(s):
    """
    for start times 0, 7.3, 1000.1, 1e9 and intervals 0.1, 0.25, 0.3, 0.7, 1: withCount start(i) at that time, then five advances by i: list of [time - start, count]
    """
    for at in (0, 7.3, 1000.1, 1e9):
        for iv in (.1, .25, .3, .7, 1):
            s.clock = c = task.Clock()
            s.now = c.seconds
            c.advance(at)
            got = []
            lc = counted(s, lambda n: got.append([c.seconds() - at, n]))
            lc.start(iv)
            first = len(got)
            for i in range(5):
                c.advance(iv)
            lc.stop()
            s.log("runs", start=at, interval=iv, atStart=first, all=got)


@scenario("k30", "a body that is a coroutine function (differs in newer versions)")
def k30(s):
    """
    start(1), body is async: logs 'inside', awaits deferLater(1.5); pump 0.5 to 4; log the next call's time at each second
    """
    async def body():
        s.log("inside")
        await task.deferLater(s.clock, 1.5)
        s.log("body done")
    lc = loop(s, body)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        lc.start(1)
        for i in range(4):
            s.log("next", at=lc.call.getTime() if lc.call else None)
            s.clock.pump([.5, .5])
        lc.stop()


@scenario("k31", "stopped before a delayed start's first run")
def k31(s):
    """
    start(1, now=False), stop() at once: the deferred fires inside stop(), nothing runs, no timer is left
    """
    lc = loop(s, s.hit, "body")
    s.watch("deferred", lc.start(1, now=False))
    lc.stop()
    s.log("stopped", running=lc.running, pending=len(s.clock.getDelayedCalls()))
    s.clock.advance(5)


@scenario("k32", "stopped at once, interval 0; stopped by another call of the same time")
def k32(s):
    """
    start(0), stop(): one run. then start(1), and a timer of 1 s made just before stops it: no second run
    """
    lc = loop(s, s.hit, "body")
    s.watch("first", lc.start(0))
    lc.stop()
    s.clock.advance(1)

    def stop():
        s.log("stopping")
        lb.stop()
    s.clock.callLater(1, stop)
    lb = loop(s, s.hit, "other")
    s.watch("second", lb.start(1))
    s.clock.pump([1, 1])


@scenario("k33", "a body whose Deferred fails, later and at once")
def k33(s):
    """
    A: run 2 returns a Deferred that fails 0.5 later: the loop ends with that; its Deferred's result is taken. B: returns fail(KeyError) in start()
    """
    kept = []

    def body():
        s.log("run", n=len(kept))
        kept.append(s.after(.5, exc=ValueError("late")) if kept else None)
        return kept[-1]
    lc = loop(s, body)
    s.watch("A", lc.start(1))
    s.clock.pump([.5] * 4)
    s.log("A ended", running=lc.running, pending=len(s.clock.getDelayedCalls()))
    s.state("the body's Deferred", kept[1])
    lb = loop(s, lambda: fail(KeyError("at once")))
    d = lb.start(1)
    s.log("B started", called=d.called, running=lb.running)
    s.watch("B", d)


@scenario("k34", "cancelling the returned Deferred does not stop the loop")
def k34(s):
    """
    d = start(1); d.cancel(): it fails with CancelledError, runs go on; stop() is silent
    """
    lc = loop(s, s.hit, "body")
    d = s.watch("deferred", lc.start(1))
    s.clock.advance(1)
    d.cancel()
    s.log("cancelled", running=lc.running)
    s.clock.advance(1)
    s.attempt("stop", lc.stop)
    s.log("stopped", running=lc.running, pending=len(s.clock.getDelayedCalls()))


@scenario("k35", "who fires the returned Deferred by hand is in stop()'s way")
def k35(s):
    """
    d.callback('by hand'); stop() raises AlreadyCalledError, yet the loop has stopped
    """
    lc = loop(s, s.hit, "body")
    d = s.watch("deferred", lc.start(1))
    d.callback("by hand")
    s.attempt("stop", lc.stop)
    s.log("stopped", running=lc.running, pending=len(s.clock.getDelayedCalls()))
    s.attempt("stop again", lc.stop)


@scenario("k36", "planning that fails ends the loop", env="reactor")
def k36(s):
    """
    start(0.5) on a reactor; run 2, at 0.5, sets interval to -1.25: callLater refuses the negative delay, the deferred fails with that
    """
    n = [0]

    def body():
        n[0] += 1
        s.log("run", n=n[0])
        if n[0] == 2:
            lc.interval = -1.25
    lc = loop(s, body)
    s.reactor.callWhenRunning(lambda: s.watch("deferred", lc.start(.5)) and None)
    s.reactor.run()
    s.log("ended", running=lc.running)


@scenario("k37", "withCount: interval 0 that is changed while a body waits")
def k37(s):
    """
    start(0, now=False) at 0; the first body, at 4.5, waits 1 s and sets interval to 2; then counts on the grid of 2 from the start, less what was counted at 4.5
    """
    first = []

    def body(count):
        s.log("run", count=count)
        if not first:
            first.append(1)
            lc.interval = 2
            return s.after(1)
    lc = counted(s, body)
    lc.start(0, now=False)
    s.clock.advance(4.5)
    s.clock.pump([1, .5, 2, 5])
    s.log("next", at=lc.call.getTime())
    lc.stop()


@scenario("k38", "withCount, interval 0, after a body that waits")
def k38(s):
    """
    start(0, now=False); the body waits 1 s at the first run, stops at the second: count 1 both times
    """
    n = [0]

    def body(count):
        n[0] += 1
        s.log("run", count=count)
        if n[0] == 1:
            return s.after(1)
        lc.stop()
    lc = counted(s, body)
    s.watch("deferred", lc.start(0, now=False))
    s.clock.pump([.5, .5, .5])


@scenario("k39", "withCount: late by less than an interval counts 1, then 2, then 3")
def k39(s):
    """
    start(0.5, now=False) at 0: advances to 0.9375 (count 1), 1.0 (1), 2.25 (2), 2.5 (1), 4.0 (3)
    """
    lc = counted(s, lambda n: s.log("run", count=n))
    lc.start(.5, now=False)
    now = 0
    for t in (.9375, 1.0, 2.25, 2.5, 4.0):
        s.clock.advance(t - now)
        now = t
        s.log("next", at=lc.call.getTime())
    lc.stop()


def tick():
    """A body for k40, at the top of the module for its short name."""


@scenario("k40", "repr: the interval, the function")
def k40(s):
    """
    repr before start, with 2, with 0.5, after the stop; of a withCount loop
    """
    lc = loop(s, tick)
    s.log("repr", text=repr(lc))
    for interval in (2, .5):
        lc.start(interval)
        s.log("repr", text=repr(lc))
        lc.stop()
    s.log("repr", text=repr(lc))
    s.log("repr", text=repr(counted(s, tick)))


@scenario("k41", "reset before the first run, on a grid point, and twice")
def k41(s):
    """
    start(2, now=False) at 0; reset at 1, at 1.5, at 3.5 (where a run has just been): starttime and next each time
    """
    lc = loop(s, s.hit, "body")
    lc.start(2, now=False)
    for amount in (1, .5, 2):
        s.clock.advance(amount)
        lc.reset()
        s.log("reset", start=lc.starttime, next=lc.call.getTime(),
              pending=len(s.clock.getDelayedCalls()))
    s.clock.advance(2)
    lc.stop()


@scenario("k42", "reset and stop of a loop that has ended")
def k42(s):
    """
    body raises at run 2; from the errback: reset(), stop(), running, call; then the loop is started anew from there
    """
    n = [0]

    def body():
        n[0] += 1
        s.log("run", n=n[0])
        if n[0] == 2:
            raise ValueError("two")
    lc = loop(s, body)

    def ended(f):
        s.log("ended", error=f, running=lc.running, call=lc.call)
        s.attempt("reset", lc.reset)
        s.attempt("stop", lc.stop)
        s.watch("second", lc.start(3))
    lc.start(1).addErrback(ended)
    s.clock.advance(1)
    s.log("next", at=lc.call.getTime(), start=lc.starttime)
    lc.stop()


@scenario("k43", "stop and start inside the body")
def k43(s):
    """
    run 2, at 1, calls stop() and start(2, now=False): two runs are planned and go on side by side, the first deferred never fires; stop() takes only one of them back
    """
    n = [0]

    def body():
        n[0] += 1
        s.log("run", n=n[0])
        if n[0] == 2:
            lc.stop()
            s.watch("second", lc.start(2, now=False))
            s.log("planned", at=lc.call.getTime())
    lc = loop(s, body)
    first = s.watch("first", lc.start(1))
    s.clock.advance(1)
    s.log("two timers", pending=len(s.clock.getDelayedCalls()))
    s.clock.pump([1, 1])
    s.attempt("stop", lc.stop)
    s.log("stopped", pending=len(s.clock.getDelayedCalls()), first=first.called)


@scenario("k44", "a body that blocks longer than the interval", env="reactor")
def k44(s):
    """
    start(1) on a reactor; runs block 0.5, 1.5, 1.0, 0 s; stop at run 6: times and counts
    """
    costs = [.5, 1.5, 1.0, 0, 0, 0]
    n = [0]

    def body(count):
        n[0] += 1
        s.log("run", count=count)
        s.reactor.spin(costs[n[0] - 1])
        if n[0] == 6:
            lc.stop()
    lc = counted(s, body)
    s.reactor.callWhenRunning(lambda: s.watch("deferred", lc.start(1)) and None)
    s.reactor.run()


@scenario("k45", "interval 0 without cost: six passes at one time", env="ticking")
def k45(s):
    """
    start(0, now=False) on a reactor, stops at run 6; a zero-delay call made in run 2 comes before run 3, as the loop's own is made after it; a chain of zero-delay calls begun behind the start stays behind
    """
    s.reactor.traceIterations = True
    n = [0]

    def body():
        n[0] += 1
        s.log("run", n=n[0])
        if n[0] == 2:
            s.reactor.callLater(0, s.hit, "zero")
        if n[0] == 6:
            lc.stop()

    def tail(left):
        s.log("tail", left=left)
        if left:
            s.reactor.callLater(0, tail, left - 1)

    def go():
        s.watch("deferred", lc.start(0, now=False))
        s.reactor.callLater(0, tail, 3)
    lc = loop(s, body)
    s.reactor.callWhenRunning(go)
    s.reactor.run()


@scenario("k46", "misuse inside the body ends the loop")
def k46(s):
    """
    A: the body calls start(1) again; B: the body calls stop() twice: the AssertionErrors fail the deferreds
    """
    def again():
        s.log("run")
        lc.start(1)
    lc = loop(s, again)
    s.watch("A", lc.start(1))
    s.log("A", running=lc.running)

    def twice():
        s.log("run")
        lb.stop()
        lb.stop()
    lb = loop(s, twice)
    s.watch("B", lb.start(1))
    s.log("B", running=lb.running, pending=len(s.clock.getDelayedCalls()))


@scenario("k47", "a body that returns a fired Deferred")
def k47(s):
    """
    start(1); the body returns succeed('x'): planned at once, the value is ignored; what start's own Deferred gets is the loop
    """
    kept = []

    def body():
        s.log("run")
        kept.append(succeed("x"))
        return kept[-1]
    lc = loop(s, body)
    d = lc.start(1)
    s.log("planned", at=lc.call.getTime())
    s.state("the body's Deferred", kept[0])
    s.clock.advance(1)
    d.addCallback(lambda v: s.log("deferred", isLoop=v is lc))
    lc.stop()


@scenario("k48", "a clock that goes back")
def k48(s):
    """
    at 10 start(1) ; body moves the clock back by 2.25 at the second run: the next run is planned on the grid before the start
    """
    n = [0]
    s.clock.advance(10)

    def body():
        n[0] += 1
        s.log("run", n=n[0])
        if n[0] == 2:
            s.clock.advance(-2.25)
    lc = loop(s, body)
    lc.start(1)
    s.clock.advance(1)
    s.log("next", at=lc.call.getTime(), now=s.clock.seconds())
    s.clock.advance(.25)
    s.log("next", at=lc.call.getTime())
    lc.stop()


@scenario("k49", "what a loop shows of itself")
def k49(s):
    """
    running, interval, starttime, call: before start, after start(2) at 3, in the body, while a body waits, after stop
    """
    def look(when):
        s.log(when, running=lc.running, interval=lc.interval,
              start=lc.starttime, call=lc.call and lc.call.getTime())

    def body():
        look("body")
        if s.clock.seconds() == 5:
            return s.after(1)
    lc = loop(s, body)
    look("new")
    s.clock.advance(3)
    lc.start(2)
    look("started")
    s.clock.advance(2)
    look("waits")
    s.clock.advance(1)
    look("planned")
    lc.stop()
    look("stopped")


@scenario("k50", "loops on a Clock: reset and restart go behind the others")
def k50(s):
    """
    A, B, C start(2) in this order; A.reset() at 0: runs at 2 as listed; at 2.5 B is stopped and started with now=False, C reset: at 4, 4.5
    """
    loops = {}
    for n in "ABC":
        loops[n] = loop(s, s.hit, n)
        loops[n].start(2, now=False)
    loops["A"].reset()
    s.clock.pump([2, .5])
    loops["B"].stop()
    loops["B"].start(2, now=False)
    loops["C"].reset()
    s.clock.pump([1.5, .5, 1.5, .5])
    for n in "ABC":
        loops[n].stop()


@scenario("k51", "withCount: a failure keeps the time of the last count")
def k51(s):
    """
    start(1); the run at 2 raises; start(1, now=False) at 5: first count at 6
    """
    def body(count):
        s.log("run", count=count)
        if s.clock.seconds() == 2:
            raise ValueError("two")
    lc = counted(s, body)
    s.watch("first", lc.start(1))
    s.clock.pump([1, 1, 3])
    s.watch("second", lc.start(1, now=False))
    s.clock.pump([1, 1])
    lc.stop()


@scenario("k52", "a coroutine body that raises (differs in newer versions)")
def k52(s):
    """
    start(1), body is async: waits 0.5 and raises ValueError c at its second run: the deferred fails (22.4: nothing runs, stop at 3)
    """
    n = [0]

    async def body():
        n[0] += 1
        s.log("inside", n=n[0])
        await task.deferLater(s.clock, .5)
        if n[0] == 2:
            raise ValueError("c")
    lc = loop(s, body)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        s.watch("deferred", lc.start(1))
        s.clock.pump([.5] * 6)
    s.log("running", value=lc.running)
    if lc.running:
        lc.stop()


@scenario("k53", "the interval changed inside the body")
def k53(s):
    """
    start(1) at 0: runs at 0, 1 (sets 3), then on the grid of 3 from 0: 3, 6 (sets 0.5), 6.5, 7; and set to 0: all in one advance
    """
    plan = {2: 3, 4: .5, 6: 0}
    n = [0]

    def body():
        n[0] += 1
        s.log("run", n=n[0])
        if n[0] in plan:
            lc.interval = plan[n[0]]
        if n[0] == 9:
            lc.stop()
    lc = loop(s, body)
    s.watch("deferred", lc.start(1))
    s.clock.pump([.5] * 20)


@scenario("k54", "the start that failed leaves a loop that can be started")
def k54(s):
    """
    start(-0.5): ValueError, nothing set; start(0.5) works; interval and starttime of before and after
    """
    s.clock.advance(1)
    lc = loop(s, s.hit, "body")
    s.attempt("start(-0.5)", lc.start, -.5)
    s.log("state", running=lc.running, interval=lc.interval, start=lc.starttime)
    s.watch("deferred", lc.start(.5))
    s.log("state", running=lc.running, interval=lc.interval, start=lc.starttime)
    s.clock.advance(.5)
    lc.stop()


@scenario("k55", "an error in the deferred's callback: not the loop's, nor stop()'s, nor the body's")
def k55(s):
    """
    the deferred's callback raises, fired by the end of a waiting body: the body's Deferred is clean, the failure stays in the deferred
    """
    kept = []

    def body():
        kept.append(s.after(2))
        return kept[-1]
    lc = loop(s, body)
    d = lc.start(1)
    d.addCallback(s.cb("callback", exc=ValueError("callback")))
    lc.stop()
    s.attempt("advance", s.clock.advance, 2)
    s.state("the body's Deferred", kept[0])
    d.addErrback(lambda f: s.log("deferred", error=f))


@scenario("k56", "decimal intervals over two hundred runs, each at its exact time")
def k56(s):
    """
    a Clock that always advances to the next run, interval 0.1, 0.3 and 0.7: number of runs, the last time, some of the first
    """
    for interval in (.1, .3, .7):
        c = task.Clock()
        times = []
        lc = task.LoopingCall(lambda: times.append(c.seconds()))
        lc.clock = c
        lc.start(interval)
        for _ in range(200):
            c.advance(lc.call.getTime() - c.seconds())
        lc.stop()
        s.log("runs", interval=interval, n=len(times), last=times[-1],
              some=times[3:12])


@scenario("k57", "withCount with a rest: decimal intervals, late wake-ups")
def k57(s):
    """
    intervals 0.1 and 0.7, start at 0.3, now True and False, advances of 0.25 ten times: (time, count) of the runs
    """
    for interval in (.1, .7):
        for now in (True, False):
            c = task.Clock()
            c.advance(.3)
            got = []
            lc = task.LoopingCall.withCount(lambda n: got.append([c.seconds(), n]))
            lc.clock = c
            lc.start(interval, now)
            c.pump([.25] * 10)
            lc.stop()
            s.log("runs", interval=interval, now=now, all=got)
