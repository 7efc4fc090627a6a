"""Values and errors as JSON."""
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
