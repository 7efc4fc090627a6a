"""Cases: delayed calls and task.Clock (T-1 to T-23)."""
import re

from twisted.internet import task
from twisted.internet.defer import Deferred
from twisted.python.failure import Failure

from harness import scenario


@scenario("t01", "equal times run in scheduling order")
def t01(s):
    """
    callLater(1,A); callLater(1,B); callLater(0.5,C); callLater(1,D); advance(1)
    """
    for n, d in (("A", 1), ("B", 1), ("C", .5), ("D", 1)):
        s.clock.callLater(d, s.hit, n)
    s.clock.advance(1)


@scenario("t02", "one big advance: every call sees the final time")
def t02(s):
    """
    callLater(3,C); callLater(1,A); callLater(2,B); advance(10)
    """
    for n, d in (("C", 3), ("A", 1), ("B", 2)):
        s.clock.callLater(d, s.hit, n)
    s.clock.advance(10)


@scenario("t03", "calls scheduled during an advance")
def t03(s):
    """
    callLater(1,A), callLater(2,B); A when run: callLater(0,A0), callLater(0.5,A5), callLater(-20,Aneg)
    advance(10)  -> now is 10 while A runs
    then advance(0.5)
    """
    c = s.clock

    def a():
        c.callLater(0, s.hit, "A0")
        c.callLater(.5, s.hit, "A5")
        c.callLater(-20, s.hit, "Aneg")
    c.callLater(1, s.runner("A", a))
    c.callLater(2, s.hit, "B")
    c.advance(10)
    s.log("advance returned")
    c.advance(.5)


@scenario("t04", "ties made by reset: position in the list, not time of reset")
def t04(s):
    """
    part 1: A@1 B@2; A.reset(2); advance(2)            -> A before B
    part 2: A@1 B@2; B.reset(1); advance(1)            -> A before B
    part 3: A@1 B@2 C@3; C.reset(1); advance(3)        -> A, C, B
    part 4: A@1 B@2; A.reset(3); callLater(9,X) (this sorts); B.reset(3); advance(3) -> B before A
    part 5: as part 4 without X                         -> A before B
    """
    def start():
        s.clock = c = task.Clock()
        s.now = c.seconds
        return c
    s.log("part 1")
    c = start()
    a = c.callLater(1, s.hit, "A")
    c.callLater(2, s.hit, "B")
    a.reset(2)
    c.advance(2)
    s.log("part 2")
    c = start()
    c.callLater(1, s.hit, "A")
    b = c.callLater(2, s.hit, "B")
    b.reset(1)
    c.advance(1)
    s.log("part 3")
    c = start()
    c.callLater(1, s.hit, "A")
    c.callLater(2, s.hit, "B")
    x = c.callLater(3, s.hit, "C")
    x.reset(1)
    c.advance(3)
    for part, extra in (("part 4", True), ("part 5", False)):
        s.log(part)
        c = start()
        a = c.callLater(1, s.hit, "A")
        b = c.callLater(2, s.hit, "B")
        a.reset(3)
        if extra:
            c.callLater(9, s.hit, "X")
        b.reset(3)
        c.advance(3)


@scenario("t05", "delay() forwards and backwards; getTime")
def t05(s):
    """
    A@2 B@3; A.delay(2) -> 4; A.delay(-1) -> 3 (ties with B: A first); A.delay(-2) -> 1
    log getTime after each; advance(1), advance(2)
    """
    c = s.clock
    a = c.callLater(2, s.hit, "A")
    c.callLater(3, s.hit, "B")
    for x in (2, -1, -2):
        a.delay(x)
        s.log("getTime", after=x, value=a.getTime())
    c.advance(1)
    c.advance(2)


