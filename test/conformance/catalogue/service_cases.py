"""Cases of services (rules S)."""
import gc

from twisted.application.internet import (
    ClientService, CooperatorService, TimerService, backoffPolicy)
from twisted.application.service import MultiService, Service
from twisted.internet import error, task
from twisted.internet.defer import Deferred
from twisted.internet.protocol import Factory, Protocol
from twisted.python.failure import Failure

from harness import scenario


class Tracer(Service):
    def __init__(self, s, label, stop=None, startError=None):
        self.s, self.label, self.stop, self.startError = s, label, stop, startError

    def privilegedStartService(self):
        self.s.log("privileged", name=self.label)

    def startService(self):
        self.s.log("start", name=self.label)
        if self.startError:
            raise self.startError
        Service.startService(self)

    def stopService(self):
        self.s.log("stop", name=self.label)
        Service.stopService(self)
        if callable(self.stop):
            return self.stop()


@scenario("v01", "MultiService: start in order, stop in reverse, nested")
def v01(s):
    """
    top[A, mid[B, C], D]; privilegedStartService, startService, stopService; running flags; result of stopService
    """
    top, mid = MultiService(), MultiService()
    Tracer(s, "A").setServiceParent(top)
    mid.setServiceParent(top)
    Tracer(s, "B").setServiceParent(mid)
    Tracer(s, "C").setServiceParent(mid)
    Tracer(s, "D").setServiceParent(top)
    s.log("running", top=bool(top.running), mid=bool(mid.running))
    top.privilegedStartService()
    top.startService()
    s.log("running", top=bool(top.running), mid=bool(mid.running))
    s.watch("stopped", top.stopService())
    s.log("running", top=bool(top.running), mid=bool(mid.running))


@scenario("v02", "stopService waits for all; errors are in the list and reported")
def v02(s):
    """
    top[A (Deferred +3), B (raises ValueError b), C (Deferred +1 fails KeyError c), D (value 5)]; all stops are begun at once, in reverse
    """
    top = MultiService()

    def bad():
        raise ValueError("b")
    for n, f in (("A", lambda: s.after(3, "a")), ("B", bad),
                 ("C", lambda: s.after(1, exc=KeyError("c"))), ("D", lambda: 5)):
        Tracer(s, n, f).setServiceParent(top)
    top.startService()
    d = top.stopService()
    s.log("stopService returned", running=bool(top.running), called=d.called)
    s.watch("stopped", d)
    s.clock.pump([1, 1, 1])
    del d, top
    gc.collect()
    s.log("end")


@scenario("v03", "a child whose startService raises")
def v03(s):
    """
    top[A, B raises RuntimeError r, C]; startService propagates; C not started; then stopService stops all three
    """
    top = MultiService()
    Tracer(s, "A").setServiceParent(top)
    Tracer(s, "B", startError=RuntimeError("r")).setServiceParent(top)
    Tracer(s, "C").setServiceParent(top)
    s.attempt("startService", top.startService)
    s.log("running", flags=[bool(top.running)] + [bool(x.running) for x in top])
    s.watch("stopped", top.stopService())


@scenario("v04", "adding and removing while running; names; moving")
def v04(s):
    """
    running top: add A (privileged, start at once); duplicate name; rename with a parent; remove A -> stop; move B to other parent; remove a stranger
    """
    top, other = MultiService(), MultiService()
    top.startService()
    a = Tracer(s, "A")
    a.setName("a")
    a.setServiceParent(top)
    s.log("named", same=top.getServiceNamed("a") is a)
    b = Tracer(s, "B")
    b.setName("a")
    s.attempt("duplicate name", b.setServiceParent, top)
    s.attempt("rename", a.setName, "x")
    s.attempt("getServiceNamed", top.getServiceNamed, "zz")
    d = a.disownServiceParent()
    s.log("disowned", result=d, parent=a.parent is None)
    c = Tracer(s, "C", lambda: s.after(1, "c stopped"))
    c.setServiceParent(top)
    c.setServiceParent(other)
    s.log("moved", inTop=c in list(top), inOther=c in list(other))
    s.attempt("remove a stranger", top.removeService, a)
    s.attempt("remove a stranger without a name", top.removeService, Tracer(s, "X"))


