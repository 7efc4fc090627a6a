"""Cases: DeferredLock, DeferredSemaphore, DeferredQueue (P-1 to P-11)."""
from twisted.internet import task
from twisted.internet.defer import (
    Deferred, DeferredLock, DeferredQueue, DeferredSemaphore, ensureDeferred,
    fail, inlineCallbacks)
from twisted.python.failure import Failure
from harness import scenario


@scenario("p01", "DeferredLock: FIFO, synchronous hand-over, misuse")
def p01(s):
    """
    acquire x3 (A, B, C); release: B's callback runs inside release; B's callback acquires again (E) -> end of queue; release until empty; release once too often
    """
    lock = DeferredLock()

    def got(n, more=None):
        def f(v):
            s.log("acquired", name=n, isLock=v is lock, locked=lock.locked)
            if more:
                more()
        return f
    lock.acquire().addCallback(got("A"))
    lock.acquire().addCallback(got("B", lambda: lock.acquire().addCallback(got("E"))))
    lock.acquire().addCallback(got("C"))
    s.log("waiting", n=len(lock.waiting))
    for i in range(4):
        lock.release()
        s.log("released", i=i, locked=lock.locked, waiting=len(lock.waiting))
    s.attempt("release", lock.release)


@scenario("p02", "lock.run: release comes before the caller hears of the result")
def p02(s):
    """
    run(job1: Deferred fired at 1), run(job2: returns 2 at once), run(job3 raises); watch all; advance(1)
    """
    lock = DeferredLock()

    def job(n, fn):
        def f():
            s.log("job starts", name=n)
            return fn()
        return f

    def boom():
        raise ValueError("3")
    s.watch("r1", lock.run(job("1", lambda: s.after(1, "one"))))
    s.watch("r2", lock.run(job("2", lambda: 2)))
    s.watch("r3", lock.run(job("3", boom)))
    s.clock.advance(1)
    s.log("locked", value=lock.locked)


@scenario("p03", "cancelling a waiter, and a running run()")
def p03(s):
    """
    lock held by A (cancelling A's fired Deferred changes nothing); B and C wait; cancel B; release -> C. then run(job) waiting cancelled: job never called; run(job) running cancelled: job's Deferred cancelled, lock released
    """
    lock = DeferredLock()
    lock.acquire().cancel()
    s.log("locked", value=lock.locked)
    b = s.watch("B", lock.acquire())
    s.watch("C", lock.acquire().addCallback(lambda v: "lock"))
    b.cancel()
    s.log("waiting", n=len(lock.waiting))
    lock.release()
    r = s.watch("waiting run", lock.run(s.runner("never")))
    r.cancel()
    lock.release()
    inner = Deferred(lambda x: s.log("canceller", name="job"))
    r = lock.run(lambda: inner)
    s.watch("running run", r)
    s.watch("next", lock.run(lambda: "next"))
    r.cancel()
    s.log("locked", value=lock.locked)


@scenario("p04", "DeferredSemaphore: tokens, FIFO, misuse")
def p04(s):
    """
    DeferredSemaphore(0); sem(2): acquire A, B, C, D; cancel C; release -> D; release x2; release too often
    """
    s.attempt("DeferredSemaphore(0)", DeferredSemaphore, 0)
    sem = DeferredSemaphore(2)

    def look(what):
        s.log(what, tokens=sem.tokens, limit=sem.limit, waiting=len(sem.waiting))
    ds = {}
    for n in "ABCD":
        ds[n] = s.watch(n, sem.acquire().addCallback(lambda v: v is sem))
    look("start")
    ds["C"].cancel()
    for i in range(3):
        sem.release()
        look("released")
    s.attempt("release", sem.release)


@scenario("p05", "semaphore.run: five jobs, two at a time")
def p05(s):
    """
    sem(2); run jobs 1..5 lasting 3,1,1,2,1; pump 0.5 to 6
    """
    sem = DeferredSemaphore(2)

    def job(n, t):
        def f():
            s.log("job starts", name=n)
            return s.after(t, n)
        return f
    for n, t in ((1, 3), (2, 1), (3, 1), (4, 2), (5, 1)):
        s.watch("job %d" % n, sem.run(job(n, t)))
    s.clock.pump([.5] * 12)


