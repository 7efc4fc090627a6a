"""Coroutines whose bodies do the steps of a program."""
from twisted.internet.defer import Deferred, inlineCallbacks
from twisted.python.failure import Failure

from real_twisted.outcome import Boom, Unfit


class Awaited:
    """
    A Deferred in an await, with an end: one that a link of its own has paused
    is asked for its result again and again by Twisted, for ever.  There the
    program is given up.
    """

    def __init__(self, program, d):
        self.program = program
        self.d = d

    def __await__(self):
        asked = iter(self.d)
        sent = None
        for turn in range(2):
            try:
                waited_for = asked.send(sent)
            except StopIteration as end:
                return end.value
            if turn == 1:
                self.program.unfit = True
                raise Unfit()
            sent = yield waited_for


class CoroutineBodies:
    """
    A part of DeferredProgram.  Steps are done by a generator and by a
    coroutine, which give what the body returns in a tuple, or None where it
    goes on.  Nothing is done for what is freed while it waits.
    """

    def start(self, name, how, steps):
        # It can be named only when this has returned.
        if how == "yield":
            self.deferreds[name] = inlineCallbacks(self.generator)(name, steps)
        else:
            self.deferreds[name] = Deferred.fromCoroutine(self.coroutine(name, steps))

    def generator(self, name, steps):
        returned = yield from self.do_steps(name, steps)
        return returned[0] if returned else None

    async def coroutine(self, name, steps):
        returned = await self.await_steps(name, steps)
        return returned[0] if returned else None

    def do_steps(self, name, steps):
        for kind, *args in steps:
            returned = None
            if kind == "wait" and args[0] in self.deferreds:
                self.sent(name, (yield self.deferreds[args[0]]))
            elif kind == "value":
                self.sent(name, (yield args[0]))
            elif kind == "try":
                try:
                    returned = yield from self.do_steps(name, args[0])
                except Exception as e:
                    caught = e
                else:
                    caught = None
                if caught is not None:
                    self.rows.append(["caught", name, self.text(Failure(caught))])
                    returned = yield from self.do_steps(name, args[1])
            elif kind == "finally":
                try:
                    returned = yield from self.do_steps(name, args[0])
                except Exception:
                    self.rows.append(["finally", name])
                    yield from self.do_steps(name, args[1])
                    raise
                self.rows.append(["finally", name])
                yield from self.do_steps(name, args[1])
            elif kind == "hold" and args[0] in self.locks:
                lock = self.locks[args[0]]
                yield lock.acquire()
                try:
                    returned = yield from self.do_steps(name, args[1])
                except Exception:
                    lock.release()
                    raise
                lock.release()
            else:
                returned = self.do_at_once(kind, args)
            if returned:
                return returned

    async def await_steps(self, name, steps):
        for kind, *args in steps:
            returned = None
            if kind == "wait" and args[0] in self.deferreds:
                self.sent(name, await Awaited(self, self.deferreds[args[0]]))
            elif kind == "value":
                self.sent(name, await args[0])
            elif kind == "try":
                try:
                    returned = await self.await_steps(name, args[0])
                except Exception as e:
                    caught = e
                else:
                    caught = None
                if caught is not None:
                    self.rows.append(["caught", name, self.text(Failure(caught))])
                    returned = await self.await_steps(name, args[1])
            elif kind == "finally":
                try:
                    returned = await self.await_steps(name, args[0])
                except Exception:
                    self.rows.append(["finally", name])
                    await self.await_steps(name, args[1])
                    raise
                self.rows.append(["finally", name])
                await self.await_steps(name, args[1])
            elif kind == "hold" and args[0] in self.locks:
                async with self.locks[args[0]]:
                    returned = await self.await_steps(name, args[1])
            else:
                returned = self.do_at_once(kind, args)
            if returned:
                return returned

    def do_at_once(self, kind, args):
        """A step that needs no wait; what is not there (yet) is passed over."""
        if kind == "do":
            for op in args[0]:
                self.do(op)
        elif kind == "raise":
            raise Boom(args[0])
        elif kind == "return":
            return (args[0],)
        return None

    def sent(self, name, value):
        self.rows.append(["sent", name, self.text(value)])