@scenario("t06", "state errors: class and text")
def t06(s):
    """
    A cancelled then cancel/reset/delay; B run then cancel/reset/delay; active() at each stage
    """
    c = s.clock
    a = c.callLater(1, s.hit, "A")
    b = c.callLater(1, s.hit, "B")
    s.log("active", a=a.active(), b=b.active())
    s.attempt("A.cancel", a.cancel)
    s.attempt("A.cancel again", a.cancel)
    s.attempt("A.reset", a.reset, 1)
    s.attempt("A.delay", a.delay, 1)
    s.log("active", a=a.active(), b=b.active())
    s.log("getTime", a=a.getTime())
    c.advance(1)
    s.attempt("B.cancel", b.cancel)
    s.attempt("B.reset", b.reset, 1)
    s.attempt("B.delay", b.delay, 1)
    s.log("active", a=a.active(), b=b.active())
    s.log("getTime", b=b.getTime())


@scenario("t07", "a call acting on itself and on its peers while it runs")
def t07(s):
    """
    A@1 B@1 C@1; A when run: A.active(), A.cancel(), A.reset(1), then C.cancel(), B.reset(5)
    advance(1); advance(5)
    """
    c = s.clock
    calls = {}

    def a():
        s.log("active", a=calls["A"].active())
        s.attempt("A.cancel", calls["A"].cancel)
        s.attempt("A.reset", calls["A"].reset, 1)
        s.attempt("C.cancel", calls["C"].cancel)
        s.attempt("B.reset", calls["B"].reset, 5)
    calls["A"] = c.callLater(1, s.runner("A", a))
    calls["B"] = c.callLater(1, s.hit, "B")
    calls["C"] = c.callLater(1, s.hit, "C")
    c.advance(1)
    c.advance(5)


@scenario("t08", "an exception leaves advance(); the rest waits for the next one")
def t08(s):
    """
    A@1 Boom@2 (raises ValueError x) C@2 D@7; advance(5); then seconds, Boom.active; advance(0); advance(2)
    """
    c = s.clock

    def boom():
        raise ValueError("x")
    c.callLater(1, s.hit, "A")
    b = c.callLater(2, s.runner("Boom", boom))
    c.callLater(2, s.hit, "C")
    c.callLater(7, s.hit, "D")
    s.attempt("advance(5)", c.advance, 5)
    s.log("after", seconds=c.seconds(), boomActive=b.active(),
          pending=len(c.getDelayedCalls()))
    s.attempt("advance(0)", c.advance, 0)
    s.attempt("advance(2)", c.advance, 2)


@scenario("t09", "pump is a run of advances; an exception ends the pump")
def t09(s):
    """
    A@1 B@1.5 Boom@2 C@3; pump([1, 0.5, 0.5, 1]); then pump([1])
    """
    c = s.clock

    def boom():
        raise KeyError("k")
    c.callLater(1, s.hit, "A")
    c.callLater(1.5, s.hit, "B")
    c.callLater(2, s.runner("Boom", boom))
    c.callLater(3, s.hit, "C")
    s.attempt("pump", c.pump, [1, .5, .5, 1])
    s.attempt("pump", c.pump, [1])


@scenario("t10", "advance called from inside a call")
def t10(s):
    """
    A@1 B@2 C@3; A when run: advance(1) then log 'A ends'; advance(1); advance(1)
    """
    c = s.clock

    def a():
        c.advance(1)
        s.log("A ends")
    c.callLater(1, s.runner("A", a))
    c.callLater(2, s.hit, "B")
    c.callLater(3, s.hit, "C")
    c.advance(1)
    s.log("outer returned")
    c.advance(1)


@scenario("t11", "no argument checks on Clock: negative delay, reset, advance")
def t11(s):
    """
    advance(5); callLater(-1,A) -> getTime 4; callLater(0,B); advance(0)
    C = callLater(3); C.reset(-2) -> getTime 3; advance(0); D = callLater(1); advance(-2); advance(2.5); advance(0.5)
    """
    c = s.clock
    c.advance(5)
    a = c.callLater(-1, s.hit, "A")
    s.log("getTime", a=a.getTime())
    c.callLater(0, s.hit, "B")
    c.advance(0)
    x = c.callLater(3, s.hit, "C")
    x.reset(-2)
    s.log("getTime", c=x.getTime())
    c.advance(0)
    c.callLater(1, s.hit, "D")
    c.advance(-2)
    s.log("now")
    c.advance(2.5)
    c.advance(.5)


