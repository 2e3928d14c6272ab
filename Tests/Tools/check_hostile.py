#!/usr/bin/env python3
"""Scans accounts of a server that answers in every wrong way, and checks that nothing is passed, lost or told twice.

usage: check_hostile.py PATH-OF-PROXY-AUDIT [SEEDS [ACCOUNTS]]

For each seed a server of this script's own gives ACCOUNTS (default 24) accounts with Services whose findings are known;
each account has one way of answering, of those below. An account that can be read must have its Services and findings
exactly; of one that cannot, no rule may pass, and what is found must be true. Standard library only. Ends with 1 where
something is wrong.
"""

import base64
import http.server
import json
import pathlib
import random
import socketserver
import subprocess
import sys
import tempfile
import threading
import urllib.parse

NOW = "2026-01-15T00:00:00Z"
PAGE = 100
RULES = ["pii-in-unique-name", "missing-callback-url", "insecure-callback-url", "unbounded-ttl", "chat-instance-reuse"]

# How an account answers: whether all of it can be read in the end, and with which rules that cannot be evaluated.
WAYS = {way: (True, set()) for way in (
    "plain slow 429-twice 503-twice 503-with-date close-once chunked bom one-line unknown-members repeated-record "
    "page-again empty-page odd-date quoted-ttl no-services changed-record").split()}
WAYS |= {
    "word-ttl": (True, {"unbounded-ttl"}), "list-as-url": (True, {"missing-callback-url", "insecure-callback-url"}),
    "name-twice": (True, {"pii-in-unique-name"}),
}
WAYS |= {way: (False, set()) for way in (
    "truncated half-json html empty-body null array no-meta services-object 401 403 404 500 500-on-page-2 redirect "
    "foreign-next other-port-next repeat-next next-to-accounts foreign-record verify-record number-record not-utf8 deep "
    "wrong-type-header two-documents close").split()}
# Ways that show on a second page only.
LONG = {"500-on-page-2", "repeat-next", "foreign-next", "other-port-next", "next-to-accounts", "repeated-record",
        "page-again", "changed-record"}


