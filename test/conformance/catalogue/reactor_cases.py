"""Cases: the core of the reactor in virtual time (R-1 to R-20)."""
from twisted.internet import task
from harness import scenario


def raiser(e):
    def f():
        raise e
    return f


@scenario("r01", "start-up: phases and callWhenRunning", env="reactor")
def r01(s):
    """
    before run: callWhenRunning(W1), callWhenRunning(W2), trigger before/startup B, during/startup D, after/startup A, callLater(0,T)
    W1 when run: callWhenRunning(N) (runs at once), W2 raises ValueError w
    run
    """
    r = s.reactor

    def w1():
        s.log("running flag", value=r.running)
        s.attempt("callWhenRunning while running", r.callWhenRunning, s.hit, "N")
        s.log("W1 ends")

    def w2():
        raise ValueError("w")
    s.attempt("callWhenRunning before run",
              lambda: r.callWhenRunning(s.runner("W1", w1)) is not None)
    r.callWhenRunning(s.runner("W2", w2))
    r.addSystemEventTrigger("after", "startup", s.hit, "A")
    r.addSystemEventTrigger("before", "startup",
                            s.runner("B", lambda: s.log("running flag", value=r.running)))
    r.addSystemEventTrigger("during", "startup", s.hit, "D")
    r.callLater(0, s.hit, "T")
    r.run()


@scenario("r02", "callLater(0) from a call runs in the next iteration", env="reactor")
def r02(s):
    """
    A@1 B@1.5; A when run: callLater(0,Z) whose run does callLater(0,Z2); log the iteration number at each
    """
    r = s.reactor
    r.traceIterations = True
    r.callLater(1, s.runner("A", lambda: r.callLater(
        0, s.runner("Z", lambda: r.callLater(0, s.hit, "Z2")))))
    r.callLater(1.5, s.hit, "B")
    r.run()


@scenario("r03", "'now' is read once per pass", env="reactor")
def r03(s):
    """
    A@1, A when run: callLater(0,N), blocks 2 s; B@1.25 ; C@2
    (B and C became due while A ran, but only the next pass runs them; N was created at 1)
    """
    r = s.reactor
    r.traceIterations = True

    def a():
        r.callLater(0, s.hit, "N")
        r.spin(2)
        s.log("A ends")
    r.callLater(1, s.runner("A", a))
    r.callLater(1.25, s.hit, "B")
    r.callLater(2, s.hit, "C")
    r.run()


@scenario("r04", "errors are logged and the loop goes on", env="reactor")
def r04(s):
    """
    A@1 raises ValueError a; B@1.5 raises SystemExit(3); C@2; callFromThread(F raises KeyError k), callFromThread(G)
    """
    r = s.reactor

    r.callLater(1, s.runner("A", raiser(ValueError("a"))))
    r.callLater(1.5, s.runner("B", raiser(SystemExit(3))))
    r.callLater(2, s.hit, "C")
    r.callFromThread(s.runner("F", raiser(KeyError("k"))))
    r.callFromThread(s.hit, "G")
    r.run()


@scenario("r05", "stop: end of the pass, then the shutdown phases", env="reactor")
def r05(s):
    """
    triggers for shutdown: before SB, during SD, after SA; callWhenRunning H
    A@1: blocks 1 s; at the next pass due: Stop@1.25 (stop(), stop() again), C@1.5, D@2 ; E@5 never
    Stop also schedules N(0): never runs. before run: stop(); after run: stop(), run()
    """
    r = s.reactor
    for ph, n in (("before", "SB"), ("during", "SD"), ("after", "SA")):
        r.addSystemEventTrigger(
            ph, "shutdown",
            s.runner(n, lambda: s.log("running flag", value=r.running)))
    s.attempt("stop before run", r.stop)

    def stop():
        s.attempt("stop", r.stop)
        s.attempt("stop again", r.stop)
        s.log("running flag", value=r.running)
        r.callLater(0, s.hit, "N")
    r.callLater(1, s.runner("A", lambda: r.spin(1)))
    r.callLater(1.25, s.runner("Stop", stop))
    r.callLater(1.5, s.hit, "C")
    r.callLater(2, s.hit, "D")
    r.callLater(5, s.hit, "E")
    r.run()
    s.log("left", n=len(r.getDelayedCalls()))
    s.attempt("stop after run", r.stop)
    s.attempt("run again", r.run)


