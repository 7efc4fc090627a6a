"""Cases: inlineCallbacks and coroutines (I-1 to I-14)."""
import gc

from twisted.internet import defer, task
from twisted.internet.defer import (
    CancelledError, Deferred, ensureDeferred, fail, gatherResults,
    inlineCallbacks, succeed)
from twisted.python.failure import Failure
from harness import scenario


@scenario("i01", "runs at once up to the first real wait")
def i01(s):
    """
    f: log; x = yield 5 (plain value); y = yield succeed('s'); log; z = yield d (unfired); return [x, y, z]
    """
    d = Deferred()

    @inlineCallbacks
    def f():
        s.log("start")
        x = yield 5
        s.log("x", value=x)
        y = yield succeed("s")
        s.log("y", value=y)
        z = yield d
        s.log("z", value=z)
        return [x, y, z]
    r = f()
    s.log("returned", called=r.called)
    s.watch("f", r)
    d.callback("zz")
    s.log("d is consumed", value=d.result)


@scenario("i02", "failures are raised at the yield; uncaught ones fail the result")
def i02(s):
    """
    f yields fail(ValueError a) in try: caught; then yields d; d.errback(KeyError b): uncaught
    """
    d = Deferred()

    @inlineCallbacks
    def f():
        try:
            yield fail(ValueError("a"))
        except ValueError as e:
            s.log("caught", error=e)
        try:
            yield d
        finally:
            s.log("finally")
    s.watch("f", f())
    d.errback(KeyError("b"))
    s.log("d is consumed", value=d.result)
    d = None
    gc.collect()
    s.log("end")


@scenario("i03", "yielding the same Deferred twice; returnValue")
def i03(s):
    """
    f: a = yield d; b = yield d; log a, b (b is None); defer.returnValue('rv')
    """
    d = Deferred()

    @inlineCallbacks
    def f():
        a = yield d
        b = yield d
        s.log("got", a=a, b=b)
        defer.returnValue("rv")
    s.watch("f", f())
    d.callback("v")


@scenario("i04", "cancelling: the awaited one is cancelled, CancelledError raised at the yield")
def i04(s):
    """
    f waits on d (canceller logs); r.addBoth(log); r.cancel(); r.cancel() again
    """
    d = Deferred(lambda x: s.log("canceller"))

    @inlineCallbacks
    def f():
        try:
            yield d
        except CancelledError as e:
            s.log("inside", error=e)
            raise
    r = f()
    s.watch("f", r)
    r.cancel()
    s.attempt("cancel again", r.cancel)


@scenario("i05", "a generator that catches the cancellation goes on")
def i05(s):
    """
    f: try yield d1 except CancelledError: log; x = yield d2; return x.  r.cancel(); state; d2.callback('late') ; other run: cancel twice (d2 cancelled too); callbacks on r added before the cancel
    """
    for second in (False, True):
        d1 = Deferred(lambda x: s.log("canceller", name="d1"))
        d2 = Deferred(lambda x: s.log("canceller", name="d2"))

        @inlineCallbacks
        def f():
            try:
                yield d1
            except CancelledError:
                s.log("caught")
            x = yield d2
            return x
        r = f()
        s.watch("r", r)
        r.cancel()
        s.log("after first cancel", rCalled=r.called, d2Called=d2.called)
        if second:
            r.cancel()
        else:
            d2.callback("late")


@scenario("i06", "await: a fired Deferred keeps its value; an awaited one loses it")
def i06(s):
    """
    A awaits succeed('v') twice: both 'v'. B and C await the same unfired d: B gets 'x', C gets None. E awaits a failed one in try, twice
    """
    async def a():
        d = succeed("v")
        s.log("A", first=await d, second=await d)
        s.state("d", d)
        return "a"
    s.watch("A", ensureDeferred(a()))
    d = Deferred()

    async def b(n):
        v = await d
        s.log(n, value=v)
    s.watch("B", ensureDeferred(b("B")))
    s.watch("C", ensureDeferred(b("C")))
    d.callback("x")
    s.log("d", value=d.result)

    async def e():
        d = fail(ValueError("e"))
        for i in (1, 2):
            try:
                await d
            except ValueError as x:
                s.log("caught", i=i, error=x)
    s.watch("E", ensureDeferred(e()))
    gc.collect()
    s.log("end")


