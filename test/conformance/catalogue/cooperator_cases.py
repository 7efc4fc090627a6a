"""Cases of Cooperator and CooperativeTask (rules C)."""
from twisted.internet import task
from twisted.internet.defer import Deferred, fail, succeed

from harness import scenario


def units(s, name, n):
    def g():
        for i in range(n):
            s.log("unit", task=name, i=i)
            yield None
        s.log("exhausted", task=name)
    return g()


def cooperator(s, per=1, started=True):
    """A Cooperator on the clock that stops a tick after `per` units."""
    def factory():
        left = [per]

        def done():
            left[0] -= 1
            return left[0] <= 0
        return done

    def sched(f):
        s.log("scheduled")
        return s.clock.callLater(1, f)
    return task.Cooperator(terminationPredicateFactory=factory,
                           scheduler=sched, started=started)


def steps(s, n):
    for i in range(n):
        s.log("tick", n=i)
        s.clock.advance(1)


@scenario("c01", "nothing runs at once; one unit per tick, round robin")
def c01(s):
    """
    one unit per tick (scheduler delay 1 s): cooperate A(2 units), B(3 units); log 'added'; seven ticks
    """
    c = cooperator(s)
    c.cooperate(units(s, "A", 2))
    c.cooperate(units(s, "B", 3))
    s.log("added")
    steps(s, 8)


@scenario("c02", "several units per tick: the round goes on where it stopped")
def c02(s):
    """
    four units per tick; A(5), B(5), C(5); five ticks
    """
    c = cooperator(s, 4)
    for n in "ABC":
        c.cooperate(units(s, n, 5))
    steps(s, 5)


@scenario("c03", "a task that ends makes its right neighbour miss a turn")
def c03(s):
    """
    100 units per tick; A(1), B(3), C(3): when A ends, B is skipped in that round
    """
    c = cooperator(s, 100)
    for n, k in (("A", 1), ("B", 3), ("C", 3)):
        s.watch(n, c.coiterate(units(s, n, k)))
    steps(s, 1)


@scenario("c04", "yielding Deferreds: pending pauses, fired goes to the end")
def c04(s):
    """
    three units per tick; A yields succeed() each time (2 units); B yields a Deferred fired at 2.5; C plain 6 units
    """
    c = cooperator(s, 3)

    def a():
        for i in range(2):
            s.log("unit", task="A", i=i)
            yield succeed(i)
        s.log("exhausted", task="A")
    d = s.after(2.5, "x")

    def b():
        s.log("unit", task="B", i=0)
        yield d
        s.log("unit", task="B", i=1)
        yield None
    c.cooperate(a())
    c.cooperate(b())
    c.cooperate(units(s, "C", 6))
    for i in range(10):
        s.clock.advance(.5)
    s.log("yielded Deferred", result=d.result)


@scenario("c05", "pause counts, resume goes to the end, NotPaused")
def c05(s):
    """
    one unit per tick; A(3), B(3); after tick 0: A.pause() x2; tick; A.resume(); tick; A.resume(); ticks; A.resume() -> NotPaused
    """
    c = cooperator(s)
    a = c.cooperate(units(s, "A", 3))
    c.cooperate(units(s, "B", 3))
    steps(s, 1)
    a.pause()
    a.pause()
    steps(s, 1)
    a.resume()
    steps(s, 1)
    a.resume()
    steps(s, 2)
    s.attempt("resume", a.resume)


@scenario("c06", "errors on finished tasks")
def c06(s):
    """
    A ends normally, B stopped, C raises ValueError c; then pause/stop/resume on each; whenDone after the end
    """
    c = cooperator(s, 10)
    a = c.cooperate(units(s, "A", 0))
    b = c.cooperate(units(s, "B", 9))

    def cc():
        yield None
        raise ValueError("c")
    e = c.cooperate(cc())
    b.stop()
    steps(s, 1)
    for n, t in (("A", a), ("B", b), ("C", e)):
        s.attempt(n + ".pause", t.pause)
        s.attempt(n + ".stop", t.stop)
        s.attempt(n + ".resume", t.resume)
        s.watch(n + " whenDone", t.whenDone())


