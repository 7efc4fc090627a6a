"""Values and errors as JSON."""
import re

from twisted.internet.defer import FirstError
from twisted.python.failure import Failure


def show(value):
    """A value of a line."""
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, (list, tuple)):
        return [show(item) for item in value]
    if isinstance(value, dict):
        return {key: show(item) for key, item in value.items()}
    if isinstance(value, Failure):
        return {"failure": show_error(value.value)}
    return {"object": type(value).__name__}


def show_error(error):
    """An error of a line; the text of a FirstError would hold a traceback."""
    if isinstance(error, FirstError):
        first = show_error(error.subFailure.value)
        return {"type": "FirstError", "index": error.index, "error": first}
    return {"type": type(error).__name__, "message": str(error)}


# Objects as Python shows them: with an address, or with names of the export.
GENERATOR = re.compile(r"<generator object \S+ at 0x[0-9a-f]+>")
LOOPING_CALL = re.compile(r"LoopingCall<[^>]*>\([^*]*, \*\(\), \*\*\{\}\)")
# The rest, up to the bracket that closes it, may hold objects itself.
OBJECT = re.compile(r"<(?:\w+\.)*(\w+)(?: object)? at 0x[0-9a-f]+")


def without_addresses(text):
    """A text in which objects are shown by their classes alone: "<Deferred>"."""
    text = LOOPING_CALL.sub("<LoopingCall>", GENERATOR.sub("<generator>", text))
    found = OBJECT.search(text)
    while found is not None:
        end = closing(text, found.start())
        text = text[: found.start()] + "<" + found[1] + ">" + text[end:]
        found = OBJECT.search(text)
    return text


def closing(text, start):
    """Where the bracket that opens at start is closed, behind it."""
    depth = 0
    for place in range(start, len(text)):
        depth += {"<": 1, ">": -1}.get(text[place], 0)
        if depth == 0:
            return place + 1
    return len(text)
