"""Cases: the order of nominally equal times, on a clock that ticks (O-1, O-2)."""
from twisted.internet import task
from twisted.internet.defer import Deferred, inlineCallbacks
from harness import scenario


def loop(s, name):
    lc = task.LoopingCall(lambda: s.log("run", name=name))
    lc.clock = s.reactor
    return lc


def crashAt(s, t):
    s.reactor.callLater(t, s.reactor.crash)


@scenario("m01", "equal delays asked for in one callback run in the order asked", env="ticking")
def m01(s):
    """
    nine calls A..I with delay 1 at 0; at 1 the first makes five more, V..Z, with delay 1
    """
    r = s.reactor

    def first():
        for n in "VWXYZ":
            r.callLater(1, s.hit, n)
    r.callWhenRunning(lambda: [r.callLater(1, s.runner(n, first if n == "A" else None)) for n in "ABCDEFGHI"] and None)
    r.run()


@scenario("m02", "same nominal time from different moments: the earlier moment first", env="ticking")
def m02(s):
    """
    at 0: A=callLater(2), X=callLater(1), Y=callLater(1.5); X: B=callLater(1); Y: C=callLater(0.5); at 2 order A B C
    """
    r = s.reactor

    def go():
        r.callLater(2, s.hit, "A")
        r.callLater(1, s.runner("X", lambda: r.callLater(1, s.hit, "B")))
        r.callLater(1.5, s.runner("Y", lambda: r.callLater(.5, s.hit, "C")))
    r.callWhenRunning(go)
    r.run()


@scenario("m03", "reset takes a new place, delay keeps the old one", env="ticking")
def m03(s):
    """
    A@1 B@2 A.reset(2); C@1 D@2 C.delay(1); E@3 F@2 E.reset(2); G@3 H@2 G.delay(-1): order at 2
    """
    r = s.reactor

    def go():
        k = {}
        for n, t in (("A", 1), ("B", 2)):
            k[n] = r.callLater(t, s.hit, n)
        k["A"].reset(2)
        for n, t in (("C", 1), ("D", 2)):
            k[n] = r.callLater(t, s.hit, n)
        k["C"].delay(1)
        for n, t in (("E", 3), ("F", 2)):
            k[n] = r.callLater(t, s.hit, n)
        k["E"].reset(2)
        for n, t in (("G", 3), ("H", 2)):
            k[n] = r.callLater(t, s.hit, n)
        k["G"].delay(-1)
    r.callWhenRunning(go)
    r.run()


@scenario("m04", "loops keep the place of their start", env="ticking")
def m04(s):
    """
    L1.start(1), L2.start(2), T2=callLater(2), L3.start(0.5), T4=callLater(4); until 4.25: order at 1, 2, 3, 4
    """
    r = s.reactor

    def go():
        loop(s, "L1").start(1)
        loop(s, "L2").start(2)
        r.callLater(2, s.hit, "T2")
        loop(s, "L3").start(.5)
        r.callLater(4, s.hit, "T4")
    r.callWhenRunning(go)
    crashAt(s, 4.25)
    r.run()


@scenario("m05", "a loop that is reset, or started again, takes a new place", env="ticking")
def m05(s):
    """
    L1.start(1), L2.start(1); at 2 (after both): L1.reset(); order at 3: L2 L1; at 4 L2.stop(), L2.start(1): order at 5: L1 L2
    """
    r = s.reactor
    a, b = loop(s, "L1"), loop(s, "L2")

    def go():
        a.start(1)
        b.start(1)
        r.callLater(2, lambda: s.log("L1.reset", r=a.reset()))

        def again():
            b.stop()
            s.log("L2 restarts")
            b.start(1)
        r.callLater(4, again)
    r.callWhenRunning(go)
    crashAt(s, 5.5)
    r.run()