@scenario("v05", "TimerService")
def v05(s):
    """
    TimerService(2, f, 1, k=2), clock; start at 1, pump to 6; stop; start again (immediate run); a body that raises: logged, loop dead, service still 'running'; stop works
    """
    s.clock.advance(1)
    t = TimerService(2, lambda *a, **k: s.log("run", args=a, kw=k), 1, k=2)
    t.clock = s.clock
    s.attempt("stop before start", t.stopService)
    t.startService()
    s.clock.pump([1] * 5)
    s.watch("stopped", t.stopService())
    s.log("running", value=bool(t.running))
    s.clock.pump([1] * 3)
    t.startService()
    s.watch("stopped again", t.stopService())
    n = [0]

    def bad():
        n[0] += 1
        s.log("run", n=n[0])
        if n[0] == 2:
            raise ValueError("two")
    t = TimerService(1, bad)
    t.clock = s.clock
    t.startService()
    s.clock.pump([1, 1, 1])
    s.log("running", value=bool(t.running))
    s.watch("stopped", t.stopService())
    s.log("running", value=bool(t.running))


@scenario("v06", "TimerService.stopService waits for the running body")
def v06(s):
    """
    body lasts 3; start at 0; stop at 1: fires at 3; running flag until then
    """
    t = TimerService(1, lambda: s.after(3).addCallback(lambda v: s.log("body done")))
    t.clock = s.clock
    t.startService()
    s.clock.advance(1)
    d = t.stopService()
    s.log("stopService returned", running=bool(t.running), called=d.called)
    s.watch("stopped", d)
    s.clock.advance(1)
    s.clock.advance(1)
    s.log("running", value=bool(t.running))


@scenario("v07", "backoffPolicy")
def v07(s):
    """
    default numbers with jitter 0 for attempts 0..12, 100, 1000; factor 1e10; jitter 0.25; initialDelay above maxDelay
    """
    p = backoffPolicy(jitter=lambda: 0)
    s.log("default", delays=[p(i) for i in list(range(13)) + [100, 1000]])
    p = backoffPolicy(initialDelay=1, maxDelay=1e300, factor=1e10, jitter=lambda: 0)
    s.log("overflow", delays=[p(i) for i in (1, 2, 29, 31, 40)])
    p = backoffPolicy(jitter=lambda: .25)
    s.log("jitter", delays=[p(i) for i in (1, 10, 11)])
    p = backoffPolicy(initialDelay=100, maxDelay=10, jitter=lambda: 0)
    s.log("above max", delays=[p(0), p(1)])
    p = backoffPolicy()
    v = [p(1) for i in range(200)]
    s.log("random", low=min(v) >= 1.5, high=max(v) < 2.5)


class Endpoint:
    """connect() returns Deferreds the scenario settles by hand."""

    def __init__(self, s):
        self.s = s
        self.waiting = []

    def connect(self, factory):
        n = len(self.waiting) + 1
        self.s.log("connect", attempt=n)
        d = Deferred(lambda x: self.s.log("connect cancelled", attempt=n))
        self.waiting.append((factory, d))
        return d

    def refuse(self):
        f, d = self.waiting[-1]
        d.errback(error.ConnectionRefusedError())

    def accept(self):
        f, d = self.waiting[-1]
        p = f.buildProtocol(None)
        self.transport = Transport(self.s, p)
        p.makeConnection(self.transport)
        d.callback(p)
        return p


class Transport:
    def __init__(self, s, proto):
        self.s, self.proto = s, proto

    def loseConnection(self):
        self.s.log("loseConnection")

    def lost(self):
        self.proto.connectionLost(Failure(error.ConnectionDone()))


class P(Protocol):
    def connectionMade(self):
        self.factory.s.log("connectionMade")

    def connectionLost(self, reason):
        self.factory.s.log("connectionLost", why=reason)


def client(s, **kw):
    e = Endpoint(s)
    f = Factory.forProtocol(P)
    f.noisy = False
    f.s = s
    return e, ClientService(e, f, retryPolicy=kw.pop("policy", lambda n: s.log("policy", attempt=n) or float(n)),
                            clock=s.clock, **kw)


@scenario("v08", "ClientService: retries, success resets the count, reconnect after a loss")
def v08(s):
    """
    policy(n) = n seconds. start; refuse at 0, at 1, at 3; accept at 6; lost at 10: policy(1), connect at 11; accept; stop; lost
    """
    e, c = client(s)
    s.watch("whenConnected", c.whenConnected())
    c.startService()
    s.log("started", running=bool(c.running))
    e.refuse()
    s.clock.advance(1)
    e.refuse()
    s.clock.advance(2)
    e.refuse()
    s.clock.advance(3)
    e.accept()
    s.clock.advance(4)
    e.transport.lost()
    s.clock.advance(1)
    e.accept()
    s.watch("whenConnected now", c.whenConnected())
    s.watch("stopped", c.stopService())
    s.log("stopping", running=bool(c.running))
    s.watch("whenConnected while stopping", c.whenConnected())
    e.transport.lost()
    s.watch("whenConnected when stopped", c.whenConnected())
    s.clock.advance(50)


