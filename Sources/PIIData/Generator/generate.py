#!/usr/bin/env python3
"""Makes the tables that the detector of personal data reads: `generate.py [TABLE…]`, all without names.

Needs the packages of requirements.txt and Debian's scowl; writes beside this folder.
"""

import pathlib
import sys

import folding

TABLES = ("folding", "lexicon", "likeness")
TARGET = pathlib.Path(__file__).parent.parent


def write(name, data):
    (TARGET / f"{name}.bin").write_bytes(data)
    print(f"{name}.bin: {len(data)} bytes")


def main(names):
    if not set(names) <= set(TABLES):
        raise SystemExit(f"generate.py: the tables are {', '.join(TABLES)}")
    if "folding" in names:
        write("folding", folding.table())
    if {"lexicon", "likeness"} & set(names):
        import lexicon
        import likeness
        import sources

        entries = sources.read()
        known, phrases = lexicon.knowledge(entries)
        print(f"{len(known)} words, {len(phrases)} phrases")
        if "lexicon" in names:
            write("lexicon", lexicon.lexicon(known))
            write("phrases", lexicon.phrase_table(phrases))
        if "likeness" in names:
            write("likeness", likeness.make(entries, known))


if __name__ == "__main__":
    main(sys.argv[1:] or TABLES)
