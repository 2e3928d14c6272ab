#!/usr/bin/env python3
"""Compares our CEL with Google's C++ engine on random expressions.

usage: differential.py DRIVER [--seed N] [--count N | --minutes M] [--conformance FILE] [--without FAMILIES]

DRIVER is the program CELDriver of this package. Generates expressions over made-up Services, and mutations of them and
of the conformance suite's, and evaluates each in both engines: the outcomes must be the same value of the same deduced
type, or an error in both, found at the same stage. Where they differ, the innermost part that differs is looked for; a
part that is in the list of explained.py is counted, any other is printed, made as short as can be. Ends with 1 where
there was one. Needs the packages cel-expr-python and protobuf.
"""

import argparse
import collections
import json
import os
import pathlib
import random
import re
import sys
import time

import engines
import explained
import generator
import services
import syntax

# Expressions that are tried in one world of values before the next.
WORLD_SIZE = 50
# Parts of the suite whose functions Google's package does not have.
FOREIGN_FILES = {"network_ext", "block_ext"}
# What would take all memory in Google's engine: ranges, which it makes at once, and counted replacements of nothing, which
# it goes on with up to the count.
HUGE = re.compile(r"lists\.range\s*\((?!\s*-?\d{1,3}\s*\))|regex\.replace\s*\((.*,){3}", re.DOTALL)
# Elements of a list with which the parts within a macro are tried.
INSTANCES = 3
# Replacements of a differing part, in one expression.
CAUSES_EACH = 6


def same_value(google, ours):
    """Whether the values are the same; times without nanoseconds may differ by less than a microsecond."""
    if google[0] == "about":
        return ours[0] == google[1] and abs(ours[1] - google[2] * 1000) < 1000
    if google[0] == "integer":
        return ours[0] in ("int", "uint") and ours[1] == google[1]
    if google[0] == "some of map":
        return ours[0] == "map" and all(
            any(key[1] == other[1] and same_value(value, content) for other, content in ours[1]) for key, value in google[1])
    if google == ("opaque", "optional_type"):
        return ours[0] == "optional"
    if google[0] != ours[0]:
        return False
    if google[0] == "list":
        return len(google[1]) == len(ours[1]) and all(map(same_value, google[1], ours[1]))
    if google[0] == "map":
        if len(google[1]) != len(ours[1]):
            return False
        rest = list(ours[1])
        for key, value in google[1]:
            match = next((e for e in rest if same_value(key, e[0]) and same_value(value, e[1])), None)
            if match is None:
                return False
            rest.remove(match)
        return True
    if google[0] == "message":
        return google[1] == ours[1] and all(map(same_value, google[2], ours[2]))
    if google[0] == "optional" and google[1] is not None and ours[1] is not None:
        return same_value(google[1], ours[1])
    return google == ours


def same(google, ours):
    """Whether two outcomes are the same."""
    return google.type in (ours.type, engines.UNKNOWN_TYPE) and same_values(google, ours)


def same_values(google, ours):
    """Whether two outcomes are the same but for their types."""
    if google.kind != ours.kind:
        return False
    return google.kind != "value" or same_value(google.value, ours.value)


def literal(value):
    """An expression for a value, or None."""
    kind, content = value[0], value[-1]
    if kind == "null":
        return "null"
    if kind == "bool":
        return "true" if content else "false"
    if kind == "int":
        return f"({content})"
    if kind == "uint":
        return f"{content}u"
    if kind == "double":
        number = engines.struct.unpack(">d", bytes.fromhex(content))[0]
        if number != number or number in (float("inf"), float("-inf")):
            return {"inf": "(1.0/0.0)", "-inf": "(-1.0/0.0)"}.get(str(number), "(0.0/0.0)")
        return f"({number!r})" if any(sign in repr(number) for sign in ".e") else f"({number!r}.0)"
    if kind == "string":
        return generator.quoted(content)
    if kind == "bytes":
        return "b'" + "".join(f"\\x{byte:02x}" for byte in content) + "'"
    if kind == "duration":
        return f"duration('{content}ns')"
    if kind == "list":
        parts = [literal(element) for element in content]
        return None if None in parts else "[" + ", ".join(parts) + "]"
    if kind == "map":
        parts = [(literal(key), literal(element)) for key, element in content]
        return None if any(None in pair for pair in parts) else "{" + ", ".join(f"{k}: {v}" for k, v in parts) + "}"
    return None