@scenario("i07", "odd yields: a Failure, and a Deferred as the return value (differs in newer versions)")
def i07(s):
    """
    f: try: yield Failure(ValueError v) except: log.  g: yield None; return succeed(1).  h: yield w; return succeed(2), then w is fired
    """
    @inlineCallbacks
    def f():
        try:
            x = yield Failure(ValueError("v"))
            s.log("no error", value=x)
        except ValueError as e:
            s.log("caught", error=e)
    s.watch("f", f())

    @inlineCallbacks
    def g():
        yield None
        return succeed(1)

    def call():
        g().addBoth(s.cb("g got"))
    s.attempt("g()", call)
    w = Deferred()

    @inlineCallbacks
    def h():
        yield w
        return succeed(2)
    r = h()
    r.addBoth(s.cb("h got"))
    s.attempt("w.callback", w.callback, 0)
    s.state("w", w)
    s.log("h", called=r.called)
    w.addErrback(lambda f: None)


@scenario("i08", "misuse: not a generator, not a coroutine")
def i08(s):
    """
    @inlineCallbacks on a plain function; ensureDeferred(5); ensureDeferred(Deferred) is the same object
    """
    @inlineCallbacks
    def f():
        return 5
    try:
        f()
    except TypeError as e:
        s.log("raised", error=type(e).__name__, start=str(e)[:24])
    s.attempt("ensureDeferred(5)", ensureDeferred, 5)
    s.attempt("fromCoroutine(5)", Deferred.fromCoroutine, 5)
    d = Deferred()
    s.log("same", value=ensureDeferred(d) is d)
    s.log("is TypeError", value=issubclass(defer.NotACoroutineError, TypeError))


@scenario("i09", "nested functions: cancel reaches the innermost wait")
def i09(s):
    """
    outer yields mid() yields inner() yields d(canceller); each logs its finally; cancel the outer
    """
    d = Deferred(lambda x: s.log("canceller"))

    @inlineCallbacks
    def level(n):
        try:
            if n:
                yield level(n - 1)
            else:
                yield d
        finally:
            s.log("finally", level=n)
    r = level(2)
    s.watch("r", r)
    r.cancel()


@scenario("i10", "a sequence of waits on the clock, next to a plain timer")
def i10(s):
    """
    f: three times: log, yield deferLater(1).  T@1, T@2, T@3 scheduled after f started; pump 1 x3
    """
    @inlineCallbacks
    def f():
        for i in range(3):
            s.log("step", i=i)
            yield task.deferLater(s.clock, 1)
        return "done"
    s.watch("f", f())
    for t in (1, 2, 3):
        s.clock.callLater(t, s.hit, "T%d" % t)
    s.clock.pump([1, 1, 1])


@scenario("i11", "twenty thousand ready yields do not use the stack")
def i11(s):
    """
    f: n times yield succeed(i), adds; return sum
    """
    @inlineCallbacks
    def f():
        t = 0
        for i in range(20000):
            t += yield succeed(1)
        return t
    s.watch("f", f())


@scenario("i12", "the awaited Deferred's canceller gives a value")
def i12(s):
    """
    f: x = yield d where d's canceller calls callback('partial'); return x; r.cancel() -> r fires 'partial'
    """
    d = Deferred(lambda x: x.callback("partial"))

    @inlineCallbacks
    def f():
        x = yield d
        s.log("x", value=x)
        return x
    r = f()
    s.watch("r", r)
    r.cancel()


@scenario("i13", "cancel after the end; cancel while the generator is waiting on a chained Deferred")
def i13(s):
    """
    f done: cancel is a no-op. g waits on o, o waits on i (canceller logs): cancel reaches i; late i.callback
    """
    @inlineCallbacks
    def f():
        yield None
        return 1
    r = f()
    r.cancel()
    s.watch("f", r)
    i = Deferred(lambda x: s.log("canceller", name="i"))
    o = succeed(0)
    o.addCallback(lambda v: i)

    @inlineCallbacks
    def g():
        yield o
    r = g()
    s.watch("g", r)
    r.cancel()
    s.attempt("late", i.callback, 1)


