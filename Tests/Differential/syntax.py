"""A small reader of expressions, for the shrinker and the mutations: tokens, and a tree of where each part stands.

It takes a little more than the language does; what it cannot read is treated as one piece.
"""

import dataclasses
import re

TOKEN = re.compile(
    r"""(?P<blank>[ \t\n\r\f]+|//[^\n]*)
    |(?P<string>(?:[bB]?[rR](?:\"\"\".*?\"\"\"|'''.*?'''|"[^"\n]*"|'[^'\n]*'))
    |[bB]?(?:\"\"\"(?:\\.|[^\\])*?\"\"\"|'''(?:\\.|[^\\])*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'))
    |(?P<number>0[xX][0-9a-fA-F]+[uU]?|(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?[uU]?)
    |(?P<name>[A-Za-z_][A-Za-z0-9_]*|`[^`\n]*`)
    |(?P<sign>&&|\|\||[=!<>]=|\.\?|\[\?|[-+*/%!<>?:.,()\[\]{}@])""",
    re.VERBOSE | re.DOTALL)

LEVELS = {"||": 1, "&&": 2, "==": 3, "!=": 3, "<": 3, "<=": 3, ">": 3, ">=": 3, "in": 3,
          "+": 4, "-": 4, "*": 5, "/": 5, "%": 5}

# Macros called on a range, with the numbers of variables that they may take.
RANGE_MACROS = {"all": {2: 1, 3: 2}, "exists": {2: 1, 3: 2}, "exists_one": {2: 1, 3: 2}, "existsOne": {2: 1, 3: 2},
                "map": {2: 1, 3: 1}, "filter": {2: 1}, "transformList": {3: 2, 4: 2}, "transformMap": {3: 2, 4: 2},
                "transformMapEntry": {3: 2, 4: 2}, "sortBy": {2: 1}, "optMap": {2: 1}, "optFlatMap": {2: 1}}


@dataclasses.dataclass
class Token:
    kind: str
    text: str
    start: int

    @property
    def end(self):
        return self.start + len(self.text)


def tokens(text):
    """All tokens but blanks; None where the text has something that is no token."""
    found = []
    position = 0
    while position < len(text):
        match = TOKEN.match(text, position)
        if match is None:
            return None
        if match.lastgroup != "blank":
            found.append(Token(match.lastgroup, match.group(), position))
        position = match.end()
    return found


@dataclasses.dataclass
class Node:
    """A part of an expression."""

    kind: str
    name: str
    start: int
    end: int
    children: list
    # The variables of enclosing macros that the part reads: it has no value of its own without them.
    free: frozenset = frozenset()
    # The variables of all enclosing macros, the outermost first, each with an expression for its value.
    bindings: tuple = ()

    def text(self, source):
        return source[self.start:self.end]

    def inner_first(self):
        for child in self.children:
            yield from child.inner_first()
        yield self


class SyntaxProblem(Exception):
    """The text cannot be read."""


def parse(text):
    """The tree of an expression, or None."""
    found = tokens(text)
    if not found:
        return None
    reader = _Reader(found, text)
    try:
        tree = reader.ternary()
    except (SyntaxProblem, RecursionError):
        return None
    if reader.position != len(found):
        return None
    _mark(tree, frozenset(), (), text)
    return tree


def variable_count(node):
    """How many variables a macro declares; 0 of what is no macro."""
    return RANGE_MACROS.get(node.name, {}).get(len(node.children) - 1, 0) if node.kind == "member" else 0


def instance(node, text, index):
    """The part with the variables of the macros around it bound: where a list or map is gone through, to its element or entry
    of that index.

    Gives expressions that must have values for that, among them those that the variables are bound to, and the part; each
    is closed.
    """
    closed = []
    prefix = suffix = ""
    for name, value, condition in node.bindings:
        value = value.replace(ELEMENT, str(index))
        if condition:
            closed.append(f"{prefix}{condition}{suffix}")
        closed.append(f"{prefix}{value}{suffix}")
        prefix, suffix = f"{prefix}cel.bind({name}, {value}, ", f"){suffix}"
    return closed, f"{prefix}{node.text(text)}{suffix}"


ELEMENT = "<index>"


