"""Cases: DeferredList, gatherResults, race (L)."""
import gc

from twisted.internet import defer
from twisted.internet.defer import (
    Deferred, DeferredList, fail, gatherResults, succeed)
from harness import scenario, Skip


def findRace():
    """defer.race, where there is one."""
    race = getattr(defer, "race", None)
    if race is None:
        raise Skip("no defer.race")
    return race


@scenario("l01", "DeferredList waits for all; order is the list's, not the firing order")
def l01(s):
    """
    three fired at 3, 1, 2; DeferredList; pump 1,1,1; each element keeps its own value afterwards
    """
    ds = [s.after(t, "v%d" % t) for t in (3, 1, 2)]
    s.watch("list", DeferredList(ds))
    for i, d in enumerate(ds):
        d.addCallback(s.cb("elem %d" % i))
    s.clock.pump([1, 1, 1])


@scenario("l02", "a failing element: default and consumeErrors")
def l02(s):
    """
    [fired 'a' at 1, failed ValueError f at 2, fired 'c' at 3], once without and once with consumeErrors; then drop the elements
    """
    for consume in (False, True):
        s.log("consumeErrors", value=consume)
        ds = [s.after(1, "a"), s.after(2, exc=ValueError("f")), s.after(3, "c")]
        s.watch("list", DeferredList(ds, consumeErrors=consume))
        s.clock.pump([1, 1, 1])
        s.state("failed elem", ds[1])
        del ds
        gc.collect()
        s.log("elements dropped")


@scenario("l03", "fireOnOneCallback")
def l03(s):
    """
    [failed at 1, fired 'b' at 2, fired 'c' at 3]; consumeErrors; then: all fail -> list of pairs
    """
    ds = [s.after(1, exc=ValueError("a")), s.after(2, "b"), s.after(3, "c")]
    dl = DeferredList(ds, fireOnOneCallback=True, consumeErrors=True)
    s.watch("first", dl)
    s.clock.pump([1, 1, 1])
    s.log("resultList", value=dl.resultList)
    ds = [s.after(1, exc=ValueError("a")), s.after(2, exc=ValueError("b"))]
    s.watch("none", DeferredList(ds, fireOnOneCallback=True, consumeErrors=True))
    s.clock.pump([1, 1])


@scenario("l04", "fireOnOneErrback and FirstError; a second failure is not consumed")
def l04(s):
    """
    [fired 'a' at 1, failed ValueError b at 2, failed KeyError c at 3], fireOnOneErrback
    """
    ds = [s.after(1, "a"), s.after(2, exc=ValueError("b")), s.after(3, exc=KeyError("c"))]
    dl = DeferredList(ds, fireOnOneErrback=True)

    def bad(f):
        s.log("failed", error=f, index=f.value.index, sub=f.value.subFailure,
              text=repr(f.value))
    dl.addErrback(bad)
    s.clock.pump([1, 1, 1])
    for i in (1, 2):
        s.state("elem %d" % i, ds[i])
    del ds, dl
    gc.collect()
    s.log("dropped")


@scenario("l05", "the empty list")
def l05(s):
    """
    DeferredList([]) with each flag; gatherResults([])
    """
    s.watch("plain", DeferredList([]))
    s.watch("errback", DeferredList([], fireOnOneErrback=True))
    d = s.watch("callback", DeferredList([], fireOnOneCallback=True))
    s.log("callback fired", value=d.called)
    s.watch("gather", gatherResults([]))


@scenario("l06", "elements that already have results")
def l06(s):
    """
    all fired: fires in the constructor; fireOnOneCallback with fired second; fireOnOneErrback with failed second and first pending
    """
    d = DeferredList([succeed(1), succeed(2)])
    s.log("called", value=d.called)
    s.watch("all", d)
    p = Deferred()
    s.watch("one", DeferredList([p, succeed(2), succeed(3)], fireOnOneCallback=True))
    s.watch("err", DeferredList([p, fail(ValueError("x"))], fireOnOneErrback=True,
                                consumeErrors=True))