class Judge:
    """Evaluates expressions in both engines, and says where they differ."""

    def __init__(self, google, ours):
        self.google = google
        self.ours = ours
        self.cache = {}
        self.world = {}

    def bind(self, world):
        self.cache = {}
        self.world = world
        self.google.bind(world)
        self.ours.bind(world)

    def outcomes(self, text):
        if text not in self.cache:
            self.cache[text] = (self.google.evaluate(text), self.ours.evaluate(text))
        return self.cache[text]

    def differs(self, text):
        return not same(*self.outcomes(text))

    def cause(self, text):
        """The innermost differing part, and where it stands; no place for a part that reads variables of macros.

        Gives the whole if no part of it differs alone.
        """
        tree = syntax.parse(text)
        for node in tree.inner_first() if tree else []:
            if not node.free:
                if self.differs(node.text(text)):
                    return self._cause(node.text(text), node, [child.text(text) for child in node.children]), node
                continue
            for index in range(INSTANCES):
                bound, part = syntax.instance(node, text, index)
                if all(self.agree_on_value(value) for value in bound) and self.differs(part):
                    operands = [syntax.instance(child, text, index)[1] for child in node.children]
                    return self._cause(part, node, operands), None
        return self._cause(text, tree, [child.text(text) for child in tree.children] if tree else []), None

    def agree_on_value(self, text):
        return self.outcomes(text)[0].kind == "value" and not self.differs(text)

    def _cause(self, text, node, operands):
        google, ours = self.outcomes(text)
        return explained.Cause(
            text, node.kind if node else "", node.name if node else "",
            tuple(self.outcomes(operand)[1] for operand in operands), google, ours, same_values, self.outcomes, self.google.evaluate)

    def explain(self, text):
        """The explanations of all that differs in an expression, and the cause that has none."""
        found = []
        for _ in range(CAUSES_EACH):
            if not self.differs(text):
                break
            cause, node = self.cause(text)
            explanation = next((e for e in explained.EXPLANATIONS if e.matches(cause)), None)
            if explanation is None:
                return found, cause
            found.append(explanation)
            # With a value in its place that both take alike, the rest can be judged.
            value = literal(cause.ours.value) if cause.ours.kind == "value" else "dyn([])[0]"
            if node is None or value is None or text[node.start:node.end] == value:
                break
            if cause.ours.kind == "value" and cause.ours.type == "dyn":
                value = f"dyn({value})"
            text = text[:node.start] + value + text[node.end:]
        return found, None

    def shrink(self, text):
        """A shorter expression whose difference has no explanation either."""
        wanted = tuple(outcome.kind for outcome in self.outcomes(text))

        def holds(candidate):
            kinds = tuple(outcome.kind for outcome in self.outcomes(candidate))
            return kinds == wanted and self.differs(candidate) and self.explain(candidate)[1] is not None

        for _ in range(200):
            shorter = next((c for c in sorted(set(candidates(text)), key=len) if len(c) < len(text) and holds(c)), None)
            if shorter is None:
                return text
            text = shorter
        return text


def candidates(text):
    """Simpler forms of an expression."""
    tree = syntax.parse(text)
    for node in tree.inner_first() if tree else []:
        yield node.text(text)
        for simple in ("0", "1", "''", "[]", "true", "null"):
            if node.end - node.start > len(simple):
                yield text[:node.start] + simple + text[node.end:]
        for child in node.children:
            yield text[:node.start] + child.text(text) + text[node.end:]
    found = syntax.tokens(text) or []
    for length in (1, 2, 3, 4, 8, 16):
        for first in range(len(found) - length + 1):
            yield text[:found[first].start] + text[found[first + length - 1].end:]


def conformance_expressions(path):
    """The expressions of the conformance suite that declare nothing of their own."""
    if path is None or not path.exists():
        return []
    tests = json.loads(path.read_text())
    chosen = [test["expr"] for test in tests if test["file"] not in FOREIGN_FILES and not test.get("type_env")]
    return sorted(set(chosen))