@scenario("v09", "ClientService: stopping while connecting and while waiting; start again")
def v09(s):
    """
    A: stop while connecting: attempt cancelled. B: stop while waiting for the retry: timer cancelled, waiters get CancelledError. C: start, start (warned, ignored), stop, start while disconnecting
    """
    e, c = client(s)
    c.startService()
    s.watch("A whenConnected", c.whenConnected())
    s.watch("A stopped", c.stopService())
    s.log("B")
    e, c = client(s)
    c.startService()
    e.refuse()
    s.watch("B whenConnected", c.whenConnected())
    s.log("pending", n=len(s.clock.getDelayedCalls()))
    s.watch("B stopped", c.stopService())
    s.log("pending", n=len(s.clock.getDelayedCalls()))
    s.log("C")
    e, c = client(s)
    s.watch("C stop before start", c.stopService())
    c.startService()
    c.startService()
    e.accept()
    s.watch("C stopped", c.stopService())
    c.startService()
    e.transport.lost()
    e.accept()
    s.watch("C stopped again", c.stopService())
    e.transport.lost()


@scenario("v10", "whenConnected(failAfterFailures); prepareConnection")
def v10(s):
    """
    waiters with 1, 2, None; two refusals, then accept. prepareConnection fails the first time: counts as a failed attempt
    """
    e, c = client(s)
    c.startService()
    for n in (1, 2, None):
        s.watch("after %s" % n, c.whenConnected(failAfterFailures=n))
    e.refuse()
    s.clock.advance(1)
    e.refuse()
    s.clock.advance(2)
    e.accept()
    s.log("prepareConnection")
    n = [0]

    def prepare(p):
        n[0] += 1
        s.log("prepare", n=n[0])
        if n[0] == 1:
            raise ValueError("not ready")
        return s.after(1)
    e, c = client(s, prepareConnection=prepare)
    c.startService()
    s.watch("connected", c.whenConnected())
    e.accept()
    s.clock.advance(1)
    e.accept()
    s.clock.advance(1)


@scenario("v11", "CooperatorService")
def v11(s):
    """
    coiterate before start queues; startService; stopService fails the task; running flag of the service itself is untouched
    """
    c = CooperatorService()
    c.coop = task.Cooperator(terminationPredicateFactory=lambda: lambda: True,
                             scheduler=lambda f: s.clock.callLater(1, f),
                             started=False)

    def it():
        for i in range(5):
            s.log("unit", i=i)
            yield None
    s.watch("task", c.coiterate(it()))
    s.clock.advance(1)
    c.startService()
    s.log("running", coop=c.coop.running, service=bool(c.running))
    s.clock.pump([1, 1])
    c.stopService()
    s.log("running", coop=c.coop.running)


@scenario("v12", "an application on the reactor: start hooks and a graceful stop", env="reactor")
def v12(s):
    """
    top[timer every 1 s, slow (stop takes 2.5 s)]; callWhenRunning startService; before/shutdown stopService; stop at 3.5; the timer stops first ... see order; loop ends at 6
    """
    r = s.reactor
    top = MultiService()
    t = TimerService(1, lambda: s.log("run", name="timer"))
    t.clock = r
    t.setServiceParent(top)
    Tracer(s, "slow", lambda: s.after(2.5).addCallback(lambda v: s.log("slow done"))).setServiceParent(top)
    r.callWhenRunning(top.startService)
    r.addSystemEventTrigger("before", "shutdown", top.stopService)
    r.callLater(3.5, s.runner("stop", r.stop))
    r.callLater(5, s.hit, "T5")
    r.callLater(7, s.hit, "T7")
    r.run()


@scenario("v13", "a child that is added while its parent starts is started twice")
def v13(s):
    """
    top[A, B]: A's startService adds N to top: N is started by being added, and again in its turn
    """
    top = MultiService()

    class Adder(Tracer):
        def startService(self):
            Tracer.startService(self)
            Tracer(self.s, "N").setServiceParent(top)
    Adder(s, "A").setServiceParent(top)
    Tracer(s, "B").setServiceParent(top)
    top.startService()
    s.log("children", names=[x.label for x in top])


