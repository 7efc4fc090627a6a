"""What a program shows: lines."""
import functools
import inspect
import sys

from twisted.internet.defer import Deferred

from virtual_twisted.show import show, show_error, without_addresses

MOST_LINES = 1000
# How deep calls may be nested.  Python ends a program at a thousand frames.
MOST_FRAMES = 450


class Unfit(BaseException):
    """The program is given up as not fit for comparison."""


class Recorder:
    """Writes the lines of one program."""

    def __init__(self):
        # The program's clock.
        self.now = None
        self.lines = []
        self.unhandled = []
        self.calls = {}
        # Why the program is given up; None while it is not.
        self.unfit = None
        self.is_over = False

    def line(self, ev, **parts):
        if self.is_over:
            return
        if len(self.lines) >= MOST_LINES:
            self.give_up("more than %d lines" % MOST_LINES)
        self.lines.append({"t": round(float(self.now()), 9), "ev": ev, **parts})

    def give_up(self, why):
        self.unfit = self.unfit or why
        raise Unfit(why)

    def end(self, why, time):
        """The last line but those of unhandled errors; what comes later is not shown."""
        self.lines.append({"t": round(float(time), 9), "ev": "end", "why": why})
        self.is_over = True

    def result(self):
        """All lines, when everything that the program made has been freed."""
        if self.unfit is not None:
            return None
        ordered = sorted(self.unhandled, key=lambda unhandled: unhandled[:2])
        return self.lines + [{"ev": "unhandled", "error": error} for _, _, error in ordered]

    def print(self, *values, sep=" ", end="\n", file=None, flush=False):
        self.line("log", text=without_addresses(sep.join(str(value) for value in values)))

    def logged(self, event):
        """Takes an event of Twisted's log."""
        failure = event.get("log_failure") or event.get("failure")
        if failure is None or issubclass(failure.type, Unfit):
            return
        error = show_error(failure.value)
        if event.get("log_namespace") == Deferred.__module__ and event["log_format"] == "":
            # The text of a FirstError would hold a traceback.
            text = error.get("message", repr(failure.value))
            self.unhandled.append((error["type"], text, error))
        else:
            self.line("logged", error=error)

    def watch(self, function):
        """The function, with a line when it is entered and one when it is left."""
        name = function.__name__
        if inspect.iscoroutinefunction(function):

            @functools.wraps(function)
            async def watched(program, *args):
                call = self.enter(name, args)
                try:
                    result = await function(program, *args)
                except BaseException as error:
                    self.leave_raising(name, call, error)
                    raise
                self.leave(name, call, result)
                return result

        else:

            @functools.wraps(function)
            def watched(program, *args):
                call = self.enter(name, args)
                try:
                    result = function(program, *args)
                except BaseException as error:
                    self.leave_raising(name, call, error)
                    raise
                self.leave(name, call, result)
                return result

        return watched

    def enter(self, name, args):
        if self.unfit is not None:
            raise Unfit(self.unfit)
        if has_frames(MOST_FRAMES):
            self.give_up("more than %d frames" % MOST_FRAMES)
        call = self.calls[name] = self.calls.get(name, 0) + 1
        given = {"in": show(args[0])} if args else {}
        self.line("enter", fn=name, call=call, **given)
        return call

    def leave(self, name, call, result):
        if isinstance(result, Deferred):
            self.line("leave", fn=name, call=call, out="deferred")
        else:
            self.line("leave", fn=name, call=call, out="return", value=show(result))

    def leave_raising(self, name, call, error):
        # A coroutine that is freed is closed: it does not end.
        if isinstance(error, Exception):
            self.line("leave", fn=name, call=call, out="raise", error=show_error(error))


def has_frames(count):
    """Whether so many calls are under way in this thread."""
    try:
        sys._getframe(count)
    except ValueError:
        return False
    return True
