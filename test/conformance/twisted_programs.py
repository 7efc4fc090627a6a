#!/usr/bin/env python3
"""
Runs the programs of the conformance tests under the real Twisted.

Reads JSON Lines from standard input, a program on each line:

    {"kind": "clock", "script": [["later", "c0", 1, []], ["advance", 1]], ...}

and writes a line for each to standard output: the same object with "trace"
set to the rows that the program showed, or to null where it is not fit for
comparison, because it never ends or asks for an order that Twisted leaves
open.  The first line written, before any is read, tells the version:

    {"twisted": "22.4.0"}

README.md beside this file describes the kinds, their operations and rows.
Only the standard library and Twisted are needed.
"""
import json
import sys
import warnings

import twisted
from twisted.logger import globalLogBeginner

from real_twisted.clock_program import ClockProgram
from real_twisted.cooperator_program import CooperatorProgram
from real_twisted.deferred_program import DeferredProgram
from real_twisted.looping_program import LoopingProgram
from real_twisted.outcome import Unfit
from real_twisted.reactor_program import ReactorProgram
from real_twisted.ties_program import TiesProgram

KINDS = {
    "clock": ClockProgram,
    "reactor": ReactorProgram,
    "ties": TiesProgram,
    "deferred": DeferredProgram,
    "looping": LoopingProgram,
    "cooperator": CooperatorProgram,
    "primitives": DeferredProgram,
    "coroutine": DeferredProgram,
}


def main():
    warnings.simplefilter("ignore")
    globalLogBeginner.beginLoggingTo([], redirectStandardIO=False, discardBuffer=True)
    print(json.dumps({"twisted": twisted.__version__}), flush=True)
    for line in sys.stdin:
        program = json.loads(line)
        try:
            program["trace"] = KINDS[program["kind"]](program["script"]).run()
        except Unfit:
            program["trace"] = None
        print(json.dumps(program), flush=True)


if __name__ == "__main__":
    main()
