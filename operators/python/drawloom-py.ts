/**
 * Text of drawloom.py, put into every attempt of a Python task. Run as a program it calls the task; imported by the task
 * it gives `inputs`, `run`, `output` and the folders. Standard library only, Python 3.8 and later.
 */
export const drawloomPy = `"""Drawloom's side of a Python task. Imports nothing but the standard library."""
import json
import os
import sys
import types
from pathlib import Path

with open(os.environ["DRAWLOOM_INPUT"], encoding="utf-8") as _file:
    _document = json.load(_file)

inputs = _document["inputs"]  # outputs of the tasks before, by task id
run = _document["run"]  # what is known of the run: id, params, ds, attempt ...
files = Path(os.environ["DRAWLOOM_FILES"])  # the shared folder
artifacts = Path(os.environ["DRAWLOOM_ARTIFACTS"])  # what is left here is kept
_written = False


class Skip(Exception):
    """The task is skipped."""


class Fail(Exception):
    """The task has failed and a retry would not help."""


def skip(reason=""):
    raise Skip(reason)


def fail(message):
    raise Fail(message)


def _plain(value):
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if hasattr(value, "tolist"):
        return value.tolist()
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    if isinstance(value, Path):
        return str(value)
    if type(value).__name__ == "Decimal":
        return float(value)
    raise TypeError(f"a value of type {type(value).__name__} is not JSON")


def _write(value):
    place = os.environ["DRAWLOOM_OUTPUT"]
    text = json.dumps(value, default=_plain, allow_nan=False, ensure_ascii=False)
    with open(place + ".part", "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(place + ".part", place)


def output(value):
    """Says what the task answers: any JSON value."""
    global _written
    try:
        _write(value)
    except (TypeError, ValueError) as problem:
        raise TypeError(f"The output is not JSON: {problem}") from None
    _written = True


def _call(main):
    if isinstance(main, types.FunctionType) and not hasattr(main, "__wrapped__"):
        # Known without inspect, whose import takes longer than most tasks.
        wanted = main.__code__.co_argcount
        anything = main.__code__.co_flags & 0x04
    else:
        import inspect

        takes = inspect.signature(main).parameters.values()
        wanted = sum(1 for p in takes if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD))
        anything = any(p.kind == p.VAR_POSITIONAL for p in takes)
    value = main(*(inputs, run)[: 2 if anything else wanted])
    if not isinstance(value, types.CoroutineType):
        return value
    import asyncio

    return asyncio.run(value)


def _main():
    import traceback

    try:
        import task

        main = getattr(task, "main", None)
        if callable(main):
            value = _call(main)
            if value is not None or not _written:
                output(value)
    except Skip as reason:
        _write({"$skip": str(reason)})
    except Exception as error:
        shown = traceback.TracebackException.from_exception(error)
        frames = [frame for frame in shown.stack if os.path.basename(frame.filename) != "drawloom.py"]
        shown.stack = traceback.StackSummary.from_list(frames)
        print("".join(shown.format()), end="", file=sys.stderr)
        text = str(error) if isinstance(error, Fail) else f"{type(error).__name__}: {error}"
        answer = {"message": text[:500]}
        if isinstance(error, Fail):
            answer["retry"] = "never"
        if isinstance(error, MemoryError):
            answer["code"] = "oom"
        _write({"$error": answer})
        sys.exit(1)


if __name__ == "__main__":
    import drawloom

    drawloom._main()
`;