@scenario("r06", "a before-shutdown Deferred keeps the loop alive", env="reactor")
def r06(s):
    """
    before/shutdown trigger X returns a Deferred fired at 4; before/shutdown Y returns None; during Z
    stop at 1; T2@2 and T3@3 still run; T5@5 does not
    """
    r = s.reactor

    def x():
        s.log("run", name="X")
        return s.after(3)
    r.addSystemEventTrigger("before", "shutdown", x)
    r.addSystemEventTrigger("before", "shutdown", s.hit, "Y")
    r.addSystemEventTrigger("during", "shutdown", s.hit, "Z")
    r.callLater(1, s.runner("Stop", r.stop))
    for t in (2, 3, 5):
        r.callLater(t, s.hit, "T%d" % t)
    r.run()


@scenario("r07", "callFromThread: FIFO, before timed calls, snapshot per pass", env="reactor")
def r07(s):
    """
    callLater(0,T0); callFromThread(F1), F1 when run: callFromThread(F3), callLater(0,T1); callFromThread(F2)
    """
    r = s.reactor
    r.traceIterations = True

    def f1():
        r.callFromThread(s.hit, "F3")
        r.callLater(0, s.hit, "T1")
    r.callLater(0, s.hit, "T0")
    r.callFromThread(s.runner("F1", f1))
    r.callFromThread(s.hit, "F2")
    r.run()


@scenario("r08", "heap order of equal times is not FIFO", env="reactor")
def r08(s):
    """
    nine calls A..I with delay 1 made at the same instant; then the same for 2, 3, 4, 5 calls
    """
    r = s.reactor
    for i, n in enumerate((9, 2, 3, 4, 5)):
        for name in "ABCDEFGHI"[:n]:
            r.callLater(1 + i, s.hit, name)
    r.run()


@scenario("r09", "reset to the past during a pass runs in that pass; new calls wait", env="reactor")
def r09(s):
    """
    A@1, L@9, M@1.0 via delay: A when run: L.reset(0); N = callLater(0); N2 = callLater(2) then N2.reset(0)
    """
    r = s.reactor
    r.traceIterations = True
    calls = {}

    def a():
        calls["L"].reset(0)
        r.callLater(0, s.hit, "N")
        n2 = r.callLater(2, s.hit, "N2")
        n2.reset(-1)
        s.log("getTime", n2=n2.getTime())
    r.callLater(1, s.runner("A", a))
    calls["L"] = r.callLater(9, s.hit, "L")
    r.run()


@scenario("r10", "a delayed call is re-pushed lazily and may run in the same pass", env="reactor")
def r10(s):
    """
    A@1: blocks 3 s (now 4). B@2 and C@3 were delayed: B.delay(0.5) -> 2.5, C.reset(6) from 0 -> 6; D@2.25
    """
    r = s.reactor
    r.traceIterations = True
    r.callLater(1, s.runner("A", lambda: r.spin(3)))
    b = r.callLater(2, s.hit, "B")
    c = r.callLater(3, s.hit, "C")
    r.callLater(2.25, s.hit, "D")

    def setup():
        b.delay(.5)
        c.reset(6)
        s.log("getTime", b=b.getTime(), c=c.getTime())
    r.callLater(.5, setup)
    r.run()