def expressions(rng, families, suite, fixed):
    """First the fixed ones, and then generated and mutated ones without end."""
    yield from fixed
    make = generator.Generator(rng, families)
    recent = list(suite[:200])
    while True:
        text = next_expression(rng, make, suite, recent)
        if not HUGE.search(text):
            yield text


def next_expression(rng, make, suite, recent):
    """A generated or a mutated expression."""
    if recent and rng.random() < 0.25:
        source = rng.choice(suite) if suite and rng.random() < 0.5 else rng.choice(recent)
        return generator.mutated(rng, source, recent)
    text = make.expression()
    if len(recent) < 400:
        recent.append(text)
    else:
        recent[rng.randrange(len(recent))] = text
    return text


def stale_explanations(judge, rng):
    """The explanations that do not hold for their own example, each with what holds instead."""
    judge.bind(services.world(rng))
    stale = []
    for explanation in explained.EXPLANATIONS:
        if explanation.example is None:
            continue
        found, cause = judge.explain(explanation.example)
        if found != [explanation]:
            other = "unexplained" if cause else ", ".join(e.name for e in found) or "the engines agree"
            stale.append((explanation, f"{explanation.example}: {other}"))
    return stale


def run(arguments):
    rng = random.Random(arguments.seed)
    judge = Judge(engines.GoogleEngine(), engines.OurEngine(arguments.driver))
    families = [family for family in generator.FAMILIES if family not in arguments.without.split(",")]
    suite = conformance_expressions(arguments.conformance)
    fixed = list(generator.edges()) + suite
    counts = collections.Counter()
    kinds = collections.Counter()
    unexplained = {}
    started = time.monotonic()
    stale = stale_explanations(judge, rng)
    for explanation, reason in stale:
        print(f"{'note' if explanation.may_pass else 'error'}: the explanation '{explanation.name}' is out of date: {reason}")
    done = 0
    for text in expressions(rng, families, suite, fixed):
        if arguments.minutes and time.monotonic() - started > arguments.minutes * 60:
            break
        if not arguments.minutes and done >= arguments.count + len(fixed):
            break
        if done % WORLD_SIZE == 0:
            judge.bind(services.world(rng))
        done += 1
        google, ours = judge.outcomes(text)
        kinds[google.kind] += 1
        if same(google, ours):
            continue
        found, cause = judge.explain(text)
        counts.update({explanation.name for explanation in found})
        if cause is None:
            continue
        shortest = judge.shrink(cause.text)
        google, ours = judge.outcomes(shortest)
        if shortest not in unexplained:
            unexplained[shortest] = text
            print(f"differs: {shortest}\n  google: {google}\n  ours:   {ours}", flush=True)
            if shortest != text:
                print(f"  from:   {text[:1000]}", flush=True)
            used = {token.text for token in syntax.tokens(shortest) or [] if token.kind == "name"} & judge.world.keys()
            for name in sorted(used):
                print(f"  {name} = {engines.shown(judge.world[name])[:300]}", flush=True)
            if len(unexplained) >= arguments.limit:
                print("stopped: too many differences", flush=True)
                break
    judge.google.close()
    judge.ours.close()
    seconds = time.monotonic() - started
    print(f"{done} expressions, {len(fixed)} of them fixed, in {seconds:.0f} s, seed {arguments.seed}: "
          + ", ".join(f"{count} {kind}s" for kind, count in sorted(kinds.items())))
    for explanation in explained.EXPLANATIONS:
        print(f"explained: {counts[explanation.name]:6} {explanation.name}")
    print(f"unexplained: {len(unexplained)}")
    return 1 if unexplained or any(not explanation.may_pass for explanation, _ in stale) else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("driver", help="the program CELDriver")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=5000, help="random expressions (default 5000)")
    parser.add_argument("--minutes", type=float, help="go on for so long, instead of --count")
    parser.add_argument("--conformance", type=pathlib.Path, default=os.environ.get("CEL_CONFORMANCE"), help="its tests.json")
    parser.add_argument("--without", default="", help="families not to use: " + ",".join(generator.FAMILIES))
    parser.add_argument("--limit", type=int, default=20, help="differences after which to stop")
    arguments = parser.parse_args()
    if isinstance(arguments.conformance, str):
        arguments.conformance = pathlib.Path(arguments.conformance)
    sys.exit(run(arguments))


if __name__ == "__main__":
    main()