@scenario("c07", "whenDone: several, in order of asking; value is the iterator")
def c07(s):
    """
    A(1): whenDone w1, w2; w1's callback logs and raises (its own Deferred only); tick; whenDone w3 fires at once
    """
    c = cooperator(s, 10)
    it = units(s, "A", 1)
    a = c.cooperate(it)
    w1 = a.whenDone()

    def first(v):
        s.log("w1", isIterator=v is it)
        raise RuntimeError("w1")
    w1.addCallback(first).addErrback(lambda f: s.log("w1 failed", error=f))
    a.whenDone().addCallback(lambda v: s.log("w2", isIterator=v is it))
    steps(s, 1)
    a.whenDone().addCallback(lambda v: s.log("w3", isIterator=v is it))


@scenario("c08", "a failing Deferred yielded; stop while waiting; late failure after stop")
def c08(s):
    """
    A yields fail(ValueError a): TaskFailed. B yields d and is stopped; then d fires: nothing. C yields e, is stopped, then e fails: C's state changes to failed and AlreadyCalledError ends up in e
    """
    c = cooperator(s, 10)
    d, e = Deferred(), Deferred()
    a = c.cooperate(iter([fail(ValueError("a"))]))
    b = c.cooperate(iter([d, None]))
    f = c.cooperate(iter([e, None]))
    for n, t in (("A", a), ("B", b), ("C", f)):
        s.watch(n, t.whenDone())
    steps(s, 1)
    s.attempt("A.stop", a.stop)
    b.stop()
    f.stop()
    d.callback(1)
    s.attempt("B.pause", b.pause)
    e.errback(KeyError("e"))
    s.attempt("C.pause", f.pause)
    s.state("e", e)
    e.addErrback(lambda x: None)


@scenario("c09", "Cooperator.stop tells only every second task")
def c09(s):
    """
    for n = 1..5 tasks: stop(); which whenDone Deferreds failed; a paused task is told when resumed
    """
    for n in range(1, 6):
        c = cooperator(s)
        told = []
        ts = [c.cooperate(units(s, str(i), 3)) for i in range(n)]
        for i, t in enumerate(ts):
            t.whenDone().addErrback(lambda f, i=i: told.append([i, f.type.__name__]))
        c.stop()
        s.log("stopped", tasks=n, told=told, running=c.running,
              pending=len(s.clock.getDelayedCalls()))
    c = cooperator(s)
    p = c.cooperate(units(s, "P", 2))
    w = s.watch("paused task", p.whenDone())
    p.pause()
    c.stop()
    s.log("after stop", called=w.called)
    p.resume()


@scenario("c10", "not started; adding to a stopped one; start again")
def c10(s):
    """
    Cooperator(started=False): add A; ticks do nothing; start(); tick; stop(); add B -> SchedulerStopped; start(); add C; tick
    """
    c = cooperator(s, 1, started=False)
    s.watch("A", c.coiterate(units(s, "A", 5)))
    s.log("running", value=c.running)
    steps(s, 1)
    c.start()
    s.log("running", value=c.running)
    steps(s, 1)
    c.stop()
    s.log("running", value=c.running)
    b = c.cooperate(units(s, "B", 1))
    s.watch("B", b.whenDone())
    s.attempt("B.pause", b.pause)
    c.start()
    s.watch("C", c.coiterate(units(s, "C", 1)))
    steps(s, 2)


@scenario("c11", "coiterate with a Deferred of your own; scheduling calls made")
def c11(s):
    """
    coiterate(A(1), doneDeferred=d) returns d; the pending call is cancelled when the last task is stopped
    """
    c = cooperator(s, 1)
    d = Deferred()
    s.log("same", value=c.coiterate(units(s, "A", 1), d) is d)
    s.watch("d", d)
    steps(s, 2)
    b = c.cooperate(units(s, "B", 9))
    steps(s, 1)
    s.log("pending", n=len(s.clock.getDelayedCalls()))
    b.whenDone().addErrback(lambda f: None)
    b.stop()
    s.log("pending", n=len(s.clock.getDelayedCalls()))


@scenario("c12", "a task added by a running task joins the same tick")
def c12(s):
    """
    ten units per tick; A's first unit adds N(2) ; B(2)
    """
    c = cooperator(s, 10)

    def a():
        s.log("unit", task="A", i=0)
        c.cooperate(units(s, "N", 2))
        yield None
        s.log("unit", task="A", i=1)
        yield None
    c.cooperate(a())
    c.cooperate(units(s, "B", 2))
    steps(s, 2)


