"""Cases: deferLater (E-1 to E-3)."""
from twisted.internet import task
from twisted.internet.defer import Deferred, fail, succeed
from twisted.python.failure import Failure
from harness import scenario


@scenario("f01", "deferLater: value, nothing, raise, Deferred")
def f01(s):
    """
    deferLater(1, f, 2, k=3); deferLater(1); deferLater(1, raise); deferLater(1, returns Deferred fired at +1)
    """
    c = s.clock

    def boom():
        raise ValueError("b")
    s.watch("A", task.deferLater(c, 1, lambda *a, **k: [a, k], 2, k=3))
    s.watch("B", task.deferLater(c, 1))
    s.watch("C", task.deferLater(c, 1, boom))
    s.watch("D", task.deferLater(c, 1, lambda: s.after(1, "inner")))
    c.pump([1, 1])


@scenario("f02", "deferLater: cancel before, after, and while its callable's Deferred is pending")
def f02(s):
    """
    A cancelled at 0.5: callable never runs, timer gone. B cancelled after firing: no-op. D waits for inner (canceller): inner cancelled
    """
    c = s.clock
    a = s.watch("A", task.deferLater(c, 1, s.runner("never")))
    inner = Deferred(lambda x: s.log("canceller"))
    b = task.deferLater(c, 1, s.runner("B"))
    e = s.watch("D", task.deferLater(c, 1, lambda: inner))
    c.advance(.5)
    a.cancel()
    s.log("pending", n=len(c.getDelayedCalls()))
    c.advance(.5)
    b.cancel()
    e.cancel()


@scenario("f03", "deferLater(0) and negative on Clock")
def f03(s):
    """
    deferLater(0): fires at advance(0), not before; deferLater(-1) too, first
    """
    s.watch("zero", task.deferLater(s.clock, 0))
    s.watch("minus", task.deferLater(s.clock, -1))
    s.log("nothing yet")
    s.clock.advance(0)


@scenario("f04", "deferLater on a reactor refuses a negative delay", env="reactor")
def f04(s):
    """
    deferLater(r, -1) raises at the call; deferLater(r, 0.5) with a raising callable fails, the loop goes on
    """
    r = s.reactor
    s.attempt("deferLater(-1)", task.deferLater, r, -1)

    def boom():
        raise ValueError("boom")
    s.watch("A", task.deferLater(r, .5, boom))
    r.callLater(1, s.hit, "T")
    r.run()


@scenario("f05", "cancelled twice; cancelled inside its own callable")
def f05(s):
    """
    d = deferLater(1): cancel() twice. e = deferLater(1, f): f cancels e: no effect, its value comes
    """
    d = s.watch("d", task.deferLater(s.clock, 1, s.runner("never")))
    d.cancel()
    s.attempt("cancel again", d.cancel)

    def f():
        s.log("f")
        e.cancel()
        return "value"
    e = s.watch("e", task.deferLater(s.clock, 1, f))
    s.clock.advance(1)


@scenario("f06", "deferLater and a limit of the same length")
def f06(s):
    """
    A: deferLater(2).addTimeout(2): the result is first. B: deferLater(3).addTimeout(2): TimeoutError at 2, the timer is gone. C: its callable's Deferred takes too long
    """
    c = s.clock
    s.watch("A", task.deferLater(c, 2, lambda: "a").addTimeout(2, c))
    s.watch("B", task.deferLater(c, 3, s.runner("never")).addTimeout(2, c))
    inner = Deferred(lambda x: s.log("canceller"))
    s.watch("C", task.deferLater(c, 1, lambda: inner).addTimeout(2, c))
    c.advance(1)
    c.advance(1)
    s.log("pending", n=len(c.getDelayedCalls()))


@scenario("f07", "deferLater with a callable that returns a Deferred with a result")
def f07(s):
    """
    deferLater(1, succeed 'x'), deferLater(1, fail KeyError), deferLater(1, returns a Failure)
    """
    c = s.clock
    kept = succeed("x")
    s.watch("A", task.deferLater(c, 1, lambda: kept))
    s.watch("B", task.deferLater(c, 1, lambda: fail(KeyError("k"))))
    s.watch("C", task.deferLater(c, 1, lambda: Failure(ValueError("v"))))
    c.advance(1)
    s.state("kept", kept)


@scenario("f08", "a chain of deferLater(0) on a reactor: a pass each", env="reactor")
def f08(s):
    """
    three deferLater(0), each made in the callable of the one before; T at 0 made first
    """
    r = s.reactor
    r.traceIterations = True

    def step(n):
        s.log("run", n=n)
        if n < 3:
            return task.deferLater(r, 0, step, n + 1)
        return "end"
    r.callLater(0, s.hit, "T")
    s.watch("chain", task.deferLater(r, 0, step, 1))
    r.run()


@scenario("f09", "who fires a deferLater by hand")
def f09(s):
    """
    d.callback(5) before the time: the callable runs at once, its result counts; at the time the timer finds it called: AlreadyCalledError out of advance. without a callable the value is None
    """
    d = s.watch("d", task.deferLater(s.clock, 1, s.runner("f", lambda: "f's")))
    d.callback(5)
    s.attempt("advance", s.clock.advance, 1)
    s.watch("e", task.deferLater(s.clock, 1)).callback(5)
    s.attempt("advance", s.clock.advance, 1)


@scenario("f10", "links added before the time, order of several at one time")
def f10(s):
    """
    A and B at 1 in this order; links on B added before those on A: A's still run first; fractions of delays
    """
    c = s.clock
    a = task.deferLater(c, 1, s.runner("A", lambda: "a"))
    b = task.deferLater(c, 1, s.runner("B", lambda: "b"))
    b.addCallback(s.cb("B1")).addCallback(s.cb("B2", value="c"))
    a.addCallback(s.cb("A1"))
    s.watch("b", b)
    s.watch("half", task.deferLater(c, .5))
    c.pump([.25] * 4)
