#!/usr/bin/env python3
"""Compares the offsets of all zones of the system's tz database with those of Python's zoneinfo.

usage: check_zones.py PATH-OF-PROXY-AUDIT [SEED]

Each zone is asked at random instants from 1900 to 2400 and around the changes of a year after the files' last transition,
which only the rule at a file's end tells.
"""

import datetime
import json
import random
import subprocess
import sys
import zoneinfo

EXPRESSION = "cases.map(c, [timestamp(c.at).getHours(c.zone), timestamp(c.at).getMinutes(c.zone), timestamp(c.at).getDate(c.zone)])"
ZONES_AT_ONCE = 4


def instants(rng, zone):
    """Seconds since 1970: anywhere, and a few on either side of a change in 2061."""
    for _ in range(12):
        yield rng.randrange(-2_208_988_800, 13_569_465_600)
    day = datetime.datetime(2061, 1, 1, tzinfo=datetime.timezone.utc)
    offset = day.astimezone(zone).utcoffset()
    for _ in range(366):
        day += datetime.timedelta(days=1)
        if day.astimezone(zone).utcoffset() != offset:
            offset = day.astimezone(zone).utcoffset()
            for hours in range(-26, 3):
                yield int(day.timestamp()) + 3600 * hours


def main():
    if len(sys.argv) not in (2, 3):
        print(__doc__.split("\n\n")[1], file=sys.stderr)
        return 64
    program, rng = sys.argv[1], random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    # localtime and the like are of this machine, and posixrules is no zone.
    names = sorted(name for name in zoneinfo.available_timezones() if "/" in name or name in ("CET", "EST5EDT", "Iran"))
    compared = wrong = 0
    for start in range(0, len(names), ZONES_AT_ONCE):
        cases, expected = [], []
        for name in names[start:start + ZONES_AT_ONCE]:
            zone = zoneinfo.ZoneInfo(name)
            for second in instants(rng, zone):
                instant = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc) + datetime.timedelta(seconds=second)
                local = instant.astimezone(zone)
                cases.append({"zone": name, "at": instant.strftime("%Y-%m-%dT%H:%M:%SZ")})
                expected.append([local.hour, local.minute, local.day])
        ended = subprocess.run(
            [program, "cel", EXPRESSION, "--vars", json.dumps({"cases": cases})], capture_output=True, text=True)
        if ended.returncode != 0:
            print(f"zones: {names[start]}…: exit status {ended.returncode}: {ended.stderr}", file=sys.stderr)
            return 1
        for case, ours, theirs in zip(cases, json.loads(ended.stdout), expected, strict=True):
            compared += 1
            if ours != theirs:
                wrong += 1
                if wrong <= 10:
                    print(f"zones: {case['zone']} at {case['at']}: {ours}, not {theirs}", file=sys.stderr)
    print(f"zones: {len(names)} zones, {compared} instants, {wrong} wrong: {'FAILED' if wrong else 'ok'}")
    return 1 if wrong or compared < 1000 else 0


if __name__ == "__main__":
    sys.exit(main())
