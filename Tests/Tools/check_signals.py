"""Sends signals to the program at many moments, and holds what it leaves against how it ended.

Usage: check_signals.py PROGRAM

Whenever a signal comes, a scan ends within a second with status 130, and its report says that it was interrupted or has
not finished: never that it passed.
"""

import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

SERVICE = {
    "sid": "KS" + "1" * 32,
    "account_sid": "AC" + "1" * 32,
    "unique_name": "rides",
    "default_ttl": 3600,
    "callback_url": "https://hooks.northwind.example/in",
    "date_created": "2026-01-01T00:00:00Z",
    "chat_instance_sid": None,
}
SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]
PATIENCE = 20


def start(program, folder, arguments):
    return subprocess.Popen(
        [program, "scan", *arguments, "--report", f"json={folder / 'audit.json'}", "--now", "2026-01-02T00:00:00Z"],
        cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        # A shell that runs tests in the background may have these ignored.
        preexec_fn=lambda: [signal.signal(number, signal.SIG_DFL) for number in SIGNALS])


def decision(folder):
    report = folder / "audit.json"
    return json.loads(report.read_bytes())["run"]["decision"] if report.exists() else None


def until(condition, process):
    """Waits for a condition; an ended process ends the wait too."""
    end = time.monotonic() + PATIENCE
    while not condition() and process.poll() is None:
        if time.monotonic() > end:
            process.kill()
            raise SystemExit("the program did not come so far")
        time.sleep(0.002)


def is_read(pipe):
    """Whether somebody has a pipe open for reading."""
    try:
        os.close(os.open(pipe, os.O_WRONLY | os.O_NONBLOCK))
        return True
    except OSError:
        return False


def held(program, folder, number, where):
    """A scan that waits at an input or an output is ended by a signal; gives what is wrong."""
    data = folder / "in.json"
    data.write_text(json.dumps(SERVICE))
    pipe = folder / "pipe"
    os.mkfifo(pipe)
    # An earlier run passed.
    start(program, folder, [str(data)]).communicate(timeout=PATIENCE)
    if decision(folder) != "passed":
        return "the run before did not pass"
    if where == "input":
        process = start(program, folder, [str(pipe)])
        until(lambda: is_read(pipe), process)
    else:
        process = start(program, folder, [str(data), "--report", f"junit={pipe}"])
        until(lambda: decision(folder) == "not_finished", process)
    return ended(process, folder, number)


def delayed(program, folder, number, delay):
    """A scan is ended by a signal some time after it began; gives what is wrong."""
    data = folder / "in.ndjson"
    data.write_text("".join(json.dumps(SERVICE | {"sid": f"KS{index:032x}"}) + "\n" for index in range(20_000)))
    process = start(program, folder, [str(data)])
    until(lambda: (folder / "audit.json").exists() or pathlib.Path(f"/proc/{process.pid}/task").exists(), process)
    time.sleep(delay)
    return ended(process, folder, number)


def ended(process, folder, number):
    begin = time.monotonic()
    process.send_signal(number)
    try:
        process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        return "it did not end"
    took = time.monotonic() - begin
    said = decision(folder)
    status = process.returncode
    if status == 0 and said == "passed":
        return None
    # Before main begins nobody can take a signal.
    if status == -number and said is None:
        return None
    if status != 130:
        return f"it ended with {status}, and the report says {said}"
    if said not in (None, "interrupted", "not_finished"):
        return f"it ended with 130, and the report says {said}"
    return f"it took {took:.1f} s" if took > 3 else None


def main():
    program = os.path.abspath(sys.argv[1])
    problems = []
    cases = [(held, number, where) for number in SIGNALS for where in ("input", "output")]
    cases += [(delayed, SIGNALS[index % 3], delay) for index, delay in enumerate((0.05, 0.1, 0.2, 0.4, 0.8, 1.2))]
    for case, number, argument in cases:
        with tempfile.TemporaryDirectory() as folder:
            problem = case(program, pathlib.Path(folder), number, argument)
            if problem:
                problems.append(f"{case.__name__} {argument} {signal.Signals(number).name}: {problem}")
    for problem in problems:
        print(problem)
    print(f"{len(cases)} signals, {len(problems)} problems")
    sys.exit(1 if problems else 0)


main()