@scenario("c13", "the time slice: 0.01 s, at least one unit, checked after each unit", env="reactor")
def c13(s):
    """
    predicate 'now >= tick start + 0.01', scheduler callLater(1e-8); A: units of 4 ms x4, B: units of 25 ms x2; a timer T every 5 ms x4 (callLater from the start)
    """
    r = s.reactor

    def factory():
        end = r.seconds() + .01
        return lambda: r.seconds() >= end
    c = task.Cooperator(terminationPredicateFactory=factory,
                        scheduler=lambda f: r.callLater(.00000001, f))

    def work(n, k, cost):
        for i in range(k):
            s.log("unit", task=n, i=i)
            r.spin(cost)
            yield None
    s.watch("A", c.coiterate(work("A", 4, .004)))
    s.watch("B", c.coiterate(work("B", 2, .025)))
    for i in range(1, 5):
        r.callLater(.005 * i, s.hit, "T%d" % i)
    r.run()


@scenario("c14", "removing and pausing others from inside a tick")
def c14(s):
    """
    100 units per tick; A's first unit pauses B and stops C; D(2); A's second unit resumes B
    """
    c = cooperator(s, 100)
    ts = {}

    def a():
        s.log("unit", task="A", i=0)
        ts["B"].pause()
        ts["C"].stop()
        yield None
        s.log("unit", task="A", i=1)
        ts["B"].resume()
        yield None
    c.cooperate(a())
    for n in "BCD":
        ts[n] = c.cooperate(units(s, n, 2))
    s.watch("C", ts["C"].whenDone())
    steps(s, 2)


@scenario("c15", "stopping the scheduler from a task and from whenDone")
def c15(s):
    """
    ten units per tick; A's 2nd unit calls c.stop(); B(5): whenDone of both
    then four tasks E, F(2), G(2), H(2): E's first unit calls c.stop(): E and G are told, H still gets a unit in that tick
    """
    c = cooperator(s, 10)

    def a():
        s.log("unit", task="A", i=0)
        yield None
        s.log("unit", task="A", i=1)
        c.stop()
        yield None
        s.log("unit", task="A", i=2)
    ta = c.cooperate(a())
    tb = c.cooperate(units(s, "B", 5))
    s.watch("A", ta.whenDone())
    s.watch("B", tb.whenDone())
    s.attempt("tick", s.clock.advance, 1)
    s.attempt("tick", s.clock.advance, 1)
    s.log("four tasks, the first stops the scheduler in its first unit")
    c = cooperator(s, 10)

    def e():
        s.log("unit", task="E", i=0)
        c.stop()
        yield None
    ts = [c.cooperate(e())] + [c.cooperate(units(s, n, 2)) for n in "FGH"]
    for n, x in zip("EFGH", ts):
        s.watch(n, x.whenDone())
    s.attempt("tick", s.clock.advance, 1)
    s.attempt("tick", s.clock.advance, 1)


@scenario("c16", "limiting parallelism: n coiterates over one shared iterator")
def c16(s):
    """
    jobs 1..5 lasting 3,1,1,2,1 s as Deferreds, one shared generator, two coiterate() on it; scheduler delay 1e-8
    """
    c = task.Cooperator(scheduler=lambda f: s.clock.callLater(.00000001, f),
                        terminationPredicateFactory=lambda: lambda: True)

    def jobs():
        for n, t in ((1, 3), (2, 1), (3, 1), (4, 2), (5, 1)):
            s.log("job starts", name=n)
            yield s.after(t).addCallback(lambda v, n=n: s.log("job ends", name=n))
    g = jobs()
    for i in (1, 2):
        s.watch("runner %d" % i, c.coiterate(g))
    for i in range(24):
        s.clock.advance(.25)
        s.clock.advance(.00000001)


@scenario("c17", "a task that stops or pauses itself in a unit")
def c17(s):
    """
    A: unit 0 stops itself, then yields None. B: unit 0 pauses itself, then yields a fired Deferred: stays paused (count 1).
    C: unit 0 stops itself, then yields a Deferred: TaskStopped comes out of the tick and nothing is scheduled; D(3) waits until a task is added
    """
    c = cooperator(s, 10)
    ts = {}

    def g(n, act, y):
        s.log("unit", task=n, i=0)
        getattr(ts[n], act)()
        yield y
        s.log("unit", task=n, i=1)
    ts["A"] = c.cooperate(g("A", "stop", None))
    s.watch("A", ts["A"].whenDone())
    ts["B"] = c.cooperate(g("B", "pause", succeed(1)))
    s.attempt("tick", s.clock.advance, 1)
    s.attempt("B.resume", ts["B"].resume)
    s.attempt("tick", s.clock.advance, 1)
    ts["C"] = c.cooperate(g("C", "stop", Deferred()))
    s.watch("C", ts["C"].whenDone())
    ts["D"] = c.cooperate(units(s, "D", 3))
    s.attempt("tick", s.clock.advance, 1)
    s.log("pending", n=len(s.clock.getDelayedCalls()))
    s.attempt("tick", s.clock.advance, 1)
    ts["E"] = c.cooperate(units(s, "E", 1))
    s.attempt("tick", s.clock.advance, 1)