@scenario("m06", "timeouts, deferLater and plain timers at one time", env="ticking")
def m06(s):
    """
    d1: deferLater(1) then addTimeout(1) on it: success. d2: Deferred, addTimeout(1), then callLater(1, d2.callback): timeout. T=callLater(1) made last
    """
    r = s.reactor

    def go():
        d1 = task.deferLater(r, 1, lambda: "d1")
        d1.addTimeout(1, r)
        s.watch("d1", d1)
        d2 = Deferred()
        d2.addTimeout(1, r)
        s.watch("d2", d2)
        r.callLater(1, lambda: s.attempt("d2.callback", d2.callback, "late"))
        r.callLater(1, s.hit, "T")
    r.callWhenRunning(go)
    r.run()


@scenario("m07", "loops and timers after a blocking call", env="ticking")
def m07(s):
    """
    P.start(1), Q.start(0.75), X=callLater(2.125) blocks 2.5 s, T=callLater(3): order in the backlog at 4.625, then at 6
    """
    r = s.reactor

    def go():
        loop(s, "P").start(1)
        loop(s, "Q").start(.75)
        r.callLater(2.125, s.runner("X", lambda: r.spin(2.5)))
        r.callLater(3, s.hit, "T")
    r.callWhenRunning(go)
    crashAt(s, 6.5)
    r.run()


@scenario("m08", "sequences of waits next to a loop", env="ticking")
def m08(s):
    """
    f: four times log, yield deferLater(1); L.start(1) after f was called; g like f, called last: order at each second
    """
    r = s.reactor

    @inlineCallbacks
    def f(n):
        for i in range(4):
            s.log("step", name=n, i=i)
            yield task.deferLater(r, 1)

    def go():
        f("f")
        loop(s, "L").start(1)
        f("g")
    r.callWhenRunning(go)
    crashAt(s, 4.5)
    r.run()


@scenario("m09", "ticks of two cooperators and zero-delay calls", env="ticking")
def m09(s):
    """
    two Cooperators (one unit per tick, delay 1e-8 by their own callLater), tasks A(3) and B(3); Z: callLater(0) chain of 3 started in between
    """
    r = s.reactor

    def units(n):
        for i in range(3):
            s.log("unit", task=n, i=i)
            yield None

    def coop():
        return task.Cooperator(terminationPredicateFactory=lambda: lambda: True,
                               scheduler=lambda f: r.callLater(.00000001, f))

    def z(n):
        s.log("run", name="Z%d" % n)
        if n < 3:
            r.callLater(0, z, n + 1)

    def go():
        coop().cooperate(units("A"))
        r.callLater(0, z, 1)
        coop().cooperate(units("B"))
    r.callWhenRunning(go)
    r.run()


@scenario("m10", "reset during a pass on a ticking clock: 0 waits, the past runs", env="ticking")
def m10(s):
    """
    A=callLater(1), L=callLater(9), M=callLater(9), B=callLater(1): A when run: L.reset(0), M.reset(-1), callLater(0,N)
    M's new time is before the pass's now: same pass, before B. L and N are later reads: next pass
    """
    r = s.reactor
    r.traceIterations = True
    k = {}

    def a():
        k["L"].reset(0)
        k["M"].reset(-1)
        r.callLater(0, s.hit, "N")

    def go():
        r.callLater(1, s.runner("A", a))
        k["L"] = r.callLater(9, s.hit, "L")
        k["M"] = r.callLater(9, s.hit, "M")
        r.callLater(1, s.hit, "B")
    r.callWhenRunning(go)
    r.run()


@scenario("m11", "decimal sums that are nominally equal: by the moment of asking, not by the last bit", env="ticking")
def m11(s):
    """
    at 0: X=callLater(0.1): B=callLater(0.2); Y=callLater(0.2): C=callLater(0.1); A=callLater(0.3), Z=callLater(0.25): D=callLater(0.05)
    """
    r = s.reactor

    def go():
        r.callLater(.1, s.runner("X", lambda: r.callLater(.2, s.hit, "B")))
        r.callLater(.2, s.runner("Y", lambda: r.callLater(.1, s.hit, "C")))
        r.callLater(.3, s.hit, "A")
        r.callLater(.25, s.runner("Z", lambda: r.callLater(.05, s.hit, "D")))
    r.callWhenRunning(go)
    r.run()