@scenario("t12", "getDelayedCalls is the live list; reset does not re-sort it")
def t12(s):
    """
    A@1 B@2 C@3; keep g = getDelayedCalls(); A.reset(9); look at g; callLater(4,D); look at g; B.cancel(); look at g
    """
    c = s.clock
    names = {}

    def look():
        s.log("calls", order=[names[id(x)] for x in g],
              times=[x.getTime() for x in g])
    keep = []
    for n, d in (("A", 1), ("B", 2), ("C", 3)):
        k = c.callLater(d, s.hit, n)
        keep.append(k)
        names[id(k)] = n
    g = c.getDelayedCalls()
    s.log("same list", value=g is c.getDelayedCalls())
    look()
    keep[0].reset(9)
    look()
    k = c.callLater(4, s.hit, "D")
    names[id(k)] = "D"
    look()
    keep[1].cancel()
    look()


@scenario("t13", "floating point: sums of advances, and getTime after reset")
def t13(s):
    """
    P1@0.3, P2@(0.1+0.2); pump([0.1,0.1,0.1]); log seconds
    fresh clock: find i,j in 1..60 (tenths) where a call made at delay i/10 and reset to j/10 (later) has getTime() != j/10
    """
    c = s.clock
    c.callLater(.3, s.hit, "P1")
    c.callLater(.1 + .2, s.hit, "P2")
    c.pump([.1, .1])
    s.log("before third")
    c.advance(.1)
    bad = []
    k = task.Clock()
    for i in range(1, 61):
        for j in range(i + 1, 61):
            x = k.callLater(i / 10, lambda: None)
            x.reset(j / 10)
            if x.getTime() != j / 10:
                bad.append([i / 10, j / 10, x.getTime()])
            x.cancel()
    s.log("not exact", count=len(bad), first=bad[:4])


@scenario("t14", "delay-0 recursion is drained inside one advance")
def t14(s):
    """
    A reschedules itself with delay 0 five times; B@1 scheduled after A@1; advance(1)
    """
    c = s.clock
    left = [5]

    def a():
        if left[0]:
            left[0] -= 1
            c.callLater(0, s.runner("A", a))
    c.callLater(1, s.runner("A", a))
    c.callLater(1, s.hit, "B")
    c.advance(1)


@scenario("t15", "a new call at 'now' goes behind due calls with earlier times")
def t15(s):
    """
    A@1 B@2 C@10 D@10; A when run: callLater(0,N); advance(10)
    """
    c = s.clock
    c.callLater(1, s.runner("A", lambda: c.callLater(0, s.hit, "N")))
    c.callLater(2, s.hit, "B")
    c.callLater(10, s.hit, "C")
    c.callLater(10, s.hit, "D")
    c.advance(10)


@scenario("t16", "reset measures from now, delay from the scheduled time")
def t16(s):
    """
    at 0: A@10 B@10; advance(4); A.reset(3) -> 7; B.delay(3) -> 13; then A.delay(1) -> 8; B.reset(3) -> 7, B.reset(20) -> 24
    """
    c = s.clock
    a = c.callLater(10, s.hit, "A")
    b = c.callLater(10, s.hit, "B")
    c.advance(4)
    a.reset(3)
    b.delay(3)
    s.log("getTime", a=a.getTime(), b=b.getTime())
    a.delay(1)
    b.reset(3)
    s.log("getTime", a=a.getTime(), b=b.getTime())
    b.reset(20)
    s.log("getTime", b=b.getTime())
    c.advance(4)
    c.advance(16)