@scenario("l07", "cancel: every element, in order; a raising canceller is logged")
def l07(s):
    """
    [A(canceller logs), B(canceller raises RuntimeError r), C(no canceller), D already fired]; dl.cancel(); B.callback('b')
    """
    def canc(n, exc=None):
        def f(x):
            s.log("canceller", name=n)
            if exc:
                raise exc
        return f
    a, b, c = Deferred(canc("A")), Deferred(canc("B", RuntimeError("r"))), Deferred()
    d = succeed("d")
    dl = DeferredList([a, b, c, d], consumeErrors=True)
    s.watch("list", dl)
    dl.cancel()
    s.log("after cancel", called=dl.called)
    b.callback("b")
    s.attempt("cancel again", dl.cancel)


@scenario("l08", "gatherResults: values, first error, cancel")
def l08(s):
    """
    A: fired at 2 and 1; B: failed ValueError at 1 of three; C: cancel -> FirstError(CancelledError)
    """
    s.watch("A", gatherResults([s.after(2, "x"), s.after(1, "y")]))
    s.watch("B", gatherResults([s.after(3, "p"), s.after(1, exc=ValueError("q")),
                                s.after(2, exc=KeyError("r"))], consumeErrors=True))
    c = gatherResults([Deferred(), Deferred()], consumeErrors=True)
    s.watch("C", c)
    c.cancel()
    s.clock.pump([1, 1, 1])


@scenario("l09", "the same Deferred twice in a list")
def l09(s):
    """
    [p, p] fired; [q, q] failed with consumeErrors: the second slot sees the consumed None
    """
    p = Deferred()
    s.watch("p", DeferredList([p, p]))
    p.callback(1)
    q = Deferred()
    s.watch("q", DeferredList([q, q], consumeErrors=True))
    q.errback(ValueError("q"))


@scenario("l10", "DeferredList.cancel does nothing once fired, even when chained")
def l10(s):
    """
    dl of one fired; dl.addCallback returns inner(canceller logs); dl.cancel(): inner untouched. A plain Deferred in the same place does forward.
    """
    for kind in ("list", "plain"):
        inner = Deferred(lambda x: s.log("canceller", name="inner"))
        d = DeferredList([succeed(1)]) if kind == "list" else succeed(1)
        d.addCallback(lambda v: inner)
        d.addBoth(s.cb(kind, value=None))
        d.cancel()
        s.log("cancelled", kind=kind, innerCalled=inner.called)
        inner.addErrback(lambda f: None)


@scenario("l11", "race")
def l11(s):
    """
    A: fired at 3, 1, 2 with cancellers; B: all fail; C: cancel; D: empty; E: a canceller that fires a value
    """
    race = findRace()

    def el(t, v=None, exc=None):
        return s.after(t, v, exc, lambda x: s.log("canceller", at=t))
    ds = [el(3, "c"), el(1, "a"), el(2, "b")]
    s.watch("A", race(ds))
    s.clock.advance(1)
    for i, d in enumerate(ds):
        s.state("A%d" % i, d)
    s.clock.getDelayedCalls().clear()
    ds = [s.after(2, exc=ValueError("x")), s.after(1, exc=KeyError("y"))]
    r = race(ds)
    r.addErrback(lambda f: s.log("failed", name="B", error=f,
                                 each=list(f.value.failures)))
    s.clock.pump([1, 1])
    ds = [Deferred(lambda x: s.log("canceller", name="C0")), Deferred()]
    r = race(ds)
    s.watch("C", r)
    r.cancel()
    r = race([])
    s.log("D called", value=r.called)
    d1 = Deferred()
    d2 = Deferred(lambda x: x.callback("from canceller"))
    s.watch("E", race([d1, d2]))
    d1.callback("winner")
    s.state("E0", d1)
    s.state("E1", d2)


@scenario("l12", "early firing, then more results; both one-shot flags")
def l12(s):
    """
    fireOnOneCallback and fireOnOneErrback together: [fail at 2, ok at 1]; and [fail at 1, ok at 2]; late results recorded in resultList
    """
    for a, b in ((2, 1), (1, 2)):
        ds = [s.after(a, exc=ValueError("e")), s.after(b, "ok")]
        dl = DeferredList(ds, fireOnOneCallback=True, fireOnOneErrback=True,
                          consumeErrors=True)
        s.watch("list", dl)
        s.clock.pump([1, 1])
        s.log("resultList", value=dl.resultList)