@scenario("c18", "tasks forgotten by Cooperator.stop are in limbo")
def c18(s):
    """
    A, B; stop(): B is not told; B.pause(), B.stop(), B.whenDone()
    """
    c = cooperator(s, 10)
    c.cooperate(units(s, "A", 2))
    b = c.cooperate(units(s, "B", 2))
    s.watch("B", b.whenDone())
    c.stop()
    s.attempt("B.pause", b.pause)
    s.attempt("B.resume", b.resume)
    s.attempt("B.stop", b.stop)
    s.attempt("B.stop again", b.stop)


@scenario("c19", "an iterator that raises makes its right neighbour miss a turn, as one that ends")
def c19(s):
    """
    100 units per tick; A raises ValueError a in its first unit; B(2), C(2)
    """
    c = cooperator(s, 100)

    def a():
        s.log("unit", task="A", i=0)
        raise ValueError("a")
        yield

    s.watch("A", c.coiterate(a()))
    for n in "BC":
        s.watch(n, c.coiterate(units(s, n, 2)))
    steps(s, 1)


@scenario("c20", "a pause by hand on top of a wait: both must end")
def c20(s):
    """
    A yields d and is paused by hand; d fires: still paused; resume(): goes on
    """
    c = cooperator(s)
    d = Deferred()

    def a():
        s.log("unit", task="A", i=0)
        yield d
        s.log("unit", task="A", i=1)
        yield None
    t = c.cooperate(a())
    steps(s, 1)
    t.pause()
    d.callback(1)
    steps(s, 1)
    s.log("pending", n=len(s.clock.getDelayedCalls()))
    t.resume()
    s.log("pending", n=len(s.clock.getDelayedCalls()))
    steps(s, 1)


@scenario("c21", "resuming a waiting task by hand: it does not wait, and the Deferred gets NotPaused")
def c21(s):
    """
    A yields d; resume(): A goes on; then d fires: NotPaused is the result of d
    """
    c = cooperator(s)
    d = Deferred()

    def a():
        yield d
        s.log("unit", task="A", i=1)
        yield None
        s.log("unit", task="A", i=2)
        yield None
    t = c.cooperate(a())
    steps(s, 1)
    t.resume()
    steps(s, 1)
    d.callback(1)
    s.state("d", d)
    d.addErrback(s.cb("d's errback", value=None))
    steps(s, 1)


@scenario("c22", "a paused task can be stopped; resuming it after that is quiet, once")
def c22(s):
    """
    A paused twice, stopped: whenDone fails; resume() twice without a word; the third is NotPaused
    """
    c = cooperator(s)
    a = c.cooperate(units(s, "A", 2))
    s.watch("A", a.whenDone())
    a.pause()
    a.pause()
    a.stop()
    for n in range(3):
        s.attempt("resume", a.resume)
    s.attempt("pause", a.pause)
    s.log("pending", n=len(s.clock.getDelayedCalls()))
    steps(s, 1)


@scenario("c23", "a task added when the last one is done: one tick is planned, and it joins this one")
def c23(s):
    """
    ten units per tick; when A(1) is done, B(1) is added; when B is done, nothing is planned
    """
    c = cooperator(s, 10)
    d = c.coiterate(units(s, "A", 1))

    def again(_):
        s.watch("B", c.coiterate(units(s, "B", 1)))
        s.log("pending", n=len(s.clock.getDelayedCalls()))
    d.addCallback(again)
    steps(s, 1)
    s.log("pending", n=len(s.clock.getDelayedCalls()))


