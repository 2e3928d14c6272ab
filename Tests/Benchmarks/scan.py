#!/usr/bin/env python3
"""Times scans of generated Services beside `wc -l` over the same file, in the same run.

usage: scan.py [--rules] PATH-OF-PROXY-AUDIT [SERVICES [SEED]]

The Services (default 100,000, as NDJSON) are those of Tests/Tools/check_truth.py. Each row is the least of five rounds,
in which all rows take turns: CPU seconds of the process, Services a CPU second, how many times the CPU time of `wc -l`,
and the most memory. Compare ratios: seconds are those of the machine, and of what else it does. Nothing is judged, and
the figures of rows with findings depend on how many there are, which the first line tells. With --rules the rows are the
rules, each alone: what one costs is what it takes more than the cheapest.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Tools"))
from check_truth import generate  # noqa: E402

ROUNDS = 5


def write(source, count, seed):
    """Writes the Services, in a process of its own: what this one holds would count as memory of those that it starts."""
    child = os.fork()
    if child == 0:
        with open(source, "w", encoding="utf-8") as file:
            for service, _ in generate(count, seed):
                file.write(json.dumps(service, ensure_ascii=False) + "\n")
        os._exit(0)
    if os.waitpid(child, 0)[1] != 0:
        sys.exit("the Services could not be written")


def run(arguments):
    """The CPU seconds and the most memory in bytes of a program, and its exit status."""
    child = os.posix_spawn(arguments[0], arguments, os.environ, file_actions=[
        (os.POSIX_SPAWN_OPEN, descriptor, os.devnull, os.O_WRONLY, 0) for descriptor in (1, 2)])
    _, status, usage = os.wait4(child, 0)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, os.waitstatus_to_exitcode(status)


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--rules"]
    if len(arguments) not in (1, 2, 3):
        print(__doc__.split("\n\n")[1], file=sys.stderr)
        return 64
    program, count = os.path.abspath(arguments[0]), int(arguments[1]) if len(arguments) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        source, report = os.path.join(folder, "services.ndjson"), os.path.join(folder, "report.json")
        write(source, count, int(arguments[2]) if len(arguments) > 2 else 1)
        scan = [program, "scan", source, "-q", "--now", "2026-01-15T00:00:00Z"]
        reports = [f"--report={form}={folder}/report.{form}" for form in ("json", "markdown", "junit")]
        rows = {"wc -l": ["/usr/bin/wc", "-l", source]}
        if "--rules" in sys.argv:
            listed = subprocess.run([program, "rules", "list", "--json"], check=True, capture_output=True).stdout
            rows |= {rule["id"]: scan + ["--only", rule["id"]] for rule in json.loads(listed)}
        else:
            rows |= {
                "core pack without pii-in-unique-name": scan + ["--pack", "core", "--disable", "pii-in-unique-name"],
                "core pack": scan + ["--pack", "core"],
                "core pack, JSON": scan + ["--pack", "core", reports[0]],
                "all packs": scan,
                "all packs, JSON, Markdown and JUnit": scan + reports,
                "all packs, JSON": scan + reports[:1],
            }
        best = {}
        for _ in range(ROUNDS):
            for name, arguments in rows.items():
                seconds, memory, status = run(arguments)
                if status not in (0, 1):
                    print(f"{name}: exit status {status}", file=sys.stderr)
                    return 1
                best[name] = min(best.get(name, (seconds, memory)), (seconds, memory))
        run(scan + reports[:1])
        findings = json.loads(pathlib.Path(report).read_text(encoding="utf-8"))["summary"]["findings_open"]
        size = os.path.getsize(source)
    print(f"{count} Services, {size / 1e6:.1f} MB; all packs find {findings / count:.2f} a Service; least of {ROUNDS} rounds")
    print(f"{'':38}{'CPU s':>8}{'Services/s':>13}{'x wc -l':>9}{'peak MB':>9}")
    for name, (seconds, memory) in best.items():
        ratio = seconds / max(best["wc -l"][0], 1e-9)
        print(f"{name:38}{seconds:8.2f}{count / max(seconds, 1e-9):13,.0f}{ratio:9,.0f}{memory / 1e6:9.0f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
