"""Cases: work that blocks the reactor's thread (B-1 to B-8)."""
from twisted.internet import task
from twisted.internet.defer import Deferred
from twisted.internet.threads import deferToThreadPool
from harness import scenario


def loop(s, fn, count=False):
    lc = task.LoopingCall.withCount(fn) if count else task.LoopingCall(fn)
    lc.clock = s.reactor
    return lc


@scenario("b01", "lateness: timers held up by a blocking one run in time order, all at once", env="reactor")
def b01(s):
    """
    T1..T6 at 1..6; X@1.5 blocks 3.25 s: log lateness of each
    """
    r = s.reactor
    for i in range(1, 7):
        r.callLater(i, lambda i=i: s.log("run", name="T%d" % i, late=r.seconds() - i))
    r.callLater(1.5, s.runner("X", lambda: r.spin(3.25)))
    r.run()


@scenario("b02", "LoopingCall skips whole intervals; withCount tells how many", env="reactor")
def b02(s):
    """
    withCount loop, interval 1, bodies block 0.25, 0.25, 2.625, 0.25 ... ; plain timer T@2.5; stop at run 6
    """
    r = s.reactor
    costs = [.25, .25, 2.625, .25, 1.0, .25]
    n = [0]

    def body(count):
        i = n[0]
        n[0] += 1
        s.log("run", n=i, count=count)
        r.spin(costs[i])
        s.log("end", n=i)
        if n[0] == 6:
            lc.stop()
    lc = loop(s, body, count=True)
    r.callLater(2.5, s.hit, "T")
    r.callWhenRunning(lambda: lc.start(1) and None)
    r.run()


@scenario("b03", "a body always longer than its interval", env="reactor")
def b03(s):
    """
    interval 1, body blocks 1.5: runs at 0, 2, 4, 6; body of exactly 1.0: runs at 0, 2?, see trace
    """
    r = s.reactor
    for cost in (1.5, 1.0):
        n = [0]
        lc = None

        def body():
            n[0] += 1
            s.log("run", cost=cost, n=n[0])
            r.spin(cost)
            if n[0] == 4:
                lc.stop()
                r.callLater(0, r.crash)
        lc = loop(s, body)
        r.callWhenRunning(lambda: lc.start(1) and None)
        r.run()


@scenario("b04", "two loops and a blocker: who runs first in the backlog", env="reactor")
def b04(s):
    """
    P every 1 s, Q every 0.75 s, both from 0; X@2.125 blocks 2.5 s; until 7
    """
    r = s.reactor
    a, b = loop(s, lambda: s.log("run", name="P")), loop(s, lambda: s.log("run", name="Q"))
    r.callWhenRunning(lambda: a.start(1) and None)
    r.callWhenRunning(lambda: b.start(.75) and None)
    r.callLater(2.125, s.runner("X", lambda: r.spin(2.5)))
    r.callLater(7.0625, r.crash)
    r.run()


@scenario("b05", "a timeout and its result, both late: the earlier time wins", env="reactor")
def b05(s):
    """
    d1 fired by a timer @0.9, timeout 1; d2 fired @1.1, timeout 1; X@0.5 blocks 3 s
    """
    r = s.reactor
    for n, t in (("d1", .875), ("d2", 1.125)):
        d = s.after(t, n)
        d.addTimeout(1, r)
        s.watch(n, d)
    r.callLater(.5, s.runner("X", lambda: r.spin(3)))
    r.run()


@scenario("b06", "zero-delay work shares the reactor with late timers", env="reactor")
def b06(s):
    """
    Z blocks 0.5 and reschedules with 0, eight times; P loop every 1 s; T@2.25
    """
    r = s.reactor
    n = [0]

    def z():
        n[0] += 1
        s.log("run", name="Z")
        r.spin(.5)
        if n[0] < 8:
            r.callLater(0, z)
    p = loop(s, lambda: s.log("run", name="P"))
    r.callLater(0, z)
    r.callWhenRunning(lambda: p.start(1) and None)
    r.callLater(2.25, s.hit, "T")
    r.callLater(5.125, r.crash)
    r.run()