@scenario("l13", "race: odd cancellers")
def l13(s):
    """
    A: cancel() of the result where the first element's canceller raises RuntimeError: out of cancel(), result unfired. B: the loser's canceller raises: the winner's own Deferred fails with it, the result never fires. C: race([]).cancel() -> CancelledError
    """
    race = findRace()

    def bad(x):
        raise RuntimeError("c")
    r = race([Deferred(bad), Deferred()])
    s.attempt("A.cancel", r.cancel)
    s.log("A", called=r.called)
    d1 = Deferred()
    r = race([d1, Deferred(bad)])
    d1.addErrback(s.cb("winner's errback", value=None))
    s.attempt("d1.callback", d1.callback, 5)
    s.log("B", called=r.called)
    r = race([])
    s.watch("C", r)
    r.cancel()


# ------------------------------------------------------------ DeferredList
@scenario("l14", "cancelling one that waits for a list that has fired does not reach what the list waits for")
def l14(s):
    """
    list of one fired; its link returns inner(canceller logs); outer returns the list; outer.cancel(); inner.callback('x')
    """
    inner = Deferred(lambda x: s.log("canceller"))
    dl = DeferredList([succeed(1)])
    dl.addCallback(lambda v: inner)
    outer = succeed(0).addCallback(lambda v: dl)
    outer.addBoth(s.cb("outer"))
    outer.cancel()
    s.log("cancelled", inner=inner.called)
    inner.callback("x")


@scenario("l15", "cancelling one that waits for a list cancels the elements")
def l15(s):
    """
    outer waits for a list of A(canceller logs), B(canceller fires 'b'), C fired; outer.cancel()
    """
    a = Deferred(lambda x: s.log("canceller", name="A"))
    b = Deferred(lambda x: x.callback("b"))
    dl = DeferredList([a, b, succeed("c")], consumeErrors=True)
    outer = succeed(0).addCallback(lambda v: dl)
    s.watch("outer", outer)
    outer.cancel()


@scenario("l16", "cancelling a list with fireOnOneCallback")
def l16(s):
    """
    no cancellers: fires with the pairs of CancelledErrors; second list: the second canceller fires 'b': that fires the list, and the third is cancelled all the same
    """
    dl = DeferredList([Deferred(), Deferred()], fireOnOneCallback=True, consumeErrors=True)
    s.watch("none", dl)
    dl.cancel()
    c = Deferred(lambda x: s.log("canceller", name="C"))
    dl = DeferredList([Deferred(), Deferred(lambda x: x.callback("b")), c],
                      fireOnOneCallback=True, consumeErrors=True)
    s.watch("second", dl)
    dl.cancel()
    s.log("resultList", value=dl.resultList)


@scenario("l17", "cancelling a list with fireOnOneErrback")
def l17(s):
    """
    A, B, C without cancellers: FirstError of A's CancelledError; the others are cancelled too; then one whose elements all fire
    """
    ds = [Deferred(), Deferred(), Deferred()]
    dl = DeferredList(ds, fireOnOneErrback=True, consumeErrors=True)
    s.watch("A", dl)
    dl.cancel()
    s.log("called", value=[d.called for d in ds], resultList=dl.resultList)
    ds = [Deferred(lambda x, i=i: x.callback(i)) for i in range(3)]
    dl = DeferredList(ds, fireOnOneErrback=True)
    s.watch("all", dl)
    dl.cancel()


@scenario("l18", "a list that has fired early leaves the others alone when it is cancelled")
def l18(s):
    """
    fireOnOneCallback, and fireOnOneErrback: the first element decides; cancel; the second element is still unfired and goes its way
    """
    for flag in ("fireOnOneCallback", "fireOnOneErrback"):
        a, b = Deferred(), Deferred(lambda x: s.log("canceller"))
        dl = DeferredList([a, b], consumeErrors=True, **{flag: True})
        s.watch(flag, dl)
        if flag == "fireOnOneCallback":
            a.callback("a")
        else:
            a.errback(ValueError("a"))
        dl.cancel()
        s.log("second", called=b.called)
        b.callback("b")
        s.log("resultList", value=dl.resultList)