@scenario("r11", "argument checks of the real callLater", env="reactor")
def r11(s):
    """
    callLater(-1,f); callLater(-0.0,f); callLater(nan,f); callLater(1,'notcallable'); callFromThread(None); deferLater(-1); run
    """
    r = s.reactor
    s.attempt("callLater(-1)", lambda: bool(r.callLater(-1, s.hit, "X")))
    s.attempt("callLater(-0.0)", lambda: bool(r.callLater(-0.0, s.hit, "Z")))
    s.attempt("callLater(nan)", lambda: bool(r.callLater(float("nan"), s.hit, "X")))
    s.attempt("callLater('notcallable')", lambda: bool(r.callLater(1, "notcallable")))
    s.attempt("callFromThread(None)", r.callFromThread, None)
    s.attempt("deferLater(-1)", task.deferLater, r, -1)
    r.run()


@scenario("r12", "crash: no shutdown events, and the reactor can run again", env="reactor")
def r12(s):
    """
    during/shutdown D; A@1 crash(); B@1.0 later in the pass is C@2 after restart
    """
    r = s.reactor
    r.addSystemEventTrigger("during", "shutdown", s.hit, "D")
    r.callLater(1, s.runner("A", r.crash))
    r.callLater(2, s.hit, "C")
    r.run()
    s.log("running flag", value=r.running)
    r.run()


@scenario("r13", "getDelayedCalls: a new list each time, at first in the order of making; cancelled ones hidden", env="reactor")
def r13(s):
    """
    X@5 Y@3 Z@4; ask before run; at 1: N = callLater(9), Y.cancel(), ask (sorted by name: the order of a heap means nothing)
    """
    r = s.reactor
    names = {}

    def ask(order):
        g = r.getDelayedCalls()
        s.log("calls", names=order(names[id(x)] for x in g),
              fresh=g is not r.getDelayedCalls())
    keep = {}
    for n, t in (("X", 5), ("Y", 3), ("Z", 4)):
        keep[n] = k = r.callLater(t, s.hit, n)
        names[id(k)] = n
    ask(list)

    def at1():
        keep["N"] = k = r.callLater(9, s.hit, "N")
        names[id(k)] = "N"
        keep["Y"].cancel()
        s.attempt("Y.cancel again", keep["Y"].cancel)
        ask(sorted)
    r.callLater(1, at1)
    r.run()


@scenario("r14", "cancel and self-cancel inside a pass", env="reactor")
def r14(s):
    """
    A@1 blocks 2 s; B@2: cancels C; C@2.5; B.cancel() inside B
    """
    r = s.reactor
    calls = {}

    def b():
        s.attempt("C.cancel", calls["C"].cancel)
        s.attempt("B.cancel", calls["B"].cancel)
    r.callLater(1, s.runner("A", lambda: r.spin(2)))
    calls["B"] = r.callLater(2, s.runner("B", b))
    calls["C"] = r.callLater(2.5, s.hit, "C")
    r.run()


@scenario("r15", "stop inside a callWhenRunning hook", env="reactor")
def r15(s):
    """
    callLater(0,T0); callLater(1,T1); callWhenRunning: stop(); callWhenRunning W2; after/shutdown SA
    """
    r = s.reactor
    r.callLater(0, s.hit, "T0")
    r.callLater(1, s.hit, "T1")
    r.callWhenRunning(s.runner("W1", r.stop))
    r.callWhenRunning(s.hit, "W2")
    r.addSystemEventTrigger("after", "shutdown", s.hit, "SA")
    r.run()


@scenario("r16", "run inside run; trigger errors; trigger order and removal", env="reactor")
def r16(s):
    """
    before/shutdown: P raises ValueError p, Q; during: R; removed trigger X; unknown phase; at 1 run() inside, then stop()
    """
    r = s.reactor

    def p():
        raise ValueError("p")
    r.addSystemEventTrigger("before", "shutdown", s.runner("P", p))
    r.addSystemEventTrigger("before", "shutdown", s.hit, "Q")
    r.addSystemEventTrigger("during", "shutdown", s.hit, "R")
    x = r.addSystemEventTrigger("before", "shutdown", s.hit, "X")
    r.removeSystemEventTrigger(x)
    s.attempt("remove twice", r.removeSystemEventTrigger, x)
    s.attempt("bad phase", r.addSystemEventTrigger, "sideways", "shutdown", p)

    def go():
        s.attempt("run inside run", r.run)
        r.stop()
    r.callLater(1, go)
    r.run()


