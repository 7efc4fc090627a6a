"""Checks exported programs: a JSON list on standard input, JSON out.

Each program is {"text", "class", "steps": [...]}, each step {"first", "last", "do"} with the
"text", "value", "message" or "type" that must stand in those lines. "skeleton" of the answer
names the shape of the program: the nodes of its syntax tree without texts and without the name of
its class. Of a program without "steps" only that is asked.
"""

import ast
import hashlib
import io
import json
import os
import py_compile
import sys
import tempfile

try:
    from pyflakes import api as pyflakes_api
    from pyflakes import reporter as pyflakes_reporter
except ImportError:
    pyflakes_api = None


def main():
    with tempfile.TemporaryDirectory() as folder:
        answers = [check(program, folder) for program in json.load(sys.stdin)]
    json.dump({"pyflakes": pyflakes_api is not None, "programs": answers}, sys.stdout)


def check(program, folder):
    text = program["text"]
    faults = []
    try:
        # The oldest Python that the programs are for.
        tree = ast.parse(text, feature_version=(3, 8))
    except SyntaxError as error:
        return {"faults": ["does not parse: %s" % error], "skeleton": ""}
    nodes = list(ast.walk(tree))
    if "steps" not in program:
        return {"faults": [], "skeleton": skeleton(nodes, program["class"])}
    faults += compile_faults(text, folder)
    if pyflakes_api is not None:
        faults += pyflakes_faults(text)
    statements = [node for node in nodes if isinstance(node, (ast.Expr, ast.Return, ast.Raise))]
    for step in program["steps"]:
        fault = step_fault(statements, step)
        if fault is not None:
            faults.append(
                "lines %d to %d (%s): %s" % (step["first"], step["last"], step["do"], fault)
            )
    return {"faults": faults, "skeleton": skeleton(nodes, program["class"])}


def compile_faults(text, folder):
    path = os.path.join(folder, "program.py")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    try:
        py_compile.compile(path, doraise=True)
    except py_compile.PyCompileError as error:
        return ["does not compile: %s" % error]
    return []


def pyflakes_faults(text):
    out = io.StringIO()
    pyflakes_api.check(text, "program.py", pyflakes_reporter.Reporter(out, out))
    return out.getvalue().splitlines()


def step_fault(statements, step):
    """What is wrong with the statement of a step, or None."""
    statement = statement_in(statements, step["first"], step["last"])
    if statement is None:
        return "there is no statement"
    if step["do"] == "log":
        return differ(template_of(statement.value.args), step["text"])
    if step["do"] in ("fire", "put"):
        return differ(ast.literal_eval(statement.value.args[0]), step["value"])
    if step["do"] == "return":
        return differ(ast.literal_eval(statement.value), step["value"])
    error = statement.exc if step["do"] == "raise" else statement.value.args[0]
    messages = [argument.value for argument in error.args]
    name = error.func.id if isinstance(error.func, ast.Name) else error.func.attr
    return differ([name, *messages], [step["type"], *([step["message"]] if step["message"] else [])])


def statement_in(statements, first, last):
    """The last simple statement in the lines: what stands before it checks or asks."""
    found = [node for node in statements if first <= node.lineno and node.end_lineno <= last]
    return max(found, key=lambda node: node.lineno, default=None)


def template_of(arguments):
    """The text of a log step, from what `print` is given."""
    if not arguments:
        return ""
    [argument] = arguments
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return argument.value
    if isinstance(argument, ast.JoinedStr):
        return "".join(
            part.value if isinstance(part, ast.Constant) else place_of(part.value)
            for part in argument.values
        )
    return place_of(argument)


def place_of(expression):
    source = ast.unparse(expression)
    if "seconds()" in source:
        return "{now}"
    return "{call}" if source == "call" else "{input}"


def differ(got, wanted):
    return None if same(got, wanted) else "is %r, not %r" % (got, wanted)


def same(one, other):
    """Equal as JSON values: True is not 1, and 1.0 is 1."""
    if isinstance(one, (bool, str, type(None))) or isinstance(other, (bool, str, type(None))):
        return type(one) is type(other) and one == other
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    # A number of a document is a double.
    return float(one) == float(other)


def skeleton(nodes, class_name):
    """Names the shape: all that stands in the tree, level by level, with what it is called."""
    shape = hashlib.sha256()
    for node in nodes:
        shape.update(type(node).__name__.encode())
        for field in ("id", "attr", "name", "arg", "value"):
            called = getattr(node, field, None)
            if isinstance(called, (int, float)) or (isinstance(called, str) and field != "value"):
                shape.update(b"Program" if called == class_name else str(called).encode())
    return shape.hexdigest()


if __name__ == "__main__":
    main()