@scenario("m12", "reset to the same time takes a new place, delay(0) does not", env="ticking")
def m12(s):
    """
    A, B, C with delay 1; A.reset(1), B.delay(0); then at 2: D, E, F; D.delay(1), D.delay(-1); E.delay(1), E.reset(2)
    """
    r = s.reactor

    def go():
        a, b = r.callLater(1, s.hit, "A"), r.callLater(1, s.hit, "B")
        r.callLater(1, s.hit, "C")
        a.reset(1)
        b.delay(0)
        d, e = r.callLater(2, s.hit, "D"), r.callLater(2, s.hit, "E")
        r.callLater(2, s.hit, "F")
        d.delay(1)
        d.delay(-1)
        e.delay(1)
        e.reset(2)
    r.callWhenRunning(go)
    r.run()


@scenario("m13", "delay after a reset keeps the place of the reset", env="ticking")
def m13(s):
    """
    A@1, A.reset(2), A.delay(1); B@3; C@5, C.reset(1), C.delay(2): order at 3
    """
    r = s.reactor

    def go():
        a = r.callLater(1, s.hit, "A")
        c = r.callLater(5, s.hit, "C")
        r.callLater(3, s.hit, "M")
        a.reset(2)
        a.delay(1)
        r.callLater(3, s.hit, "B")
        c.reset(1)
        c.delay(2)
    r.callWhenRunning(go)
    r.run()


@scenario("m14", "loops with now=False, with other intervals and with a wait between", env="ticking")
def m14(s):
    """
    L1.start(1, now=False), T=callLater(2), L2.start(0.5, now=False), L3.start(2); until 4.25
    """
    r = s.reactor

    def go():
        loop(s, "L1").start(1, now=False)
        r.callLater(2, s.hit, "T")
        loop(s, "L2").start(.5, now=False)
        loop(s, "L3").start(2)
    r.callWhenRunning(go)
    crashAt(s, 4.25)
    r.run()


@scenario("m15", "deferLater of 0 and callLater of 0 in the order asked, one pass later", env="ticking")
def m15(s):
    """
    A@1: deferLater(0), callLater(0, N), deferLater(0); B@1 asks the same again
    """
    r = s.reactor
    r.traceIterations = True

    def ask(n):
        s.watch(n + "1", task.deferLater(r, 0, lambda: n))
        r.callLater(0, s.hit, n + "2")
        s.watch(n + "3", task.deferLater(r, 0, lambda: n))

    def go():
        r.callLater(1, s.runner("A", lambda: ask("A")))
        r.callLater(1, s.runner("B", lambda: ask("B")))
    r.callWhenRunning(go)
    r.run()


@scenario("m16", "a call cancelled and made again takes a new place; one cancelled in the pass does not run", env="ticking")
def m16(s):
    """
    A, B, C, D with delay 1; A.cancel() and again; B cancels D, makes D again with delay 0
    """
    r = s.reactor
    k = {}

    def b():
        k["D"].cancel()
        r.callLater(0, s.hit, "D again")

    def go():
        a = r.callLater(1, s.hit, "A")
        r.callLater(1, s.runner("B", b))
        r.callLater(1, s.hit, "C")
        k["D"] = r.callLater(1, s.hit, "D")
        a.cancel()
        r.callLater(1, s.hit, "A again")
    r.callWhenRunning(go)
    r.run()


