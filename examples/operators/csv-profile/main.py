"""Profiles a CSV file. Python 3.8 or newer, standard library only.

What an operator's program needs to know:
- DRAWLOOM_INPUT names a JSON file: {"config": ..., "inputs": ..., "run": ...}.
- DRAWLOOM_OUTPUT names the file to write the answer to, as JSON.
- Files left in DRAWLOOM_ARTIFACTS are kept. What is printed is the log. Exit 0 is success.
"""
import csv
import json
import os
import sys
from pathlib import Path


def answer(value):
    Path(os.environ["DRAWLOOM_OUTPUT"]).write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def fail(message):
    """A failure that a retry would not mend."""
    answer({"$error": {"code": "csv", "message": message, "retry": "never"}})
    print(message, file=sys.stderr)
    sys.exit(1)


def number(text):
    try:
        value = float(text)
    except ValueError:
        return None
    return value if value == value and value not in (float("inf"), float("-inf")) else None


class Column:
    """What one pass over a column finds."""

    most_distinct = 1000

    def __init__(self, name):
        self.name = name
        self.filled = self.empty = self.numbers = 0
        self.low = self.high = None
        self.total = 0.0
        self.distinct = set()

    def add(self, text):
        if text == "":
            self.empty += 1
            return
        self.filled += 1
        if len(self.distinct) <= self.most_distinct:
            self.distinct.add(text)
        value = number(text)
        if value is None:
            return
        self.numbers += 1
        self.total += value
        self.low = value if self.low is None else min(self.low, value)
        self.high = value if self.high is None else max(self.high, value)

    def row(self):
        numeric = self.filled > 0 and self.numbers == self.filled
        count = len(self.distinct)
        found = {
            "name": self.name,
            "type": "number" if numeric else "empty" if self.filled == 0 else "text",
            "filled": self.filled,
            "empty": self.empty,
            "distinct": count if count <= self.most_distinct else "more than %d" % self.most_distinct,
        }
        if numeric:
            found.update(min=self.low, max=self.high, mean=round(self.total / self.numbers, 6))
        return found


def place(name):
    """A path relative to the shared folder; an absolute one as a task before has given it."""
    path = Path(name)
    return path if path.is_absolute() else Path(os.environ["DRAWLOOM_FILES"]) / path


def main():
    document = json.loads(Path(os.environ["DRAWLOOM_INPUT"]).read_text(encoding="utf-8"))
    config = document["config"]
    path = place(config["file"])
    if not path.is_file():
        fail("There is no file %s." % config["file"])
    delimiter = "\t" if config["delimiter"] == "tab" else config["delimiter"]
    rows = 0
    with path.open(newline="", encoding="utf-8-sig", errors="replace") as file:
        reader = csv.reader(file, delimiter=delimiter)
        head = next(reader, None)
        if head is None:
            fail("%s is empty: not even a line of names." % config["file"])
        columns = [Column(name) for name in head]
        ragged = 0
        for line in reader:
            if not line:
                continue
            rows += 1
            ragged += len(line) != len(columns)
            for i, column in enumerate(columns):
                column.add(line[i].strip() if i < len(line) else "")
    found = [column.row() for column in columns]
    by_name = {column["name"]: column for column in found}
    problems = []
    for name in config.get("required") or []:
        column = by_name.get(name)
        if column is None:
            problems.append("The column %s is missing." % name)
        elif rows and 100 * column["empty"] / rows > config["maxEmptyPercent"]:
            problems.append("%s is empty in %d of %d rows." % (name, column["empty"], rows))
    if ragged:
        problems.append("%d rows have more or fewer cells than the first line." % ragged)
    print("%s: %d rows, %d columns" % (path.name, rows, len(found)))
    for problem in problems:
        print(problem, file=sys.stderr)
    if config["report"]:
        lines = ["# %s" % path.name, "", "| column | type | filled | empty | distinct | min | max |", "|-|-|-|-|-|-|-|"]
        keys = ("name", "type", "filled", "empty", "distinct", "min", "max")
        lines += ["| %s |" % " | ".join(str(column.get(key, "")) for key in keys) for column in found]
        (Path(os.environ["DRAWLOOM_ARTIFACTS"]) / "profile.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    answer(
        {
            "$ports": ["suspect" if problems else "out"],
            "output": {"rows": rows, "columns": found, "problems": problems},
        }
    )


main()