@scenario("i14", "timeout around an inlineCallbacks function")
def i14(s):
    """
    f: yield deferLater(10); r = f(); r.addTimeout(3): at 3 the timer is cancelled, f's finally runs, r fails TimeoutError
    """
    @inlineCallbacks
    def f():
        try:
            yield task.deferLater(s.clock, 10)
        finally:
            s.log("finally")
    r = f()
    r.addTimeout(3, s.clock)
    s.watch("r", r)
    s.clock.pump([1] * 4)
    s.log("pending", n=len(s.clock.getDelayedCalls()))


@scenario("i15", "a coroutine yielded from inlineCallbacks (differs in newer versions)")
def i15(s):
    """
    g: x = yield co() where co is 'async def' returning 7 (22.4: the coroutine object itself comes back)
    """
    async def co():
        return 7

    @inlineCallbacks
    def g():
        c = co()
        x = yield c
        c.close()
        return x if x == 7 else type(x).__name__
    s.watch("g", g())


@scenario("i16", "order: two functions resumed by one Deferred chain")
def i16(s):
    """
    f and g both wait for succeed-at-1 Deferreds a and b made in the order b, a; h waits for f's result
    """
    b = s.after(1, "b")
    a = s.after(1, "a")

    @inlineCallbacks
    def f():
        v = yield a
        s.log("f resumed", value=v)
        return "F"

    @inlineCallbacks
    def g():
        v = yield b
        s.log("g resumed", value=v)
        return "G"

    @inlineCallbacks
    def h(x):
        v = yield x
        s.log("h resumed", value=v)
    rf = f()
    h(rf)
    s.watch("g", g())
    s.watch("f after h", rf)
    s.clock.advance(1)


@scenario("i17", "a body that never waits; None where it returns nothing; raising before a wait")
def i17(s):
    """
    f ends without a yield it reaches; g raises before its first yield: the call returns a failed Deferred; arguments are passed
    """
    @inlineCallbacks
    def f(a, b):
        s.log("f", a=a, b=b)
        if a == "never":
            yield None
    s.watch("f", f(1, 2))

    @inlineCallbacks
    def g():
        if s is not None:
            raise ValueError("early")
        yield None
    d = g()
    s.log("g returned", called=d.called)
    s.watch("g", d)


@scenario("i18", "a finally that waits holds the failure of a cancel back")
def i18(s):
    """
    f waits on d1; finally: waits on d2. r.cancel(): r is called, not fired; d2 fires: r fails with CancelledError
    """
    d1, d2 = Deferred(), Deferred()

    @inlineCallbacks
    def f():
        try:
            yield d1
        finally:
            s.log("cleaning up")
            x = yield d2
            s.log("clean", value=x)
    r = f()
    s.watch("r", r)
    r.cancel()
    s.log("cancelled", called=r.called, paused=r.paused)
    d2.callback("d2")


@scenario("i19", "a body that cancels its own Deferred while it runs")
def i19(s):
    """
    f waits on d; resumed it calls r.cancel() twice, goes on, waits on e, returns 'end'; r fires with that in the end
    """
    d = Deferred(lambda x: s.log("canceller", name="d"))
    e = Deferred(lambda x: s.log("canceller", name="e"))

    @inlineCallbacks
    def f():
        yield d
        r.cancel()
        s.log("cancelled", called=r.called)
        r.cancel()
        x = yield e
        return x
    r = f()
    s.watch("r", r)
    d.callback(1)
    s.log("waits", called=r.called, paused=r.paused)
    e.callback("end")


@scenario("i20", "a canceller that raises, of what a function waits for")
def i20(s):
    """
    f waits on d whose canceller raises ValueError; r.cancel() does not raise: r has the ValueError. d fired later: f goes on, nobody hears of its end
    """
    def canceller(x):
        s.log("canceller")
        raise ValueError("canceller")
    d = Deferred(canceller)

    @inlineCallbacks
    def f():
        x = yield d
        s.log("goes on", value=x)
        return "end"
    r = f()
    s.watch("r", r)
    s.attempt("cancel", r.cancel)
    s.attempt("d.callback", d.callback, "late")
    s.state("r", r)


