"""Cases: Deferred (D), Failure (F), unhandled errors (U)."""
import gc
import re
import warnings

from twisted.internet.defer import (
    CancelledError, Deferred, TimeoutError, execute, fail, maybeDeferred,
    succeed)
from twisted.python.failure import Failure
from harness import scenario


def mask(text):
    """A text form without addresses."""
    return re.sub(r" at 0x[0-9a-f]+", "", text)


@scenario("d01", "the two rails")
def d01(s):
    """
    addCallback(a: v+1); addCallback(b raises ValueError b); addCallback(c); addErrback(e -> 'fixed'); addErrback(f); addCallback(g); addBoth(h)
    callback(1)
    """
    d = Deferred()
    d.addCallback(s.cb("a", call=lambda v: v + 1))
    d.addCallback(s.cb("b", exc=ValueError("b")))
    d.addCallback(s.cb("c"))
    d.addErrback(s.cb("e", value="fixed"))
    d.addErrback(s.cb("f"))
    d.addCallback(s.cb("g"))
    d.addBoth(s.cb("h", value=None))
    s.state("d", d)
    d.callback(1)
    s.state("d", d)


@scenario("d02", "a pair is a fork: its errback does not see its callback's error")
def d02(s):
    """
    addCallbacks(c1 raises KeyError k, e1); addCallbacks(c2, e2 raises TypeError t); addBoth(b -> None)
    callback('v')
    """
    d = Deferred()
    d.addCallbacks(s.cb("c1", exc=KeyError("k")), s.cb("e1"))
    d.addCallbacks(s.cb("c2"), s.cb("e2", exc=TypeError("t")))
    d.addBoth(s.cb("b", value=None))
    d.callback("v")


@scenario("d03", "extra arguments come after the result, and each side has its own")
def d03(s):
    """
    addCallback(a, 1, 2); addErrback(e, 3); addBoth(b, 5, 6)
    addCallbacks(c, f, callbackArgs=(7, 8), errbackArgs=(9,)), twice, where c raises
    """
    d = Deferred()
    d.addCallback(s.cb("a", exc=ValueError("v")), 1, 2)
    d.addErrback(s.cb("e", value="back"), 3)
    d.addBoth(s.cb("b"), 5, 6)
    for i in (1, 2):
        d.addCallbacks(s.cb("c%d" % i, exc=ValueError("c")),
                       s.cb("f%d" % i, value="f"),
                       callbackArgs=(7, 8), errbackArgs=(9,))
    d.addBoth(s.cb("end", value=None))
    d.callback("start")


@scenario("d04", "after firing, adding runs at once; values keep flowing")
def d04(s):
    """
    callback('v'); addCallback(a -> 'w'); log 'between'; addCallback(b -> None); state; addCallback(c)
    """
    d = Deferred()
    d.callback("v")
    s.state("d", d)
    r = d.addCallback(s.cb("a", value="w"))
    s.log("between", same=r is d)
    d.addCallback(s.cb("b", value=None))
    s.state("d", d)
    d.addCallback(s.cb("c"))


@scenario("d05", "AlreadyCalledError")
def d05(s):
    """
    callback(1) then callback(2), errback(ValueError); other: errback, then callback; callback inside own callback
    """
    d = Deferred()
    s.attempt("callback 1", d.callback, 1)
    s.attempt("callback 2", d.callback, 2)
    s.attempt("errback", d.errback, ValueError("x"))
    s.state("d", d)
    e = Deferred()
    e.addErrback(s.cb("e", value=None))
    s.attempt("errback", e.errback, ValueError("x"))
    s.attempt("callback", e.callback, 1)
    f = Deferred()
    f.addCallback(s.cb("again", call=lambda v: s.attempt("inner", f.callback, 5)))
    f.callback(4)
    s.state("f", f)


@scenario("d06", "adding callbacks from inside a callback")
def d06(s):
    """
    a adds x and y to the same Deferred, logs 'a ends', returns 'A'; b was added before; callback(0)
    order: a, (a ends), b, x, y
    """
    d = Deferred()

    def a(v):
        s.log("cb", name="a", got=v)
        d.addCallback(s.cb("x"))
        d.addCallback(s.cb("y", value="Y"))
        s.log("a ends")
        return "A"
    d.addCallback(a)
    d.addCallback(s.cb("b", value="B"))
    d.callback(0)
    s.state("d", d)


@scenario("d07", "returning a Deferred that already has a result")
def d07(s):
    """
    inner fired 'in', has callback i1 -> 'i1'; outer: o1 returns inner; o2; inner.addCallback(i2)
    then an inner already failed: o1 returns it, errback e sees it; state of both
    """
    inner = succeed("in")
    inner.addCallback(s.cb("i1", value="i1"))
    outer = Deferred()
    outer.addCallback(s.cb("o1", value=inner))
    outer.addCallback(s.cb("o2"))
    outer.callback("go")
    s.state("outer", outer)
    s.state("inner", inner)
    inner.addCallback(s.cb("i2"))
    bad = fail(ValueError("bad"))
    outer = Deferred()
    outer.addCallback(s.cb("o1", value=bad))
    outer.addErrback(s.cb("e", value="handled"))
    outer.callback("go")
    s.state("outer", outer)
    s.state("bad", bad)
    del bad
    gc.collect()
    s.log("end")


@scenario("d08", "returning a Deferred without a result; who runs when it fires")
def d08(s):
    """
    inner: i1 (before). outer: o1 returns inner, o2. outer.callback; inner.addCallback(i2 after); outer.addCallback(o3)
    states; inner.callback('in'); states
    """
    inner = Deferred()
    inner.addCallback(s.cb("i1"))
    outer = Deferred()
    outer.addCallback(s.cb("o1", value=inner))
    outer.addCallback(s.cb("o2", value="O2"))
    outer.callback("go")
    s.state("outer", outer)
    inner.addCallback(s.cb("i2", value="I2"))
    outer.addCallback(s.cb("o3"))
    s.log("fire inner")
    inner.callback("in")
    s.state("outer", outer)
    s.state("inner", inner)


@scenario("d09", "a chain of three, fired from the inside")
def d09(s):
    """
    a waits for b waits for c; every one has tail callbacks added before and after chaining; c.callback(1)
    """
    a, b, c = Deferred(), Deferred(), Deferred()
    for n, x in (("a", a), ("b", b), ("c", c)):
        x.addCallback(s.cb(n + "0"))
    a.addCallback(s.cb("a1", value=b))
    b.addCallback(s.cb("b1", value=c))
    for n, x in (("a", a), ("b", b), ("c", c)):
        x.addCallback(s.cb(n + "2"))
    a.callback("a")
    b.callback("b")
    for n, x in (("a", a), ("b", b), ("c", c)):
        x.addCallback(s.cb(n + "3"))
    s.log("fire c")
    c.callback("c")
    for n, x in (("a", a), ("b", b), ("c", c)):
        s.state(n, x)


@scenario("d10", "a failure moves to the outer; the inner is clean afterwards")
def d10(s):
    """
    outer waits for inner; inner.errback(ValueError v); inner.addBoth(i); drop inner; outer.addErrback(e)
    """
    inner = Deferred()
    outer = Deferred()
    outer.addCallback(s.cb("o1", value=inner))
    outer.callback(0)
    inner.errback(ValueError("v"))
    s.state("inner", inner)
    s.state("outer", outer)
    inner.addBoth(s.cb("i"))
    del inner
    gc.collect()
    s.log("inner dropped")
    outer.addErrback(s.cb("e", value=None))
    del outer
    gc.collect()
    s.log("outer dropped")


@scenario("d11", "one inner, two outers: only the first gets the result")
def d11(s):
    """
    o1 and o2 both return the same unfired inner (o1 first); inner.callback('x'); then o3 returns it as well
    """
    inner = Deferred()
    for n in ("o1", "o2"):
        o = succeed(n)
        o.addCallback(s.cb(n, value=inner))
        o.addCallback(s.cb(n + " got"))
    inner.callback("x")
    o = succeed("o3")
    o.addCallback(s.cb("o3", value=inner))
    o.addCallback(s.cb("o3 got"))