@scenario("t17", "arguments and keyword arguments of callLater")
def t17(s):
    """
    callLater(1, f, 1, 2, x=3); callLater(1, f); callLater(1, None) ; advance(1) twice
    """
    c = s.clock

    def f(*a, **kw):
        s.log("run", name="f", args=list(a), kw=kw)
    c.callLater(1, f, 1, 2, x=3)
    c.callLater(1, f)
    s.attempt("callLater(1, None)", lambda: bool(c.callLater(1, None)))
    s.attempt("advance(1)", c.advance, 1)
    s.attempt("advance(0)", c.advance, 0)


@scenario("t18", "cancel during advance; advance(0) with nothing due")
def t18(s):
    """
    A@1 B@2 C@3; B when run cancels C and schedules E(0); advance(3); advance(0)
    """
    c = s.clock
    calls = {}

    def b():
        calls["C"].cancel()
        c.callLater(0, s.hit, "E")
    c.callLater(1, s.hit, "A")
    c.callLater(2, s.runner("B", b))
    calls["C"] = c.callLater(3, s.hit, "C")
    c.advance(3)
    c.advance(0)
    s.log("pending", n=len(c.getDelayedCalls()))


@scenario("t19", "getTime after a delay, a reset and a cancel; a call that was delayed keeps its time when run")
def t19(s):
    """
    A@2, A.delay(1.5), advance(3.5); A when run: getTime, active; then getTime; B@1, B.delay(4), B.cancel(): getTime
    """
    c = s.clock
    k = {}
    k["A"] = c.callLater(2, s.runner("A", lambda: s.log(
        "inside", time=k["A"].getTime(), active=k["A"].active())))
    k["A"].delay(1.5)
    c.advance(3.5)
    s.log("getTime", a=k["A"].getTime())
    b = c.callLater(1, s.hit, "B")
    b.delay(4)
    b.cancel()
    s.log("getTime", b=b.getTime(), active=b.active())


@scenario("t20", "repr: the time until the base time, without what it was put off by")
def t20(s):
    """
    A@2; repr; A.delay(3), repr; advance(0.5), repr; A.reset(1), repr; A.cancel(), repr; B@0.25, advance(0.75), repr (addresses taken out)
    """
    c = s.clock

    def f():
        pass

    def look(call):
        s.log("repr", text=re.sub(" 0x[0-9a-f]+|t20.<locals>.", "", repr(call)))
    a = c.callLater(2, f)
    look(a)
    a.delay(3)
    look(a)
    c.advance(.5)
    look(a)
    a.reset(1)
    look(a)
    a.cancel()
    look(a)
    b = c.callLater(.25, f)
    c.advance(.75)
    look(b)


@scenario("t21", "reset compares with the base time, not with getTime")
def t21(s):
    """
    A@5, A.delay(5) -> 10, A.reset(7) -> 7 (base 5 stays), A.delay(-1) -> 6, A.delay(-1.5) -> 4.5 (base moves), A.reset(4.5), A.reset(4.25); advance(4), advance(0.25)
    """
    c = s.clock
    a = c.callLater(5, s.hit, "A")
    for name, f, x in (("delay", a.delay, 5), ("reset", a.reset, 7),
                       ("delay", a.delay, -1), ("delay", a.delay, -1.5),
                       ("reset", a.reset, 4.5), ("reset", a.reset, 4.25)):
        f(x)
        s.log(name, by=x, time=a.getTime(), base=a.time)
    c.advance(4)
    c.advance(.25)


@scenario("t22", "delay(0) and reset to the same time change nothing that shows")
def t22(s):
    """
    A@1 B@1 C@1; A.delay(0), B.reset(1), A.reset(1): getTimes; advance(1)
    """
    c = s.clock
    a, b = c.callLater(1, s.hit, "A"), c.callLater(1, s.hit, "B")
    c.callLater(1, s.hit, "C")
    a.delay(0)
    b.reset(1)
    a.reset(1)
    s.log("getTime", a=a.getTime(), b=b.getTime())
    c.advance(1)