@scenario("b07", "blocking inside a callback chain delays its own later links", env="reactor")
def b07(s):
    """
    d fired @1; its callback blocks 2; next callback schedules N(0.5); a second Deferred fired @1.5
    """
    r = s.reactor
    d = s.after(1, "d")
    d.addCallback(s.cb("first", call=lambda v: r.spin(2)))

    def second(v):
        s.log("cb", name="second")
        r.callLater(.5, s.hit, "N")
    d.addCallback(second)
    s.watch("e", s.after(1.5, "e"))
    r.run()


@scenario("b08", "what a blocker makes counts from the moment at which it makes it", env="reactor")
def b08(s):
    """
    X@1: callLater(1, A), blocks 3 s, callLater(1, B), callLater(0, C), blocks 0.5 s; T@2
    """
    r = s.reactor

    def x():
        for n, delay, block in (("A", 1, 3), ("B", 1, 0), ("C", 0, .5)):
            k = r.callLater(delay, s.hit, n)
            s.log("made", name=n, time=k.getTime())
            r.spin(block)
    r.callLater(1, s.runner("X", x))
    r.callLater(2, s.hit, "T")
    r.run()


@scenario("b09", "two blockers due in one pass: the second begins when the first has ended, and so on", env="reactor")
def b09(s):
    """
    X@1 blocks 2 s, Y@1.5 blocks 2 s, Z@2 blocks 2 s; T1@1.25, T2@2.5, T3@4.5
    """
    r = s.reactor

    def blocker(n):
        def f():
            r.spin(2)
            s.log("end", name=n)
        return s.runner(n, f)
    for n, t in (("X", 1), ("Y", 1.5), ("Z", 2)):
        r.callLater(t, blocker(n))
    for n, t in (("T1", 1.25), ("T2", 2.5), ("T3", 4.5)):
        r.callLater(t, s.hit, n)
    r.run()


@scenario("b10", "stop in the backlog after a block: what is due in that pass still runs", env="reactor")
def b10(s):
    """
    X@1 blocks 3 s; Stop@2, A@3, B@4 are all late or just due; C@4.25 never; after/shutdown Q
    """
    r = s.reactor
    r.addSystemEventTrigger("after", "shutdown", s.hit, "Q")
    r.callLater(1, s.runner("X", lambda: r.spin(3)))
    r.callLater(2, s.runner("Stop", r.stop))
    for n, t in (("A", 3), ("B", 4), ("C", 4.25)):
        r.callLater(t, s.hit, n)
    r.run()


@scenario("b11", "thread calls asked for during a block come before everything that is late", env="reactor")
def b11(s):
    """
    X@1: callFromThread(F1), blocks 2 s, callFromThread(F2); A@1.5, B@2
    """
    r = s.reactor

    def x():
        r.callFromThread(s.hit, "F1")
        r.spin(2)
        r.callFromThread(s.hit, "F2")
    r.callLater(1, s.runner("X", x))
    r.callLater(1.5, s.hit, "A")
    r.callLater(2, s.hit, "B")
    r.run()


@scenario("b12", "a blocker in a start-up hook holds everything up", env="reactor")
def b12(s):
    """
    callWhenRunning(W1 blocks 2 s), W2: callLater(0.5, N); A@1, B@2, C@2.25
    """
    r = s.reactor
    r.callWhenRunning(s.runner("W1", lambda: r.spin(2)))
    r.callWhenRunning(s.runner("W2", lambda: r.callLater(.5, s.hit, "N")))
    for n, t in (("A", 1), ("B", 2), ("C", 2.25)):
        r.callLater(t, s.hit, n)
    r.run()