@scenario("c24", "when a task is done, its callback stops the others and the Cooperator")
def c24(s):
    """
    A(0): its whenDone stops B; B's whenDone stops the Cooperator; C and D
    """
    c = cooperator(s, 10)
    ts = {}

    def stopB(_):
        s.log("A done")
        ts["B"].stop()

    def stopAll(f):
        s.log("B done", error=f)
        c.stop()
    ts["A"] = c.cooperate(units(s, "A", 0))
    for n in "BCD":
        ts[n] = c.cooperate(units(s, n, 2))
    ts["A"].whenDone().addCallback(stopB)
    ts["B"].whenDone().addErrback(stopAll)
    for n in "CD":
        s.watch(n, ts[n].whenDone())
    s.attempt("tick", s.clock.advance, 1)
    s.log("running", value=c.running, pending=len(s.clock.getDelayedCalls()))


@scenario("c25", "cancelling what a task waits for fails the task")
def c25(s):
    """
    A yields d; d.cancel(): TaskFailed, whenDone fails with CancelledError
    """
    c = cooperator(s)
    d = Deferred()
    a = c.cooperate(iter([d, None]))
    s.watch("A", a.whenDone())
    steps(s, 1)
    d.cancel()
    s.attempt("A.stop", a.stop)
    s.state("d", d)


@scenario("c26", "the value of a yielded Deferred is gone after it")
def c26(s):
    """
    A yields succeed(5), then d fired with 7: both go on with None; links added before see the value
    """
    c = cooperator(s, 10)
    e, d = succeed(5), Deferred()
    d.addCallback(s.cb("before"))
    c.cooperate(iter([e, d]))
    steps(s, 1)
    s.state("e", e)
    d.callback(7)
    d.addCallback(s.cb("after"))
    steps(s, 1)


@scenario("c27", "a task that pauses and resumes itself in a unit goes to the end of the round")
def c27(s):
    """
    100 units per tick; A's first unit pauses and resumes A; B(2), C(2)
    """
    c = cooperator(s, 100)
    ts = {}

    def a():
        s.log("unit", task="A", i=0)
        ts["A"].pause()
        ts["A"].resume()
        yield None
        s.log("unit", task="A", i=1)
        yield None
    ts["A"] = c.cooperate(a())
    for n in "BC":
        c.cooperate(units(s, n, 2))
    steps(s, 1)


@scenario("c28", "start and stop of a Cooperator, several times")
def c28(s):
    """
    start() of a started one; stop() twice; start() twice; then a task
    """
    c = cooperator(s)
    s.attempt("start", c.start)
    s.log("running", value=c.running)
    for n in range(2):
        s.attempt("stop", c.stop)
        s.log("running", value=c.running)
    for n in range(2):
        s.attempt("start", c.start)
        s.log("running", value=c.running)
    c.cooperate(units(s, "A", 1))
    steps(s, 2)


@scenario("c29", "not started: what is stopped before the start is not planned for")
def c29(s):
    """
    Cooperator(started=False): A added and stopped; start(): nothing is planned. The same with B paused; resume() plans
    """
    c = cooperator(s, started=False)
    a = c.cooperate(units(s, "A", 1))
    s.watch("A", a.whenDone())
    a.stop()
    c.start()
    s.log("pending", n=len(s.clock.getDelayedCalls()))
    c = cooperator(s, started=False)
    b = c.cooperate(units(s, "B", 1))
    b.pause()
    c.start()
    s.log("pending", n=len(s.clock.getDelayedCalls()))
    b.resume()
    s.log("pending", n=len(s.clock.getDelayedCalls()))
    c = cooperator(s, started=False)
    c.start()
    s.log("pending", n=len(s.clock.getDelayedCalls()))
    c.cooperate(units(s, "C", 1))


@scenario("c30", "the default slice of 10 ms, and the default delay of a tick", env="reactor")
def c30(s):
    """
    Twisted's own slice, on the reactor's time instead of the wall's, and its own delay of 1e-8 s.
    A: units of 1/256 s (4 ms) x7; B: one unit of 25 ms; T after 1/64 s. Then a unit of the slice's length, to the bit
    """
    r = s.reactor
    wall = task.time

    class Time:
        time = staticmethod(r.seconds)
    task.time = Time
    try:
        c = task.Cooperator(terminationPredicateFactory=task._Timer,
                            scheduler=lambda f: r.callLater(task._EPSILON, f))

        def work(n, k, cost):
            for i in range(k):
                s.log("unit", task=n, i=i)
                r.spin(cost)
                yield None
        s.watch("A", c.coiterate(work("A", 7, 1 / 256)))
        s.watch("B", c.coiterate(work("B", 1, .025)))
        r.callLater(1 / 64, s.hit, "T")
        r.run()
        s.watch("C", c.coiterate(work("C", 2, .01)))
        r.callLater(.005, s.hit, "U")
        r.run()
    finally:
        task.time = wall


