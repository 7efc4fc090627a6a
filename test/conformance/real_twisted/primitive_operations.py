"""Operations on locks, semaphores and queues."""
from twisted.internet.defer import DeferredLock, DeferredQueue, DeferredSemaphore

from real_twisted.outcome import outcome


class PrimitiveOperations:
    """A part of DeferredProgram."""

    ON_PRIMITIVES = {
        "lock", "semaphore", "queue", "acquire", "run", "release", "put", "get"}

    def do_on_primitive(self, kind, name, *args):
        """What was not made is passed over."""
        if kind == "lock":
            self.locks[name] = DeferredLock()
        elif kind == "semaphore":
            self.locks[name] = DeferredSemaphore(args[0])
        elif kind == "queue":
            self.queues[name] = DeferredQueue(*args)
        elif kind in ("put", "get"):
            if name in self.queues:
                f = self.queues[name].put if kind == "put" else self.get
                given = args if kind == "put" else (self.queues[name], *args)
                self.rows.append([kind, name, outcome(f, *given)])
        elif name in self.locks:
            lock = self.locks[name]
            f, given = {
                "acquire": (self.acquire, (lock, *args)),
                "run": (self.run_with, (lock, *args)),
                "release": (lock.release, ()),
            }[kind]
            self.rows.append([kind, name, outcome(f, *given)])

    def get(self, queue, name):
        # It can be named only when this has returned.
        self.deferreds[name] = queue.get()

    def acquire(self, lock, name):
        self.deferreds[name] = lock.acquire()

    def run_with(self, lock, name, action):
        def f():
            self.rows.append(["runs", name])
            return self.act(action, None)
        self.deferreds[name] = lock.run(f)

    def primitives(self):
        """What is free and who waits, of each."""
        shown = {}
        for name, lock in self.locks.items():
            free = int(not lock.locked) if isinstance(lock, DeferredLock) else lock.tokens
            shown[name] = [free, self.text(lock.waiting)]
        for name, queue in self.queues.items():
            shown[name] = [self.text(queue.pending), self.text(queue.waiting)]
        return shown