@scenario("b13", "a timeout that comes due while its own Deferred is fired by the blocker: nothing to cancel any more", env="reactor")
def b13(s):
    """
    d with addTimeout(1); X@0.5 blocks 2 s, then fires d: success, the timeout's timer is gone; e with addTimeout(1), never fired: TimeoutError late
    """
    r = s.reactor
    d, e = Deferred(), Deferred()
    for n, x in (("d", d), ("e", e)):
        x.addTimeout(1, r)
        s.watch(n, x)

    def x():
        r.spin(2)
        d.callback("in time for the reactor")
        s.log("pending", n=len(r.getDelayedCalls()))
    r.callLater(.5, s.runner("X", x))
    r.run()


@scenario("b14", "a loop whose body blocks exactly its interval, or a little less or more", env="reactor")
def b14(s):
    """
    intervals of 1 s, three runs each: bodies of 0.875 s: every second, of 1 s and 1.125 s: every other second
    """
    r = s.reactor
    for cost in (.875, 1, 1.125):
        n = [0]

        def body():
            n[0] += 1
            s.log("run", cost=cost)
            r.spin(cost)
            if n[0] == 3:
                lc.stop()
        lc = loop(s, body)
        r.callWhenRunning(lambda: lc.start(1) and None)
        r.run()


@scenario("b15", "withCount behind a blocker tells what was missed, and the grid stays", env="reactor")
def b15(s):
    """
    withCount loop of 0.5 s from 0; X@1.25 blocks 1.5 s; Y@3.125 blocks 0.25 s (nothing missed); until 4.25
    """
    r = s.reactor
    lc = loop(s, lambda count: s.log("run", count=count), count=True)
    r.callWhenRunning(lambda: lc.start(.5) and None)
    r.callLater(1.25, s.runner("X", lambda: r.spin(1.5)))
    r.callLater(3.125, s.runner("Y", lambda: r.spin(.25)))
    r.callLater(4.25, r.crash)
    r.run()


@scenario("b16", "three loops of different intervals in one backlog", env="reactor")
def b16(s):
    """
    P every 1 s, Q every 0.625 s, R every 1.5 s, all from 0.0625 s apart; X@2.25 blocks 2.25 s; until 6
    """
    r = s.reactor
    for i, (n, t) in enumerate((("P", 1), ("Q", .625), ("R", 1.5))):
        lc = loop(s, lambda n=n: s.log("run", name=n))
        r.callLater(i / 16, lambda lc=lc, t=t: lc.start(t) and None)
    r.callLater(2.25, s.runner("X", lambda: r.spin(2.25)))
    r.callLater(6, r.crash)
    r.run()


@scenario("b17", "a Deferred fired by a late timer runs its chain before the next late timer", env="reactor")
def b17(s):
    """
    d fired @1, e fired @1.5, T@1.25; X@0.5 blocks 2 s; d's first callback blocks 1 s, its second asks for callLater(0, N)
    """
    r = s.reactor
    d = s.after(1, "d")
    d.addCallback(s.cb("first", call=lambda v: r.spin(1)))
    d.addCallback(s.cb("second", call=lambda v: r.callLater(0, s.hit, "N") and None))
    s.watch("e", s.after(1.5, "e"))
    r.callLater(1.25, s.hit, "T")
    r.callLater(.5, s.runner("X", lambda: r.spin(2)))
    r.run()


@scenario("b18", "while the reactor blocks, threads go on: their results come before the late timers", env="threads")
def b18(s):
    """
    pool(1, 2): J1 of 1 s, J2 of 2 s, J3 of 0.5 s; X@0.5 blocks 3 s; T@1
    """
    r = s.reactor
    p = s.workers.pool(1, 2)
    for n, t in (("J1", 1), ("J2", 2), ("J3", .5)):
        s.watch(n, deferToThreadPool(r, p, s.workers.job(n, t, n)))
    r.callLater(.5, s.runner("X", lambda: r.spin(3)))
    r.callLater(1, s.hit, "T")
    r.run()