@scenario("t23", "inside a call: it is off the list already, the other due ones are on it")
def t23(s):
    """
    A@1 B@2 C@9; advance(5); A when run: how many calls are listed, their times; then A again callLater(0, N), look
    """
    c = s.clock

    def look():
        s.log("listed", times=[x.getTime() for x in c.getDelayedCalls()])

    def a():
        look()
        c.callLater(0, s.hit, "N")
        look()
    c.callLater(1, s.runner("A", a))
    c.callLater(2, s.runner("B", look))
    c.callLater(9, s.hit, "C")
    c.advance(5)


@scenario("t24", "an exception goes through an advance inside a call, and through the outer one")
def t24(s):
    """
    A@1: advance(1), never says 'A ends'; Boom@2 raises ValueError; C@2; advance(1) raises; advance(0) runs C
    """
    c = s.clock

    def a():
        c.advance(1)
        s.log("A ends")

    def boom():
        raise ValueError("deep")
    c.callLater(1, s.runner("A", a))
    c.callLater(2, s.runner("Boom", boom))
    c.callLater(2, s.hit, "C")
    s.attempt("advance(1)", c.advance, 1)
    s.attempt("advance(0)", c.advance, 0)


@scenario("t25", "a call that is cancelled and made anew goes behind its equals")
def t25(s):
    """
    A@1 B@1 C@1; A.cancel(), A again callLater(1); advance(1); in B: C.cancel(), C again callLater(0)
    """
    c = s.clock
    k = {}

    def b():
        k["C"].cancel()
        c.callLater(0, s.hit, "C again")
    k["A"] = c.callLater(1, s.hit, "A")
    c.callLater(1, s.runner("B", b))
    k["C"] = c.callLater(1, s.hit, "C")
    c.callLater(1, s.hit, "D")
    k["A"].cancel()
    c.callLater(1, s.hit, "A again")
    c.advance(1)


@scenario("t26", "an advance inside a call runs what the outer one had before it")
def t26(s):
    """
    A@1 B@1 C@2 D@4; advance(1); A: callLater(0, N), advance(2), 'A ends': B, N, C run inside A; then D is left
    """
    c = s.clock

    def a():
        c.callLater(0, s.hit, "N")
        c.advance(2)
        s.log("A ends")
    c.callLater(1, s.runner("A", a))
    c.callLater(1, s.hit, "B")
    c.callLater(2, s.hit, "C")
    c.callLater(4, s.hit, "D")
    c.advance(1)
    s.log("left", n=len(c.getDelayedCalls()))
    c.advance(1)


@scenario("t27", "pump with zeroes and a step back; an empty pump does nothing")
def t27(s):
    """
    A@0 B@1 C@1.5; pump([]); pump([0, 1, -0.75, 0.5, 0.75])
    """
    c = s.clock
    for n, t in (("A", 0), ("B", 1), ("C", 1.5)):
        c.callLater(t, s.hit, n)
    c.pump([])
    s.log("pumped nothing")
    c.pump([0, 1, -.75, .5, .75])
    s.log("pumped")


@scenario("t28", "ten steps of 0.1 are less than 1")
def t28(s):
    """
    A@1; ten times advance(0.1), log seconds; advance(0.1)
    """
    c = s.clock
    c.callLater(1, s.hit, "A")
    c.pump([.1] * 10)
    s.log("ten steps")
    c.advance(.1)


@scenario("t29", "two chains of delay-0 calls take turns inside one advance, behind all that was due before")
def t29(s):
    """
    P and Q reschedule themselves with delay 0 three times each; R@1 made after both; all at 1; S@1.5; advance(2)
    """
    c = s.clock

    def chain(name, left):
        def f():
            s.log("run", name=name, left=left)
            if left:
                c.callLater(0, chain(name, left - 1))
        return f
    c.callLater(1, chain("P", 3))
    c.callLater(1, chain("Q", 3))
    c.callLater(1, s.hit, "R")
    c.callLater(1.5, s.hit, "S")
    c.advance(2)