@scenario("v14", "stopService of services in services: lists in lists, in reverse order")
def v14(s):
    """
    top[A (+1 'a'), mid[B (+3 'b'), C (value 'c')], D (+2 'd')]: begun D, C, B, A at once; fired at 3
    """
    top, mid = MultiService(), MultiService()
    Tracer(s, "A", lambda: s.after(1, "a")).setServiceParent(top)
    mid.setServiceParent(top)
    Tracer(s, "B", lambda: s.after(3, "b")).setServiceParent(mid)
    Tracer(s, "C", lambda: "c").setServiceParent(mid)
    Tracer(s, "D", lambda: s.after(2, "d")).setServiceParent(top)
    top.startService()
    s.watch("stopped", top.stopService())
    s.clock.pump([1, 1, 1])


@scenario("v15", "removing a child: its Deferred from a running parent, nothing from one that stands still")
def v15(s):
    """
    idle parent: A added, not started; disowned: not stopped, None. running parent: B's Deferred comes from disownServiceParent
    """
    idle, top = MultiService(), MultiService()
    a = Tracer(s, "A", lambda: s.after(1, "a"))
    a.setServiceParent(idle)
    s.log("disowned", result=a.disownServiceParent(), running=bool(a.running), children=len(list(idle)))
    top.startService()
    b = Tracer(s, "B", lambda: s.after(1, "b"))
    b.setServiceParent(top)
    s.log("running", value=bool(b.running))
    s.watch("B stopped", b.disownServiceParent())
    s.log("disowned", running=bool(b.running), parent=b.parent is None)
    s.clock.advance(1)
    s.attempt("disown again", b.disownServiceParent)


@scenario("v16", "a child refused for its name thinks it has a parent, and takes the other's name away")
def v16(s):
    """
    top[A 'x']; B 'x'.setServiceParent(top): RuntimeError, B.parent is top; B.disownServiceParent(): ValueError, and top knows no 'x' any more
    """
    top = MultiService()
    a, b = Tracer(s, "A"), Tracer(s, "B")
    for x in (a, b):
        x.setName("x")
    a.setServiceParent(top)
    s.attempt("B.setServiceParent", b.setServiceParent, top)
    s.log("B", parentIsTop=b.parent is top, children=[x.label for x in top])
    s.log("x", isA=top.getServiceNamed("x") is a)
    s.attempt("B.disownServiceParent", b.disownServiceParent)
    s.attempt("getServiceNamed", top.getServiceNamed, "x")
    s.log("children", names=[x.label for x in top])
    s.attempt("A.disownServiceParent", a.disownServiceParent)


@scenario("v17", "TimerService stopped twice: one Deferred; stopped while it waits")
def v17(s):
    """
    body lasts 3; stop at 1 and at 2: the same Deferred; it fires at 3; stopped once more after that
    """
    t = TimerService(1, lambda: s.after(3).addCallback(lambda v: s.log("body done")))
    t.clock = s.clock
    t.startService()
    s.clock.advance(1)
    d = t.stopService()
    s.clock.advance(1)
    s.log("same", value=t.stopService() is d)
    s.watch("stopped", d)
    s.clock.advance(1)
    s.log("running", value=bool(t.running))
    s.watch("stopped again", t.stopService())


@scenario("v18", "TimerService stopped by its own body, and one whose first run fails")
def v18(s):
    """
    A: the second run stops the service: its Deferred fires after the run. B: the first run raises ValueError b inside startService: logged there
    """
    n = [0]

    def body():
        n[0] += 1
        s.log("run", n=n[0])
        if n[0] == 2:
            d = t.stopService()
            s.log("stopService returned", called=d.called, running=bool(t.running))
            s.watch("stopped", d)
    t = TimerService(1, body)
    t.clock = s.clock
    t.startService()
    s.clock.pump([1, 1])
    s.log("running", value=bool(t.running))

    def bad():
        raise ValueError("b")
    b = TimerService(1, bad)
    b.clock = s.clock
    s.attempt("startService", b.startService)
    s.log("running", value=bool(b.running), pending=len(s.clock.getDelayedCalls()))
    s.watch("B stopped", b.stopService())


