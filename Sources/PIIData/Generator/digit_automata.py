"""Compiles the regular expressions of numbering plans into one minimal acyclic automaton over decimal digits.

Only what the metadata of libphonenumber uses is understood: digits, `\\d`, sets, groups, alternatives, `?` and `{n,m}`.
"""

import re

TOKEN = re.compile(r"\(\?:|\(|\)|\||\?|\{(\d+)(?:,(\d+))?\}|\[([\d-]+)\]|\\d|\d")
ANY = 0x3FF


class Expressions:
    """A nondeterministic automaton to which expressions are added, each with a label for where it ends."""

    def __init__(self):
        self.edges = []  # (mask of digits, target) for each state
        self.empty = []  # targets reached without a digit
        self.labels = []
        self._closures = {}

    def _state(self):
        self.edges.append([])
        self.empty.append([])
        self.labels.append(None)
        return len(self.edges) - 1

    def add(self, pattern, label, prefix=False):
        """Adds an expression that must match a whole number, or with `prefix` only its beginning; returns its first state."""
        tokens = [match for match in TOKEN.finditer(pattern)]
        if sum(len(token.group()) for token in tokens) != len(pattern):
            raise ValueError(f"unknown syntax in {pattern}")
        self._tokens, self._position = tokens, 0
        tree = self._alternatives()
        if self._position != len(tokens):
            raise ValueError(f"unbalanced {pattern}")
        end = self._state()
        self.labels[end] = label
        if prefix:
            self.edges[end].append((ANY, end))
        return self._build(tree, end)

    def _alternatives(self):
        parts = [self._sequence()]
        while self._peek() == "|":
            self._position += 1
            parts.append(self._sequence())
        return ("or", parts)

    def _peek(self):
        return self._tokens[self._position].group() if self._position < len(self._tokens) else None

    def _sequence(self):
        items = []
        while self._peek() not in (None, "|", ")"):
            token = self._tokens[self._position]
            self._position += 1
            text = token.group()
            if text in ("(?:", "("):
                item = self._alternatives()
                if self._peek() != ")":
                    raise ValueError("unbalanced")
                self._position += 1
            elif text == "\\d":
                item = ("digit", ANY)
            elif token.group(3):
                item = ("digit", _mask(token.group(3)))
            else:
                item = ("digit", 1 << int(text))
            after = self._peek()
            if after == "?":
                item, self._position = ("repeat", item, 0, 1), self._position + 1
            elif after and after[0] == "{":
                low, high = self._tokens[self._position].group(1, 2)
                item, self._position = ("repeat", item, int(low), int(high or low)), self._position + 1
            items.append(item)
        return ("and", items)

    def _build(self, tree, end):
        """The state from which what `tree` matches leads to `end`."""
        if tree[0] == "digit":
            start = self._state()
            self.edges[start].append((tree[1], end))
            return start
        if tree[0] == "and":
            for item in reversed(tree[1]):
                end = self._build(item, end)
            return end
        start = self._state()
        if tree[0] == "or":
            self.empty[start] = [self._build(part, end) for part in tree[1]]
            return start
        _, item, low, high = tree
        position = end
        for count in range(high, 0, -1):
            position = self._build(item, position)
            if count > low:
                skip = self._state()
                self.empty[skip] = [position, end]
                position = skip
        return position

    def closure(self, states):
        result, stack = set(), list(states)
        while stack:
            state = stack.pop()
            if state not in result:
                result.add(state)
                stack.extend(self.empty[state])
        return frozenset(state for state in result if self.edges[state] or self.labels[state] is not None)

    def step(self, states, digit):
        return self.closure(target for state in states for mask, target in self.edges[state] if mask >> digit & 1)


def _mask(text):
    mask = 0
    for first, last in re.findall(r"(\d)(?:-(\d))?", text):
        for digit in range(int(first), int(last or first) + 1):
            mask |= 1 << digit
    return mask


class Automaton:
    """The minimal deterministic automaton of all numbers added: equal ends are stored once."""

    LONGEST = 17

    def __init__(self):
        self.nodes = [(None, (0,) * 10)]  # output and ten children; node 0 is the dead end
        self._numbers = {self.nodes[0]: 0}

    def add(self, expressions, starts, output):
        """The node for what begins in `starts`; `output(labels, length)` says what a number is, `None` for nothing."""
        known, steps = {}, {}

        def step(states, digit):
            key = (states, digit)
            if key not in steps:
                steps[key] = expressions.step(states, digit)
            return steps[key]

        def node(states, length):
            key = (states, length)
            if key in known:
                return known[key]
            labels = frozenset(
                expressions.labels[state] for state in states if expressions.labels[state] is not None)
            children = (0,) * 10
            if length < self.LONGEST and states:
                children = tuple(node(step(states, digit), length + 1) for digit in range(10))
            known[key] = self._number((output(labels, length) if labels else None, children))
            return known[key]

        return node(expressions.closure(starts), 0)

    def _number(self, node):
        if node not in self._numbers:
            self._numbers[node] = len(self.nodes)
            self.nodes.append(node)
        return self._numbers[node]