@scenario("m17", "a timeout made before its result's timer wins, one made after it loses", env="ticking")
def m17(s):
    """
    d1: addTimeout(1), then callLater(1, callback); d2: callLater(1, callback), then addTimeout(1); d2's timer has delay(0), d3: as d2, but its timer is reset(1)
    """
    r = s.reactor

    def fire(n, d):
        return lambda: s.attempt(n + ".callback", d.callback, n)

    def go():
        d1, d2, d3 = Deferred(), Deferred(), Deferred()
        d1.addTimeout(1, r)
        r.callLater(1, fire("d1", d1))
        c2 = r.callLater(1, fire("d2", d2))
        d2.addTimeout(1, r)
        c3 = r.callLater(1, fire("d3", d3))
        d3.addTimeout(1, r)
        c2.delay(0)
        c3.reset(1)
        for n, d in (("d1", d1), ("d2", d2), ("d3", d3)):
            s.watch(n, d)
    r.callWhenRunning(go)
    r.run()


@scenario("m18", "thread calls of one iteration come before all calls of that moment", env="ticking")
def m18(s):
    """
    A@1: callFromThread(F), callLater(0, N); B@1; F: callLater(0, M)
    """
    r = s.reactor
    r.traceIterations = True

    def a():
        r.callFromThread(s.runner("F", lambda: r.callLater(0, s.hit, "M")))
        r.callLater(0, s.hit, "N")

    def go():
        r.callLater(1, s.runner("A", a))
        r.callLater(1, s.hit, "B")
    r.callWhenRunning(go)
    r.run()


@scenario("m19", "a backlog of equal times: by the moments of asking, also across blocking calls", env="ticking")
def m19(s):
    """
    X@0.5 blocks 2 s; A@1, B@2, C@1, D@2 made in this order; X at its end: E=callLater(0) at 2.5; F@2.5 made at first
    """
    r = s.reactor

    def x():
        r.spin(2)
        r.callLater(0, s.hit, "E")

    def go():
        r.callLater(2.5, s.hit, "F")
        r.callLater(.5, s.runner("X", x))
        for n, t in (("A", 1), ("B", 2), ("C", 1), ("D", 2)):
            r.callLater(t, s.hit, n)
    r.callWhenRunning(go)
    r.run()


@scenario("m20", "two loops that are stopped and started at a shared point change places", env="ticking")
def m20(s):
    """
    L1.start(1), L2.start(1); at 1.5: L1.stop(), and at 2 (made at 1.5): L1.start(1): order at 3 and 4
    """
    r = s.reactor
    a, b = loop(s, "L1"), loop(s, "L2")

    def pause():
        a.stop()
        r.callLater(.5, s.runner("again", lambda: a.start(1) and None))

    def go():
        a.start(1)
        b.start(1)
        r.callLater(1.5, s.runner("stop", pause))
    r.callWhenRunning(go)
    crashAt(s, 4.5)
    r.run()


@scenario("m21", "on a reactor the loop that started first comes first at a shared point, on a Clock it may come last", env="ticking")
def m21(s):
    """
    L1.start(1), L2.start(2), T=callLater(2) on the reactor until 2.5; then the same on a Clock, advance(1) twice
    """
    r = s.reactor

    def go():
        loop(s, "L1").start(1)
        loop(s, "L2").start(2)
        r.callLater(2, s.hit, "T")
    r.callWhenRunning(go)
    crashAt(s, 2.5)
    r.run()
    s.log("on a Clock")
    clock = task.Clock()
    for n, t in (("L1", 1), ("L2", 2)):
        lc = loop(s, n)
        lc.clock = clock
        lc.start(t)
    clock.callLater(2, s.hit, "T")
    clock.pump([1, 1])


@scenario("m22", "a reset on a reactor goes by the moment of the reset, on a Clock by the place in the list", env="ticking")
def m22(s):
    """
    A@1 B@2, A.reset(2) on the reactor: B A; the same on a Clock: A B
    """
    r = s.reactor

    def go(c):
        a = c.callLater(1, s.hit, "A")
        c.callLater(2, s.hit, "B")
        a.reset(2)
    r.callWhenRunning(go, r)
    r.run()
    s.log("on a Clock")
    clock = task.Clock()
    go(clock)
    clock.advance(2)
