#!/usr/bin/env python3
"""Runs every command of Markdown documents as a reader would paste it.

usage: check_readme.py PATH-OF-PROXY-AUDIT DOCUMENT...

A ```sh block is run by bash, and so is each indented line that begins with `proxy-audit`. A block that follows the words
"Save this as `NAME`" is written to NAME. `<!-- ends with N -->` before a command says that it ends with that status
instead of 0, and `<!-- not run: REASON -->` that a block is not run. All commands of a document share one empty folder with
copies of rules/ and reports/schema and a services.json; a sandbox with the demo's accounts listens on a free port, which
stands in for the one that the documents name. Of the environment there is nothing but a path: what a command exports, those
after it have. Uses Python's standard library only.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap

ROOT = pathlib.Path(__file__).resolve().parents[2]
DOCUMENTED_URL = "http://127.0.0.1:8080"


def commands(text):
    """Yields (line number, "save" or "run", name or expected status, text) in order."""
    lines = text.split("\n")
    saved, status, skipped, index = None, 0, False, 0
    while index < len(lines):
        line = lines[index]
        if match := re.search(r"[Ss]ave this as `([^`]+)`", line):
            saved = match.group(1)
        if match := re.search(r"<!-- ends with (\d+) -->", line):
            status = int(match.group(1))
        if "<!-- not run:" in line:
            skipped = True
        if match := re.match(r"( *)```(\w*)$", line):
            end = next(i for i in range(index + 1, len(lines)) if lines[i].strip() == "```")
            block = textwrap.dedent("\n".join(lines[index + 1:end])) + "\n"
            if saved:
                yield index + 1, "save", saved, block
            elif match.group(2) == "sh" and not skipped:
                yield index + 1, "run", status, block
            saved, status, skipped, index = None, 0, False, end
        elif re.match(r" {4,}proxy-audit ", line):
            yield index + 1, "run", status, line.strip()
            status = 0
        index += 1


def credentials():
    """The variables that name the demo's parent account."""
    seed = json.loads((ROOT / "Sources/DemoSeed/demo-seed.json").read_text(encoding="utf-8"))
    parent = next(account for account in seed["accounts"] if not account.get("owner_account_sid"))
    return {"TWILIO_ACCOUNT_SID": parent["sid"], "TWILIO_AUTH_TOKEN": parent["auth_token"]}


def environment(program, folder):
    """The environment of the first command: the program on PATH."""
    tools = folder / ".bin"
    tools.mkdir()
    (tools / "proxy-audit").symlink_to(program)
    return {"PATH": f"{tools}:/usr/local/bin:/usr/bin:/bin", "HOME": str(folder), "LANG": "C.UTF-8"}


def check(program, document, url):
    """Runs a document's commands; returns how many ran and how many ended otherwise than they should."""
    ran = failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        variables = environment(program, folder)
        shutil.copytree(ROOT / "rules", folder / "rules")
        shutil.copytree(ROOT / "reports" / "schema", folder / "reports" / "schema")
        listed = subprocess.run(
            [program, "services", "list", "--base-url", url], env=variables | credentials(), capture_output=True, check=True)
        clean = [json.loads(line) for line in listed.stdout.splitlines()][:1]
        (folder / "services.json").write_text(json.dumps(clean), encoding="utf-8")
        for line, kind, detail, text in commands(document.read_text(encoding="utf-8").replace(DOCUMENTED_URL, url)):
            if kind == "save":
                path = folder / detail
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
                continue
            ran += 1
            exported = folder / ".environment"
            ended = subprocess.run(
                ["bash", "-c", f"trap 'env -0 > {exported}' EXIT; set -e\n{text}"], cwd=folder, env=variables, stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300)
            variables = dict(pair.split("=", 1) for pair in exported.read_text("utf-8").split("\0") if pair)
            if ended.returncode != detail:
                failed += 1
                print(f"{document}:{line}: ended with {ended.returncode}, not {detail}: {text.strip()}")
                print(textwrap.indent(ended.stdout.decode("utf-8", "replace")[-2000:], "    "))
    return ran, failed


def main():
    if len(sys.argv) < 3:
        print(__doc__.split("\n\n")[1], file=sys.stderr)
        return 64
    program = os.path.realpath(sys.argv[1])
    sandbox = subprocess.Popen([program, "sandbox", "--port", "0"], stdout=subprocess.PIPE, text=True)
    try:
        url = sandbox.stdout.readline().strip().removeprefix("listening on ")
        if not url.startswith("http://"):
            print("the sandbox did not start", file=sys.stderr)
            return 1
        results = [check(program, pathlib.Path(name), url) for name in sys.argv[2:]]
    finally:
        sandbox.terminate()
        sandbox.wait(timeout=30)
    ran, failed = sum(r for r, _ in results), sum(f for _, f in results)
    print(f"readme: {ran} commands of {len(results)} documents: {ran - failed} passed, {failed} failed")
    return 1 if failed or not ran else 0


if __name__ == "__main__":
    sys.exit(main())
