"""Cases: task.react (X-1 to X-3)."""
from twisted.internet import task
from twisted.internet.defer import Deferred, fail, succeed
from harness import VirtualReactor, scenario


@scenario("x01", "react: success, failure, SystemExit, coroutine", env="reactor")
def x01(s):
    """
    main(reactor, 'a') returns deferLater(1): exit code 0; (each on its own reactor) main fails ValueError: logged, code 1; main fails SystemExit(7): code 7; main is a coroutine; main raises KeyError; main returns 5
    """
    def go(label, main, *argv):
        r = s.reactor = VirtualReactor(s)
        s.now = r.seconds
        s.attempt(label, task.react, main, argv, _reactor=r)

    def ok(r, x):
        s.log("main", arg=x, running=r.running)
        return task.deferLater(r, 1, s.runner("timer"))
    go("ok", ok, "a")

    def bad(r):
        return task.deferLater(r, 1).addCallback(lambda v: fail(ValueError("bad")))
    go("fails", bad)

    def exits(r):
        return fail(SystemExit(7))
    go("exits", exits)

    async def co(r):
        await task.deferLater(r, 2)
        s.log("co ends")
    go("coroutine", co)

    def raises(r):
        raise KeyError("sync")
    go("raises", raises)
    go("returns 5", lambda r: 5)


@scenario("x02", "react: reactor stopped by someone else; result during shutdown", env="reactor")
def x02(s):
    """
    main returns a Deferred that never fires; callLater(1, stop): code 0. main's Deferred fails during shutdown (before-shutdown trigger): logged, code 1
    """
    for label in ("stopped", "fails in shutdown"):
        r = s.reactor = VirtualReactor(s)
        s.now = r.seconds
        d = Deferred()

        def main(reactor):
            reactor.callLater(1, reactor.stop)
            if label != "stopped":
                def before():
                    s.log("run", name="before")
                    d.errback(ValueError("in shutdown"))
                reactor.addSystemEventTrigger("before", "shutdown", before)
            return d
        s.attempt(label, task.react, main, _reactor=r)


def fresh(s, label, main, *argv):
    """Runs `main` by react on a reactor of its own."""
    r = s.reactor = VirtualReactor(s)
    s.now = r.seconds
    s.attempt(label, task.react, main, argv, _reactor=r)


@scenario("x03", "a result that is there before the loop", env="reactor")
def x03(s):
    """
    main adds a start-up hook, makes a timer at 0 and returns succeed(1): the hook runs, then the stop, the timer still runs in that iteration; code 0
    """
    def main(r):
        r.callWhenRunning(s.hit, "hook")
        r.callLater(0, s.hit, "zero")
        r.callLater(1, s.hit, "never")
        return succeed(1)
    fresh(s, "react", main)


@scenario("x04", "a failure that is there before the loop is logged when it runs", env="reactor")
def x04(s):
    """
    main returns fail(KeyError k), and a start-up hook was added before and after: hook, log line in between; code 1
    """
    def main(r):
        r.callWhenRunning(s.hit, "hook of main")
        s.log("main ends")
        return fail(KeyError("k"))
    fresh(s, "react", main)


@scenario("x05", "stopped by somebody just before the result", env="reactor")
def x05(s):
    """
    a call at 1 stops the reactor and fires main's Deferred: no second stop, code 0; the same with a failure: code 1
    """
    for failing in (False, True):
        d = Deferred()

        def main(r):
            def end():
                r.stop()
                d.errback(ValueError("too late")) if failing else d.callback(1)
                s.log("fired")
            r.callLater(1, end)
            return d
        fresh(s, "failing" if failing else "fine", main)
        s.state("main's Deferred", d)


@scenario("x06", "a good result during shutdown", env="reactor")
def x06(s):
    """
    callLater(1, stop); a before-shutdown trigger fires main's Deferred: no second stop, code 0; one that waits holds the loop's end back
    """
    d = Deferred()

    def main(r):
        r.callLater(1, r.stop)

        def before():
            s.log("run", name="before")
            r.callLater(2, s.hit, "waited for")
            d.callback("result")
            return task.deferLater(r, 3)
        r.addSystemEventTrigger("before", "shutdown", before)
        r.addSystemEventTrigger("after", "shutdown", s.hit, "after")
        return d
    fresh(s, "react", main)


@scenario("x07", "SystemExit raised in a coroutine; its code", env="reactor")
def x07(s):
    """
    main waits 1 s and raises SystemExit(3): code 3, nothing is logged; SystemExit(0) after a failure handled inside: code 0
    """
    async def main(r, code):
        try:
            await task.deferLater(r, 1, fail, ValueError("bad"))
        except ValueError:
            s.log("handled")
        raise SystemExit(code)
    fresh(s, "three", main, 3)
    fresh(s, "zero", main, 0)


@scenario("x08", "pending timers are left alone at the end", env="reactor")
def x08(s):
    """
    main starts a loop of 1 s and a timer at 10 and returns a Deferred of 2.5 s: runs at 0, 1, 2; the rest never comes
    """
    def main(r):
        lc = task.LoopingCall(s.hit, "loop")
        lc.clock = r
        s.watch("loop's deferred", lc.start(1))
        r.callLater(10, s.hit, "never")
        return task.deferLater(r, 2.5, s.runner("end"))
    fresh(s, "react", main)
    s.log("left", n=len(s.reactor.getDelayedCalls()))


@scenario("x09", "a reactor cannot be used twice", env="reactor")
def x09(s):
    """
    react twice on one reactor: main is called again, then ReactorNotRestartable; a react inside main's timer: ReactorAlreadyRunning
    """
    r = s.reactor

    def inner(_):
        s.log("inner main")
        return Deferred()

    def main(_):
        s.log("main", running=r.running)
        if not r.seconds():
            r.callLater(1, s.attempt, "react inside", task.react, inner,
                        _reactor=r)
        return task.deferLater(r, 2)
    s.attempt("react", task.react, main, _reactor=r)
    s.attempt("react again", task.react, main, _reactor=r)


@scenario("x10", "a loop as the main function", env="reactor")
def x10(s):
    """
    main returns the Deferred of a loop that stops itself at run 3: code 0; of one that raises at run 2: logged, code 1
    """
    for last in ("stop", "raise"):
        n = [0]

        def body():
            n[0] += 1
            s.log("run", n=n[0])
            if last == "stop" and n[0] == 3:
                lc.stop()
            if last == "raise" and n[0] == 2:
                raise ValueError("two")
        lc = task.LoopingCall(body)

        def main(r):
            lc.clock = r
            return lc.start(.5)
        fresh(s, last, main)


@scenario("x11", "nobody stops it: crash, and nothing left to do", env="reactor")
def x11(s):
    """
    main's Deferred never fires: a call at 1 crashes the reactor: code 0. then with nothing pending at all (a real reactor waits for ever)
    """
    def main(r, crashes):
        if crashes:
            r.callLater(1, r.crash)
        return Deferred()
    fresh(s, "crash", main, True)
    fresh(s, "idle", main, False)


@scenario("x12", "main returns None, a number, a text; main raises SystemExit", env="reactor")
def x12(s):
    """
    each with react: NotACoroutineError with its text, and SystemExit as it is; the reactor has not run
    """
    for value in (None, 7, "text"):
        fresh(s, repr(value), lambda r: value)

    def exits(r):
        raise SystemExit(4)
    fresh(s, "exits", exits)
    s.log("running", value=s.reactor.running)