@scenario("i21", "the awaited Deferred's canceller gives an error of its own")
def i21(s):
    """
    f: yield d, d's canceller calls errback(KeyError k); f catches it and returns 'mended'
    """
    d = Deferred(lambda x: x.errback(KeyError("k")))

    @inlineCallbacks
    def f():
        try:
            yield d
        except KeyError as e:
            s.log("caught", error=e)
            return "mended"
    r = f()
    s.watch("r", r)
    r.cancel()


@scenario("i22", "links of an awaited Deferred: before the yield they see the value, behind it None")
def i22(s):
    """
    d.addCallback(a: doubles); f yields d; d.addCallback(b); fire with 2: a gets 2, f gets 4, b gets None, all in this order
    """
    d = Deferred()
    d.addCallback(s.cb("a", call=lambda v: v * 2))

    @inlineCallbacks
    def f():
        x = yield d
        s.log("f", got=x)
        return "f"
    f().addCallback(s.cb("end of f"))
    d.addCallback(s.cb("b"))
    d.callback(2)
    s.log("fired")


@scenario("i23", "waiting for a Deferred that is paused")
def i23(s):
    """
    d = succeed(1), paused: yield and await both wait; unpause resumes both, in order: the yield takes the value, the await behind it gets None
    """
    d = succeed(1)
    d.pause()

    @inlineCallbacks
    def f():
        x = yield d
        s.log("yield", got=x)

    async def g():
        x = await d
        s.log("await", got=x)
    f()
    ensureDeferred(g())
    s.log("both wait")
    d.unpause()
    s.state("d", d)


@scenario("i24", "a coroutine that awaits coroutines")
def i24(s):
    """
    outer awaits ok() (which waits 1 s), then bad() (raises after 1 s), caught; then at_once() without any wait
    """
    async def ok():
        s.log("ok starts")
        await task.deferLater(s.clock, 1)
        return "ok"

    async def bad():
        await task.deferLater(s.clock, 1)
        raise ValueError("bad")

    async def at_once():
        return "at once"

    async def outer():
        s.log("outer", got=await ok())
        try:
            await bad()
        except ValueError as e:
            s.log("caught", error=e)
        return await at_once()
    s.watch("outer", ensureDeferred(outer()))
    s.log("called")
    s.clock.pump([1, 1])


@scenario("i25", "cancelling a coroutine, two deep; the outer one goes on")
def i25(s):
    """
    outer awaits inner, inner awaits d (canceller logs); r.cancel(): inner's finally, outer catches and waits 1 s more
    """
    d = Deferred(lambda x: s.log("canceller"))

    async def inner():
        try:
            await d
        finally:
            s.log("inner's finally")

    async def outer():
        try:
            await inner()
        except CancelledError:
            s.log("outer caught")
        await task.deferLater(s.clock, 1)
        return "went on"
    r = ensureDeferred(outer())
    s.watch("r", r)
    r.cancel()
    s.log("cancelled", called=r.called)
    s.clock.advance(1)


@scenario("i26", "a generator object as a coroutine")
def i26(s):
    """
    ensureDeferred(g()) and Deferred.fromCoroutine(g()) where g yields two unfired Deferreds, the second fails
    """
    def g(a, b):
        x = yield a
        s.log("x", value=x)
        try:
            yield b
        except ValueError as e:
            s.log("caught", error=e)
        return "g"
    for make in (ensureDeferred, Deferred.fromCoroutine):
        a, b = Deferred(), Deferred()
        s.watch("g", make(g(a, b)))
        a.callback("a")
        b.errback(ValueError("b"))


@scenario("i27", "two coroutines await one Deferred that fails")
def i27(s):
    """
    A and B await d; d.errback(ValueError e): A gets the error, B gets None; d's result is None
    """
    d = Deferred()

    async def f(n):
        try:
            s.log("value", name=n, got=await d)
        except ValueError as e:
            s.log("caught", name=n, error=e)
    ensureDeferred(f("A"))
    ensureDeferred(f("B"))
    d.errback(ValueError("e"))
    s.state("d", d)


@scenario("i28", "a failed Deferred that was awaited keeps its failure")
def i28(s):
    """
    d = fail(KeyError k); a coroutine awaits it and catches; d still has the failure, an errback added later gets it
    """
    d = fail(KeyError("k"))

    async def f():
        try:
            await d
        except KeyError as e:
            s.log("caught", error=e)
    s.watch("f", ensureDeferred(f()))
    s.state("d", d)
    d.addErrback(s.cb("errback", value="mended"))
    s.state("d", d)


