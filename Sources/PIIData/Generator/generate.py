#!/usr/bin/env python3
"""Makes the tables that the detector of personal data reads: `generate.py [TABLE…]`, all without names.

Needs the packages of requirements.txt and Debian's scowl and unicode-cldr-core; writes beside this folder.
"""

import pathlib
import sys

import folding

# `words` are those of lexicon.bin, phrases.bin, likeness.bin and spelling.bin, which depend on each other.
TABLES = ("folding", "words")
TARGET = pathlib.Path(__file__).parent.parent


def write(name, data):
    (TARGET / f"{name}.bin").write_bytes(data)
    print(f"{name}.bin: {len(data)} bytes")


def main(names):
    if not set(names) <= set(TABLES):
        raise SystemExit(f"generate.py: the tables are {', '.join(TABLES)}")
    if "folding" in names:
        write("folding", folding.table())
    if "words" in names:
        import lexicon
        import likeness
        import spelling
        import sources

        entries = sources.read()
        known, phrases = lexicon.knowledge(entries)
        model, measure = likeness.make(entries)
        write("likeness", model)
        write("spelling", spelling.make(entries))
        known = lexicon.without_needless(entries, known, measure)
        print(f"{len(known)} words, {len(phrases)} phrases")
        write("lexicon", lexicon.lexicon(known))
        write("phrases", lexicon.phrase_table(phrases))


if __name__ == "__main__":
    main(sys.argv[1:] or TABLES)