@scenario("p06", "DeferredQueue: order, limits, zero limits")
def p06(s):
    """
    put a, b; get x3; put c (wakes the third); size=1: put, put -> QueueOverflow; backlog=1: get, get -> QueueUnderflow; size=0; backlog=0
    """
    q = DeferredQueue()
    q.put("a")
    q.put("b")
    for i in range(3):
        s.watch("get %d" % i, q.get())
    s.log("waiting", n=len(q.waiting), pending=len(q.pending))
    q.put("c")
    s.log("after put")
    q = DeferredQueue(size=1)
    s.attempt("put", q.put, 1)
    s.attempt("put", q.put, 2)
    s.watch("get", q.get())
    q = DeferredQueue(backlog=1)
    s.watch("get 0", q.get())
    s.attempt("get", q.get)
    q.put("x")
    q = DeferredQueue(size=0)
    s.attempt("put", q.put, 1)
    s.watch("get", q.get())
    s.attempt("put", q.put, 1)
    q = DeferredQueue(backlog=0)
    s.attempt("get", q.get)
    q.put(5)
    s.watch("get", q.get())


@scenario("p07", "DeferredQueue: cancelling a getter; re-entrant get and put")
def p07(s):
    """
    get A, B, C; cancel B; put 1, 2. then a getter whose callback puts and gets again
    """
    q = DeferredQueue()
    ds = [s.watch(n, q.get()) for n in "ABC"]
    ds[1].cancel()
    q.put(1)
    q.put(2)
    q.put(3)
    s.log("pending", n=len(q.pending))

    def again(v):
        s.log("got", value=v)
        if v < 6:
            q.get().addCallback(again)
            q.put(v + 1)
    q.get().addCallback(again)


@scenario("p08", "two consumers on a queue, producer on the clock")
def p08(s):
    """
    workers W1, W2: loop get, log, wait 2 s. items put at 1, 1, 1, 4: who takes what when
    """
    q = DeferredQueue()

    @inlineCallbacks
    def worker(n):
        while True:
            v = yield q.get()
            s.log("takes", worker=n, item=v)
            yield task.deferLater(s.clock, 2)
            s.log("done", worker=n, item=v)
    worker("W1")
    worker("W2")
    for t, v in ((1, "a"), (1, "b"), (1, "c"), (4, "d")):
        s.clock.callLater(t, q.put, v)
    s.clock.pump([.5] * 16)


@scenario("p09", "async with on a lock; a failing run releases")
def p09(s):
    """
    coroutine holds the lock with 'async with' over a 1 s wait and raises; the second one gets it after; the same with a semaphore of one token
    """
    for lock in (DeferredLock(), DeferredSemaphore(1)):
        p09part(s, lock)


def p09part(s, lock):
    async def user(n, bad):
        async with lock:
            s.log("inside", name=n)
            await task.deferLater(s.clock, 1)
            if bad:
                raise ValueError(n)
        s.log("left", name=n)
    s.watch("A", ensureDeferred(user("A", True)))
    s.watch("B", ensureDeferred(user("B", False)))
    s.clock.pump([1, 1])
    s.log("free", value=lock.tokens == 1 if hasattr(lock, "tokens") else not lock.locked)


@scenario("p10", "each holder releases in its own callback: all in one release")
def p10(s):
    """
    lock held; A, B, C wait, each logs, releases and logs again; one release(): nested from A to C
    """
    lock = DeferredLock()
    lock.acquire()

    def use(n):
        def f(v):
            s.log("has it", name=n, waiting=len(lock.waiting))
            lock.release()
            s.log("gave it back", name=n, locked=lock.locked)
        return f
    for n in "ABC":
        lock.acquire().addCallback(use(n))
    lock.release()
    s.log("all done", locked=lock.locked)


@scenario("p11", "a run inside a run: beside it fine, waited for a deadlock")
def p11(s):
    """
    run(outer) calls run(inner) on the same lock and returns 'outer': inner runs when outer has released.
    then an outer that returns the inner's Deferred: nothing fires any more; cancel() frees the lock
    """
    lock = DeferredLock()

    def outer():
        s.log("outer starts")
        s.watch("inner", lock.run(s.runner("inner", lambda: "inner")))
        s.log("outer ends")
        return "outer"
    s.watch("outer", lock.run(outer))
    d = s.watch("deadlock", lock.run(lambda: lock.run(s.runner("never"))))
    s.log("stuck", locked=lock.locked, waiting=len(lock.waiting), called=d.called)
    d.cancel()
    s.log("free", locked=lock.locked, waiting=len(lock.waiting))


