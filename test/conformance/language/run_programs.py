"""
Runs exported programs under the real Twisted, in virtual time.  Reads JSON
Lines {"id", "source", "functions", "clock", "horizon"} and writes, after a
line with Twisted's version, for each {"id", "lines"}, or {"id", "lines": null,
"error"} where one is not fit for comparison or breaks down.
"""
import gc
import json
import sys
import traceback

import twisted

from virtual_twisted.run_program import run_program


def answer(request):
    try:
        lines, unfit = run_program(
            request["source"], request["functions"], request["clock"], request["horizon"]
        )
    except Exception:
        return {"id": request["id"], "lines": None, "error": traceback.format_exc()}
    if lines is None:
        return {"id": request["id"], "lines": None, "unfit": unfit}
    return {"id": request["id"], "lines": lines}


def main():
    # What is loaded now stays: the collections after each program need not look at it.
    gc.collect()
    gc.freeze()
    print(json.dumps({"twisted": twisted.__version__}), flush=True)
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