@scenario("l19", "links of an element before the list change what it sees, links after it see what it passed on")
def l19(s):
    """
    a with link (v -> v + '!') before, b failing with an errback before that recovers; links after
    """
    a, b = Deferred(), Deferred()
    a.addCallback(lambda v: v + "!")
    b.addErrback(s.cb("b before", value="recovered"))
    s.watch("list", DeferredList([a, b]))
    a.addCallback(s.cb("a after"))
    b.addCallback(s.cb("b after"))
    a.callback("a")
    b.errback(ValueError("b"))


@scenario("l20", "an element that waits for another Deferred, and one that is paused")
def l20(s):
    """
    a: fired, waits for a timer of 2; b: fired and paused until 1; c fired
    """
    a = succeed("a").addCallback(lambda v: s.after(2, "late"))
    b = succeed("b")
    b.pause()
    dl = DeferredList([a, b, succeed("c")])
    s.watch("list", dl)
    s.log("resultList", value=dl.resultList)
    s.clock.callLater(1, b.unpause)
    s.clock.pump([1, 1])


@scenario("l21", "lists in lists")
def l21(s):
    """
    DeferredList of [gatherResults of two, DeferredList of one failing (consumed), a plain one]
    """
    g = gatherResults([s.after(1, "x"), s.after(2, "y")])
    inner = DeferredList([s.after(1, exc=ValueError("i"))], consumeErrors=True)
    s.watch("outer", DeferredList([g, inner, s.after(3, "z")]))
    s.clock.pump([1, 1, 1])


@scenario("l22", "a callback of the list that raises is the list's own affair")
def l22(s):
    """
    the list's callback raises ValueError when the last element fires; that element goes on with its value
    """
    a = Deferred()
    dl = DeferredList([succeed(0), a])
    dl.addCallback(s.cb("list", exc=ValueError("list")))
    a.addCallback(s.cb("element"))
    a.callback("a")
    s.watch("dl", dl)


@scenario("l23", "the list fires inside the link of its last element: before that element's later links")
def l23(s):
    """
    elements with links after; the list's link logs; firing order 2, 1
    """
    a, b = Deferred(), Deferred()
    dl = DeferredList([a, b])
    for n, d in (("a", a), ("b", b)):
        d.addCallback(s.cb(n + " after"))
    s.watch("list", dl)
    b.callback("b")
    s.log("between")
    a.callback("a")


@scenario("l24", "fireOnOneCallback without consumeErrors: the failures stay with the elements")
def l24(s):
    """
    two failing: the list fires with both; the elements are failed, and reported when freed
    """
    ds = [fail(ValueError("a")), fail(KeyError("b"))]
    dl = DeferredList(ds, fireOnOneCallback=True)
    s.watch("list", dl)
    for i, d in enumerate(ds):
        s.state("element %d" % i, d)
    del ds, dl, d
    gc.collect()
    s.log("end")


@scenario("l25", "a list fired by hand takes no notice of its elements")
def l25(s):
    """
    dl of two; dl.callback('by hand'); the elements fire; resultList
    """
    a, b = Deferred(), Deferred()
    dl = DeferredList([a, b])
    s.watch("dl", dl)
    dl.callback("by hand")
    a.callback("a")
    b.callback("b")
    s.log("resultList", value=dl.resultList)
    s.attempt("again", dl.callback, 1)


@scenario("l26", "cancelling an empty list")
def l26(s):
    """
    DeferredList([], fireOnOneCallback).cancel(): still unfired; DeferredList([]).cancel() and gatherResults([]).cancel(): fired long since
    """
    dl = DeferredList([], fireOnOneCallback=True)
    dl.cancel()
    s.state("one", dl)
    for n, d in (("list", DeferredList([])), ("gather", gatherResults([]))):
        d.cancel()
        s.state(n, d)


@scenario("l27", "cancelling reaches only those that have not fired")
def l27(s):
    """
    A fired, B waits for inner(canceller logs), C failed, D unfired(canceller logs); cancel
    """
    inner = Deferred(lambda x: s.log("canceller", name="inner"))
    b = succeed(0).addCallback(lambda v: inner)
    d = Deferred(lambda x: s.log("canceller", name="D"))
    dl = DeferredList([succeed("a"), b, fail(ValueError("c")), d], consumeErrors=True)
    s.watch("list", dl)
    dl.cancel()