@scenario("p12", "a job that releases the lock itself")
def p12(s):
    """
    run(f) where f releases: with nobody waiting run's own release fails, and that is the result; with a waiter f's release hands the lock on and run's release takes it from under the new holder
    """
    lock = DeferredLock()

    def f():
        lock.release()
        return "value"
    s.watch("alone", lock.run(f))
    s.log("locked", value=lock.locked)
    lock.acquire()
    s.watch("f", lock.run(f))
    s.watch("next", lock.acquire().addCallback(lambda v: "lock"))
    lock.release()
    s.log("locked", value=lock.locked)


@scenario("p13", "semaphore.run cancelled: waiting, and running")
def p13(s):
    """
    sem(1): run A (a Deferred with a canceller), B, C wait; cancel B: never called; cancel A: its job is cancelled and C runs before A's failure is heard
    """
    sem = DeferredSemaphore(1)
    inner = Deferred(lambda d: s.log("canceller"))
    a = s.watch("A", sem.run(lambda: inner))
    b = s.watch("B", sem.run(s.runner("B")))
    s.watch("C", sem.run(s.runner("C", lambda: "c")))
    b.cancel()
    s.log("B cancelled", tokens=sem.tokens, waiting=len(sem.waiting))
    a.cancel()
    s.log("A cancelled", tokens=sem.tokens, waiting=len(sem.waiting))


@scenario("p14", "cancelling an acquire that has fired keeps the token")
def p14(s):
    """
    sem(2): a and b acquired, a.cancel(), b.cancel(): tokens stay 0; a third waits until a release
    """
    sem = DeferredSemaphore(2)
    a, b = sem.acquire(), sem.acquire()
    a.cancel()
    b.cancel()
    s.log("cancelled", tokens=sem.tokens)
    s.watch("third", sem.acquire().addCallback(lambda v: v is sem))
    s.log("waits", waiting=len(sem.waiting))
    sem.release()
    s.log("released", tokens=sem.tokens)


@scenario("p15", "three tokens, six jobs that end at once: who hears when")
def p15(s):
    """
    sem(3) all taken; six runs wait, of which two raise and one returns a failed Deferred; three releases: in each the jobs run nested, their callers hear in reverse
    """
    sem = DeferredSemaphore(3)
    for i in range(3):
        sem.acquire()

    def job(n):
        def f():
            s.log("job", n=n)
            if n in (1, 4):
                raise ValueError("job %d" % n)
            return fail(KeyError("job 2")) if n == 2 else n
        return f
    for n in range(6):
        s.watch("run %d" % n, sem.run(job(n)))
    for i in range(3):
        sem.release()
        s.log("released", tokens=sem.tokens)


@scenario("p16", "queue: a Failure put in fails the getter; an error in a link stays there")
def p16(s):
    """
    a waiting getter gets a Failure: its errback runs; a getter whose link raises: put() returns, the Deferred has the failure
    """
    q = DeferredQueue()
    q.get().addCallbacks(s.cb("value"), s.cb("failure", value=None))
    s.attempt("put", q.put, Failure(ValueError("in the queue")))
    d = q.get().addCallback(s.cb("raises", exc=KeyError("link")))
    s.attempt("put", q.put, "x")
    s.watch("d", d)


@scenario("p17", "queue: size counts what is stored, backlog who waits")
def p17(s):
    """
    DeferredQueue(size=1, backlog=2): three gets (the third underflows), three puts to the two waiting (the third is stored), a fourth overflows; get frees the place
    """
    q = DeferredQueue(1, 2)

    def get(i):
        s.watch("get %d" % i, q.get())
    for i in range(3):
        s.attempt("get %d" % i, get, i)
    for i in range(4):
        s.attempt("put %d" % i, q.put, i)
    s.attempt("get 3", get, 3)
    s.attempt("put 4", q.put, 4)
    s.log("end", waiting=len(q.waiting), pending=q.pending)