class Account:
    def __init__(self, rng, number, way):
        self.sid = f"AC{rng.getrandbits(128):032x}"
        self.token = f"{rng.getrandbits(128):032x}"
        self.way = way
        self.requests = 0
        count = 0 if way == "no-services" else rng.randrange(101, 260) if way in LONG else rng.randrange(1, 230)
        self.truth = set()
        self.services = []
        for index in range(count):
            service = {
                "sid": f"KS{rng.getrandbits(128):032x}", "account_sid": self.sid,
                "unique_name": f"lane-{number}-{index}", "default_ttl": 0 if index % 7 == 0 else 3600,
                "callback_url": ["https://hooks.lanes.net/a", "http://hooks.lanes.net/a", None][index % 3],
                "intercept_callback_url": None, "out_of_session_callback_url": None, "chat_instance_sid": None,
                "geo_match_level": "country", "number_selection_behavior": "prefer-sticky",
                "date_created": "2025-10-01T08:00:00Z", "date_updated": "2025-10-02T08:00:00Z",
                "url": f"https://proxy.twilio.com/v1/Services/x", "links": {},
            }
            service["url"] = f"https://proxy.twilio.com/v1/Services/{service['sid']}"
            if index % 11 == 0:
                service["unique_name"] = f"driver anna.{number}.{index}@northwind-mail.com"
                self.truth.add((service["sid"], "pii-in-unique-name", "unique_name"))
            if service["default_ttl"] == 0:
                self.truth.add((service["sid"], "unbounded-ttl", "default_ttl"))
            if index % 3 == 1:
                self.truth.add((service["sid"], "insecure-callback-url", "callback_url"))
            if index % 3 == 2:
                self.truth.add((service["sid"], "missing-callback-url", "callback_url"))
            self.services.append(service)
        self.rng = random.Random(rng.getrandbits(32))
        self.change()

    def change(self):
        """What differs in the records themselves."""
        if not self.services:
            return
        first = self.services[0]
        drop = lambda rule: self.truth.difference_update({t for t in self.truth if t[:2] == (first["sid"], rule)})
        match self.way:
            case "odd-date": first["date_updated"] = "Wed Oct  1 2025"
            case "quoted-ttl": first["default_ttl"] = str(first["default_ttl"])
            case "word-ttl":
                first["default_ttl"] = "an hour"
                drop("unbounded-ttl")
            case "list-as-url":
                first["callback_url"] = ["http://hooks.lanes.net/"]
                drop("insecure-callback-url"), drop("missing-callback-url")
            case "name-twice": drop("pii-in-unique-name")

    def pages(self, base):
        """The pages as they should be, each a (path, object)."""
        chunks = [self.services[i:i + PAGE] for i in range(0, len(self.services), PAGE)] or [[]]
        if self.way == "repeated-record":
            chunks[1] = [chunks[0][-1]] + chunks[1]
        if self.way == "changed-record":
            changed = dict(chunks[0][-1], callback_url="http://changed.lanes.net/")
            self.truth.add((changed["sid"], "insecure-callback-url", "callback_url"))
            chunks[1] = [changed] + chunks[1]
        if self.way == "page-again":
            chunks.append(chunks[0])
        if self.way == "empty-page":
            chunks.insert(1, [])
        pages = []
        for number, chunk in enumerate(chunks):
            url = lambda n: f"{base}/v1/Services?PageSize={PAGE}" + (f"&Page={n}&PageToken=t{n}" if n else "")
            following = url(number + 1) if number + 1 < len(chunks) else None
            pages.append({"services": chunk, "meta": {
                "page": number, "page_size": PAGE, "first_page_url": url(0), "url": url(number), "key": "services",
                "previous_page_url": url(number - 1) if number else None, "next_page_url": following}})
        return pages


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def send(self, status, body, headers=None, length=None):
        self.send_response(status)
        headers = {"Content-Type": "application/json"} | (headers or {})
        if headers.get("Transfer-Encoding") == "chunked":
            body = b"".join(b"%x\r\n%s\r\n" % (len(body[i:i + 700]), body[i:i + 700]) for i in range(0, len(body), 700))
            body += b"0\r\n\r\n"
        else:
            headers["Content-Length"] = str(len(body) if length is None else length)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        if length is not None:
            self.wfile.flush()
            self.close_connection = True

    def problem(self, status, code=0):
        self.send(status, json.dumps({"code": code, "message": f"refused {status}", "status": status}).encode())

    def do_GET(self):
        kind, _, value = self.headers.get("Authorization", "").partition(" ")
        user, _, password = base64.b64decode(value).decode().partition(":")
        account = self.server.accounts.get(user)
        if account is None or account.token != password:
            return self.problem(401, 20003)
        account.requests += 1
        way, count = account.way, account.requests
        query = urllib.parse.parse_qs(urllib.parse.urlparse(self.path).query)
        number = int(query.get("Page", ["0"])[0])
        base = f"http://127.0.0.1:{self.server.server_address[1]}"
        pages = account.pages(base)
        page = pages[min(number, len(pages) - 1)]
        if way in {"401", "403", "404", "500"}:
            return self.problem(int(way), 20003)
        if way == "500-on-page-2" and number == 1:
            return self.problem(500)
        if way in {"429-twice", "503-twice", "503-with-date"} and count <= 2:
            wait = "Wed, 01 Jan 2020 00:00:00 GMT" if way == "503-with-date" else "0"
            return self.send(int(way[:3]), b"{}", {"Retry-After": wait})
        if way == "close" or way == "close-once" and count == 1:
            self.close_connection = True
            return None
        if way == "redirect":
            return self.send(302, b"", {"Location": f"{base}/v1/Services?PageSize={PAGE}&to=1"})
        match way:
            case "foreign-next": page["meta"]["next_page_url"] = "https://proxy.example.net/v1/Services?PageToken=x"
            case "other-port-next": page["meta"]["next_page_url"] = "http://127.0.0.1:9/v1/Services?PageToken=x"
            case "next-to-accounts": page["meta"]["next_page_url"] = f"{base}/2010-04-01/Accounts.json?Page=1"
            case "repeat-next": page["meta"]["next_page_url"] = page["meta"]["url"]
            case "no-meta": del page["meta"]
            case "services-object": page["services"] = {"a": page["services"]}
            case "foreign-record": page["services"] = [dict(page["services"][0], account_sid="AC" + "9" * 32)]
            case "verify-record": page["services"].insert(0, {"sid": "VA" + "1" * 32, "friendly_name": "codes"})
            case "number-record": page["services"].insert(0, 42)
            case "unknown-members":
                for service in page["services"]:
                    service["added_later"] = {"a": [1, {"b": None}]}
        text = json.dumps(page, indent=None if way == "one-line" else 1, ensure_ascii=False)
        if way == "name-twice" and number == 0 and page["services"]:
            text = text.replace('"unique_name":', '"unique_name": "other", "unique_name":', 1)
        body = text.encode()
        headers = {}
        match way:
            case "slow": threading.Event().wait(0.15)
            case "chunked": headers = {"Transfer-Encoding": "chunked"}
            case "bom": body = b"\xef\xbb\xbf" + body
            case "wrong-type-header": headers = {"Content-Type": "text/html"}
            case "html": body = b"<html><body>maintenance</body></html>"
            case "empty-body": body = b""
            case "null": body = b"null"
            case "array": body = json.dumps(page["services"]).encode()
            case "half-json": body = body[:len(body) * 2 // 3]
            case "two-documents": body = body + b"\n" + body
            case "not-utf8": body = body.replace(b'"unique_name": "', b'"unique_name": "\xff', 1)
            case "deep": body = body.replace(b'"links": {}', b'"links": ' + b"[" * 5000 + b"]" * 5000, 1)
            case "truncated": return self.send(200, body[:len(body) // 2], length=len(body))
        return self.send(200, body, headers)


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    request_queue_size = 256


def check(program, seed, count):
    """The things that are wrong with one seed's scan."""
    rng = random.Random(seed)
    ways = list(WAYS)
    rng.shuffle(ways)
    accounts = [Account(rng, number, ways[number % len(ways)]) for number in range(count)]
    server = Server(("127.0.0.1", 0), Handler)
    server.accounts = {account.sid: account for account in accounts}
    for account in accounts:
        account.pages("")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        entries = [f"  - {{ sid: {a.sid}, auth_token: {{ env: T{n} }} }}\n" for n, a in enumerate(accounts)]
        base = f"http://127.0.0.1:{server.server_address[1]}"
        (folder / "accounts.yaml").write_text(f"base_url: {base}\naccounts:\n" + "".join(entries))
        run = subprocess.run(
            [program, "scan", "--accounts", "accounts.yaml", "--pack", "core", "--now", NOW, "-q", "--parallel",
             str(rng.choice([1, 4, 16, 64])), "--report", "json=report.json", "--report", "junit=report.xml"],
            cwd=folder, env={f"T{n}": a.token for n, a in enumerate(accounts)}, capture_output=True, text=True)
        report = json.loads((folder / "report.json").read_text())
        texts = [run.stderr] + [path.read_text() for path in folder.glob("report.*")]
    server.shutdown()
    server.server_close()
    return [f"seed {seed}: {wrong}" for wrong in faults(accounts, report, run.returncode, texts)]


def faults(accounts, report, status, texts):
    """Compares a report with the truth."""
    cells = {(c["account_sid"], c["rule_id"]): c for c in report["coverage"]}
    found = {}
    for finding in report["findings"]:
        key = (finding["service_sid"], finding["rule_id"], finding["field"])
        found.setdefault(finding["account_sid"], []).append(key)
    broken = [a for a in accounts if not WAYS[a.way][0]]
    erroneous = [a for a in accounts if WAYS[a.way][1] and a.services]
    expected = 2 if broken or erroneous else 1
    if status != expected or report["run"]["exit_code"] != status:
        yield f"ended with {status} and says {report['run']['exit_code']}, not {expected}"
    if report["run"]["complete"] != (expected == 1):
        yield f"complete is {report['run']['complete']}"
    for account in accounts:
        name = f"{account.way} ({account.sid})"
        keys = found.pop(account.sid, [])
        # Two versions of one Service may both be guilty of the same.
        if len(keys) != len(set(keys)) and account.way != "changed-record":
            yield f"{name}: the same finding twice"
        keys = set(keys)
        readable, unsure = WAYS[account.way]
        if extra := keys - account.truth:
            yield f"{name}: {len(extra)} findings that are not true: {sorted(extra)[:2]}"
        for rule in RULES:
            cell = cells.get((account.sid, rule))
            if cell is None:
                yield f"{name}: no coverage of {rule}"
                continue
            outcome = cell["outcome"]
            guilty = any(key[1] == rule for key in keys)
            if outcome in {"pass", "no_services"} and (not readable or guilty or rule in unsure and account.services):
                yield f"{name}: {rule} is {outcome}"
            if outcome == "pass" and rule == "chat-instance-reuse" and broken:
                yield f"{name}: {rule} passes, and not all was read"
            if guilty != (outcome == "fail"):
                yield f"{name}: {rule} is {outcome}, with findings: {guilty}"
            if readable and cell["services"] != len(account.services):
                yield f"{name}: {cell['services']} Services, not {len(account.services)}"
        if readable and (missing := account.truth - keys):
            yield f"{name}: {len(missing)} findings are missing: {sorted(missing)[:2]}"
        if any(account.token in text for text in texts):
            yield f"{name}: its token is shown"
    if found:
        yield f"findings of accounts that nobody asked for: {list(found)[:2]}"


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    seeds = int(sys.argv[2]) if len(sys.argv) > 2 else 4
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 24
    wrong = [line for seed in range(1, seeds + 1) for line in check(program, seed, count)]
    for line in wrong:
        print(line)
    print(f"{seeds} seeds of {count} accounts, {len(WAYS)} ways of answering: "
          + (f"{len(wrong)} things are wrong" if wrong else "all as it should be"))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