@scenario("t30", "ties made by delay: position in the list, too")
def t30(s):
    """
    part 1: A@1 B@2; A.delay(1): A B. part 2: A@1 B@2; B.delay(-1): A B. part 3: A@1 B@2; A.delay(2), X@9 (sorts), B.delay(1): B A
    """
    for part in (1, 2, 3):
        s.log("part", n=part)
        s.clock = c = task.Clock()
        s.now = c.seconds
        a, b = c.callLater(1, s.hit, "A"), c.callLater(2, s.hit, "B")
        if part == 1:
            a.delay(1)
        elif part == 2:
            b.delay(-1)
        else:
            a.delay(2)
            c.callLater(9, s.hit, "X")
            b.delay(1)
        c.advance(3)


@scenario("t31", "a later call that is reset to now, or into the past, runs in the same advance")
def t31(s):
    """
    A@1 B@2 L@9 M@9 N@9; advance(3); A: L.reset(0), M.reset(-2.5), N.delay(-6): order M, B, then L before N, which stands behind it
    """
    c = s.clock
    k = {}

    def a():
        k["L"].reset(0)
        k["M"].reset(-2.5)
        k["N"].delay(-6)
    c.callLater(1, s.runner("A", a))
    c.callLater(2, s.hit, "B")
    for n in "LMN":
        k[n] = c.callLater(9, s.hit, n)
    c.advance(3)


@scenario("t32", "what a call returns is nothing to the clock: a Deferred is not waited for")
def t32(s):
    """
    A@1 returns an unfired Deferred, B@1 returns a Failure; C@1; advance(1)
    """
    c = s.clock
    c.callLater(1, s.runner("A", Deferred))
    c.callLater(1, s.runner("B", lambda: Failure(ValueError("nobody looks"))))
    c.callLater(1, s.hit, "C")
    s.attempt("advance(1)", c.advance, 1)


@scenario("t33", "AlreadyCalled and AlreadyCancelled are ValueErrors")
def t33(s):
    """
    A@1 cancelled, B@0 run; catch ValueError from A.cancel(), A.delay(1), B.cancel(), B.reset(1)
    """
    c = s.clock
    a, b = c.callLater(1, s.hit, "A"), c.callLater(0, s.hit, "B")
    a.cancel()
    c.advance(0)
    for what, f in (("A.cancel", a.cancel), ("A.delay", lambda: a.delay(1)),
                    ("B.cancel", b.cancel), ("B.reset", lambda: b.reset(1))):
        try:
            f()
        except ValueError as e:
            s.log("ValueError", what=what, exactly=type(e).__name__)


@scenario("t34", "a cancelled call stays cancelled, whatever the time does")
def t34(s):
    """
    A@1 B@2; advance(1.5); B.cancel(); advance(-1); advance(5); B.cancel() again; A.active, B.active, B.getTime
    """
    c = s.clock
    a, b = c.callLater(1, s.hit, "A"), c.callLater(2, s.hit, "B")
    c.advance(1.5)
    b.cancel()
    c.advance(-1)
    c.advance(5)
    s.attempt("B.cancel again", b.cancel)
    s.log("active", a=a.active(), b=b.active(), time=b.getTime())


@scenario("t35", "calls made before the clock ever advanced")
def t35(s):
    """
    A=callLater(0), B=callLater(-1), C=callLater(0); seconds; getTime of B; nothing runs before advance(0)
    """
    c = s.clock
    c.callLater(0, s.hit, "A")
    b = c.callLater(-1, s.hit, "B")
    c.callLater(0, s.hit, "C")
    s.log("made", seconds=c.seconds(), b=b.getTime())
    c.advance(0)


@scenario("t36", "two clocks know nothing of each other")
def t36(s):
    """
    clocks c and k; A@1 on c: advances k by 3; B@2 on k, C@2 on c; c.advance(1); c.advance(1)
    """
    c = s.clock
    k = task.Clock()
    c.callLater(1, s.runner("A", lambda: k.advance(3)))
    k.callLater(2, lambda: s.log("run", name="B", other=k.seconds()))
    c.callLater(2, s.hit, "C")
    c.advance(1)
    s.log("between", other=k.seconds())
    c.advance(1)