@scenario("v19", "TimerService started twice: two loops, of which only the newer one can be stopped")
def v19(s):
    """
    step 2; started at 0 and at 1; stopped at 3.5; the first loop goes on
    """
    t = TimerService(2, s.hit, "body")
    t.clock = s.clock
    t.startService()
    s.clock.advance(1)
    t.startService()
    s.clock.pump([1, 1, .5])
    s.watch("stopped", t.stopService())
    s.clock.pump([.5, 1, 1])
    s.log("running", value=bool(t.running), pending=len(s.clock.getDelayedCalls()))


@scenario("v20", "a TimerService in a parent: started late, stopped with it, moved")
def v20(s):
    """
    running top: timer (step 1, body lasts 0.5) added at 0.25; moved to a running other at 1.5 while its body runs; other stopped at 3
    """
    top, other = MultiService(), MultiService()
    for x in (top, other):
        x.startService()
    n = [0]

    def body():
        n[0] += 1
        i = n[0]
        s.log("run", n=i)
        return s.after(.5).addCallback(lambda v: s.log("done", n=i))
    t = TimerService(1, body)
    t.clock = s.clock
    s.clock.advance(.25)
    t.setServiceParent(top)
    s.clock.pump([.5, .5, .25])
    t.setServiceParent(other)
    s.log("moved", running=bool(t.running), parent=t.parent is other)
    s.clock.pump([.25, .25, .5, .5])
    s.watch("stopped", other.stopService())
    s.clock.pump([.5, .5, .5])


@scenario("v21", "backoffPolicy: odd numbers")
def v21(s):
    """
    factor 1; factor 0.5; initialDelay 0, also with an overflow; attempts 0 and -1; a maximum of 0; a negative jitter
    """
    def policy(**kw):
        return backoffPolicy(jitter=kw.pop("jitter", lambda: 0), **kw)

    def show(name, p, *ns):
        s.log(name, delays=[p(n) for n in ns])
    show("factor 1", policy(factor=1.0), 1, 2, 1000)
    show("factor 0.5", policy(factor=.5), 1, 2, 3, 101, 1000)
    show("initialDelay 0", policy(initialDelay=0.0), 1, 2, 100)
    show("initialDelay 0, overflow", policy(initialDelay=0.0, factor=1e10), 1, 30, 31, 100)
    show("few attempts", policy(), 0, -1)
    show("maxDelay 0", policy(maxDelay=0.0), 1, 2)
    show("jitter", policy(maxDelay=1.0, jitter=lambda: -.25), 1, 2)


@scenario("v22", "ClientService: the failures before a stop count after the next start")
def v22(s):
    """
    refuse at 0 and 1, stop at 1.5, start: connect at once, refuse: policy(3)
    """
    e, c = client(s)
    c.startService()
    e.refuse()
    s.clock.advance(1)
    e.refuse()
    s.clock.advance(.5)
    s.watch("stopped", c.stopService())
    c.startService()
    e.refuse()
    s.log("pending", at=[x.getTime() for x in s.clock.getDelayedCalls()])
    s.watch("stopped", c.stopService())


@scenario("v23", "ClientService: started again and stopped again while it disconnects")
def v23(s):
    """
    accept; stop; start; stop; the connection is lost: stopped, both Deferreds fire, no connect; whenConnected asked for in between fails
    """
    e, c = client(s)
    c.startService()
    e.accept()
    s.watch("stopped", c.stopService())
    c.startService()
    s.log("restarting", running=bool(c.running))
    s.watch("whenConnected", c.whenConnected())
    s.watch("stopped again", c.stopService())
    s.log("lost")
    e.transport.lost()
    s.watch("stopped at last", c.stopService())
    s.clock.advance(10)


@scenario("v24", "whenConnected counts failures from when it is asked for, also before the start")
def v24(s):
    """
    before start: W (no limit), X (1); start, refuse; Y (2), Z (1) asked for at 0.5; refuse at 1, at 3; accept at 6
    """
    e, c = client(s)
    s.watch("W", c.whenConnected())
    s.watch("X", c.whenConnected(failAfterFailures=1))
    c.startService()
    e.refuse()
    s.clock.advance(.5)
    s.watch("Y", c.whenConnected(failAfterFailures=2))
    s.watch("Z", c.whenConnected(failAfterFailures=1))
    s.clock.advance(.5)
    e.refuse()
    s.clock.advance(2)
    e.refuse()
    s.clock.advance(3)
    e.accept()
    s.watch("late", c.whenConnected(failAfterFailures=1))