def _mark(node, bound, bindings, text):
    """Notes which variables of macros each node reads, and what they stand for."""
    node.bindings = bindings
    parts = [(child, ()) for child in node.children]
    if node.kind == "call" and node.name == "cel.bind" and len(node.children) == 3:
        parts[2] = (node.children[2], ((node.children[0].name, node.children[1].text(text), None),))
    count = variable_count(node)
    variables = node.children[1:1 + count]
    if count and all(variable.kind == "name" for variable in variables):
        target = f"({node.children[0].text(text)})"
        # Fails for a map of two entries and more: their order is not known.
        condition = f"[0][dyn(type({target})) == dyn(list) || size(dyn({target})) < 2 ? 0 : 1]"
        if node.name in ("optMap", "optFlatMap"):
            values, condition = [f"{target}.value()"], None
        elif count == 1:
            values = [f"{target}.map(one, one)[{ELEMENT}]"]
        else:
            values = [f"{target}.transformList(one, two, {part})[{ELEMENT}]" for part in ("one", "two")]
        own = tuple((variable.name, value, condition) for variable, value in zip(variables, values))
        parts = [parts[0]] + [(child, own) for child in node.children[1:]]
    used = {node.name} & bound if node.kind == "name" else set()
    for child, own in parts:
        names = {name for name, _, _ in own}
        _mark(child, bound | names, bindings + own, text)
        used |= child.free - names
    node.free = frozenset(used)


class _Reader:
    def __init__(self, found, text):
        self.found = found
        self.text = text
        self.position = 0

    def peek(self):
        return self.found[self.position].text if self.position < len(self.found) else ""

    def take(self):
        if self.position == len(self.found):
            raise SyntaxProblem
        self.position += 1
        return self.found[self.position - 1]

    def expect(self, text):
        if self.peek() != text:
            raise SyntaxProblem
        return self.take()

    def ternary(self):
        condition = self.binary(1)
        if self.peek() != "?":
            return condition
        self.take()
        first = self.binary(1)
        self.expect(":")
        second = self.ternary()
        return Node("ternary", "?:", condition.start, second.end, [condition, first, second])

    def binary(self, level):
        left = self.unary()
        while LEVELS.get(self.peek(), 0) >= level:
            operator = self.take().text
            right = self.binary(LEVELS[operator] + 1)
            left = Node("binary", operator, left.start, right.end, [left, right])
        return left

    def unary(self):
        if self.peek() in ("!", "-"):
            sign = self.take()
            operand = self.unary()
            return Node("unary", sign.text, sign.start, operand.end, [operand])
        return self.member()

    def member(self):
        node = self.primary()
        while self.peek() in (".", ".?", "[", "[?", "{"):
            mark = self.take().text
            if mark in (".", ".?"):
                if mark == "." and self.peek() == "?":
                    self.take()
                name = self.take()
                if name.kind != "name":
                    raise SyntaxProblem
                if self.peek() == "(" and mark == ".":
                    self.take()
                    arguments, end = self.arguments(")")
                    qualified = node.kind == "name" and node.name in ("math", "strings", "base64", "cel", "optional",
                                                                      "sets", "lists", "regex")
                    if qualified:
                        node = Node("call", f"{node.name}.{name.text}", node.start, end, arguments)
                    else:
                        node = Node("member", name.text, node.start, end, [node] + arguments)
                else:
                    node = Node("select", name.text, node.start, name.end, [node])
            elif mark in ("[", "[?"):
                index = self.ternary()
                end = self.expect("]").end
                node = Node("index", "[]", node.start, end, [node, index])
            else:
                if node.kind not in ("name", "select"):
                    raise SyntaxProblem
                entries, end = self.entries()
                node = Node("struct", "", node.start, end, entries)
        return node

    def primary(self):
        token = self.take()
        if token.kind in ("string", "number"):
            return Node("literal", token.text, token.start, token.end, [])
        if token.kind == "name":
            if self.peek() == "(":
                self.take()
                arguments, end = self.arguments(")")
                return Node("call", token.text, token.start, end, arguments)
            return Node("name", token.text, token.start, token.end, [])
        if token.text == ".":
            inner = self.primary()
            return Node(inner.kind, inner.name, token.start, inner.end, inner.children)
        if token.text == "(":
            inner = self.ternary()
            return Node("paren", "()", token.start, self.expect(")").end, [inner])
        if token.text == "[":
            elements, end = self.arguments("]")
            return Node("list", "[]", token.start, end, elements)
        if token.text == "[?":
            self.found.insert(self.position, Token("sign", "?", token.end - 1))
            elements, end = self.arguments("]")
            return Node("list", "[]", token.start, end, elements)
        if token.text == "{":
            entries, end = self.entries()
            return Node("map", "{}", token.start, end, entries)
        raise SyntaxProblem

    def arguments(self, close):
        found = []
        while self.peek() != close:
            if self.peek() == "?":
                self.take()
            found.append(self.ternary())
            if self.peek() != ",":
                break
            self.take()
        return found, self.expect(close).end

    def entries(self):
        found = []
        while self.peek() != "}":
            if self.peek() == "?":
                self.take()
            found.append(self.ternary())
            self.expect(":")
            found.append(self.ternary())
            if self.peek() != ",":
                break
            self.take()
        return found, self.expect("}").end