@scenario("r17", "a late timer does not move the ones behind it", env="reactor")
def r17(s):
    """
    A@1 blocks 5 s and, at its end, callLater(1,N) -> 7; B@2 blocks 1.5 s; C@3; D@6.5; E@8
    """
    r = s.reactor
    r.traceIterations = True

    def a():
        r.spin(5)
        r.callLater(1, s.hit, "N")
    r.callLater(1, s.runner("A", a))
    r.callLater(2, s.runner("B", lambda: r.spin(1.5)))
    r.callLater(3, s.hit, "C")
    r.callLater(6.5, s.hit, "D")
    r.callLater(8, s.hit, "E")
    r.run()


@scenario("r18", "callLater(0) loops do not starve timers or thread calls", env="reactor")
def r18(s):
    """
    Z reschedules itself with delay 0 and blocks 0.25 s each time, six times; T@1; at Z's 2nd run callFromThread(F)
    """
    r = s.reactor
    n = [0]

    def z():
        n[0] += 1
        r.spin(.25)
        if n[0] == 2:
            r.callFromThread(s.hit, "F")
        if n[0] < 6:
            r.callLater(0, s.runner("Z", z))
    r.callLater(0, s.runner("Z", z))
    r.callLater(1, s.hit, "T")
    r.run()


@scenario("r19", "shutdown trigger that schedules; stop during shutdown", env="reactor")
def r19(s):
    """
    before/shutdown P: callLater(0,N), returns Deferred fired at 3; Q@2: stop() raises; N runs (loop still alive)
    during R: callLater(0,M) never runs
    """
    r = s.reactor

    def p():
        s.log("run", name="P")
        r.callLater(0, s.hit, "N")
        return s.after(2)
    r.addSystemEventTrigger("before", "shutdown", p)
    r.addSystemEventTrigger("during", "shutdown",
                            s.runner("R", lambda: r.callLater(0, s.hit, "M")))
    r.callLater(1, s.runner("Stop", r.stop))
    r.callLater(2, s.runner("Q", lambda: s.attempt("stop", r.stop)))
    r.run()


@scenario("r20", "a before-startup Deferred: the loop turns, but 'running' comes later", env="reactor")
def r20(s):
    """
    before/startup B returns a Deferred fired at 2; callWhenRunning W (before run); T1@1: running flag, callWhenRunning(X) from it; T3@3
    """
    r = s.reactor
    r.addSystemEventTrigger("before", "startup", lambda: s.after(2))
    r.callWhenRunning(s.hit, "W")

    def t1():
        s.log("running flag", value=r.running)
        r.callWhenRunning(s.hit, "X")
    r.callLater(1, s.runner("T1", t1))
    r.callLater(3, s.runner("T3", lambda: s.log("running flag", value=r.running)))
    r.run()


@scenario("r21", "the order of a stop and the work around it", env="reactor")
def r21(s):
    """
    A@1: callFromThread(F), callLater(0,Z), stop(), callWhenRunning(W) ; before/shutdown SB; B due in the same pass
    F and Z never run; W runs at once; B runs before SB
    """
    r = s.reactor

    def a():
        r.callFromThread(s.hit, "F")
        r.callLater(0, s.hit, "Z")
        r.stop()
        r.callWhenRunning(s.hit, "W")
    r.addSystemEventTrigger("before", "shutdown", s.hit, "SB")
    r.callLater(.5, lambda: r.spin(1))
    r.callLater(1, s.runner("A", a))
    r.callLater(1.25, s.hit, "B")
    r.run()
    s.log("left", threadCalls=len(r.threadCallQueue), timed=len(r.getDelayedCalls()))