@scenario("l28", "every canceller raises: all are logged, and the list waits on")
def l28(s):
    """
    two cancellers raise RuntimeError r0, r1; cancel twice; then the elements fire
    """
    def raising(i):
        def canceller(x):
            raise RuntimeError("r%d" % i)
        return canceller
    ds = [Deferred(raising(0)), Deferred(raising(1))]
    dl = DeferredList(ds)
    s.watch("list", dl)
    dl.cancel()
    dl.cancel()
    for d in ds:
        d.callback("v")


@scenario("l29", "the text forms of FirstError, and of one in another")
def l29(s):
    """
    FirstError of ValueError('b') at 1; a list whose first element is such a list
    """
    inner = DeferredList([Deferred(), fail(ValueError("b"))], fireOnOneErrback=True,
                         consumeErrors=True)
    outer = DeferredList([inner], fireOnOneErrback=True, consumeErrors=True)

    def bad(f):
        sub = f.value.subFailure
        s.log("outer", text=repr(f.value), index=f.value.index)
        s.log("inner", text=repr(sub.value), long=str(sub.value), index=sub.value.index)
    outer.addErrback(bad)


@scenario("l30", "consumeErrors and the links after the list")
def l30(s):
    """
    a failing element with links after: the errback is not called, the callback gets None
    """
    for consume in (False, True):
        d = Deferred()
        dl = DeferredList([d], consumeErrors=consume)
        d.addErrback(s.cb("errback", value="E"))
        d.addCallback(s.cb("callback"))
        s.watch("list", dl)
        d.errback(ValueError("v"))


@scenario("l31", "both flags and elements that have results: the first in the list decides")
def l31(s):
    """
    [failed, fired], [fired, failed], each with both flags
    """
    for order in (0, 1):
        ds = [fail(ValueError("f")), succeed("s")]
        if order:
            ds.reverse()
        dl = DeferredList(ds, fireOnOneCallback=True, fireOnOneErrback=True, consumeErrors=True)
        s.log("resultList", value=dl.resultList)
        s.watch("list", dl)


@scenario("l32", "a list of the same Deferred thrice, that fails without consumeErrors")
def l32(s):
    """
    [p, p, p], p.errback: every slot sees the failure; p stays failed
    """
    p = Deferred()
    s.watch("list", DeferredList([p, p, p]))
    p.errback(ValueError("p"))
    s.watch("p", p)


# ----------------------------------------------------------- gatherResults
@scenario("l33", "gatherResults without consumeErrors: the failures stay with the elements")
def l33(s):
    """
    [fails at 1, fails at 2, fires at 3]: FirstError at 1; the elements are reported when freed
    """
    ds = [s.after(1, exc=ValueError("a")), s.after(2, exc=KeyError("b")), s.after(3, "c")]
    s.watch("gather", gatherResults(ds))
    s.clock.pump([1, 1, 1])
    for i, d in enumerate(ds):
        s.state("%d" % i, d)
    del ds, d
    gc.collect()
    s.log("end")


@scenario("l34", "gatherResults with consumeErrors: the elements go on with None")
def l34(s):
    """
    [fails, fires]; states of the elements
    """
    ds = [fail(ValueError("a")), succeed("b")]
    s.watch("gather", gatherResults(ds, consumeErrors=True))
    for i, d in enumerate(ds):
        s.state("%d" % i, d)


@scenario("l35", "cancelling gatherResults: every canceller, in order; all that succeed give the values")
def l35(s):
    """
    A: cancellers fire 0, 1, 2.  B: the second fails with KeyError: FirstError at 1, then the third canceller
    """
    def el(i, exc=None):
        def canceller(x):
            s.log("canceller", i=i)
            if exc is None:
                x.callback(i)
            else:
                x.errback(exc)
        return Deferred(canceller)
    a = gatherResults([el(0), el(1), el(2)])
    s.watch("A", a)
    a.cancel()
    b = gatherResults([el(0), el(1, KeyError("k")), el(2)], consumeErrors=True)
    s.watch("B", b)
    b.cancel()


@scenario("l36", "gatherResults of elements at equal times, with a limit on the whole")
def l36(s):
    """
    A: timers 2, 2, 1 with addTimeout(3): values.  B: timers 2, 4 with addTimeout(3): the elements are cancelled, FirstError is no CancelledError and is passed on
    """
    a = gatherResults([s.after(t, n) for t, n in ((2, "x"), (2, "y"), (1, "z"))])
    a.addTimeout(3, s.clock)
    s.watch("A", a)
    b = gatherResults([s.after(2, "p"), s.after(4, "q")], consumeErrors=True)
    b.addTimeout(3, s.clock)
    s.watch("B", b)
    s.clock.pump([1] * 5)