@scenario("p18", "queue: a get that has its object cannot be cancelled; a cancelled one makes room")
def p18(s):
    """
    put, get, cancel: the value stays; backlog=1: get, get underflows, cancel the first, get again works
    """
    q = DeferredQueue(backlog=1)
    q.put("a")
    d = q.get()
    d.cancel()
    s.watch("at once", d)
    first = s.watch("first", q.get())
    s.attempt("second", q.get)
    first.cancel()
    s.log("waiting", n=len(q.waiting))
    s.watch("third", q.get())
    q.put("b")
    s.log("end", waiting=len(q.waiting), pending=len(q.pending))


@scenario("p19", "queue: a getter's callback cancels the one behind it")
def p19(s):
    """
    A, B, C wait; A's callback cancels B and asks again (D, behind C); put 1, 2, 3
    """
    q = DeferredQueue()
    ds = {}

    def a(v):
        s.log("A", got=v)
        ds["B"].cancel()
        s.watch("D", q.get())
    q.get().addCallback(a)
    ds["B"] = s.watch("B", q.get())
    s.watch("C", q.get())
    for v in (1, 2, 3):
        q.put(v)
        s.log("put", v=v, waiting=len(q.waiting), pending=len(q.pending))


@scenario("p20", "a limit on the wait for a lock")
def p20(s):
    """
    lock held; A waits with addTimeout(2), B with addTimeout(5); at 2 A fails and leaves the queue; at 3 released: B has it, its timer is gone
    """
    lock = DeferredLock()
    lock.acquire()
    s.watch("A", lock.acquire().addTimeout(2, s.clock))
    b = lock.acquire().addCallback(lambda v: "lock")
    s.watch("B", b.addTimeout(5, s.clock))
    s.clock.callLater(3, lock.release)
    for i in range(3):
        s.clock.advance(1)
        s.log("waiting", n=len(lock.waiting),
              pending=len(s.clock.getDelayedCalls()))
    s.clock.advance(5)


@scenario("p21", "async with: cancelled inside the block, and while waiting for it")
def p21(s):
    """
    A is inside for 5 s, B and C wait; at 1 cancel B: it never comes in, nothing is released; at 2 cancel A: released, C is inside before A's failure is heard
    """
    sem = DeferredSemaphore(1)

    async def user(n):
        try:
            async with sem:
                s.log("inside", name=n)
                await task.deferLater(s.clock, 5)
        finally:
            s.log("out", name=n)
    ds = {n: s.watch(n, ensureDeferred(user(n))) for n in "ABC"}
    s.clock.advance(1)
    ds["B"].cancel()
    s.log("tokens", value=sem.tokens, waiting=len(sem.waiting))
    s.clock.advance(1)
    ds["A"].cancel()
    s.log("tokens", value=sem.tokens, waiting=len(sem.waiting))
    s.clock.advance(5)
    s.log("tokens", value=sem.tokens)


@scenario("p22", "async with gives the block's value on; blocks one after the other")
def p22(s):
    """
    a coroutine enters the same free lock twice in a row and returns from inside the second block
    """
    lock = DeferredLock()

    async def f():
        async with lock:
            s.log("first", locked=lock.locked)
        s.log("between", locked=lock.locked)
        async with lock:
            return "from inside"
    s.watch("f", ensureDeferred(f()))
    s.log("after", locked=lock.locked)


@scenario("p23", "a queue between two stages, a semaphore around the second")
def p23(s):
    """
    producer puts 1..5 every second; three consumers loop on the queue, each taking 2.5 s under a semaphore of two tokens
    """
    q, sem = DeferredQueue(), DeferredSemaphore(2)

    def consume(name):
        def got(item):
            s.log("takes", name=name, item=item)
            return sem.run(work, item)

        def work(item):
            s.log("works", name=name, item=item)
            return s.after(2.5, item)

        def done(item):
            s.log("done", name=name, item=item)
            consume(name)
        q.get().addCallback(got).addCallback(done)
    for n in "ABC":
        consume(n)
    for i in range(1, 6):
        s.clock.callLater(i, q.put, i)
    s.clock.pump([.5] * 24)
    s.log("end", waiting=len(q.waiting), tokens=sem.tokens)