@scenario("r22", "a postponed call leaves an empty wake-up at its old time", env="reactor")
def r22(s):
    """
    A@1, at 0.5 A.delay(2); B@2: iterations at 0.5, 1 (nothing runs), 2, 3
    """
    r = s.reactor
    r.traceIterations = True
    a = r.callLater(1, s.hit, "A")
    r.callLater(2, s.hit, "B")
    r.callLater(.5, lambda: a.delay(2))
    r.run()


@scenario("r23", "errors in start-up triggers of every phase are logged, and the rest goes on", env="reactor")
def r23(s):
    """
    before/startup raises ValueError b, during/startup raises KeyError d, callWhenRunning raises SystemExit(2), W; T@0 sees running
    """
    r = s.reactor
    r.addSystemEventTrigger("before", "startup", s.runner("B", raiser(ValueError("b"))))
    r.addSystemEventTrigger("during", "startup", s.runner("D", raiser(KeyError("d"))))
    r.callWhenRunning(s.runner("H", raiser(SystemExit(2))))
    r.callWhenRunning(s.hit, "W")
    r.callLater(0, s.runner("T", lambda: s.log("running flag", value=r.running)))
    r.run()


@scenario("r24", "callWhenRunning of a running reactor: at once, its exception reaches the caller", env="reactor")
def r24(s):
    """
    A@1: callWhenRunning(raises ValueError now), callWhenRunning(W): its result is None
    """
    r = s.reactor

    def a():
        s.attempt("callWhenRunning", r.callWhenRunning, s.runner("X", raiser(ValueError("now"))))
        s.attempt("callWhenRunning", r.callWhenRunning, s.hit, "W")
        s.log("A ends")
    r.callLater(1, s.runner("A", a))
    r.run()


@scenario("r25", "stop from a thread call: the timed calls of that iteration still run", env="reactor")
def r25(s):
    """
    callFromThread(F1: stop), callFromThread(F2), callLater(0, T0), T1@1; after/shutdown SA
    """
    r = s.reactor
    r.addSystemEventTrigger("after", "shutdown", s.hit, "SA")
    r.callFromThread(s.runner("F1", r.stop))
    r.callFromThread(s.hit, "F2")
    r.callLater(0, s.hit, "T0")
    r.callLater(1, s.hit, "T1")
    r.run()
    s.log("left", n=len(r.getDelayedCalls()))


@scenario("r26", "a call made by a thread call runs in the same iteration; a thread call made by a call in the next", env="reactor")
def r26(s):
    """
    A@1: callFromThread(F), callLater(0.25, N); F: callLater(0, M), L.reset(0.5); L@9
    """
    r = s.reactor
    r.traceIterations = True
    k = {}

    def f():
        r.callLater(0, s.hit, "M")
        k["L"].reset(.5)

    def a():
        r.callFromThread(s.runner("F", f))
        r.callLater(.25, s.hit, "N")
    r.callLater(1, s.runner("A", a))
    k["L"] = r.callLater(9, s.hit, "L")
    r.run()


@scenario("r27", "a thread call that raises is logged; one that it added before comes in the next iteration", env="reactor")
def r27(s):
    """
    callFromThread(F1: callFromThread(F3), raises ValueError f), callFromThread(F2: raises GeneratorExit), callLater(0, T)
    """
    r = s.reactor
    r.traceIterations = True

    def f1():
        r.callFromThread(s.hit, "F3")
        raise ValueError("f")
    r.callFromThread(s.runner("F1", f1))
    r.callFromThread(s.runner("F2", raiser(GeneratorExit())))
    r.callLater(0, s.hit, "T")
    r.run()


