#!/usr/bin/env python3
"""What supports the entries of the lists written for this project: `support.py [--drop PATTERN…]`.

Prints how many entries each class has, `folder/file/section/kind/tier/script/support`, and sums. With --drop it takes those of the
classes that a pattern names out of the lists, as in `--drop 'Names/*/3/*/none'`; `make pii-data` and `make pii-eval` then tell what
that does. Support is

    again     the same entry stands in the section, or for other kinds than names and words in any list
    same      a source says at least as much of the word: the entry changes little
    counted   a source that says where its words are from has the word, but does not make it as frequent
    unstated  Faker or mimesis alone have it
    none      no source has it: it was written from memory
"""

import argparse
import collections
import fnmatch
import re

import lexicon
import lists
import sources

# What sets alone do not tell: English words and places of the project's own are marked as such.
MARKED = {("word", "en"), "place", "brand"}


def said(readers):
    """How much the sources say of each kind of a word, by the word's key: a class, and 7 in a set."""
    table = collections.defaultdict(int)
    entries = sources.Entries()
    for reader in readers:
        reader(entries)
    for kind, words in entries.classes.items():
        for text, level in words.items():
            form = lexicon.key(text)
            table[kind, form] = max(table[kind, form], level)
    for (kind, _), texts in entries.origins.items():
        for text in texts:
            form = lexicon.key(text)
            table[kind, form] = max(table[kind, form], 1)
    for kind, texts in entries.sets.items():
        for text in texts:
            table[kind, lexicon.key(text)] = 7
    return table


def classes():
    """Each entry with its support."""
    stated = said([reader for reader in sources.READERS if reader not in sources.UNSTATED_READERS])
    unstated = said(sources.UNSTATED_READERS)
    entries = list(lists.entries())
    repeated = _repeated(entries)
    for index, entry in enumerate(entries):
        kind = "phrase" if "_" in entry.text and entry.kind in ("word", "place", "brand", "codename") else entry.kind
        level = sources.OWN_TIERS[entry.tier or "2"] if kind in lists.NAMES else 7
        form = lexicon.key(entry.text)
        counts, others = stated.get((kind, form), 0), unstated.get((kind, form), 0)
        if index in repeated:
            yield entry, "again"
        elif max(counts, others) >= level and not {kind, (kind, entry.section)} & MARKED:
            yield entry, "same"
        else:
            yield entry, "counted" if counts else "unstated" if others else "none"


def _repeated(entries):
    """The indices of entries that another entry, as frequent or more, makes needless."""
    places = collections.defaultdict(list)
    for index, entry in enumerate(entries):
        section = entry.section if entry.kind in lists.NAMES | {"word"} else ""
        parts = tuple(filter(None, map(lexicon.key, re.split(sources.PARTING, entry.text))))
        places[entry.kind, entry.is_weak, section, parts].append((entry.tier, index))
    return {index for entries in places.values() for _, index in sorted(entries)[1:]}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--drop", nargs="+", default=[], metavar="PATTERN")
    arguments = parser.parse_args()
    kept, counts, sums, met = [], collections.Counter(), collections.Counter(), set()
    for entry, support in classes():
        name = "/".join([entry.path.parent.name, entry.path.stem, entry.section, entry.kind, entry.tier or "-", entry.script, support])
        wanted = {pattern for pattern in arguments.drop if fnmatch.fnmatchcase(name, pattern)}
        met |= wanted
        if wanted:
            continue
        kept.append(entry)
        counts[name] += 1
        sums[entry.kind, entry.tier or "-", support] += 1
    for name, count in sorted(counts.items()):
        print(count, name)
    print()
    for name, count in sorted(sums.items()):
        print(count, *name)
    print(len(kept), "entries")
    unmet = [pattern for pattern in arguments.drop if pattern not in met]
    if unmet:
        parser.error(f"no class is called {', '.join(map(repr, unmet))}; nothing was dropped")
    if arguments.drop:
        lists.write(kept)


if __name__ == "__main__":
    main()
