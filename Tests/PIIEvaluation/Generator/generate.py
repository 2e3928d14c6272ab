#!/usr/bin/env python3
"""Prints the names of the evaluation, one a line: `part<TAB>kinds<TAB>group<TAB>locale<TAB>name`.

    generate.py           all parts
    generate.py PART…     grid, public, identifiers, development, test

The same names every time. Those of the part `test` are in base64, so that nobody reads one by chance. Uses nothing but the
standard library. Exit status 1 when a table is not as it must be.
"""
import base64
import sys

import contacts
import grid
import identifiers
import persons
import tables

LEAST = {"grid": 220_000, "public": 10_600, "identifiers": 260_000, "development": 26_000, "test": 28_000}


def public():
    for group, table in (("universities", "universities.txt.gz"), ("listed companies", "companies.txt")):
        for name in tables.lines(table):
            yield "-", group, "-", name


def side(part):
    yield from persons.rows(part)
    yield from contacts.rows(part, persons.Words(part), persons.anybody(part, "authors.tsv"))
    for kind, name in tables.mined(part):
        yield "-", f"mined-{kind}", "-", name
    yield from persons.clean(part)


PARTS = {"grid": grid.rows, "public": public, "identifiers": identifiers.rows, "development": lambda: side("development"),
         "test": lambda: side("test")}


def main():
    chosen = sys.argv[1:] or list(PARTS)
    if unknown := [part for part in chosen if part not in PARTS]:
        print(f"no such part: {unknown[0]}; there are {', '.join(PARTS)}", file=sys.stderr)
        return 64
    for part in chosen:
        count = 0
        for kinds, group, locale, name in PARTS[part]():
            if not name or any(c in name for c in "\t\n\r"):
                print(f"{part}/{group}: a name that is empty or has a control character", file=sys.stderr)
                return 1
            if part == "test":
                name = base64.b64encode(name.encode()).decode()
            sys.stdout.write(f"{part}\t{kinds}\t{group}\t{locale}\t{name}\n")
            count += 1
        if count < LEAST[part]:
            print(f"{part}: {count} names, and at least {LEAST[part]} are expected", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
