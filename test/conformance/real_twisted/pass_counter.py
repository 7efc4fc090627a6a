"""Which iterations of a reactor did something."""


class PassCounter:
    """Counts the iterations of a reactor in which something ran."""

    def __init__(self, reactor):
        self.reactor = reactor
        self.counted = None
        self.passes = 0

    def count(self):
        """The number of such iterations so far, this one included."""
        if self.counted != self.reactor.iteration:
            self.counted = self.reactor.iteration
            self.passes += 1
        return self.passes