@scenario("i29", "awaiting what is neither Deferred nor coroutine")
def i29(s):
    """
    await 5, await None, await 'text': a TypeError at the await, which the coroutine may catch; inlineCallbacks gives plain values back
    """
    async def f():
        for x in (5, None, "text"):
            try:
                await x
            except TypeError as e:
                s.log("caught", error=type(e).__name__)
        await 2.5
    ensureDeferred(f()).addErrback(
        lambda f: s.log("f failed", error=f.type.__name__))

    @inlineCallbacks
    def g():
        x = yield 5
        y = yield
        z = yield "text"
        return [x, y, z]
    s.watch("g", g())


@scenario("i30", "misuse: the texts for None, a string, a number")
def i30(s):
    """
    ensureDeferred(None), ensureDeferred('x'), Deferred.fromCoroutine(None), Deferred.fromCoroutine(1.5)
    """
    s.attempt("ensureDeferred(None)", ensureDeferred, None)
    s.attempt("ensureDeferred('x')", ensureDeferred, "x")
    s.attempt("fromCoroutine(None)", Deferred.fromCoroutine, None)
    s.attempt("fromCoroutine(1.5)", Deferred.fromCoroutine, 1.5)


@scenario("i31", "the inner function catches the cancel: the outer one goes on with its value")
def i31(s):
    """
    outer yields inner(), inner yields d and turns CancelledError into 'kept'; r.cancel(): outer gets 'kept' and returns it
    """
    d = Deferred()

    @inlineCallbacks
    def inner():
        try:
            yield d
        except CancelledError:
            return "kept"

    @inlineCallbacks
    def outer():
        x = yield inner()
        s.log("outer", got=x)
        return x
    r = outer()
    s.watch("r", r)
    r.cancel()
    s.state("r", r)


@scenario("i32", "cancelling a function whose Deferred is paused")
def i32(s):
    """
    r.pause(); r.cancel(): the awaited one is not cancelled before r.unpause()
    """
    d = Deferred(lambda x: s.log("canceller"))

    @inlineCallbacks
    def f():
        try:
            yield d
        finally:
            s.log("finally")
    r = f()
    s.watch("r", r)
    r.pause()
    r.cancel()
    s.log("cancelled", called=r.called, dCalled=d.called)
    r.unpause()


@scenario("i33", "a limit on a function that catches its cancellation")
def i33(s):
    """
    f waits 10 s, catches CancelledError and returns 'partial'; r.addTimeout(3): the result is 'partial', not TimeoutError
    """
    @inlineCallbacks
    def f():
        try:
            yield task.deferLater(s.clock, 10)
        except CancelledError:
            s.log("caught")
            return "partial"
    s.watch("r", f().addTimeout(3, s.clock))
    s.clock.pump([1] * 4)
    s.log("pending", n=len(s.clock.getDelayedCalls()))


@scenario("i34", "a limit that passes while the function cleans up")
def i34(s):
    """
    f waits 10 s; finally waits 2 s more; r.addTimeout(3): TimeoutError at 5
    """
    @inlineCallbacks
    def f():
        try:
            yield task.deferLater(s.clock, 10)
        finally:
            s.log("cleaning up")
            yield task.deferLater(s.clock, 2)
            s.log("clean")
    s.watch("r", f().addTimeout(3, s.clock))
    s.clock.pump([1] * 6)


@scenario("i35", "waiting for several at once, and for one that waits itself")
def i35(s):
    """
    f yields gatherResults of two timers (2 s, 1 s); then a Deferred whose callback returns a 1 s timer
    """
    @inlineCallbacks
    def f():
        both = yield gatherResults([s.after(2, "a"), s.after(1, "b")])
        s.log("both", values=both)
        x = yield succeed(0).addCallback(lambda v: s.after(1, "inner"))
        s.log("inner", value=x)
    s.watch("f", f())
    s.clock.pump([1] * 4)