# -------------------------------------------------------------------- race
@scenario("l37", "race: elements that have results: the first success in the list wins at once")
def l37(s):
    """
    [failed, unfired(canceller logs), fired 'a', fired 'b']
    """
    race = findRace()
    ds = [fail(ValueError("f")), Deferred(lambda x: s.log("canceller")), succeed("a"), succeed("b")]
    s.watch("race", race(ds))
    for i, d in enumerate(ds):
        s.state("%d" % i, d)


@scenario("l38", "race: the same Deferred twice")
def l38(s):
    """
    [p, p] fires: index 0.  [q, q] fails: its second link gets None, which wins
    """
    race = findRace()
    p = Deferred()
    s.watch("p", race([p, p]))
    p.callback("v")
    q = Deferred()
    s.watch("q", race([q, q]))
    q.errback(ValueError("q"))


@scenario("l39", "race: failures before the first success are forgotten, late results of losers are silent")
def l39(s):
    """
    A fails at 1, B fires at 2, C (canceller logs, does not fire) is cancelled; C.callback raises; D (no canceller): late result swallowed
    """
    race = findRace()
    a, b = s.after(1, exc=ValueError("a")), s.after(2, "b")
    c = Deferred(lambda x: s.log("canceller", name="C"))
    d = Deferred()
    s.watch("race", race([a, b, c, d]))
    s.clock.pump([1, 1])
    s.attempt("C late", c.callback, 1)
    s.attempt("D late", d.callback, 1)
    for n, x in (("a", a), ("b", b), ("c", c), ("d", d)):
        s.state(n, x)


@scenario("l40", "race: cancelled when some have failed, and when it has fired")
def l40(s):
    """
    A failed, B unfired: cancel gives FailureGroup of both in list order; a decided one: cancel does nothing
    """
    race = findRace()
    a, b, c = Deferred(), fail(ValueError("b")), Deferred()
    r = race([a, b, c])
    r.addErrback(lambda f: s.log("failed", error=f, each=list(f.value.failures)))
    r.cancel()
    r.cancel()
    x = Deferred(lambda d: s.log("canceller"))
    r = race([succeed("won"), x])
    r.addCallback(lambda v: Deferred(lambda d: s.log("canceller of the wait")))
    r.cancel()
    r.addErrback(s.cb("cancelled", value=None))


@scenario("l41", "race: cancelled, and a canceller fires a value: that one wins")
def l41(s):
    """
    A(no canceller), B(canceller fires 'b'), C(canceller logs); race.cancel()
    """
    race = findRace()
    c = Deferred(lambda x: s.log("canceller", name="C"))
    r = race([Deferred(), Deferred(lambda x: x.callback("b")), c])
    s.watch("race", r)
    r.cancel()


@scenario("l42", "race: one at equal times; the order of the timers decides")
def l42(s):
    """
    B's timer is made first, both at 1; the loser's timer fires a cancelled one
    """
    race = findRace()
    b = s.after(1, "b")
    a = s.after(1, "a")
    s.watch("race", race([a, b]))
    s.clock.advance(1)
    s.state("a", a)
    s.state("b", b)


@scenario("l43", "race: a limit on the whole")
def l43(s):
    """
    race of two timers of 5 with addTimeout(1): FailureGroup of CancelledErrors is passed on; of none: TimeoutError
    """
    race = findRace()
    r = race([Deferred(), Deferred()])
    r.addTimeout(1, s.clock)
    s.watch("two", r)
    r = race([])
    r.addTimeout(1, s.clock)
    s.watch("none", r)
    s.clock.advance(1)


@scenario("l44", "race: a callback of the result that raises is not the winner's affair")
def l44(s):
    """
    race's callback raises ValueError; the winner's element goes on with None
    """
    race = findRace()
    a = Deferred()
    r = race([a, Deferred()])
    r.addCallback(s.cb("race", exc=ValueError("r")))
    a.addBoth(s.cb("winner"))
    a.callback("a")
    s.watch("r", r)
