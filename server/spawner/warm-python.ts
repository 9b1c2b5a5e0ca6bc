/**
 * What a warm Python runs while it waits: imports what every task needs, says that it is ready, and reads one attempt. The
 * attempt's cookie is put where the system shows a process's environment, so that the process is found by it like any other.
 */
export const warmPython = `
import asyncio, inspect, json, os, sys, traceback
from pathlib import Path

def _place():
    fields = open("/proc/self/stat").read().rpartition(")")[2].split()
    at = open("/proc/self/environ", "rb").read().index(b"DRAWLOOM_COOKIE=") + 16
    return int(fields[47]) + at

def _mark(cookie, size):
    with open("/proc/self/mem", "r+b", 0) as memory:
        memory.seek(_place())
        memory.write(cookie.encode().ljust(size, b"\\0"))

_size = len(os.environ["DRAWLOOM_COOKIE"])
_mark("x" * _size, _size)
os.write(1, b"r")
_line = b""
while not _line.endswith(b"\\n"):
    _part = os.read(0, 65536)
    if not _part:
        os._exit(0)
    _line += _part
_order = json.loads(_line)
if os.getppid() != _order["pid"]:
    os._exit(122)
os.chdir(_order["directory"])
_mark(_order["cookie"], _size)
try:
    _pid = os.open("pid", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
except FileExistsError:
    os._exit(122)
os.write(_pid, b"%d %s\\n" % (_order["pid"], _order["start"].encode()))
os.close(_pid)
for _name, _to, _flags in (
    ("/dev/null", 0, os.O_RDONLY),
    ("stdout", 1, os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
    ("stderr", 2, os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
):
    _file = os.open(_name, _flags, 0o666)
    os.dup2(_file, _to)
    os.close(_file)
os.environ.clear()
os.environ.update(_order["env"], DRAWLOOM_COOKIE=_order["cookie"])
sys.path[0] = _order["directory"]
sys.argv = [_order["program"]]
import drawloom
drawloom._main()
`;
