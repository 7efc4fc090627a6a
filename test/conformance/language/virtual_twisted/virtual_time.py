"""Times of a clock that moves an infinitesimal bit at every read."""
import math

NANOSECOND = 1e-9
# Times that differ by less are one moment but for rounding.
NEAR = 0.75 * NANOSECOND


def nominal(seconds):
    """The time to the nanosecond, half a one up."""
    scaled = seconds * 1e9
    if not math.isfinite(scaled):
        return seconds
    whole = math.floor(scaled)
    return (whole + 1 if scaled - whole >= 0.5 else whole) / 1e9


class VirtualTime(float):
    """
    The dual number s + m * epsilon: s nominal seconds, and m moments, each a
    read of the clock and shorter than any number of seconds.

    As a number it is s, so it is shown without its moments; compared, it is
    the pair (s, m).  Sums are kept to the nanosecond, so that times which are
    nominally equal are equal.
    """

    __slots__ = ("moments",)

    def __new__(cls, seconds, moments=0):
        time = super().__new__(cls, seconds)
        time.moments = moments
        return time

    def __add__(self, other):
        return VirtualTime(nominal(float(self) + float(other)), self.moments + moments_of(other))

    __radd__ = __add__

    def __sub__(self, other):
        return VirtualTime(float(self) - float(other), self.moments - moments_of(other))

    def __rsub__(self, other):
        return VirtualTime(float(other) - float(self), moments_of(other) - self.moments)

    def __mod__(self, divisor):
        # What is a multiple but for rounding is that multiple.
        rest = float(self) % divisor
        return VirtualTime(0.0 if divisor - rest < NEAR else rest, self.moments)

    def __truediv__(self, divisor):
        quotient = float(self) / divisor
        nearest = float(math.floor(quotient + 0.5))
        return nearest if abs(quotient - nearest) * divisor < NEAR else quotient

    def __lt__(self, other):
        return pair(self) < pair(other)

    def __le__(self, other):
        return pair(self) <= pair(other)

    def __gt__(self, other):
        return pair(self) > pair(other)

    def __ge__(self, other):
        return pair(self) >= pair(other)

    def __eq__(self, other):
        return pair(self) == pair(other)

    def __ne__(self, other):
        return pair(self) != pair(other)

    __hash__ = float.__hash__


def moments_of(time):
    """The moments of a time; a plain number has none."""
    return time.moments if isinstance(time, VirtualTime) else 0


def pair(time):
    return float(time), moments_of(time)