@scenario("r28", "crash inside a pass: the rest of the pass runs, the rest of the calls waits for the next run", env="reactor")
def r28(s):
    """
    S@0.5 blocks 1 s; A@1 crash(), callFromThread(F), callLater(0, Z); B@1.25; C@3; run; left; run again
    """
    r = s.reactor

    def a():
        r.crash()
        s.log("running flag", value=r.running)
        r.callFromThread(s.hit, "F")
        r.callLater(0, s.hit, "Z")
    r.callLater(.5, s.runner("S", lambda: r.spin(1)))
    r.callLater(1, s.runner("A", a))
    r.callLater(1.25, s.hit, "B")
    r.callLater(3, s.runner("C", lambda: s.log("running flag", value=r.running)))
    r.run()
    s.log("left", n=len(r.getDelayedCalls()))
    r.run()


@scenario("r29", "start-up hooks of a second run: new ones, and not the old ones", env="reactor")
def r29(s):
    """
    callWhenRunning(W1); A@1 crash(); run; callWhenRunning(W2) (waits: not running); run again: W2 only
    """
    r = s.reactor
    r.callWhenRunning(s.hit, "W1")
    r.callLater(1, s.runner("A", r.crash))
    r.run()
    r.callWhenRunning(s.runner("W2", lambda: s.log("running flag", value=r.running)))
    s.log("again")
    r.run()


@scenario("r30", "stop after a crash is accepted, and makes the reactor not restartable", env="reactor")
def r30(s):
    """
    A@1 crash(); run; stop(); stop() again; run()
    """
    r = s.reactor
    r.callLater(1, s.runner("A", r.crash))
    r.run()
    s.attempt("stop", r.stop)
    s.attempt("stop again", r.stop)
    s.attempt("run", r.run)


@scenario("r31", "stop while a before-startup Deferred is pending", env="reactor")
def r31(s):
    """
    before/startup B returns a Deferred fired at 2; W is a start-up hook; T@1: stop(); before/shutdown P; T3@3
    """
    r = s.reactor
    r.addSystemEventTrigger("before", "startup", lambda: s.after(2))
    r.addSystemEventTrigger("before", "shutdown", s.hit, "P")
    r.callWhenRunning(s.hit, "W")
    r.callLater(1, s.runner("T", lambda: s.attempt("stop", r.stop)))
    r.callLater(3, s.hit, "T3")
    r.run()
    s.log("running flag", value=r.running)


@scenario("r32", "a phase waits for all Deferreds of its before triggers, failed ones too", env="reactor")
def r32(s):
    """
    before/shutdown: P's Deferred fires at 3, Q's fails at 2 with ValueError q (its own errback shows it and passes on), X raises KeyError x; during D; stop at 1; T@2.5
    """
    r = s.reactor
    keep = []

    def q():
        d = s.after(1, exc=ValueError("q"))
        d.addErrback(s.cb("q failed"))
        keep.append(d)
        return d
    r.addSystemEventTrigger("before", "shutdown", lambda: s.after(2))
    r.addSystemEventTrigger("before", "shutdown", q)
    r.addSystemEventTrigger("before", "shutdown", s.runner("X", raiser(KeyError("x"))))
    r.addSystemEventTrigger("during", "shutdown", s.hit, "D")
    r.callLater(1, s.runner("Stop", r.stop))
    r.callLater(2.5, s.hit, "T")
    r.run()
    keep[0].addErrback(s.cb("still there"))


@scenario("r33", "triggers added by triggers of the same event", env="reactor")
def r33(s):
    """
    before/shutdown P adds before P2, during D2, after A2; during D adds before P3 (too late), during D3; stop at 1
    """
    r = s.reactor

    def add(phase, name, then=None):
        r.addSystemEventTrigger(phase, "shutdown", s.runner(name, then))

    def p():
        add("before", "P2")
        add("during", "D2")
        add("after", "A2")

    def d():
        add("before", "P3")
        add("during", "D3")
    add("before", "P", p)
    add("during", "D", d)
    r.callLater(1, r.stop)
    r.run()


