#!/usr/bin/env python3
"""Checks the labelled names in this folder: format, kinds, duplicates, checksums, counts.

    python3 check.py            problems and the counts of each file and group
    python3 check.py --quiet    only problems

Uses nothing but the standard library. Exit status 1 when there is a problem.
"""
import base64
import binascii
import glob
import html
import os
import re
import sys
import unicodedata
import urllib.parse
from collections import Counter

KINDS = {"person_name", "email", "phone", "payment_card", "national_id", "iban", "passport",
         "date_of_birth", "ip_address", "street_address", "social_handle"}
CLEAN_FILES = {"clean-plain.tsv", "clean-hard.tsv"}
GROUP = re.compile(r"^[a-z][a-z0-9-]*$")
LOCALE = re.compile(r"^(-|[A-Za-z]{2,8}(-[A-Za-z0-9]{2,8})*)$")
MAXIMUM = 191

ISSUERS = [(r"4", (13, 16, 19)), (r"5[1-5]", (16,)),
           (r"222[1-9]|22[3-9]|2[3-6]|27[01]|2720", (16,)), (r"3[47]", (15,)),
           (r"6011|64[4-9]|65", (16, 17, 18, 19)), (r"30[0-5]|309|36|38|39", (14, 15, 16, 17, 18, 19)),
           (r"352[89]|35[3-8]", (16, 17, 18, 19)), (r"62|81", (16, 17, 18, 19)),
           (r"50|5[6-9]|6[0-9]", tuple(range(12, 20))), (r"220[0-4]", (16, 17, 18, 19)),
           (r"9792", (16,))]


def luhn(digits):
    total = 0
    for i, c in enumerate(reversed(digits)):
        d = int(c)
        if i % 2:
            d = d * 2 - 9 if d > 4 else d * 2
        total += d
    return total % 10 == 0


def issuer(digits):
    return any(re.match(p, digits) and len(digits) in lengths for p, lengths in ISSUERS)


def cards(text):
    """Digit runs (grouped by one space, dot, dash or underscore) that are valid cards."""
    found = []
    text = re.sub(r"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}", "", text)
    for run in re.findall(r"(?<![0-9A-Za-z])\d(?:[ ._-]?\d){12,18}(?![0-9A-Za-z])", text):
        digits = re.sub(r"\D", "", run)
        if luhn(digits) and issuer(digits):
            found.append(digits)
    return found


def mod97(text):
    value = "".join(str(int(c, 36)) for c in text[4:] + text[:4])
    return int(value) % 97 == 1


def ibans(text):
    text = text.upper()
    for start in range(len(text)):
        if not re.match(r"[A-Z]{2}\d\d", text[start:]) or (start and text[start - 1].isalnum()):
            continue
        compact = ""
        for c in text[start:]:
            if c.isascii() and c.isalnum():
                compact += c
                if 15 <= len(compact) <= 34 and mod97(compact):
                    return [compact]
            elif c not in " -_":
                break
    return []


def views(text):
    """The text and what is left of it when one or two of the usual disguises are taken off."""
    out, todo = [], [text]
    for _ in range(3):
        following = []
        for t in todo:
            if t in out:
                continue
            out.append(t)
            plain = "".join(c for c in t if unicodedata.category(c) not in ("Cf",))
            plain = unicodedata.normalize("NFKC", plain)
            following.append("".join(
                str(unicodedata.digit(c)) if unicodedata.digit(c, None) is not None else c for c in plain))
            following.append(urllib.parse.unquote(t))
            following.append(html.unescape(t))
            following.append("".join({"Е": "E", "В": "B", "А": "A", "Н": "H"}.get(c, c) for c in t))
            for token in re.findall(r"[A-Za-z0-9+/_=-]{12,}", t):
                bare = re.sub(r"^(0x|[a-z]+[-_=:])", "", token)
                try:
                    following.append(bytes.fromhex(bare).decode("utf-8"))
                except ValueError:
                    pass
                for b in (bare, token):
                    core = b.rstrip("=")
                    try:
                        following.append(base64.urlsafe_b64decode(core.replace("+", "-").replace("/", "_")
                                                                  + "=" * (-len(core) % 4)).decode("utf-8"))
                    except (binascii.Error, ValueError):
                        pass
        todo = following
    return out


def main():
    quiet = "--quiet" in sys.argv
    here = os.path.dirname(os.path.abspath(__file__))
    problems, seen = [], {}
    by_file, by_group, by_kind, locales = Counter(), Counter(), Counter(), set()
    for path in sorted(glob.glob(os.path.join(here, "*.tsv"))):
        name = os.path.basename(path)
        with open(path, encoding="utf-8", newline="") as handle:
            lines = handle.read().split("\n")
        if lines[-1] != "":
            problems.append(f"{name}: no newline at the end")
        for number, line in enumerate(lines[:-1], 1):
            where = f"{name}:{number}"
            if line.startswith("# "):
                continue
            fields = line.split("\t")
            if len(fields) != 4:
                problems.append(f"{where}: {len(fields)} fields")
                continue
            kinds, group, locale, text = fields
            if kinds not in ("-", "?"):
                for kind in kinds.split(","):
                    if kind not in KINDS:
                        problems.append(f"{where}: kind {kind}")
                    by_kind[kind] += 1
            else:
                by_kind[kinds] += 1
            if not GROUP.match(group):
                problems.append(f"{where}: group {group!r}")
            if not LOCALE.match(locale):
                problems.append(f"{where}: locale {locale!r}")
            if not text or len(text) > MAXIMUM:
                problems.append(f"{where}: {len(text)} characters")
            if text != text.strip() or any(unicodedata.category(c) == "Cc" for c in text):
                problems.append(f"{where}: blanks at an end, or a control character")
            if text in seen:
                problems.append(f"{where}: also at {seen[text]}: {text}")
            seen[text] = where
            if name in CLEAN_FILES and kinds != "-":
                problems.append(f"{where}: {kinds} in a clean file")
            if name == "neither.tsv" and kinds != "?":
                problems.append(f"{where}: {kinds} among the undecided")
            hidden = name == "obfuscated.tsv"
            looks = views(text) if hidden else [text]
            if "payment_card" in kinds and not any(cards(v) or cards(re.sub(r"[ ,]", "", v)) for v in
                                                   ([re.sub(r"_", " ", v) for v in looks] + looks)):
                problems.append(f"{where}: no valid card: {text}")
            if "iban" in kinds and not any(ibans(v.replace("_", " ")) or ibans(v) for v in looks):
                problems.append(f"{where}: no valid IBAN: {text}")
            if kinds == "-":
                if cards(text):
                    problems.append(f"{where}: a valid card in a clean name: {text}")
                if ibans(text):
                    problems.append(f"{where}: a valid IBAN in a clean name: {text}")
                if re.search(r"[^\s@/]@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}\b", text):
                    problems.append(f"{where}: a mailbox in a clean name: {text}")
            by_file[name, kinds if kinds in ("-", "?") else "personal"] += 1
            by_group[name, group] += 1
            if locale != "-":
                locales.add(locale)
    if not quiet:
        for name in sorted({f for f, _ in by_file}):
            sums = {k: by_file[name, k] for k in ("personal", "-", "?")}
            print(f"{name}: {sum(sums.values())} names ({sums['personal']} personal, {sums['-']} clean, {sums['?']} neither)")
            for (f, group), count in sorted(by_group.items()):
                if f == name:
                    print(f"    {group:28} {count:5}")
        print("kinds:", ", ".join(f"{k} {n}" for k, n in by_kind.most_common()))
        print(f"{len(seen)} names, {len(locales)} locales")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
