/**
 * What the Python of the fork server runs (python-forks.ts). It runs no task itself: for each order, a line of JSON on its
 * input, it forks a shim, which leads a session of its own, does what shim.ts does, and forks once more for the program. So
 * every attempt is a process of its own with its own directory, environment, limits and files, as after a cold start; the
 * imports are there already. It says `r` once it is there, `s N PID` when the shim of order N has begun, `e N CODE` when it has ended (-1: by a
 * signal), `f N` when the system forks no more. The cookie is written over the place where the system shows a process's
 * environment, in the shim's own memory. Python 3.8 and later.
 */
export const pythonForksPy = `
import gc, json, os, select, signal, sys, types
from pathlib import Path

_size = len(os.environ["DRAWLOOM_COOKIE"])

def _place():
    with open("/proc/self/stat") as stat, open("/proc/self/environ", "rb") as environ:
        fields = stat.read().rpartition(")")[2].split()
        return int(fields[47]) + environ.read().index(b"DRAWLOOM_COOKIE=") + 16

_at = _place()

def _mark(cookie):
    memory = os.open("/proc/self/mem", os.O_RDWR)
    os.pwrite(memory, cookie.encode().ljust(_size, b"\\0"), _at)
    os.close(memory)

_mark("x" * _size)
_heard = (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM)

def _uptime():
    file = os.open("/proc/uptime", os.O_RDONLY)
    text = os.read(file, 64).split()[0].decode()
    os.close(file)
    return text

def _shim(order):
    os.setsid()
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    # The group's TERM is for the program; this process has to live on to write down how it ended.
    for number in _heard:
        signal.signal(number, lambda *_: None)
    # From now on it can be ended by its group.
    _say("s %d %d\\n" % (order["n"], os.getpid()))
    # The input and the answers of the server are nobody's business here.
    nothing = os.open("/dev/null", os.O_RDWR)
    for fd in (0, 1, _wake, _woken):
        os.dup2(nothing, fd)
    os.close(nothing)
    try:
        os.chdir(order["directory"])
    except OSError:
        os._exit(121)
    _mark(order["cookie"])
    with open("/proc/self/stat") as stat:
        start = stat.read().rpartition(")")[2].split()[19]
    try:
        file = os.open("pid", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        os.write(file, b"%d %s\\n" % (os.getpid(), start.encode()))
        os.close(file)
    except OSError:
        os._exit(122)
    up = _uptime()
    program = os.fork()
    if program == 0:
        return
    status = os.waitpid(program, 0)[1]
    code = 128 + os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
    try:
        file = os.open("exit", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
        os.write(file, ("%d %d %s %s\\n" % (code, order["startedAt"], up, _uptime())).encode())
    except OSError:
        os._exit(124)
    os._exit(0)

def _bound(limits):
    import resource

    for kind, soft, more in ((resource.RLIMIT_AS, limits.get("memoryMb", 0) * 2**20, 0), (resource.RLIMIT_CPU, limits.get("cpuSec", 0), 5)):
        if soft:
            try:
                resource.setrlimit(kind, (soft, soft + more))
            except (OSError, ValueError):
                pass

def _program(order):
    for number in _heard:
        signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
    for name, to, flags in (
        ("/dev/null", 0, os.O_RDONLY),
        ("stdout", 1, os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
        ("stderr", 2, os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
    ):
        file = os.open(name, flags, 0o666)
        os.dup2(file, to)
        os.close(file)
    for fd in (_wake, _woken):
        os.close(fd)
    limits = order.get("limits")
    if limits:
        _bound(limits)
    os.environ.clear()
    os.environ.update(order["env"], DRAWLOOM_COOKIE=order["cookie"])
    sys.path[0] = order["directory"]
    sys.argv = [order["program"]]
    module = types.ModuleType("drawloom")
    module.__file__ = order["program"]
    sys.modules["drawloom"] = module
    code = 0
    try:
        exec(_drawloom(order["program"]), module.__dict__)
        module._main()
    except SystemExit as end:
        code = _code(end.code)
    _leave(code, order["directory"])

def _code(given):
    if given is None:
        return 0
    if isinstance(given, int):
        return given & 255
    print(given, file=sys.stderr)
    return 1

def _leave(code, directory):
    """What an interpreter does at its end, but for taking down what the next attempt needs as well: that would cost most."""
    threads = sys.modules.get("threading")
    if threads:
        threads._shutdown()
    ends = sys.modules.get("atexit")
    if ends:
        ends._run_exitfuncs()
    # What the task's own modules hold is let go, so that a file left open is written.
    for module in list(sys.modules.values()):
        if str(getattr(module, "__file__", None) or "").startswith(directory):
            module.__dict__.clear()
    del module
    gc.collect()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            code = code or 120
    os._exit(code)

_known = {}

def _drawloom(place):
    with open(place, encoding="utf-8") as file:
        text = file.read()
    if text not in _known:
        _known.clear()
        _known[text] = compile(text, "drawloom.py", "exec")
    return _known[text]

def _say(text):
    os.write(1, text.encode())

def _reap(running):
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid == 0:
            return
        number = running.pop(pid, None)
        if number is not None:
            _say("e %d %d\\n" % (number, -1 if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)))

def _serve():
    running = {}
    rest = b""
    patience, warmed = None, False
    # What is there by now is left alone by the collections of the programs, which would copy it page by page.
    gc.freeze()
    while True:
        ready = select.select([0, _wake], [], [], patience)[0]
        if not ready:
            # Nothing to do: now what many tasks import.
            import asyncio, atexit, csv, datetime, decimal, inspect, random, re, threading, traceback
            gc.collect()
            gc.freeze()
            patience, warmed = None, True
        elif not warmed:
            patience = 0.1
        if _wake in ready:
            os.read(_wake, 4096)
            _reap(running)
        if 0 not in ready:
            continue
        part = os.read(0, 1 << 20)
        if not part:
            os._exit(0)
        *lines, rest = (rest + part).split(b"\\n")
        for line in lines:
            order = json.loads(line)
            if os.getppid() != order["owner"]:
                # Whoever ordered it is gone; it is ordered again of another.
                os._exit(0)
            try:
                _drawloom(order["program"])
                pid = os.fork()
            except Exception:
                _say("f %d\\n" % order["n"])
                continue
            if pid == 0:
                _shim(order)
                return order
            running[pid] = order["n"]

_wake, _woken = os.pipe()
for _fd in (_wake, _woken):
    os.set_blocking(_fd, False)
signal.set_wakeup_fd(_woken, warn_on_full_buffer=False)
signal.signal(signal.SIGCHLD, lambda *_: None)
_say("r\\n")
_program(_serve())
`;