@scenario("r34", "removing triggers while they run", env="reactor")
def r34(s):
    """
    before/shutdown P, Q, R; P when run removes Q, and P itself (only a warning); during D removes E, D itself (ValueError); after/shutdown A; stop at 1
    """
    r = s.reactor
    h = {}

    def add(phase, name, then=None):
        h[name] = r.addSystemEventTrigger(phase, "shutdown", s.runner(name, then))

    def remove(name):
        s.attempt("remove " + name, r.removeSystemEventTrigger, h[name])

    def p():
        remove("Q")
        remove("P")

    def d():
        remove("E")
        remove("D")
    add("before", "P", p)
    add("before", "Q")
    add("before", "R")
    add("during", "D", d)
    add("during", "E")
    add("after", "A")
    r.callLater(1, r.stop)
    r.run()


@scenario("r35", "one function added twice is removed from its first place", env="reactor")
def r35(s):
    """
    before/shutdown: P, Q, P again; remove the second P: Q now stands before P; after the run, remove again: ValueError
    """
    r = s.reactor
    p, q = s.runner("P"), s.runner("Q")
    r.addSystemEventTrigger("before", "shutdown", p)
    r.addSystemEventTrigger("before", "shutdown", q)
    x = r.addSystemEventTrigger("before", "shutdown", p)
    r.removeSystemEventTrigger(x)
    r.callLater(1, r.stop)
    r.run()
    s.attempt("remove again", r.removeSystemEventTrigger, x)


@scenario("r36", "getDelayedCalls inside a pass: without the call that runs, with the due, the new and the put off", env="reactor")
def r36(s):
    """
    S@0.5 blocks 1 s; A@1: N=callLater(0), looks (times, sorted); B@1.25; C@2 put off by 3
    """
    r = s.reactor

    def look():
        s.log("listed", times=sorted(c.getTime() for c in r.getDelayedCalls()))

    def a():
        r.callLater(0, s.runner("N", look))
        look()
    r.callLater(.5, s.runner("S", lambda: r.spin(1)))
    r.callLater(1, s.runner("A", a))
    r.callLater(1.25, s.runner("B", look))
    r.callLater(2, s.hit, "C").delay(3)
    r.run()


@scenario("r37", "calls that are moved before the reactor has seen them", env="reactor")
def r37(s):
    """
    before run: A@1, A.delay(2); B@2, B.reset(0.5); C@3, C.delay(-2.75); D@4, D.cancel(); E@5, E.reset(-1), F@6, F.reset(6)
    """
    r = s.reactor
    k = {}
    for i, n in enumerate("ABCDEF"):
        k[n] = r.callLater(i + 1, s.hit, n)
    k["A"].delay(2)
    k["B"].reset(.5)
    k["C"].delay(-2.75)
    k["D"].cancel()
    k["E"].reset(-1)
    k["F"].reset(6)
    s.log("getTime", times=[k[n].getTime() for n in "ABCDEF"])
    r.run()


@scenario("r38", "a later call moved into the past inside a pass runs in that pass, by its new time", env="reactor")
def r38(s):
    """
    S@0.5 blocks 2 s; A@1: L.delay(-7.25) -> 1.75, M.reset(-1.25) -> 1.25; B@1.5; C@2; L@9, M@9.5
    """
    r = s.reactor
    r.traceIterations = True
    k = {}

    def a():
        k["L"].delay(-7.25)
        k["M"].reset(-1.25)
        s.log("getTime", l=k["L"].getTime(), m=k["M"].getTime())
    r.callLater(.5, s.runner("S", lambda: r.spin(2)))
    r.callLater(1, s.runner("A", a))
    r.callLater(1.5, s.hit, "B")
    r.callLater(2, s.hit, "C")
    k["L"] = r.callLater(9, s.hit, "L")
    k["M"] = r.callLater(9.5, s.hit, "M")
    r.run()