@scenario("c31", "pausing the only task takes the planned tick back")
def c31(s):
    """
    A(2): pause at 0.5: nothing pending; resume at 0.75: planned for 1.75
    """
    c = cooperator(s)
    a = c.cooperate(units(s, "A", 2))
    s.clock.advance(.5)
    a.pause()
    s.log("pending", n=len(s.clock.getDelayedCalls()))
    s.clock.advance(.25)
    a.resume()
    s.log("pending", at=[x.getTime() for x in s.clock.getDelayedCalls()])
    s.clock.pump([.5, .5, 1])


@scenario("c32", "only Deferreds are looked at among what a task yields")
def c32(s):
    """
    A yields 1, 'text', [succeed(1)], an exception, False; then ends with a return value
    """
    c = cooperator(s, 100)

    def a():
        for i, x in enumerate((1, "text", [succeed(1)], ValueError("not raised"), False)):
            s.log("unit", i=i)
            yield x
        return 7
    it = a()
    c.coiterate(it).addCallback(lambda v: s.log("done", isIterator=v is it))
    steps(s, 1)


@scenario("c33", "an empty iterator ends in the first tick, not before")
def c33(s):
    """
    coiterate(iter([])): pending until the tick; a list's iterator can be given to two tasks
    """
    c = cooperator(s)
    d = c.coiterate(iter([]))
    d.addCallback(lambda v: s.log("done"))
    s.log("called", value=d.called)
    steps(s, 1)
    both = iter([None, None, None])
    for n in "AB":
        c.coiterate(both).addCallback(lambda v, n=n: s.log("done", name=n))
    steps(s, 6)


@scenario("c34", "two Cooperators on one clock do not know of each other")
def c34(s):
    """
    P: A(3), one unit per tick, from 0; Q: B(3), from 0.5; P stopped at 2.25
    """
    p, q = cooperator(s), cooperator(s)
    s.watch("A", p.coiterate(units(s, "A", 3)))
    s.clock.advance(.5)
    s.watch("B", q.coiterate(units(s, "B", 3)))
    s.clock.pump([.5, .5, .5, .25])
    p.stop()
    s.clock.pump([.25, .5, .5, .5, .5])


@scenario("c35", "a waiting task that was stopped: a late failure is its new end, and whenDone tells it")
def c35(s):
    """
    A yields e and is stopped, nobody asked whenDone; e fails: A is TaskFailed, whenDone fails with e's failure, e is clean
    """
    c = cooperator(s)
    e = Deferred()
    a = c.cooperate(iter([e, None]))
    steps(s, 1)
    a.stop()
    s.attempt("A.pause", a.pause)
    e.errback(KeyError("e"))
    s.attempt("A.pause", a.pause)
    s.watch("A", a.whenDone())
    s.state("e", e)


@scenario("c36", "stopping a Cooperator while a task waits: told when the Deferred fires")
def c36(s):
    """
    A yields d; stop(): A is not told; d fires at 2: SchedulerStopped
    """
    c = cooperator(s)
    d = Deferred()
    a = c.cooperate(iter([d, None]))
    s.watch("A", a.whenDone())
    steps(s, 1)
    c.stop()
    s.log("stopped", running=c.running)
    s.clock.advance(1)
    d.callback(None)
    s.attempt("A.stop", a.stop)


@scenario("c37", "start() plans only for what was added before it, not for what a broken tick left")
def c37(s):
    """
    started=False: A(2) added, start(); B stops itself and yields a Deferred: the tick breaks; start() plans nothing, stop() and start() neither, a new task does
    """
    c = cooperator(s, 10, started=False)
    c.cooperate(units(s, "A", 2))
    c.start()
    ts = []

    def b():
        s.log("unit", task="B", i=0)
        ts[0].stop()
        yield Deferred()
    ts.append(c.cooperate(b()))
    s.attempt("tick", s.clock.advance, 1)
    c.start()
    s.log("pending", n=len(s.clock.getDelayedCalls()))
    c.stop()
    c.start()
    s.log("pending", n=len(s.clock.getDelayedCalls()))
    c.cooperate(units(s, "C", 1))
    s.attempt("tick", s.clock.advance, 1)