@scenario("d12", "a callback that returns its own Deferred")
def d12(s):
    """
    d.addCallback(a -> d); d.addCallback(b); callback(1); state; addCallback(c)
    """
    d = Deferred()
    d.addCallback(s.cb("a", value=d))
    d.addCallback(s.cb("b"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        d.callback(1)
    s.log("state", called=d.called, paused=d.paused, resultIsSelf=d.result is d)
    d.addCallback(s.cb("c"))
    s.log("end")


@scenario("d13", "pause and unpause count")
def d13(s):
    """
    pause x2, callback(1), a waiting; unpause; unpause -> a runs; then unpause once more (paused -1), addCallback(b): does not run; pause (0); addCallback(c): b, c run
    """
    d = Deferred()
    d.addCallback(s.cb("a"))
    d.pause()
    d.pause()
    d.callback(1)
    s.state("d", d)
    d.unpause()
    s.log("one unpause")
    d.unpause()
    d.unpause()
    s.state("d", d)
    d.addCallback(s.cb("b"))
    s.log("b added")
    d.pause()
    s.log("pause back to zero")
    d.addCallback(s.cb("c"))


@scenario("d14", "pause from inside a callback does not stop the running loop")
def d14(s):
    """
    a pauses d; b was queued before; a also adds x; callback(1); then addCallback(c) waits; unpause
    """
    d = Deferred()

    def a(v):
        s.log("cb", name="a", got=v)
        d.pause()
        d.addCallback(s.cb("x"))
        return v
    d.addCallback(a)
    d.addCallback(s.cb("b"))
    d.callback(1)
    d.addCallback(s.cb("c"))
    s.log("before unpause")
    d.unpause()


@scenario("d15", "cancel without a canceller swallows one later result")
def d15(s):
    """
    d with errback e; cancel(); callback(1) (swallowed); callback(2) raises; the same with errback(x) as the late one
    """
    for late in ("callback", "errback"):
        d = Deferred()
        d.addErrback(s.cb("e", value="done"))
        s.attempt("cancel", d.cancel)
        s.state("d", d)
        if late == "callback":
            s.attempt("late callback", d.callback, 1)
        else:
            s.attempt("late errback", d.errback, ValueError("late"))
        s.attempt("second late callback", d.callback, 2)
        s.state("d", d)


@scenario("d16", "a canceller that does nothing: errback, and no swallowing")
def d16(s):
    """
    Deferred(canceller logs); addErrback(e); cancel(); late callback(1) raises AlreadyCalledError
    """
    d = Deferred(lambda x: s.log("canceller", same=x is d))
    d.addErrback(s.cb("e", value="done"))
    d.cancel()
    s.attempt("late callback", d.callback, 1)
    d.cancel()
    s.state("d", d)


@scenario("d17", "cancellers that fire")
def d17(s):
    """
    canceller calls callback('partial'); other one errback(ValueError c); then late callback raises
    """
    d = Deferred(lambda x: x.callback("partial"))
    d.addBoth(s.cb("b"))
    d.cancel()
    s.attempt("late callback", d.callback, 1)
    e = Deferred(lambda x: x.errback(ValueError("c")))
    e.addBoth(s.cb("b", value=None))
    e.cancel()
    s.state("e", e)


@scenario("d18", "a canceller that raises")
def d18(s):
    """
    canceller raises RuntimeError r; cancel() propagates it; d is still unfired; callback(1) works
    """
    def canc(x):
        raise RuntimeError("r")
    d = Deferred(canc)
    d.addBoth(s.cb("b"))
    s.attempt("cancel", d.cancel)
    s.state("d", d)
    s.attempt("callback", d.callback, 1)


@scenario("d19", "cancelling an outer one cancels what it waits for")
def d19(s):
    """
    outer(canceller CO) waits for mid(canceller CM) waits for inner(canceller CI logs only)
    outer.cancel(): only CI is called; CancelledError travels up; callbacks added everywhere
    """
    inner = Deferred(lambda x: s.log("canceller", name="CI"))
    mid = Deferred(lambda x: s.log("canceller", name="CM"))
    outer = Deferred(lambda x: s.log("canceller", name="CO"))
    inner.addBoth(s.cb("i1"))
    mid.addCallback(s.cb("m1", value=inner))
    mid.addErrback(s.cb("m2"))
    mid.callback("m")
    outer.addCallback(s.cb("o1", value=mid))
    outer.addErrback(s.cb("o2", value="recovered"))
    outer.addCallback(s.cb("o3"))
    outer.callback("o")
    s.log("cancel outer")
    outer.cancel()
    for n, x in (("outer", outer), ("mid", mid), ("inner", inner)):
        s.state(n, x)
    s.attempt("late inner callback", inner.callback, 1)


@scenario("d20", "cancel: no effect after firing, twice, on a paused one")
def d20(s):
    """
    fired d: cancel(); unfired e: cancel() twice; paused f: cancel(), then unpause; cancel inside own callback
    """
    d = succeed(1)
    s.attempt("cancel fired", d.cancel)
    s.state("d", d)
    e = Deferred()
    e.addErrback(s.cb("e"))
    e.addErrback(lambda f: None)
    e.cancel()
    s.attempt("cancel again", e.cancel)
    f = Deferred()
    f.addErrback(s.cb("f", value=None))
    f.pause()
    f.cancel()
    s.state("f", f)
    f.unpause()
    g = Deferred()
    g.addCallback(s.cb("g1", call=lambda v: s.attempt("cancel in callback", g.cancel)))
    g.addCallback(s.cb("g2"))
    g.callback(1)


@scenario("d21", "addTimeout: fired in time")
def d21(s):
    """
    d; addTimeout(10, clock); addBoth(b); pending calls; advance(3); callback('ok'); pending calls; advance(20)
    """
    d = Deferred()
    r = d.addTimeout(10, s.clock)
    s.log("returns self", value=r is d)
    d.addBoth(s.cb("b"))
    s.log("pending", n=len(s.clock.getDelayedCalls()))
    s.clock.advance(3)
    d.callback("ok")
    s.log("pending", n=len(s.clock.getDelayedCalls()))
    s.clock.advance(20)


@scenario("d22", "addTimeout: times out")
def d22(s):
    """
    d; addTimeout(10); addErrback(e); advance(9.5); advance(0.5); late callback(1); callback(2)
    """
    d = Deferred()
    d.addTimeout(10, s.clock)
    d.addErrback(s.cb("e", value=None))
    s.clock.advance(9.5)
    s.log("not yet")
    s.clock.advance(.5)
    s.attempt("late callback", d.callback, 1)
    s.attempt("again", d.callback, 2)


@scenario("d23", "addTimeout: cancelled by hand first")
def d23(s):
    """
    d; addTimeout(10); addErrback(e); advance(1); cancel(); pending calls; advance(20)
    """
    d = Deferred()
    d.addTimeout(10, s.clock)
    d.addErrback(s.cb("e", value=None))
    s.clock.advance(1)
    d.cancel()
    s.log("pending", n=len(s.clock.getDelayedCalls()))
    s.clock.advance(20)


@scenario("d24", "addTimeout: own converter, and cancellers that fire")
def d24(s):
    """
    A: onTimeoutCancel(value, timeout) logs and returns 'conv'; B: canceller fires 'late value'; C: canceller errbacks KeyError k; D: onTimeoutCancel raises
    each addTimeout(1), addBoth(b); advance(1)
    """
    def conv(v, t):
        s.log("converter", value=v, timeout=t)
        return "conv"

    def convRaise(v, t):
        raise LookupError("conv")
    a = Deferred()
    a.addTimeout(1, s.clock, onTimeoutCancel=conv)
    b = Deferred(lambda x: x.callback("late value"))
    b.addTimeout(1, s.clock)
    c = Deferred(lambda x: x.errback(KeyError("k")))
    c.addTimeout(1, s.clock)
    e = Deferred()
    e.addTimeout(1, s.clock, onTimeoutCancel=convRaise)
    for n, x in (("A", a), ("B", b), ("C", c), ("D", e)):
        x.addBoth(s.cb(n, value=None))
    s.clock.advance(1)


@scenario("d25", "addTimeout covers what was added before it, not after")
def d25(s):
    """
    A already fired: addTimeout(5): pending calls 0
    B: fired at 1; callback returns inner fired at 10; addTimeout(5) after that callback: inner is cancelled at 5
    C: fired at 1; addTimeout(5); then a callback returning inner fired at 10: not covered
    advance 0.5 at a time to 12
    """
    a = succeed("a")
    a.addTimeout(5, s.clock)
    a.addBoth(s.cb("A"))
    s.log("pending", n=len(s.clock.getDelayedCalls()))
    b = s.after(1, "b")
    b.addCallback(lambda v: s.after(10, "inner b"))
    b.addTimeout(5, s.clock)
    b.addBoth(s.cb("B", value=None))
    c = s.after(1, "c")
    c.addTimeout(5, s.clock)
    c.addCallback(lambda v: s.after(10, "inner c"))
    c.addBoth(s.cb("C", value=None))
    s.clock.pump([.5] * 24)


@scenario("d26", "two timeouts on one Deferred")
def d26(s):
    """
    A: addTimeout(5) then addTimeout(2): at 2 cancelled: first converter not timed out -> second makes TimeoutError(2)
    B: addTimeout(2) then addTimeout(5): at 2: TimeoutError(2), second timer cancelled
    """
    for n, t1, t2 in (("A", 5, 2), ("B", 2, 5)):
        d = Deferred()
        d.addTimeout(t1, s.clock)
        d.addTimeout(t2, s.clock)
        d.addBoth(s.cb(n, value=None))
    s.clock.pump([1, 1])
    s.log("pending", n=len(s.clock.getDelayedCalls()))
    s.clock.pump([1, 1, 1])


class Spam(Exception):
    pass


class Eggs(Spam):
    pass


@scenario("d27", "Failure.check and trap")
def d27(s):
    """
    Failure(Eggs('e')), Eggs derives from Spam: check(Spam), check(KeyError), check(KeyError, Spam, Eggs), check(Exception), check by name, trap(KeyError) raises Eggs
    in a chain: errback traps KeyError -> the next errback sees the same Eggs value
    """
    f = Failure(Eggs("e"))
    s.log("check Spam", value=f.check(Spam))
    s.log("check KeyError", value=f.check(KeyError))
    s.log("check KeyError,Spam,Eggs", value=f.check(KeyError, Spam, Eggs))
    s.log("check Exception", value=f.check(Exception))
    s.log("check nothing", value=f.check())
    s.log("check BaseException", value=f.check(BaseException))
    s.log("check name", value=f.check("builtins.Exception"))
    s.log("trap Eggs", value=f.trap(Eggs))
    s.attempt("trap KeyError", f.trap, KeyError)
    s.log("text", message=f.getErrorMessage(), typ=f.type)
    v = Eggs("e")
    d = Deferred()
    d.addErrback(lambda g: g.trap(KeyError))
    d.addErrback(lambda g: s.log("second errback", failure=g, sameValue=g.value is v))
    d.errback(v)
    k = Failure(KeyboardInterrupt("kb"))
    s.log("check KeyboardInterrupt", value=k.check(KeyboardInterrupt))
    s.log("check BaseException", value=k.check(BaseException))
    s.log("repr", value=repr(Failure(ValueError("m"))))
    s.log("str", value=str(Failure(ValueError("m"))))


@scenario("d28", "forms of errback and callback")
def d28(s):
    """
    errback(exception), errback(Failure), errback() without a current exception, callback(Failure), fail()
    """
    def mk():
        d = Deferred()
        d.addBoth(s.cb("got", value=None))
        return d
    s.attempt("errback(exc)", mk().errback, ValueError("v"))
    s.attempt("errback(Failure)", mk().errback, Failure(ValueError("w")))
    d = mk()
    s.attempt("errback()", d.errback)
    s.state("d", d)
    s.attempt("errback(KeyboardInterrupt)", mk().errback, KeyboardInterrupt("kb"))
    s.attempt("callback(Failure)", mk().callback, Failure(ValueError("x")))
    s.attempt("fail()", fail)


@scenario("d29", "callback(Deferred)")
def d29(s):
    """
    d.callback(Deferred()): 22.4 AssertionError with empty text, d unfired
    """
    d = Deferred()
    d.addBoth(s.cb("b"))
    s.attempt("callback(Deferred)", d.callback, succeed(1))
    s.log("called", value=d.called)


@scenario("d30", "succeed, fail, execute, maybeDeferred")
def d30(s):
    """
    maybeDeferred of functions returning 1 / raising / returning a Failure / returning a Deferred (same object); execute of value and raise
    """
    def boom():
        raise ValueError("boom")
    dd = Deferred()
    s.watch("value", maybeDeferred(lambda: 1))
    s.watch("raise", maybeDeferred(boom))
    s.watch("failure", maybeDeferred(lambda: Failure(KeyError("f"))))
    s.log("deferred", same=maybeDeferred(lambda: dd) is dd)
    s.watch("args", maybeDeferred(lambda *a: a, 1, 2))
    s.watch("execute value", execute(lambda: 2))
    s.watch("execute raise", execute(boom))
    s.watch("succeed", succeed(None))
    s.watch("fail", fail(ValueError("f")))


@scenario("d31", "when CPython reports an unhandled error")
def d31(s):
    """
    1 fail(ValueError 1) as a statement: logged there.  2 kept in a variable, then errback added: nothing.
    3 kept, then deleted: logged at the delete.  4 errback re-raises KeyError: logged when dropped.
    5 failed chain adopted by an outer, outer dropped: one report. 6 error then callback-only chain.
    """
    s.log("1")
    fail(ValueError("one"))
    s.log("2")
    d = fail(ValueError("two"))
    d.addErrback(lambda f: None)
    del d
    gc.collect()
    s.log("3")
    d = fail(ValueError("three"))
    s.log("3 still held")
    del d
    s.log("3 dropped")
    d = fail(ValueError("four"))

    def again(f):
        raise KeyError("again")
    d.addErrback(again)
    del d
    gc.collect()
    s.log("5")
    i = Deferred()
    o = succeed(None)
    o.addCallback(lambda v, i=i: i)
    i.errback(ValueError("five"))
    del i
    gc.collect()
    s.log("5 inner dropped")
    del o
    gc.collect()
    s.log("6")
    d = Deferred()
    d.addCallback(s.cb("never"))
    d.errback(ValueError("six"))
    s.log("6 held")
    d = None
    gc.collect()
    s.log("end")


@scenario("d32", "returning a Deferred that is in the middle of its own chain")
def d32(s):
    """
    inner: i1 fires outer; outer's callback returns inner (which is running i1); i1 returns 'I1'; i2
    the outer takes the value inner had before i1 returned
    """
    inner, outer = Deferred(), Deferred()

    def i1(v):
        s.log("cb", name="i1", got=v)
        outer.callback("go")
        return "I1"
    inner.addCallback(i1)
    inner.addCallback(s.cb("i2"))
    outer.addCallback(s.cb("o1", value=inner))
    outer.addCallback(s.cb("o2"))
    inner.callback("start")
    s.state("inner", inner)
    s.state("outer", outer)


@scenario("d33", "chainDeferred")
def d33(s):
    """
    d1.chainDeferred(d2); d2 has callback; d1.callback(1); d1's next callback sees None; failure form; cancelling d2 does not touch d1
    """
    d1, d2 = Deferred(), Deferred()
    r = d1.chainDeferred(d2)
    s.log("returns d1", value=r is d1)
    d2.addCallback(s.cb("d2"))
    d1.addCallback(s.cb("d1 after"))
    d1.callback(1)
    d1, d2 = Deferred(), Deferred()
    d1.chainDeferred(d2)
    d2.addErrback(s.cb("d2 err", value=None))
    d1.addBoth(s.cb("d1 after"))
    d1.errback(ValueError("v"))
    d1, d2 = Deferred(lambda x: s.log("canceller", name="d1")), Deferred()
    d1.chainDeferred(d2)
    d2.addErrback(s.cb("d2 err", value=None))
    d2.cancel()
    s.attempt("d1.callback", d1.callback, 1)
    s.state("d1", d1)


@scenario("d34", "long chains do not use the stack")
def d34(s):
    """
    30000 Deferreds, each waiting for the next; fire the last; the first gets the value; then a loop of 30000 callbacks each returning a fired Deferred
    """
    n = 30000
    ds = [Deferred() for _ in range(n)]
    for a, b in zip(ds, ds[1:]):
        a.addCallback(lambda _, b=b: b)
    for x in ds[:-1]:
        x.callback(None)
    ds[0].addCallback(s.cb("first"))
    ds[-1].callback("from the end")
    d = Deferred()
    for _ in range(n):
        d.addCallback(lambda v: succeed(v + 1))
    d.addCallback(s.cb("sum"))
    d.callback(0)


@scenario("d35", "inner fires while the outer is also paused by hand")
def d35(s):
    """
    outer waits for inner, outer.pause(); inner has a tail callback t added after chaining; inner.callback('x'): outer holds, and t does not run
    outer.unpause(): outer runs, t still not; inner.addCallback(u): t and u run with None
    """
    inner, outer = Deferred(), succeed("o")
    outer.addCallback(lambda v: inner)
    outer.addCallback(s.cb("o"))
    outer.pause()
    inner.addCallback(s.cb("t"))
    inner.callback("x")
    s.state("outer", outer)
    s.state("inner", inner)
    s.log("unpause outer")
    outer.unpause()
    s.log("add u to inner")
    inner.addCallback(s.cb("u"))


@scenario("d36", "text forms; two that wait for each other")
def d36(s):
    """
    str of unfired, fired, failed, chained; a returns b and b returns a: both stay paused for ever
    """
    d = Deferred()
    s.log("str", value=mask(str(d)))
    d.callback("v")
    s.log("str", value=mask(str(d)))
    e = fail(ValueError("x"))
    s.log("str", value=mask(str(e)))
    e.addErrback(lambda f: None)
    i = Deferred()
    o = succeed(1)
    o.addCallback(lambda v: i)
    s.log("str", value=mask(str(o)))
    a, b = Deferred(), Deferred()
    a.addCallback(lambda v: b)
    b.addCallback(lambda v: a)
    a.callback(1)
    b.callback(2)
    s.log("paused", a=a.paused, b=b.paused)
    a.addCallback(s.cb("never"))


@scenario("d37", "a Failure returned, and errors replaced on the way")
def d37(s):
    """
    a returns Failure(KeyError k) -> errback e1 raises TypeError t -> e2 returns its argument -> e3 returns 'ok' -> c
    """
    d = Deferred()
    d.addCallback(s.cb("a", value=Failure(KeyError("k"))))
    d.addErrback(s.cb("e1", exc=TypeError("t")))
    d.addErrback(s.cb("e2"))
    d.addErrback(s.cb("e3", value="ok"))
    d.addCallback(s.cb("c"))
    d.callback(0)


@scenario("d38", "firing order when one callback fires another Deferred")
def d38(s):
    """
    A: a1 fires B (b1, b2) then logs; a2.  Depth first: a1, b1, b2, a1 ends, a2
    """
    a, b = Deferred(), Deferred()

    def a1(v):
        s.log("cb", name="a1", got=v)
        b.callback("B")
        s.log("a1 ends")
        return v
    a.addCallback(a1)
    a.addCallback(s.cb("a2"))
    b.addCallback(s.cb("b1"))
    b.addCallback(s.cb("b2"))
    a.callback("A")


@scenario("d39", "cancelling an outer whose inner has the swallowing kind of cancel")
def d39(s):
    """
    outer waits for inner (no canceller); outer.addErrback(e -> 'r'); outer.cancel(); inner.callback('late') is swallowed once
    """
    inner = Deferred()
    outer = succeed(0)
    outer.addCallback(lambda v: inner)
    outer.addErrback(s.cb("e", value="r"))
    outer.cancel()
    s.state("outer", outer)
    s.attempt("inner late", inner.callback, "late")
    s.attempt("inner late again", inner.callback, "late")
    s.attempt("outer.callback", outer.callback, 5)


@scenario("d40", "a non-callable callback")
def d40(s):
    """
    addCallback(None): 22.4 AssertionError, nothing added
    """
    d = Deferred()
    s.attempt("addCallback(None)", lambda: d.addCallback(None) is d)
    d.addBoth(s.cb("b", value=None))
    d.callback(1)


@scenario("d41", "a callback that unchains: outer gets value, then inner is reused")
def d41(s):
    """
    outer waits inner; inner fired 'x'; outer's callback o adds a callback to inner (sees None) and returns inner again (result None)
    """
    inner, outer = Deferred(), succeed(0)
    outer.addCallback(lambda v: inner)

    def o(v):
        s.log("cb", name="o", got=v)
        inner.addCallback(s.cb("i late", value="I"))
        return inner
    outer.addCallback(o)
    outer.addCallback(s.cb("o2"))
    inner.callback("x")
    s.state("inner", inner)


@scenario("d42", "what a callback may raise")
def d42(s):
    """
    callbacks raise SystemExit(2), KeyboardInterrupt, GeneratorExit: all become Failures; nothing escapes callback()
    """
    for e in (SystemExit(2), KeyboardInterrupt("kb"), GeneratorExit("g")):
        d = Deferred()
        d.addCallback(s.cb("raises", exc=e))
        d.addErrback(s.cb("errback", value=None))
        s.attempt("callback", d.callback, 1)


@scenario("d43", "a result and a timeout due at the same time: scheduling order decides")
def d43(s):
    """
    A: result timer (1) made before addTimeout(1): success. B: addTimeout(1) before the result timer (1): TimeoutError, the late result is swallowed
    """
    a = s.after(1, "A")
    a.addTimeout(1, s.clock)
    s.watch("A", a)
    b = Deferred()
    b.addTimeout(1, s.clock)
    s.watch("B", b)
    s.clock.callLater(1, lambda: s.attempt("late callback", b.callback, "B"))
    s.clock.advance(1)


@scenario("d44", "the same Failure object down the chain; traceback-free value identity")
def d44(s):
    """
    errback(e): first errback returns the Failure itself: the second sees the same object; first raises f.value: the second sees a Failure with the same value
    """
    seen = []

    def keep(f):
        seen.append(f)
        return f

    def rethrow(f):
        seen.append(f)
        raise f.value
    for how in (keep, rethrow):
        del seen[:]
        d = Deferred()
        d.addErrback(how)
        d.addErrback(lambda f: seen.append(f))
        d.errback(ValueError("v"))
        s.log(how.__name__, sameFailure=seen[0] is seen[1],
              sameValue=seen[0].value is seen[1].value)


@scenario("d45", "the text of TimeoutError shows the number as given")
def d45(s):
    """
    addTimeout(10), addTimeout(0.5), addTimeout(1.25), each on its own Deferred; advance(10)
    """
    for t in (10, .5, 1.25):
        d = Deferred()
        d.addTimeout(t, s.clock)
        d.addErrback(lambda f: s.log("failed", text=str(f.value)))
    s.clock.advance(10)


@scenario("d46", "pausing the inner one from the outer's link stops the inner's later links")
def d46(s):
    """
    outer waits for inner; inner has a tail link t added after chaining; outer's link o pauses inner; inner.callback('x'): o runs, t waits; inner.unpause(): t runs with None
    """
    inner, outer = Deferred(), succeed(0)
    outer.addCallback(lambda v: inner)
    outer.addCallback(s.cb("o", call=lambda v: inner.pause()))
    outer.addCallback(s.cb("o2"))
    inner.addCallback(s.cb("t"))
    inner.addCallback(s.cb("t2"))
    inner.callback("x")
    s.state("inner", inner)
    s.log("unpause")
    inner.unpause()


# ---------------------------------------------------- adding and firing
@scenario("d47", "a Deferred as first result is a value to a callback, and waited for by a link without one")
def d47(s):
    """
    d.addErrback(e); d.addCallback(b); d.callback(inner, unfired); state; inner.callback('x')
    """
    d, inner = Deferred(), Deferred()
    d.addErrback(s.cb("e"))
    d.addCallback(s.cb("b"))
    s.attempt("callback(inner)", d.callback, inner)
    s.state("d", d)
    s.attempt("inner.callback", inner.callback, "x")
    s.state("d", d)


@scenario("d48", "succeed(Deferred) holds a Deferred as its value")
def d48(s):
    """
    d = succeed(inner, fired 'in'); state; addCallback(a -> 'A'); inner still has its value
    """
    inner = succeed("in")
    d = s.attempt("succeed(Deferred)", succeed, inner)
    if d is not None:
        s.state("d", d)
        d.addCallback(s.cb("a", value="A"))
        s.state("d", d)
    s.state("inner", inner)


@scenario("d49", "errback with a text")
def d49(s):
    """
    d.addErrback(e); d.errback('text'); e gets a Failure of the text
    """
    d = Deferred()
    d.addErrback(s.cb("e", value=None))
    s.attempt("errback('text')", d.errback, "text")
    s.log("called", value=d.called)


@scenario("d50", "errback() in an except block takes the current exception")
def d50(s):
    """
    while KeyError current is handled: d.errback()
    """
    d = Deferred()
    d.addErrback(s.cb("e", value=None))
    try:
        raise KeyError("current")
    except KeyError:
        s.attempt("errback() while handling", d.errback)
    s.log("called", value=d.called)


@scenario("d51", "errback uses the Failure itself, and the exception itself")
def d51(s):
    """
    errback(failure): its result is that Failure; errback(exception): a Failure of it; firing an errback again in between is refused
    """
    failure, exception = Failure(ValueError("f")), ValueError("e")
    d, e = Deferred(), Deferred()
    d.errback(failure)
    e.errback(exception)
    s.attempt("again", d.errback, exception)
    s.log("same", failure=d.result is failure, exception=e.result.value is exception)
    d.addErrback(lambda f: None)
    e.addErrback(lambda f: None)


@scenario("d52", "keyword arguments")
def d52(s):
    """
    addCallback(a, k=2); addErrback(e, 3, m=4); callback('v'); a raises ValueError
    """
    d = Deferred()
    d.addCallback(s.cb("a", exc=ValueError("v")), k=2)
    d.addErrback(s.cb("e", value=None), 3, m=4)
    d.callback("v")


@scenario("d53", "one side of a pair only, and extra arguments for that side")
def d53(s):
    """
    addCallbacks(a), addCallbacks(b, errback, callbackArgs=(1,)); on a value and on a failure
    """
    for start in ("v", ValueError("x")):
        d = Deferred()
        d.addCallbacks(s.cb("a"))
        d.addCallbacks(s.cb("b"), s.cb("e", value="back"), callbackArgs=(1,))
        d.addCallbacks(s.cb("c"), s.cb("f"), errbackArgs=([2],))
        if isinstance(start, Exception):
            d.errback(start)
        else:
            d.callback(start)


@scenario("d54", "links added to a fired Deferred that is paused wait, in order")
def d54(s):
    """
    succeed('v'); pause; addCallback(a), addErrback(e), addCallback(b); state; unpause
    """
    d = succeed("v")
    d.pause()
    d.addCallback(s.cb("a", exc=ValueError("a")))
    d.addErrback(s.cb("e", value="E"))
    d.addCallback(s.cb("b"))
    s.state("d", d)
    d.unpause()
    s.state("d", d)


@scenario("d55", "something not callable is found out when it is reached")
def d55(s):
    """
    d.addErrback(5); d.addCallback(b); callback('v'): b runs; then e.addErrback(5) on a failing one: TypeError
    """
    d = Deferred()
    s.attempt("addErrback(5)", lambda: d.addErrback(5) is d)
    d.addCallback(s.cb("b"))
    d.callback("v")
    e = Deferred()
    s.attempt("addErrback(5)", lambda: e.addErrback(5) is e)
    e.addErrback(s.cb("f", value=None))
    e.errback(ValueError("x"))


@scenario("d56", "firing again from a canceller, from a link of another one, and from an errback")
def d56(s):
    """
    d's canceller fires it twice; a's callback fires b twice; c's errback fires c
    """
    def twice(x):
        x.callback(1)
        s.attempt("second in canceller", x.callback, 2)
    d = Deferred(twice)
    d.addBoth(s.cb("d"))
    d.cancel()
    a, b = Deferred(), Deferred()
    b.addCallback(s.cb("b"))
    a.addCallback(lambda v: b.callback(v))
    a.addCallback(lambda v: b.callback(v))
    a.addErrback(s.cb("a failed", value=None))
    a.callback("v")
    c = Deferred()
    c.addErrback(lambda f: c.errback(f))
    c.addErrback(s.cb("c failed", value=None))
    c.errback(ValueError("c"))


@scenario("d57", "firing in each other's links goes depth first, three deep, and back by the links in between")
def d57(s):
    """
    a1 fires b, b1 fires c, c1 fires a again (refused); each logs its end
    """
    ds = [Deferred(), Deferred(), Deferred()]

    def fires(name, other):
        def f(v):
            s.log("cb", name=name, got=v)
            s.attempt("fire in " + name, other.callback, name)
            return name
        return f
    for i, n in enumerate("abc"):
        ds[i].addCallback(fires(n + "1", ds[(i + 1) % 3]))
        ds[i].addCallback(s.cb(n + "2"))
    ds[0].callback("go")


@scenario("d58", "a link added by a link while the chain is failing goes to the end")
def d58(s):
    """
    errback e1 adds errback x and callback y and re-raises; e2 was added before and recovers
    """
    d = Deferred()

    def e1(f):
        s.log("cb", name="e1", got=f)
        d.addErrback(s.cb("x"))
        d.addCallback(s.cb("y"))
        return f
    d.addErrback(e1)
    d.addErrback(s.cb("e2", value="back"))
    d.errback(ValueError("v"))


@scenario("d59", "an errback that gives nothing has recovered, and so has one that gives a falsy value")
def d59(s):
    """
    errback -> None; errback -> 0; errback -> ''; each followed by a callback; a callback that gives None
    """
    for value in (None, 0, "", False):
        d = Deferred()
        d.addErrback(s.cb("e", value=value))
        d.addCallback(s.cb("c"))
        d.addErrback(s.cb("never"))
        d.errback(ValueError("v"))
        s.state("d", d)


@scenario("d60", "a Failure as a value: given by a link, by an errback, and inside a list")
def d60(s):
    """
    callback -> Failure(KeyError k); errback -> Failure(TypeError t); errback -> [Failure]; callback gets the list
    """
    d = Deferred()
    d.addCallback(s.cb("a", value=Failure(KeyError("k"))))
    d.addErrback(s.cb("e", value=Failure(TypeError("t"))))
    d.addErrback(s.cb("f", value=[Failure(ValueError("in a list"))]))
    d.addCallback(s.cb("c"))
    d.callback(0)


@scenario("d61", "both sides of a link raise: only the next link sees either")
def d61(s):
    """
    addCallbacks(a raises, b raises) three times: a, then b of the next, then b of the next; addBoth(end)
    """
    for start in ("callback", "errback"):
        d = Deferred()
        for i in (1, 2, 3):
            d.addCallbacks(s.cb("a%d" % i, exc=ValueError("a%d" % i)),
                           s.cb("b%d" % i, exc=KeyError(i)))
        d.addBoth(s.cb("end", value=None))
        if start == "callback":
            d.callback(0)
        else:
            d.errback(ValueError("start"))


# ------------------------------------------------------------- waiting
@scenario("d62", "an errback that returns a Deferred: the chain waits, and fails again or recovers")
def d62(s):
    """
    d fails; errback e returns inner; errback f; callback c.  inner fails with KeyError; the second time inner fires 'ok'
    """
    for end in (KeyError("again"), None):
        d, inner = Deferred(), Deferred()
        d.addErrback(s.cb("e", value=inner))
        d.addErrback(s.cb("f", value="F"))
        d.addCallback(s.cb("c"))
        d.errback(ValueError("v"))
        s.state("d", d)
        if end is None:
            inner.callback("ok")
        else:
            inner.errback(end)


@scenario("d63", "a result that was taken leaves None for links added later, and a failure leaves no trace")
def d63(s):
    """
    a: fired; outer takes it; a.addBoth(late).  b: failed; outer takes it; b.addBoth(late)
    """
    for inner in (succeed("v"), fail(ValueError("v"))):
        outer = succeed(0)
        outer.addCallback(lambda v: inner)
        s.state("inner", inner)
        inner.addBoth(s.cb("late"))
        outer.addBoth(s.cb("outer", value=None))


@scenario("d64", "the second of two that wait for one gets what the links in between made")
def d64(s):
    """
    o1 waits for inner; inner.addCallback(i -> 'I'); o2 waits for inner; inner.addCallback(j); inner.callback('x')
    """
    inner = Deferred()
    o1, o2 = succeed(1), succeed(2)
    o1.addCallback(lambda v: inner).addCallback(s.cb("o1"))
    inner.addCallback(s.cb("i", value="I"))
    o2.addCallback(lambda v: inner).addCallback(s.cb("o2"))
    inner.addCallback(s.cb("j"))
    inner.callback("x")
    for n, x in (("o1", o1), ("o2", o2), ("inner", inner)):
        s.state(n, x)


@scenario("d65", "a paused inner one with a result is waited for until it goes on")
def d65(s):
    """
    inner fired 'x' and paused; outer returns it and waits; inner.addCallback(i); inner.unpause()
    """
    inner, outer = succeed("x"), Deferred()
    inner.pause()
    outer.addCallback(s.cb("o1", value=inner))
    outer.addCallback(s.cb("o2"))
    outer.callback("go")
    s.state("outer", outer)
    inner.addCallback(s.cb("i"))
    inner.unpause()
    s.state("inner", inner)


@scenario("d66", "a chain of three with a failure: handled in the middle")
def d66(s):
    """
    a waits for b waits for c; c fails; c's errback passes on; b's errback gives 'B'; late links of all
    """
    a, b, c = Deferred(), Deferred(), Deferred()
    a.addCallback(lambda v: b).addErrback(s.cb("a err")).addCallback(s.cb("a"))
    b.addCallback(lambda v: c).addErrback(s.cb("b err", value="B")).addCallback(s.cb("b"))
    c.addErrback(s.cb("c err"))
    a.callback(0)
    b.callback(0)
    for n, x in (("a", a), ("b", b), ("c", c)):
        x.addBoth(s.cb(n + " late"))
    c.errback(ValueError("c"))
    for n, x in (("a", a), ("b", b), ("c", c)):
        s.state(n, x)


@scenario("d67", "chaining from the outside in and from the inside out comes to the same")
def d67(s):
    """
    a waits for b, then b waits for c; the same where b waits for c first; c.callback('x')
    """
    for order in ("outside in", "inside out"):
        a, b, c = Deferred(), Deferred(), Deferred()
        a.addCallback(lambda v, b=b: b).addCallback(s.cb("a"))
        b.addCallback(lambda v, c=c: c).addCallback(s.cb("b"))
        c.addCallback(s.cb("c"))
        for x in ((a, b) if order == "outside in" else (b, a)):
            x.callback(0)
        s.log(order, a=a.paused, b=b.paused, c=c.paused)
        c.callback("x")


@scenario("d68", "one link after the other waits")
def d68(s):
    """
    d: links wait for a timer of 1, of 2, of a fired one, of a failing one; an errback waits for a timer of 1
    """
    d = succeed("start")
    d.addCallback(s.cb("1", call=lambda v: s.after(1, "one")))
    d.addCallback(s.cb("2", call=lambda v: s.after(2, "two")))
    d.addCallback(s.cb("3", call=lambda v: succeed("three")))
    d.addCallback(s.cb("4", call=lambda v: s.after(1, exc=ValueError("four"))))
    d.addErrback(s.cb("5", call=lambda v: s.after(1, "five")))
    s.watch("end", d)
    s.clock.pump([.5] * 12)


@scenario("d69", "an inner one in the middle of a failing link gives the failure it had")
def d69(s):
    """
    inner fails; its errback i1 fires outer, whose callback returns inner; i1 recovers with 'I1'; i2
    """
    inner, outer = Deferred(), Deferred()

    def i1(f):
        s.log("cb", name="i1", got=f)
        outer.callback("go")
        return "I1"
    inner.addErrback(i1)
    inner.addCallback(s.cb("i2"))
    outer.addCallback(s.cb("o1", value=inner))
    outer.addErrback(s.cb("o2", value=None))
    inner.errback(ValueError("v"))
    s.state("inner", inner)


@scenario("d70", "a result is handed on in the middle of a link of the inner one: its other links wait")
def d70(s):
    """
    inner: i1 adds a late link and fires outer, which waits for middle, fired by i2; order of all
    """
    inner, middle, outer = Deferred(), Deferred(), Deferred()

    def i1(v):
        s.log("cb", name="i1", got=v)
        inner.addCallback(s.cb("late"))
        outer.callback("go")
        return "I1"

    def i2(v):
        s.log("cb", name="i2", got=v)
        middle.callback("M")
        return "I2"
    inner.addCallback(i1)
    inner.addCallback(i2)
    outer.addCallback(s.cb("o1", value=middle))
    outer.addCallback(s.cb("o2"))
    inner.callback(0)


@scenario("d71", "a waiter that is paused by a link of its own stops the run of the inner one")
def d71(s):
    """
    outer waits for inner; outer's next link pauses outer and returns a Deferred fired; inner has a link added after; then outer.unpause()
    """
    inner, outer = Deferred(), succeed(0)
    outer.addCallback(lambda v: inner)

    def o(v):
        s.log("cb", name="o", got=v)
        outer.pause()
        return succeed("S")
    outer.addCallback(o)
    outer.addCallback(s.cb("o2"))
    inner.addCallback(s.cb("late"))
    inner.callback("x")
    s.state("outer", outer)
    s.state("inner", inner)
    outer.unpause()


@scenario("d72", "a hundred thousand waits, and a hundred thousand links that return fired ones, use no stack")
def d72(s):
    """
    a row of 100000, each waiting for the next, cancelled never, failing at the end; a chain of 100000 links that return succeed(v + 1)
    """
    n = 100000
    ds = [Deferred() for _ in range(n)]
    for a, b in zip(ds, ds[1:]):
        a.addCallback(lambda _, b=b: b)
    for x in ds[:-1]:
        x.callback(None)
    ds[0].addErrback(s.cb("first", value=None))
    ds[-1].errback(ValueError("from the end"))
    s.log("row", last=ds[-1].result, called=ds[0].called)
    d = succeed(0)
    d.pause()
    for _ in range(n):
        d.addCallback(lambda v: succeed(v + 1))
    d.addCallback(s.cb("sum"))
    d.unpause()


@scenario("d73", "cancelling those that wait for themselves or for each other")
def d73(s):
    """
    own: its callback returns itself; a and b wait for each other; cancel() of each
    """
    own, a, b = Deferred(), Deferred(), Deferred()
    own.addCallback(lambda v: own)
    a.addCallback(lambda v: b)
    b.addCallback(lambda v: a)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for x in (own, a, b):
            x.callback(1)
    for n, x in (("own", own), ("a", a), ("b", b)):
        try:
            x.cancel()
        except RecursionError:
            s.log("recursion", name=n, paused=x.paused)


# ---------------------------------------------------- pause and unpause
@scenario("d74", "unpause of an unfired one that is not paused makes it wait for a pause")
def d74(s):
    """
    d.unpause() (paused -1); callback('v'): a does not run; pause (0); addCallback(b): a and b run
    """
    d = Deferred()
    d.addCallback(s.cb("a"))
    d.unpause()
    d.callback("v")
    s.state("d", d)
    d.pause()
    s.log("at zero")
    d.addCallback(s.cb("b"))


@scenario("d75", "pause and unpause inside a link")
def d75(s):
    """
    a pauses and unpauses d; b pauses; c (already there) unpauses; e added at the end
    """
    d = Deferred()

    def a(v):
        s.log("cb", name="a", got=v)
        d.pause()
        d.unpause()
        return "A"
    d.addCallback(a)
    d.addCallback(s.cb("b", call=lambda v: d.pause()))
    d.addCallback(s.cb("c", call=lambda v: d.unpause()))
    d.callback("v")
    s.state("d", d)
    d.addCallback(s.cb("e"))


@scenario("d76", "a failure waits in a paused one, and is held for links added meanwhile")
def d76(s):
    """
    pause; errback; addCallback(a); addErrback(e); unpause twice
    """
    d = Deferred()
    d.pause()
    d.errback(ValueError("v"))
    d.addCallback(s.cb("a"))
    d.addErrback(s.cb("e", value="E"))
    s.state("d", d)
    d.unpause()
    d.unpause()
    s.state("d", d)


@scenario("d77", "unpausing by hand one that waits for another: it goes on with the other as its value")
def d77(s):
    """
    outer waits for inner, has link o; outer.unpause(): o gets the inner Deferred; then inner.callback('x')
    """
    inner, outer = Deferred(), succeed(0)
    outer.addCallback(lambda v: inner)
    outer.addCallback(s.cb("o", value="O"))
    outer.unpause()
    s.state("outer", outer)
    inner.addCallback(s.cb("i"))
    inner.callback("x")
    s.state("outer", outer)
    s.state("inner", inner)


# ------------------------------------------------------------ cancelling
@scenario("d78", "more cancels do not renew the swallowing of a late result")
def d78(s):
    """
    cancel x3; callback(1) swallowed; cancel; callback(2) raises; cancel; errback raises
    """
    d = Deferred()
    d.addErrback(s.cb("e", value="done"))
    for _ in range(3):
        d.cancel()
    s.attempt("first", d.callback, 1)
    d.cancel()
    s.attempt("second", d.callback, 2)
    d.cancel()
    s.attempt("third", d.errback, ValueError("x"))
    s.state("d", d)


@scenario("d79", "a canceller is called once, and what it returns is ignored")
def d79(s):
    """
    canceller logs and returns a Deferred; cancel x3; then errback raises
    """
    def canceller(x):
        s.log("canceller", called=x.called)
        return Deferred()
    d = Deferred(canceller)
    d.addErrback(s.cb("e", value="done"))
    for _ in range(3):
        s.attempt("cancel", d.cancel)
    s.attempt("late errback", d.errback, ValueError("x"))


@scenario("d80", "a canceller that fires and then raises: its result stands, the exception comes out")
def d80(s):
    """
    canceller: callback('partial'), then raises RuntimeError r; cancel(); cancel() again
    """
    def canceller(x):
        x.callback("partial")
        raise RuntimeError("r")
    d = Deferred(canceller)
    d.addBoth(s.cb("b"))
    s.attempt("cancel", d.cancel)
    s.attempt("cancel again", d.cancel)
    s.state("d", d)


@scenario("d81", "a canceller that raises is called again by the next cancel")
def d81(s):
    """
    canceller raises the first time, fires KeyError the second
    """
    calls = []

    def canceller(x):
        calls.append(x)
        s.log("canceller", n=len(calls))
        if len(calls) == 1:
            raise RuntimeError("r")
        x.errback(KeyError("k"))
    d = Deferred(canceller)
    d.addErrback(s.cb("e", value=None))
    s.attempt("cancel", d.cancel)
    s.attempt("cancel", d.cancel)
    s.attempt("cancel", d.cancel)


@scenario("d82", "the canceller of the innermost raises: all go on waiting")
def d82(s):
    """
    outer waits for inner(canceller raises RuntimeError r); outer.cancel() raises; inner.callback('x') goes through
    """
    def canceller(x):
        raise RuntimeError("r")
    inner, outer = Deferred(canceller), succeed(0)
    outer.addCallback(lambda v: inner)
    outer.addBoth(s.cb("o"))
    s.attempt("outer.cancel", outer.cancel)
    s.state("outer", outer)
    inner.callback("x")


@scenario("d83", "the innermost one's canceller gives a value: those that wait go on with it")
def d83(s):
    """
    outer waits for mid waits for inner(canceller fires 'v'); outer.cancel(); links everywhere
    """
    inner = Deferred(lambda x: x.callback("v"))
    mid, outer = succeed(1), succeed(2)
    mid.addCallback(lambda v: inner).addCallback(s.cb("mid", value="M"))
    outer.addCallback(lambda v: mid).addCallback(s.cb("outer"))
    outer.cancel()
    outer.cancel()
    s.state("outer", outer)


@scenario("d84", "a link after a cancelled wait starts another wait: the next cancel reaches that one")
def d84(s):
    """
    outer waits for first(canceller logs); its errback returns second(canceller logs); cancel; cancel; cancel
    """
    first = Deferred(lambda x: s.log("canceller", name="first"))
    second = Deferred(lambda x: s.log("canceller", name="second"))
    outer = succeed(0)
    outer.addCallback(lambda v: first)
    outer.addErrback(s.cb("e1", value=second))
    outer.addErrback(s.cb("e2", value="end"))
    for _ in range(3):
        outer.cancel()
        s.state("outer", outer)


@scenario("d85", "cancelling in the middle of its own cancelling")
def d85(s):
    """
    canceller cancels it again, once; errback cancels it
    """
    depth = []

    def canceller(x):
        s.log("canceller", depth=len(depth))
        depth.append(1)
        if len(depth) < 3:
            x.cancel()
    d = Deferred(canceller)
    d.addErrback(s.cb("e", call=lambda f: d.cancel()))
    s.attempt("cancel", d.cancel)
    s.state("d", d)


@scenario("d86", "cancelling a paused one, and one that has no link")
def d86(s):
    """
    paused, no canceller: cancel, then late callback is swallowed, then unpause; bare: cancel, errback added after
    """
    d = Deferred()
    d.pause()
    d.addErrback(s.cb("d", value=None))
    d.cancel()
    s.attempt("late", d.callback, 1)
    s.attempt("late again", d.callback, 1)
    d.unpause()
    e = Deferred()
    e.cancel()
    s.state("e", e)
    e.addErrback(s.cb("e", value=None))


@scenario("d87", "CancelledError is an exception like others, and its text is empty")
def d87(s):
    """
    cancel; errback checks for CancelledError, Exception, ValueError; its text
    """
    d = Deferred()

    def e(f):
        s.log("cancelled", check=f.check(ValueError, CancelledError), exception=f.check(Exception),
              other=f.check(ValueError), text=f.getErrorMessage(), value=f.value)
    d.addErrback(e)
    d.cancel()


@scenario("d88", "chainDeferred: three in a row, a fired one, and a failing one")
def d88(s):
    """
    a to b to c, links of each; a.callback.  x chained to a fired y: AlreadyCalledError in x's chain
    """
    a, b, c = Deferred(), Deferred(), Deferred()
    a.addCallback(s.cb("a"))
    a.chainDeferred(b)
    b.addCallback(s.cb("b", value="B"))
    b.chainDeferred(c)
    for n, x in (("a", a), ("b", b), ("c", c)):
        x.addCallback(s.cb(n + " end"))
    a.callback("v")
    x, y = Deferred(), succeed("y")
    x.chainDeferred(y)
    x.addErrback(s.cb("x failed", value=None))
    x.callback("v")
    s.state("y", y)


@scenario("d89", "chainDeferred to one that was cancelled: with a canceller the late result is refused")
def d89(s):
    """
    d1 to d2(canceller logs): d2.cancel(), d1.callback: d1's chain fails with AlreadyCalledError
    """
    d1, d2 = Deferred(), Deferred(lambda x: s.log("canceller"))
    d1.chainDeferred(d2)
    d1.addBoth(s.cb("d1", value=None))
    d2.addErrback(s.cb("d2", value=None))
    d2.cancel()
    d1.callback(1)


# -------------------------------------------------------------- time limits
@scenario("d90", "addTimeout of 0, and of a time in the past")
def d90(s):
    """
    d0.addTimeout(0), d1.addTimeout(-1): nothing yet; advance(0): both time out; then on fired ones
    """
    for t in (0, -1):
        d = Deferred()
        d.addTimeout(t, s.clock)
        s.watch("%d" % t, d)
        s.state("%d" % t, d)
    s.clock.advance(0)
    s.watch("fired", succeed("v").addTimeout(0, s.clock))
    s.clock.advance(0)


@scenario("d91", "addTimeout asks a reactor for a negative time: refused, and nothing is added", "reactor")
def d91(s):
    """
    d.addTimeout(-1, reactor) raises AssertionError; d.callback('v') goes its way
    """
    d = Deferred()
    s.attempt("addTimeout", d.addTimeout, -1, s.reactor)
    d.callback("v")
    s.watch("d", d)
    s.reactor.run()


@scenario("d92", "a converter gets what the canceller gave, and may return a Failure or a Deferred")
def d92(s):
    """
    A: canceller fires 'late', converter logs and gives a Failure; B: converter gives a Deferred that fires 1 later
    """
    def convA(v, t):
        s.log("converter", value=v, timeout=t)
        return Failure(KeyError("A"))

    def convB(v, t):
        s.log("converter", value=v, timeout=t)
        return s.after(1, "B")
    a = Deferred(lambda x: x.callback("late"))
    a.addTimeout(1, s.clock, convA)
    s.watch("A", a)
    b = Deferred()
    b.addTimeout(1, s.clock, convB)
    s.watch("B", b)
    s.clock.pump([1, 1])


@scenario("d93", "a converter is not used before the time: fired, failed, cancelled by hand")
def d93(s):
    """
    three with addTimeout(5, converter): callback, errback, cancel at 1; then advance to 10
    """
    def conv(v, t):
        s.log("converter", value=v)
        return "conv"
    ds = [Deferred(), Deferred(), Deferred()]
    for i, d in enumerate(ds):
        d.addTimeout(5, s.clock, conv)
        s.watch("d%d" % i, d)
    s.clock.advance(1)
    ds[0].callback("v")
    ds[1].errback(ValueError("e"))
    ds[2].cancel()
    s.log("pending", n=len(s.clock.getDelayedCalls()))
    s.clock.advance(9)


@scenario("d94", "an errback before the limit recovers from the cancelling: the default converter passes that on")
def d94(s):
    """
    A: errback -> 'mine', addTimeout(1), watch.  B: the same with an own converter
    """
    def conv(v, t):
        s.log("converter", value=v, timeout=t)
        return "conv"
    for n, args in (("A", ()), ("B", (conv,))):
        d = Deferred()
        d.addErrback(s.cb(n, value="mine"))
        d.addTimeout(1, s.clock, *args)
        s.watch(n, d)
    s.clock.advance(1)


@scenario("d95", "a limit that runs out while the Deferred is paused")
def d95(s):
    """
    d.pause(); addTimeout(1); advance(2): cancelled; a timer stays none; unpause at 2: TimeoutError
    """
    d = Deferred()
    d.pause()
    d.addTimeout(1, s.clock)
    s.watch("d", d)
    s.clock.advance(2)
    s.state("d", d)
    s.log("pending", n=len(s.clock.getDelayedCalls()))
    d.unpause()


@scenario("d96", "a result that waits in a paused one: the limit runs out without effect, and says TimeoutError all the same")
def d96(s):
    """
    d.pause(); addTimeout(1); callback('v'); advance(2); unpause: a value is passed on.  The same with an own converter
    """
    def conv(v, t):
        s.log("converter", value=v, timeout=t)
        return "conv"
    for args in ((), (conv,)):
        d = Deferred()
        d.pause()
        d.addTimeout(1, s.clock, *args)
        s.watch("d", d)
        d.callback("v")
        s.clock.advance(2)
        d.unpause()


@scenario("d97", "limits inside and outside of a wait")
def d97(s):
    """
    outer: link waits for inner with addTimeout(1); outer.addTimeout(2): inner's limit decides.  Then the other way round
    """
    for t1, t2 in ((1, 2), (2, 1)):
        inner, outer = Deferred(), succeed(0)
        inner.addTimeout(t1, s.clock)
        outer.addCallback(lambda v: inner)
        outer.addTimeout(t2, s.clock)
        s.watch("outer", outer)
        s.clock.pump([1, 1])
        s.log("pending", n=len(s.clock.getDelayedCalls()))


@scenario("d98", "a limit first, at the same time as a result, and a canceller: the late result is refused")
def d98(s):
    """
    d(canceller logs).addTimeout(1); callLater(1, late callback); advance(1)
    """
    d = Deferred(lambda x: s.log("canceller"))
    d.addTimeout(1, s.clock)
    s.watch("d", d)
    s.clock.callLater(1, lambda: s.attempt("late callback", d.callback, "v"))
    s.clock.advance(1)


@scenario("d99", "the canceller raises when the limit runs out: out of the timer, and the Deferred stays unfired")
def d99(s):
    """
    d(canceller raises RuntimeError r).addTimeout(1); advance(1) raises; state; callback('v'): a value of one that has timed out
    """
    def canceller(x):
        raise RuntimeError("r")
    d = Deferred(canceller)
    d.addTimeout(1, s.clock)
    s.watch("d", d)
    s.attempt("advance", s.clock.advance, 1)
    s.state("d", d)
    d.callback("v")


@scenario("d100", "the text of TimeoutError for a float that is whole")
def d100(s):
    """
    addTimeout(10.0); advance(10)
    """
    d = Deferred()
    d.addTimeout(10.0, s.clock)
    d.addErrback(lambda f: s.log("failed", error=f, check=f.check(TimeoutError)))
    s.clock.advance(10)


# ------------------------------------------------------------------ helpers
@scenario("d101", "execute and maybeDeferred pass arguments; execute does not look at what it gets")
def d101(s):
    """
    execute(f, 1, 2), maybeDeferred(f, 1, 2) raising; execute of a function returning a Failure
    """
    def f(*a):
        s.log("called", args=a)
        if a[0] == "raise":
            raise ValueError("f")
        return list(a)
    s.watch("execute", execute(f, 1, 2))
    s.watch("execute raise", execute(f, "raise", 2))
    s.watch("maybeDeferred raise", maybeDeferred(f, "raise", 2))
    s.watch("execute failure", execute(lambda: Failure(KeyError("k"))))


@scenario("d102", "execute of a function that returns a Deferred holds it as a value")
def d102(s):
    """
    execute(lambda: succeed(1)); its callback gets the Deferred
    """
    d = s.attempt("execute", execute, lambda: succeed(1))
    if d is not None:
        s.state("d", d)


@scenario("d103", "maybeDeferred runs a coroutine, and one that a plain function returns")
def d103(s):
    """
    maybeDeferred of: async function returning 7 / raising ValueError / waiting for a timer of 1; of a function that returns a coroutine
    """
    async def value():
        await succeed(None)
        return 7

    async def raises():
        await succeed(None)
        raise ValueError("co")

    async def waits():
        return await s.after(1, "one")

    def shown(v):
        if hasattr(v, "close"):
            v.close()
            return "a coroutine"
        return v
    for n, f in (("value", value), ("raises", raises), ("waits", waits), ("indirect", lambda: value())):
        s.watch(n, maybeDeferred(f).addCallback(shown))
    s.clock.advance(1)


@scenario("d104", "succeed and fail are as if fired by hand, links run at once")
def d104(s):
    """
    succeed(None), succeed(0), fail(KeyError) states; callback on them is refused
    """
    for n, d in (("succeed", succeed(0)), ("none", succeed(None)), ("fail", fail(KeyError("k")))):
        s.state(n, d)
        s.attempt("callback", d.callback, 1)
        d.addBoth(s.cb(n, value=None))


# ---------------------------------------------------------------- failures
@scenario("d105", "the text forms of a Failure")
def d105(s):
    """
    repr, str, getErrorMessage of Failures of ValueError('m'), KeyError('k'), CancelledError(), an own class
    """
    for e in (ValueError("m"), RuntimeError(), CancelledError(), KeyboardInterrupt("kb")):
        f = Failure(e)
        s.log("failure", repr=repr(f), str=str(f), message=f.getErrorMessage(), type=f.type)


@scenario("d106", "check by full names")
def d106(s):
    """
    Failure(CancelledError()).check of its full name, of Exception's, of a name without its module, of two
    """
    f = Failure(CancelledError())
    s.log("own", value=f.check("twisted.internet.defer.CancelledError"))
    s.log("base", value=f.check("builtins.Exception"))
    s.log("no module", value=f.check("CancelledError"))
    s.log("other module", value=f.check("builtins.CancelledError"))
    s.log("the first that fits", value=f.check("builtins.ValueError", "builtins.Exception", CancelledError))
    s.log("a lookup error", value=Failure(KeyError("k")).check("builtins.LookupError"))
    s.log("trap", value=f.trap("builtins.Exception"))
    s.attempt("trap ValueError", f.trap, "builtins.ValueError")


@scenario("d107", "outside of Exception only the very class matches")
def d107(s):
    """
    Failure(SystemExit(2)): check SystemExit, Exception, BaseException, KeyboardInterrupt; trap of one of these
    """
    f = Failure(SystemExit(2))
    s.log("SystemExit", value=f.check(SystemExit))
    s.log("Exception", value=f.check(Exception))
    s.log("BaseException", value=f.check(BaseException))
    s.log("KeyboardInterrupt", value=f.check(KeyboardInterrupt))
    s.log("name", value=f.check("builtins.SystemExit"))
    s.attempt("trap", f.trap, Exception)


@scenario("d108", "an errback that traps: what fits goes on with the class, what does not fails on")
def d108(s):
    """
    errback traps (KeyError, ValueError); callback gets ValueError, the class; errback traps KeyError: fails on with the same exception
    """
    for e in (ValueError("v"), TypeError("t")):
        d = Deferred()
        d.addErrback(lambda f: f.trap(KeyError, ValueError))
        d.addCallbacks(s.cb("trapped"),
                       s.cb("not trapped", call=lambda f, e=e: s.log("same", value=f.value is e)))
        d.errback(e)


@scenario("d109", "trap without types raises; check without types gives nothing")
def d109(s):
    """
    Failure(ValueError v).trap(); .check()
    """
    f = Failure(ValueError("v"))
    s.attempt("trap", f.trap)
    s.attempt("check", f.check)


@scenario("d110", "a Failure travels through waits as the same object")
def d110(s):
    """
    inner.errback(failure); outer and outermost wait: the errback of the outermost sees the same Failure; rethrowing its value makes another with the same value
    """
    failure = Failure(ValueError("v"))
    inner, outer, outermost = Deferred(), succeed(0), succeed(0)
    outer.addCallback(lambda v: inner)
    outermost.addCallback(lambda v: outer)
    seen = []

    def again(f):
        seen.append(f)
        raise f.value
    outermost.addErrback(again)
    outermost.addErrback(lambda f: seen.append(f))
    inner.errback(failure)
    s.log("seen", same=seen[0] is failure, another=seen[1] is not failure,
          value=seen[1].value is failure.value)


# -------------------------------------------------------------- unhandled
@scenario("u01", "a failure is reported when its Deferred is freed, not when it fails")
def u01(s):
    """
    d.errback(ValueError); hold; drop
    """
    d = Deferred()
    d.errback(ValueError("v"))
    s.log("held")
    del d
    gc.collect()
    s.log("dropped")


@scenario("u02", "the mark goes with the result: handled late, handed on, handled by the outer one, failing anew")
def u02(s):
    """
    a: errback added late; b: handed on to an outer one that is handled; c: errback raises anew; d: an outer one that nobody handles
    """
    a = fail(ValueError("a"))
    a.addErrback(lambda f: None)
    b = fail(ValueError("b"))
    outer = succeed(0).addCallback(lambda v, b=b: b)
    outer.addErrback(lambda f: None)
    c = fail(ValueError("c"))

    def anew(f):
        raise KeyError("anew")
    c.addErrback(anew)
    d = fail(ValueError("d"))
    unhandled = succeed(0).addCallback(lambda v, d=d: d)
    s.state("unhandled", unhandled)
    del a, b, outer, c, d, unhandled
    gc.collect()
    s.log("end")


@scenario("u03", "Deferreds that nobody holds, that a variable held, that a list held")
def u03(s):
    """
    fail(ValueError one); d = fail(ValueError two), then d = None; a list of three failed ones, dropped
    """
    fail(ValueError("one"))
    d = fail(ValueError("two"))
    s.log("held", called=d.called)
    d = None
    ds = [fail(ValueError("l%d" % i)) for i in range(3)]
    s.log("list", n=len(ds))
    del ds
    gc.collect()


@scenario("u04", "an exception raised in a callback is reported like a failure that was given")
def u04(s):
    """
    d's callback raises ValueError in callback; dropped, and collected
    """
    def raises(v):
        raise ValueError("in callback")

    def go():
        d = Deferred()
        d.addCallback(raises)
        d.callback(1)
        s.state("d", d)
    go()
    gc.collect()
    s.log("collected")


@scenario("u05", "succeed(Failure): its failure counts only when a link has seen it")
def u05(s):
    """
    a = succeed(Failure one), dropped; b = succeed(Failure two), addCallback(never), dropped
    """
    a = succeed(Failure(ValueError("one")))
    s.state("a", a)
    del a
    gc.collect()
    b = succeed(Failure(ValueError("two")))
    b.addCallback(s.cb("never"))
    s.state("b", b)
    del b
    gc.collect()
    s.log("end")


@scenario("u06", "what is reported does not hang on the order in which things are freed")
def u06(s):
    """
    three fail at 1, 2, 3 on the clock; the second is handled at 4; freed at 5 in another order
    """
    ds = [s.after(i, exc=ValueError("f%d" % i)) for i in (3, 1, 2)]
    s.clock.pump([1, 1, 1, 1])
    ds[2].addErrback(s.cb("handled", value=None))
    s.clock.advance(1)
    last, first, second = ds
    del ds
    del first
    del last
    del second
    gc.collect()
    s.log("end")


@scenario("u07", "a paused one that failed is no unhandled error before its links have run")
def u07(s):
    """
    d paused, errback; dropped: nothing.  e the same, unpaused, dropped: reported
    """
    d = Deferred()
    d.pause()
    d.errback(ValueError("d"))
    del d
    gc.collect()
    e = Deferred()
    e.pause()
    e.errback(ValueError("e"))
    e.unpause()
    del e
    gc.collect()
    s.log("end")


@scenario("u08", "a failure held by one that is waited for no longer: the inner is clean, the outer is not")
def u08(s):
    """
    outer waits for inner; inner fails; inner freed: nothing; outer cancelled and freed: reported
    """
    inner, outer = Deferred(), succeed(0)
    outer.addCallback(lambda v, inner=inner: inner)
    inner.errback(ValueError("v"))
    s.state("inner", inner)
    del inner
    gc.collect()
    s.log("inner freed")
    outer.cancel()
    s.state("outer", outer)
    del outer
    gc.collect()
    s.log("outer freed")