@scenario("r39", "a call put off inside the pass in which it was due", env="reactor")
def r39(s):
    """
    S@0.5 blocks 2 s; A@1: B.delay(0.25) -> 1.75 (same pass, behind C), D.delay(1) -> 3.25 (a later pass), E.cancel(); B@1.5, C@1.625, D@2.25, E@2.375
    """
    r = s.reactor
    r.traceIterations = True
    k = {}

    def a():
        k["B"].delay(.25)
        k["D"].delay(1)
        k["E"].cancel()
    r.callLater(.5, s.runner("S", lambda: r.spin(2)))
    r.callLater(1, s.runner("A", a))
    for n, t in (("B", 1.5), ("C", 1.625), ("D", 2.25), ("E", 2.375)):
        k[n] = r.callLater(t, s.hit, n)
    r.run()


@scenario("r40", "a cancelled call leaves an empty wake-up at its time", env="reactor")
def r40(s):
    """
    A@1, at 0.5 A.cancel(); B@2: iterations at 0.5, 1 (nothing runs), 2
    """
    r = s.reactor
    r.traceIterations = True
    a = r.callLater(1, s.hit, "A")
    r.callLater(2, s.hit, "B")
    r.callLater(.5, lambda: a.cancel())
    r.run()


@scenario("r41", "the texts of callLater's assertion", env="reactor")
def r41(s):
    """
    callLater of -0.5, -1e-9, -inf, -2; callLater(inf) is accepted: its getTime
    """
    r = s.reactor
    for x in (-.5, -1e-9, float("-inf"), -2):
        s.attempt("callLater", r.callLater, x, s.hit, "X")
    never = r.callLater(float("inf"), s.hit, "never")
    s.log("getTime", time=never.getTime())
    never.cancel()


@scenario("r42", "calls after the end are taken, and never run", env="reactor")
def r42(s):
    """
    A@1 stop(); after run: callLater(0, X), callFromThread(F), callWhenRunning(W); run() raises; X.active
    """
    r = s.reactor
    r.callLater(1, s.runner("A", r.stop))
    r.run()
    x = r.callLater(0, s.hit, "X")
    r.callFromThread(s.hit, "F")
    r.callWhenRunning(s.hit, "W")
    s.attempt("run", r.run)
    s.log("active", x=x.active(), time=x.getTime())


@scenario("r43", "crash while shutdown waits for a Deferred: the during phase never comes", env="reactor")
def r43(s):
    """
    before/shutdown P returns a Deferred fired at 3; during D; Stop@1; Crash@2; T@2.5, then run() raises ReactorNotRestartable
    """
    r = s.reactor
    r.addSystemEventTrigger("before", "shutdown", lambda: s.after(2))
    r.addSystemEventTrigger("during", "shutdown", s.hit, "D")
    r.callLater(1, s.runner("Stop", r.stop))
    r.callLater(2, s.runner("Crash", r.crash))
    r.callLater(2.5, s.hit, "T")
    r.run()
    s.log("running flag", value=r.running)
    s.attempt("run", r.run)


@scenario("r44", "crash in a start-up hook: the other hooks run, and no iteration", env="reactor")
def r44(s):
    """
    W1: crash(), W2, callLater(0, T0), callLater(1, T1); run; running flag
    """
    r = s.reactor
    r.callWhenRunning(s.runner("W1", r.crash))
    r.callWhenRunning(s.hit, "W2")
    r.callLater(0, s.hit, "T0")
    r.callLater(1, s.hit, "T1")
    r.run()
    s.log("running flag", value=r.running)
    s.log("left", n=len(r.getDelayedCalls()))


@scenario("r45", "stop and crash in one call: the shutdown event fires all the same", env="reactor")
def r45(s):
    """
    A@1: stop(), crash(); before/shutdown P, after/shutdown Q; B@2
    """
    r = s.reactor

    def a():
        r.stop()
        r.crash()
    r.addSystemEventTrigger("before", "shutdown", s.hit, "P")
    r.addSystemEventTrigger("after", "shutdown", s.hit, "Q")
    r.callLater(1, s.runner("A", a))
    r.callLater(2, s.hit, "B")
    r.run()
    s.attempt("run", r.run)
