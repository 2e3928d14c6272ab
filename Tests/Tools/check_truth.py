#!/usr/bin/env python3
"""Checks the core rules' counts on generated Services whose truth is known.

usage: check_truth.py PATH-OF-PROXY-AUDIT [SERVICES [SEED]]

Generates SERVICES (default 100,000) Services of several accounts as NDJSON, each built to trip a chosen set of core
rules and no other, scans them, and compares the findings of each core rule, Service by Service, with what was chosen.
Uses Python's standard library only. Ends with 1 where a finding is missing or should not be there.
"""

import json
import pathlib
import random
import subprocess
import sys
import tempfile
import time

CLEAN_NAMES = [
    "ride-sharing-us-east-1", "blindmatch-{epoch}", "Owl_{number}_{uuid}_service", "BuildXpert Call Masking {number}",
    "contact-manager-proxy-{number}", "release-{number}.4.12.7", "delivery-v1.2.3.{small}", "My Service {number}",
    "prod-masking-eu-{number}", "build-{hash}", "ticket-{number}", "配車サービス-{number}", "night shift 22:00-06:00 {number}",
]
CLEAN_URLS = [
    "https://hooks.northwind-rides.com/proxy/{number}", "https://api.voice.globex-calls.net:8443/cb?x={number}",
    "HTTPS://HOOKS.NORTHWIND-RIDES.COM/{number}", "https://proxy-{number}.up.railway.app/http://inner",
]
INSECURE_URLS = ["http://hooks.northwind-rides.com/{number}", "HTTP://hooks.northwind-rides.com/{number}",
                 "  http://hooks.northwind-rides.com/{number}", "\thTtP://hooks.northwind-rides.com/{number}"]


def luhn(digits):
    total = 0
    for index, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if index % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return digits + str(-total % 10)


def iban_gb(rng):
    account = "NWBK" + "".join(rng.choices("0123456789", k=14))
    numeric = "".join(str(int(c, 36)) for c in account + "GB00")
    return f"GB{98 - int(numeric) % 97:02d}{account}"


def personal_name(rng, number):
    kind = rng.randrange(5)
    if kind == 0:
        return f"driver {rng.choice(['anna', 'luis', 'chen', 'olga'])}.{number}@northwind-mail.com"
    if kind == 1:
        return f"Masking +44 20 7946 0{rng.randrange(1000):03d}"
    if kind == 2:
        digits = luhn("4" + "".join(rng.choices("0123456789", k=14)))
        return f"refund card {digits[:4]}-{digits[4:8]}-{digits[8:12]}-{digits[12:]} {number}"
    if kind == 3:
        return f"payout {iban_gb(rng)} {number}"
    return f"host 81.{rng.randrange(10, 250)}.{rng.randrange(10, 250)}.{rng.randrange(10, 250)} ip {number}"


def generate(count, seed):
    """Yields (Service, set of core rules that it must trip)."""
    rng = random.Random(seed)
    accounts = [f"AC{rng.getrandbits(128):032x}" for _ in range(7)]
    shared = [f"IS{rng.getrandbits(128):032x}" for _ in range(max(1, count // 500))]
    uses = {}
    rows = []
    for number in range(count):
        truth = set()
        if rng.random() < 0.05:
            name = personal_name(rng, number)
            truth.add("pii-in-unique-name")
        else:
            name = rng.choice(CLEAN_NAMES).format(
                number=number, epoch=1_699_999_999_999 + number, small=number % 100,
                uuid=f"{rng.getrandbits(32):08x}-0000-4000-8000-{rng.getrandbits(48):012x}",
                hash=f"{rng.getrandbits(160):040x}")
        callbacks = {key: None for key in ("callback_url", "intercept_callback_url", "out_of_session_callback_url")}
        for key in callbacks:
            if key == "callback_url" or rng.random() < 0.4:
                callbacks[key] = rng.choice(CLEAN_URLS).format(number=number)
        if rng.random() < 0.06:
            callbacks["callback_url"] = rng.choice([None, ""])
            truth.add("missing-callback-url")
        if rng.random() < 0.08:
            key = rng.choice([key for key in callbacks if key != "callback_url" or callbacks[key]])
            callbacks[key] = rng.choice(INSECURE_URLS).format(number=number)
            truth.add("insecure-callback-url")
        service = {
            "sid": f"KS{number:08x}{rng.getrandbits(96):024x}", "account_sid": rng.choice(accounts),
            "unique_name": name, "default_ttl": rng.choice([60, 3600, 86400]), **callbacks,
            "chat_instance_sid": None, "geo_match_level": "country", "number_selection_behavior": "prefer-sticky",
            "date_created": "2025-10-01T08:00:00Z", "date_updated": "2025-10-02T08:00:00Z", "links": {},
        }
        if rng.random() < 0.07:
            if rng.random() < 0.5:
                service["default_ttl"] = 0
            else:
                del service["default_ttl"]
            truth.add("unbounded-ttl")
        chat = rng.random()
        if chat < 0.01:
            service["chat_instance_sid"] = rng.choice(shared)
            uses.setdefault(service["chat_instance_sid"], []).append(number)
        elif chat < 0.3:
            service["chat_instance_sid"] = f"IS{rng.getrandbits(128):032x}"
        rows.append((service, truth))
    for numbers in uses.values():
        if len(numbers) > 1:
            for number in numbers:
                rows[number][1].add("chat-instance-reuse")
    return rows


def main():
    if len(sys.argv) not in (2, 3, 4):
        print(__doc__.split("\n\n")[1], file=sys.stderr)
        return 64
    program, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    rows = generate(count, int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    core = ["pii-in-unique-name", "missing-callback-url", "insecure-callback-url", "unbounded-ttl", "chat-instance-reuse"]
    with tempfile.TemporaryDirectory() as folder:
        source, report = pathlib.Path(folder) / "services.ndjson", pathlib.Path(folder) / "report.json"
        with source.open("w", encoding="utf-8") as file:
            for service, _ in rows:
                file.write(json.dumps(service, ensure_ascii=False) + "\n")
        start = time.monotonic()
        ended = subprocess.run([program, "scan", source, "--pack", "core", "-q", "--report", f"json={report}"])
        seconds = time.monotonic() - start
        result = json.loads(report.read_text(encoding="utf-8"))
    failures = 0 if ended.returncode == 1 and result["summary"]["services"] == count else 1
    for rule in core:
        found = {f["service_sid"] for f in result["findings"] if f["rule_id"] == rule}
        known = {service["sid"] for service, truth in rows if rule in truth}
        missing, extra = len(known - found), len(found - known)
        failures += missing + extra
        print(f"truth: {rule}: {len(known)} known, {len(found)} found, {missing} missing, {extra} too many")
    print(f"truth: {count} Services in {seconds:.1f} s, exit status {ended.returncode}: {'FAILED' if failures else 'ok'}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
