/**
 * Text of drawloom_venv.py: makes the environment for a list of requirements once, then becomes the task. It runs inside
 * the attempt, so its output is in the log, and a cancel or timeout ends pip as well. argv: home of the environment,
 * requirements file, program.
 */
export const venvPy = `"""Makes a virtual environment once, then becomes the task."""
import fcntl
import json
import os
import subprocess
import sys
import venv

base, requirements, program = sys.argv[1:4]
home = os.path.join(base, "python%d.%d" % sys.version_info[:2])
python = os.path.join(home, "bin", "python")
ready = os.path.join(home, ".ready")


def give_up(message):
    with open(os.environ["DRAWLOOM_OUTPUT"], "w", encoding="utf-8") as file:
        json.dump({"$error": {"code": "python.requirements", "message": message}}, file)
    print(message, file=sys.stderr)
    sys.exit(1)


if not os.path.exists(ready):
    os.makedirs(base, exist_ok=True)
    with open(home + ".lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not os.path.exists(ready):
            print("Installs the requirements. This happens once.", file=sys.stderr)
            try:
                venv.create(home, with_pip=True, clear=True, symlinks=True)
            except Exception as problem:
                give_up("The Python environment could not be made: %s. On Debian install python3-venv." % problem)
            pip = [python, "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "-r", requirements]
            if subprocess.call(pip) != 0:
                give_up("pip could not install the requirements. Its log says which.")
            # Which Python it was made with: while that is the same file, the task may run in it at once.
            real = os.path.realpath(sys.executable)
            with open(ready, "w") as file:
                file.write("%d %s" % (os.stat(real).st_mtime_ns // 1_000_000, real))
os.execv(python, [python, "-u", "-B", program])
`;
