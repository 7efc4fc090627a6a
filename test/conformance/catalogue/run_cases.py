#!/usr/bin/env python3
"""
Runs the cases of the catalogue under the real Twisted.

    run_cases.py [--record] [GROUP ...]

prints JSON Lines: first {"twisted": version}, then a line for each case of
the groups (all groups where none is named):

    {"group": "time", "id": "t01", "title": ..., "env": "clock", "events": [...]}

or, for a case that this version cannot run, "skipped" with the reason in
place of "events".  With --record the lines go to recorded/GROUP.jsonl
beside this file instead.

Only the standard library and Twisted are needed.
"""
import importlib
import json
import os
import sys
import warnings

import twisted

import harness

HERE = os.path.dirname(os.path.abspath(__file__))


def group_names():
    """The groups that have a file."""
    end = "_cases.py"
    files = sorted(os.listdir(HERE))
    return [f[:-len(end)] for f in files if f.endswith(end) and f != "run" + end]


def line_of(case):
    """Runs a case; what is to be said of it."""
    line = {"group": case.group, "id": case.id, "title": case.title, "env": case.env}
    events, skipped = harness.run(case)
    if events is None:
        line["skipped"] = skipped
    else:
        line["events"] = events
    return line


def main():
    arguments = sys.argv[1:]
    recording = "--record" in arguments
    groups = [name for name in arguments if name != "--record"] or group_names()
    warnings.simplefilter("ignore")
    sys.setswitchinterval(0.0005)
    version = json.dumps({"twisted": twisted.__version__})
    if not recording:
        print(version, flush=True)
    for group in groups:
        importlib.import_module(group + "_cases")
        lines = [json.dumps(line_of(case)) for case in harness.CASES if case.group == group]
        if not recording:
            print("\n".join(lines), flush=True)
            continue
        with open(os.path.join(HERE, "recorded", group + ".jsonl"), "w") as file:
            file.write("\n".join([version, *lines]) + "\n")


if __name__ == "__main__":
    main()