@scenario("v25", "ClientService: stopped while prepareConnection is at work")
def v25(s):
    """
    accept; prepareConnection takes 2 s; stop at 1: its Deferred is cancelled, the service has stopped; the connection is not closed
    """
    def prepare(p):
        s.log("prepare")
        return s.after(2)
    e, c = client(s, prepareConnection=prepare)
    s.watch("whenConnected", c.whenConnected())
    c.startService()
    e.accept()
    s.clock.advance(1)
    s.watch("stopped", c.stopService())
    s.clock.advance(5)


@scenario("v26", "ClientService: a timer is pending only while it waits; losses in a row count from one")
def v26(s):
    """
    accept, lost, reconnect at 1, accept, lost at 2, reconnect at 3 refused: policy(1), policy(1), policy(2)
    """
    e, c = client(s)
    c.startService()

    def pending():
        s.log("pending", at=[x.getTime() for x in s.clock.getDelayedCalls()])
    pending()
    e.accept()
    pending()
    e.transport.lost()
    pending()
    s.clock.advance(1)
    e.accept()
    s.clock.advance(1)
    e.transport.lost()
    s.clock.advance(1)
    e.refuse()
    pending()
    s.watch("stopped", c.stopService())
    pending()


@scenario("v27", "names: free again after leaving, not changed while there is a parent")
def v27(s):
    """
    A 'a' in top; rename refused; disowned, renamed 'b', added again; C takes 'a'; an empty name stays known for ever
    """
    top = MultiService()
    a, c, e = Tracer(s, "A"), Tracer(s, "C"), Tracer(s, "E")
    a.setName("a")
    a.setServiceParent(top)
    s.attempt("rename", a.setName, "b")
    a.disownServiceParent()
    a.setName("b")
    a.setServiceParent(top)
    c.setName("a")
    c.setServiceParent(top)
    s.log("names", a=top.getServiceNamed("a") is c, b=top.getServiceNamed("b") is a)
    e.setName("")
    e.setServiceParent(top)
    e.disownServiceParent()
    s.log("empty name", isE=top.getServiceNamed("") is e, children=[x.label for x in top])


@scenario("v28", "CooperatorService: tasks before, during and after its time")
def v28(s):
    """
    A, B before the start; stop at 2: A is told, B is not (C-13); C added then fails; start: D runs
    """
    c = CooperatorService()
    c.coop = task.Cooperator(terminationPredicateFactory=lambda: lambda: True,
                             scheduler=lambda f: s.clock.callLater(1, f),
                             started=False)

    def it(n):
        for i in range(3):
            s.log("unit", task=n, i=i)
            yield None
    for n in "AB":
        s.watch(n, c.coiterate(it(n)))
    c.startService()
    s.clock.pump([1, 1])
    s.attempt("stopService", c.stopService)
    s.watch("C", c.coiterate(it("C")))
    c.startService()
    s.watch("D", c.coiterate(it("D")))
    s.clock.pump([1, 1, 1, 1])
    s.log("running", coop=c.coop.running, service=bool(c.running))


@scenario("v29", "an application whose stop fails: the reactor ends all the same", env="reactor")
def v29(s):
    """
    top[A (stop raises ValueError a), B (+1)]; stop at 1: before/shutdown waits until 2; the failure of A is reported
    """
    r = s.reactor
    top = MultiService()

    def bad():
        raise ValueError("a")
    Tracer(s, "A", bad).setServiceParent(top)
    Tracer(s, "B", lambda: s.after(1, "b")).setServiceParent(top)
    r.callWhenRunning(top.startService)

    def bye():
        d = top.stopService()
        d.addCallback(s.cb("stopped"))
        return d
    r.addSystemEventTrigger("before", "shutdown", bye)
    r.callLater(1, s.runner("stop", r.stop))
    r.run()
    gc.collect()
    s.log("end")


@scenario("v30", "TimerService started twice: the failure of the older loop ends the newer one too")
def v30(s):
    """
    step 1; started at 0 and at 0.5; the third run, at 1, raises ValueError three: the newer loop runs once more, at 1.5
    """
    n = [0]

    def body():
        n[0] += 1
        s.log("run", n=n[0])
        if n[0] == 3:
            raise ValueError("three")
    t = TimerService(1, body)
    t.clock = s.clock
    t.startService()
    s.clock.advance(.5)
    t.startService()
    s.clock.pump([.5, .5, .5, .5])
    s.log("running", value=bool(t.running), pending=len(s.clock.getDelayedCalls()))
    s.watch("stopped", t.stopService())
    s.log("running", value=bool(t.running))
