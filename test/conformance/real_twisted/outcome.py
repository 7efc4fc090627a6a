"""What can become of an operation, and of a program."""


class Boom(Exception):
    """The exception that programs raise."""


class Unfit(Exception):
    """The program is given up as not fit for comparison."""


def outcome(f, *args):
    """'ok', or the class of the exception that left f."""
    try:
        f(*args)
    except Unfit:
        raise
    except Exception as e:
        return type(e).__name__
    return "ok"