@scenario("i36", "a hundred functions deep: the end and a cancel go all the way")
def i36(s):
    """
    level(100) yields level(99) ... level(0) yields d; d fires 1: the top gets 101; the same again and cancelled: one canceller, every finally
    """
    counts = {"finally": 0}

    @inlineCallbacks
    def level(n, d):
        try:
            x = yield (level(n - 1, d) if n else d)
        finally:
            counts["finally"] += 1
        return x + 1
    d = Deferred()
    s.watch("sum", level(100, d))
    d.callback(0)
    s.log("finally", n=counts["finally"])
    e = Deferred(lambda x: s.log("canceller"))
    r = s.watch("cancelled", level(100, e))
    r.cancel()
    s.log("finally", n=counts["finally"])


@scenario("i37", "after the end: a late link gets the value, firing again is refused")
def i37(s):
    """
    f has ended: r.callback(1) raises AlreadyCalledError; after a cancel that f caught, r.callback(1) raises too
    """
    @inlineCallbacks
    def f(d):
        try:
            x = yield d
        except CancelledError:
            x = "caught"
        return x
    r = f(succeed("x"))
    s.attempt("callback", r.callback, 1)
    s.watch("late link", r)
    r = f(Deferred())
    r.cancel()
    s.attempt("callback after cancel", r.callback, 1)
    s.watch("late link", r)


@scenario("i38", "who fires a function's Deferred by hand takes its end from it")
def i38(s):
    """
    f waits on d; r.callback('by hand'): r has that; then d fires: f's end finds r called, AlreadyCalledError becomes d's failure
    """
    d = Deferred()

    @inlineCallbacks
    def f():
        yield d
        s.log("f ends")
        return "end"
    r = f()
    r.callback("by hand")
    s.attempt("d.callback", d.callback, 1)
    s.state("d", d)
    s.state("r", r)
    d.addErrback(lambda f: None)


@scenario("i39", "a chain of resumptions inside one firing")
def i39(s):
    """
    A waits on d and returns; B yields A's result; C yields B's: one d.callback ends all three, the innermost first
    """
    d = Deferred()

    @inlineCallbacks
    def stage(n, source):
        x = yield source
        s.log("resumed", name=n, got=x)
        return x + n
    a = stage("A", d)
    b = stage("B", a)
    c = stage("C", b)
    s.watch("C", c)
    d.callback("d")
    s.log("fired", a=a.result, b=b.result)


@scenario("i40", "sequences of waits of two functions at the same times")
def i40(s):
    """
    f: waits 1, 1, 1; g (started after f): waits 2, 1; a timer at 2 and one at 3 made before both: order on a Clock at 2 and 3
    """
    s.clock.callLater(2, s.hit, "T2")
    s.clock.callLater(3, s.hit, "T3")

    @inlineCallbacks
    def f(n, waits):
        for w in waits:
            yield task.deferLater(s.clock, w)
            s.log("step", name=n)
    f("f", [1, 1, 1])
    f("g", [2, 1])
    s.clock.pump([1, 1, 1])


@scenario("i41", "a failure at a yield that a finally replaces")
def i41(s):
    """
    f: try: yield fail(KeyError) finally: raise ValueError. g: try: yield fail(KeyError) except KeyError: pass; return 'value'
    """
    @inlineCallbacks
    def f():
        try:
            yield fail(KeyError("first"))
        finally:
            raise ValueError("second")
    s.watch("f", f())

    @inlineCallbacks
    def g():
        try:
            yield fail(KeyError("first"))
        except KeyError:
            pass
        return "value"
    s.watch("g", g())


@scenario("i42", "a coroutine awaits the failing Deferred that has resumed it")
def i42(s):
    """
    d fails; what it resumed catches that and awaits d again: an AssertionError, for d has no note of a failure yet that could be crossed out. e has failed before, unwatched: there the second await raises the failure again
    """
    async def f(d):
        for turn in ("first", "second"):
            try:
                await d
            except Exception as error:
                s.log("caught", turn=turn, error=error)

    d = Deferred()
    s.watch("f", ensureDeferred(f(d)))
    d.errback(KeyError("k"))
    s.state("d", d)

    e = Deferred()
    e.pause()
    e.errback(KeyError("k"))
    e.unpause()
    e.pause()
    s.watch("g", ensureDeferred(f(e)))
    e.unpause()
    s.state("e", e)
