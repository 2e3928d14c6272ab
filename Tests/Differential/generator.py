"""Random expressions, mostly well-typed, over the variables of services."""

import json

import services
import syntax

BASIC = ["int", "uint", "double", "string", "bytes", "bool", "timestamp", "duration"]
KEYS = ["int", "uint", "string", "bool"]

INT_TEXTS = ["0", "1", "2", "3", "7", "10", "-1", "-2", "63", "64", "0x10", "0x7fffffffffffffff",
             "-0x8000000000000000", "2147483647", "4294967296", "9007199254740991", "9007199254740992",
             "9007199254740993", "9223372036854775807", "-9223372036854775808", "-9223372036854775807",
             "1000000000000", "253402300799", "253402300800", "-62135596800", "-62135596801",
             "1700000000"]
UINT_TEXTS = ["0u", "1u", "2u", "3U", "64u", "0x10u", "4294967296u", "9007199254740993u", "9223372036854775807u",
              "9223372036854775808u", "18446744073709551615u", "0xFFFFFFFFFFFFFFFFu"]
DOUBLE_TEXTS = ["0.0", "-0.0", "1.0", "1.5", "-1.5", "2.5", "0.5", ".5", "1e3", "1E-7", "0.1", "1e15", "1e16", "1e17",
                "1e20", "1e21", "1e22", "1e23", "123456789.125", "3.0e-5", "1e-4", "5e-324", "4.9e-324", "1e308",
                "1.7976931348623157e308", "9007199254740992.0", "9007199254740993.0", "9223372036854775807.0",
                "9223372036854775808.0", "-9223372036854775808.0", "-9223372036854777856.0", "9223372036854774784.0",
                "18446744073709551615.0", "18446744073709549568.0", "(0.0/0.0)", "(1.0/0.0)", "(-1.0/0.0)",
                "0.30000000000000004", "100.0", "2.2250738585072014e-308"]
NUMBER_TEXTS = ["0", "1", "-1", "+1", "-0", "007", "1.5", "-1.5", ".5", "5.", "1e3", "1E3", "1e", "0x1f", "0x1p3", "1_000",
                " 1", "1 ", "", "-", "+", "inf", "-inf", "+Inf", "Infinity", "-infinity", "nan", "NaN", "-nan", "nan(1)",
                "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809",
                "18446744073709551615", "18446744073709551616", "1e308", "1e309", "1e-400", "5e-324", "1u", "\uff11",
                "0.1", "1,5", "\0", "1\0", "true", "1e+5", "123456789012345678901234567890"]
BOOL_TEXTS = ["true", "false", "True", "FALSE", "TRUE", "False", "tRuE", "1", "0", "t", "f", "T", "F", "", "yes", " true", "no"]
TIME_TEXTS = ["2026-03-01T12:00:00Z", "2026-03-01T12:00:00.5+02:00", "1970-01-01T00:00:00Z", "0001-01-01T00:00:00Z",
              "9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:60Z", "0000-12-31T23:59:59Z", "10000-01-01T00:00:00Z",
              "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "2024-02-29T00:00:00Z", "2023-02-29T00:00:00Z",
              "2026-03-01t12:00:00z", "2026-03-01 12:00:00Z", "2026-03-01T12:00:00", "2026-03-01", "2026-3-1T1:2:3Z",
              "2026-03-01T12:00:00.123456789Z", "2026-03-01T12:00:00.1234567891Z", "2026-03-01T12:00:00.Z",
              "2026-03-01T24:00:00Z", "2026-03-01T23:60:00Z", "2026-03-01T12:00:00+24:00", "2026-03-01T12:00:00+23:59",
              "2026-03-01T12:00:00-0200", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-01-32T00:00:00Z", "",
              " 2026-03-01T12:00:00Z", "2026-03-01T12:00:00Z ", "2026-06-30T23:59:60Z", "2026-03-01T12:00:00,5Z",
              "infinite-future", "infinite-past", "1969-12-31T23:59:59.999999999Z", "2026-03-29T02:30:00+01:00"]
SPAN_TEXTS = ["0", "0s", "1s", "-1s", "+1s", "1.5s", "-1.5s", ".5s", "1.s", "1h30m", "1h-30m", "100ms", "1us", "1\u00b5s",
              "1\u03bcs", "1ns", "0.1ns", "1.9ns", "1d", "1", "s", "", "-", "1 s", "1h 1m", "1s1h", "1e3s", "24h", "1S", "inf",
              "-inf", "9223372036s", "9223372036.854775807s", "9223372036.854775808s", "-9223372036.854775808s",
              "9223372037s", "2562047h", "2562048h", "315576000000s", "315576000001s", "0.000000001s", "1m0.000000001s",
              "3.3333333333333s", "0.3333333333333333333h", "-0s", "1h1h", "10000000000h", "0x1s"]
ZONES = ["UTC", "Z", "", "Europe/Paris", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/Sao_Paulo",
         "+02:00", "-09:30", "02:00", "+2:00", "+24:00", "-00:00", "+00:60", "Local", "local", "europe/paris", "EST", "Nowhere",
         "../UTC", "Europe/Paris\0", "GMT+1", "Etc/GMT+1", "US/Pacific", "+14:00", "-23:59", "0200", "UTC+2"]
PATTERNS = ["", "a", "^a", "a$", "^$", ".", "^.$", "a.c", "[a-z]+", "(a+)+$", "(?i)ABC", "\\\\d+", "\\\\w", "\\\\pL", "\\\\p{Greek}",
            "\\\\bprod\\\\b", "^https?://", "a{2,3}", "a{1001}", "(", ")", "[", "*", "a**", "(?=a)", "\\\\1", "(?P<n>a)", "(?<n>a)",
            "\\\\x{1F600}", "\\\\C", "\u00e9", "e\u0301", "(?s).", "(?m)^a", "\\\\Qa.b\\\\E", "[^a]", "a|b|", "\\\\z", "\\\\Z", "[[:alpha:]]",
            "x{0}", "(?U)a+", "\\\\u0061", "[a-\\\\d]", "()", "(a)(b)?"]
FORMATS = ["%s", "%d", "%f", "%.2f", "%e", "%.3e", "%x", "%X", "%b", "%o", "%%", "%s %s", "%.0f", "%.10f", "%s%d", "%", "%z",
           "%5d", "%.f", "a%sb", "\u00e9%s", "%.20f", "%x%X", "%s%%", "%.1000f", "%-s", "%.0e", "%c"]
LITERAL_STRINGS = ['"\\u00e9"', "'e\\u0301'", '"\\U0001F600"', "r'\\n'", '"""a"b\nc"""', "'''x'y'''", '"\\x41\\101"', "'\\''",
                   '"\\a\\b\\f\\n\\r\\t\\v"', '"\\?"', "'\\`'", '"a\\tb"', "R'x'",
                   '"\\xff"', '"\\377"', "r'\\'", '"\\000\\u200b"', "r\"\"\"'\n\"\"\""]
LITERAL_BYTES = ["b''", "b'abc'", "b'\\xff'", "b'\\377'", "b'\u00e9'", "br'\\n'", "b'''a\nb'''", "B'x'",
                 "b'\\303\\251'", "b'\\xc3'", "b'\\x00'", "b\"\\\"\""]

# Literals out of range, and texts that are none; seldom used, for an expression with one compiles in neither engine.
ODD_LITERALS = {
    "int": ["9223372036854775808", "0xFFFFFFFFFFFFFFFF", "-9223372036854775809", "1i", "01", "0b1"],
    "uint": ["18446744073709551616u", "-1u", "0x1FFFFFFFFFFFFFFFFu"], "double": ["1e309", "1.", "1.e3", "0x1p3", "1f", "-1e400"],
    "string": ['"\\ud800"', '"\\U00110000"', "'\\0'", "'\\q'", "r'''\\'''", "'\\x1'", "'\\u12'", "'a\nb'", "'"],
    "bytes": ["rb'\\xff'", "b'\\u00e9'", "b'\\U000000e9'", "b'\\400'", "Rb''"],
}

# Functions by result: (family, form, name, argument types). In a member's arguments, the first is the target. The
# lower-case names that are no types are of texts, and of small numbers, as `Generator.pseudo` makes them.
FUNCTIONS = {
    "bool": [
        ("core", "member", "contains", ["string", "string"]), ("core", "member", "startsWith", ["string", "string"]),
        ("core", "member", "endsWith", ["string", "string"]), ("core", "member", "matches", ["string", "pattern"]),
        ("core", "global", "matches", ["string", "pattern"]), ("core", "global", "bool", ["bool text"]),
        ("core", "global", "bool", ["bool"]), ("math", "global", "math.isNaN", ["double"]),
        ("math", "global", "math.isInf", ["double"]), ("math", "global", "math.isFinite", ["double"]),
        ("sets", "global", "sets.contains", ["list", "same"]), ("sets", "global", "sets.intersects", ["list", "same"]),
        ("sets", "global", "sets.equivalent", ["list", "same"]),
    ],
    "int": [
        ("core", "global", "size", ["string"]), ("core", "member", "size", ["string"]), ("core", "global", "size", ["bytes"]),
        ("core", "member", "size", ["list"]), ("core", "global", "size", ["map"]), ("core", "global", "int", ["double"]),
        ("core", "global", "int", ["uint"]), ("core", "global", "int", ["number text"]), ("core", "global", "int", ["timestamp"]),
        ("core", "global", "int", ["string"]), ("core", "member", "getFullYear", ["timestamp"]),
        *[("core", "member", name, ["timestamp"]) for name in (
            "getMonth", "getDate", "getDayOfMonth", "getDayOfWeek", "getDayOfYear", "getHours", "getMinutes", "getSeconds",
            "getMilliseconds")],
        *[("core", "member", name, ["timestamp", "zone"]) for name in (
            "getFullYear", "getMonth", "getDate", "getDayOfMonth", "getDayOfWeek", "getDayOfYear", "getHours", "getMinutes",
            "getSeconds", "getMilliseconds")],
        *[("core", "member", name, ["duration"]) for name in ("getHours", "getMinutes", "getSeconds", "getMilliseconds")],
        ("strings", "member", "indexOf", ["string", "string"]), ("strings", "member", "indexOf", ["string", "string", "small"]),
        ("strings", "member", "lastIndexOf", ["string", "string"]),
        ("strings", "member", "lastIndexOf", ["string", "string", "small"]),
        *[("math", "global", "math." + name, ["int"]) for name in ("abs", "sign", "bitNot", "greatest", "least")],
        *[("math", "global", "math." + name, ["int", "int"]) for name in ("greatest", "least", "bitAnd", "bitOr", "bitXor")],
        *[("math", "global", "math." + name, ["int", "small"]) for name in ("bitShiftLeft", "bitShiftRight")],
        ("math", "global", "math.greatest", ["int", "int", "int"]), ("math", "global", "math.least", [("list", "int")]),
    ],
    "uint": [
        ("core", "global", "uint", ["int"]), ("core", "global", "uint", ["double"]), ("core", "global", "uint", ["number text"]),
        ("core", "global", "uint", ["uint"]),
        *[("math", "global", "math." + name, ["uint", "uint"]) for name in ("greatest", "least", "bitAnd", "bitOr", "bitXor")],
        *[("math", "global", "math." + name, ["uint", "small"]) for name in ("bitShiftLeft", "bitShiftRight")],
        *[("math", "global", "math." + name, ["uint"]) for name in ("abs", "sign", "bitNot")],
    ],
    "double": [
        ("core", "global", "double", ["int"]), ("core", "global", "double", ["uint"]),
        ("core", "global", "double", ["number text"]), ("core", "global", "double", ["string"]),
        *[("math", "global", "math." + name, ["double"]) for name in (
            "ceil", "floor", "round", "trunc", "abs", "sign", "sqrt", "greatest", "least")],
        ("math", "global", "math.sqrt", ["int"]), ("math", "global", "math.sqrt", ["uint"]),
        ("math", "global", "math.greatest", ["double", "double"]), ("math", "global", "math.least", ["double", "double"]),
    ],
    "string": [
        *[("core", "global", "string", [type]) for type in BASIC],
        ("strings", "member", "charAt", ["string", "small"]), ("strings", "member", "lowerAscii", ["string"]),
        ("strings", "member", "upperAscii", ["string"]), ("strings", "member", "trim", ["string"]),
        ("strings", "member", "reverse", ["string"]), ("strings", "member", "replace", ["string", "string", "string"]),
        ("strings", "member", "replace", ["string", "string", "string", "small"]),
        ("strings", "member", "substring", ["string", "small"]), ("strings", "member", "substring", ["string", "small", "small"]),
        ("strings", "member", "join", [("list", "string")]), ("strings", "member", "join", [("list", "string"), "string"]),
        ("strings", "global", "strings.quote", ["string"]), ("format", "member", "format", ["format", ("list", "any")]),
        ("format", "member", "format", ["format", ("list", "any")]), ("encoders", "global", "base64.encode", ["bytes"]),
        ("regex", "global", "regex.replace", ["string", "pattern", "string"]),
        ("regex", "global", "regex.replace", ["string", "pattern", "string", "small"]),
    ],
    "bytes": [
        ("core", "global", "bytes", ["string"]), ("core", "global", "bytes", ["bytes"]),
        ("encoders", "global", "base64.decode", ["base64"]),
    ],
    "timestamp": [
        ("core", "global", "timestamp", ["time text"]), ("core", "global", "timestamp", ["time text"]),
        ("core", "global", "timestamp", ["int"]), ("core", "global", "timestamp", ["timestamp"]),
    ],
    "duration": [
        ("core", "global", "duration", ["span text"]), ("core", "global", "duration", ["span text"]),
        ("core", "global", "duration", ["duration"]),
    ],
    ("list", "string"): [
        ("strings", "member", "split", ["string", "string"]), ("strings", "member", "split", ["string", "string", "small"]),
        ("regex", "global", "regex.extractAll", ["string", "pattern"]),
    ],
    ("list", "int"): [("lists", "global", "lists.range", ["tiny"])],
    ("optional", "string"): [("regex", "global", "regex.extract", ["string", "pattern"])],
    "type": [("core", "global", "type", ["any"])],
}

FAMILIES = ["core", "strings", "math", "format", "encoders", "sets", "lists", "regex", "optional", "macros2"]


def quoted(text):
    """A string literal, mostly with characters as they are."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f").replace("\\/", "/")


def edges():
    """Each conversion of each odd literal, each time zone, pattern and format, and each place in some texts."""
    numbers = INT_TEXTS + UINT_TEXTS + DOUBLE_TEXTS
    texts = [quoted(text) for text in NUMBER_TEXTS + BOOL_TEXTS + TIME_TEXTS + SPAN_TEXTS + services.TEXTS] + LITERAL_STRINGS
    for text in texts + numbers + LITERAL_BYTES + [literal for kind in ODD_LITERALS.values() for literal in kind]:
        yield text
    for name in ("int", "uint", "double", "string", "timestamp"):
        yield from (f"{name}({number})" for number in numbers)
    for name, choices in (("int", NUMBER_TEXTS), ("uint", NUMBER_TEXTS), ("double", NUMBER_TEXTS), ("bool", BOOL_TEXTS),
                          ("timestamp", TIME_TEXTS), ("duration", SPAN_TEXTS)):
        yield from (f"{name}({quoted(text)})" for text in choices)
    for name in ("ceil", "floor", "round", "trunc", "abs", "sign", "sqrt", "isNaN", "isInf", "isFinite", "bitNot"):
        yield from (f"math.{name}({number})" for number in numbers)
    for number in numbers:
        yield f"dyn({number}) in {{9007199254740993: 1, 9223372036854775809u: 2, -9223372036854775807: 3, 1: 4}}"
        yield f"dyn({number}) in [9007199254740993, 9223372036854775809u, -9223372036854775807, 1, 0.5]"
    for text in LITERAL_BYTES:
        yield f"string({text})"
    for name in ("getFullYear", "getDayOfYear", "getHours", "getMinutes"):
        for instant in ("1970-01-01T00:00:00Z", "2024-02-29T23:59:59.5Z", "0001-01-01T00:00:00Z", "2026-03-29T01:00:00Z"):
            yield f"timestamp('{instant}').{name}()"
            yield from (f"timestamp('{instant}').{name}({quoted(zone)})" for zone in ZONES)
    for pattern in PATTERNS:
        yield from (f'{text}.matches("{pattern}")' for text in ("''", "'a'", "'abc'", "'e\u0301'"))
    for text in services.TEXTS + services.URLS:
        yield from (f"{quoted(text)}.{call}" for call in (
            "size()", "reverse()", "trim()", "lowerAscii()", "upperAscii()", "split('')", "charAt(1)", "matches('^.{2}$')"))
        yield from (f"{function}({quoted(text)})" for function in ("bytes", "strings.quote", "size"))
    for clause in FORMATS:
        yield from (f"{quoted(clause)}.format([{value}])" for value in (
            "1", "-7", "2u", "2.5", "'a\u00e9'", "b'\\xff'", "true", "null", "[1, 'a']", "{'k': 1.5}", "int", "1.0/0.0"))
    for text in ("", "a", "abcabc", "\u00e9e\u0301", "a\U0001f600b", "aaa"):
        for part in ("", "a", "bc", "\u0301", "\U0001f600b", "aa"):
            for name in ("indexOf", "lastIndexOf"):
                yield f"{quoted(text)}.{name}({quoted(part)})"
                yield from (f"{quoted(text)}.{name}({quoted(part)}, {place})" for place in range(-1, len(text) + 2))
            yield f"{quoted(text)}.replace({quoted(part)}, '-')"
            yield from (f"{quoted(text)}.replace({quoted(part)}, '-', {count})" for count in (-1, 0, 1, 2))
            yield from (f"{quoted(text)}.split({quoted(part)}, {count})" for count in (-1, 0, 1, 2))
        for place in range(-1, len(text) + 2):
            yield f"{quoted(text)}.charAt({place})"
            yield from (f"{quoted(text)}.substring({place}, {end})" for end in range(place, len(text) + 2))


class Generator:
    """Makes expressions of a wanted type.

    Each method gives a text and its level: 0 for a ternary, 1 to 5 for operators, 6 for signs, 7 for what needs no
    parentheses anywhere.
    """

    def __init__(self, random, families=FAMILIES):
        self.random = random
        self.families = set(families)
        # Variables of the macros around.
        self.scope = []
        self.names = 0

    def expression(self):
        """An expression: half of them one call or operator, to try all edges of each, and half of up to six levels."""
        self.scope = []
        kind = self.random.random()
        if kind < 0.4:
            return self.call(self.random.choice(list(FUNCTIONS)), 0)[0]
        if kind < 0.45:
            return self.arithmetic(self.random.choice(["int", "uint", "double", "timestamp", "duration"]), 0)[0]
        if kind < 0.48:
            return self.comparisons()
        if kind < 0.52:
            return self.mixture()
        depth = self.random.choice([1, 2, 2, 3, 3, 4, 5, 6])
        return self.make(self.any_type(), depth)[0]

    def comparisons(self):
        """A list of comparisons of numbers of all types; none of them can fail."""
        numbers = INT_TEXTS + UINT_TEXTS + DOUBLE_TEXTS + ["i", "u", "x", "y", "service.default_ttl"]
        return "[" + ", ".join(
            f"dyn({self.random.choice(numbers)}) {self.random.choice(ORDERS)} dyn({self.random.choice(numbers)})"
            for _ in range(40)) + "]"

    def mixture(self):
        """A list, map or conditional of parts of several types."""
        parts = [self.leaf(self.any_type(1)) for _ in range(3)]
        form = self.random.choice(["[{}, {}, {}]", "[{}, {}]", "{{1: {}, 2: {}, 3: {}}}", "flag ? {} : dyn({})", "flag ? [{}] : [{}]"])
        return form.format(*parts)

    def chance(self, probability):
        return self.random.random() < probability

    def any_type(self, depth=2):
        if depth == 0 or self.chance(0.7):
            return self.random.choice(BASIC + ["bool", "int", "string", "dyn", "null", "type"])
        kind = self.random.randrange(6)
        if kind < 3:
            return ("list", self.any_type(depth - 1))
        if kind < 5 or "optional" not in self.families:
            return ("map", self.random.choice(KEYS), self.any_type(depth - 1))
        return ("optional", self.any_type(depth - 1))

    def make(self, type, depth):
        """An expression of a type; now and then of another."""
        if type == "any":
            type = self.random.choice(BASIC + ["dyn", "null", ("list", "int"), ("list", "dyn"), ("map", "string", "int")])
        if self.chance(0.02):
            type = self.any_type()
        if self.chance(0.03):
            return f"dyn({self.make(type, depth - 1)[0]})" if depth > 0 else self.leaf(type), 7
        if depth <= 0 or self.chance(0.12):
            return self.leaf(type), 7
        options = self.options(type)
        return self.random.choice(options)(type, depth - 1)

    def operand(self, type, depth, level):
        """An expression that may stand as an operand: in parentheses if it must, and seldom if it need not."""
        text, own = self.make(type, depth)
        if own < level and not self.chance(0.02) or self.chance(0.03):
            return f"({text})"
        return text

    def options(self, type):
        options = [self.conditional, self.call, self.call]
        kind = type if isinstance(type, str) else type[0]
        if kind in ("int", "uint", "double", "string", "bytes", "timestamp", "duration", "list"):
            options += [self.arithmetic] * 2
        if kind in ("int", "double"):
            options.append(self.negation)
        if kind == "bool":
            options += [self.comparison] * 4 + [self.logic] * 4 + [self.membership, self.quantifier, self.quantifier, self.presence]
        if kind in ("list", "map"):
            options += [self.aggregate] * 2
        if kind == "list":
            options += [self.list_macro] * 2
            if "lists" in self.families:
                options.append(self.list_function)
            if "macros2" in self.families:
                options.append(self.transformed)
        if kind == "optional":
            options = [self.optional] * 3 + [self.conditional]
        else:
            options += [self.element, self.binding]
            if "optional" in self.families:
                options.append(self.unwrapped)
        return options

    # Operators.

    def conditional(self, type, depth):
        return (f"{self.operand('bool', depth, 1)} ? {self.operand(type, depth, 1)} : "
                f"{self.operand(type, depth, 0)}"), 0

    def arithmetic(self, type, depth):
        random = self.random
        if type in ("int", "uint"):
            operator = random.choice("+-*/%")
        elif type == "double":
            operator = random.choice("+-*/")
        elif type == "timestamp":
            if self.chance(0.4):
                return f"{self.operand('duration', depth, 4)} + {self.operand('timestamp', depth, 5)}", 4
            return f"{self.operand(type, depth, 4)} {random.choice('+-')} {self.operand('duration', depth, 5)}", 4
        elif type == "duration":
            if self.chance(0.4):
                return f"{self.operand('timestamp', depth, 4)} - {self.operand('timestamp', depth, 5)}", 4
            operator = random.choice("+-")
        else:
            operator = "+"
        level = syntax.LEVELS[operator]
        return f"{self.operand(type, depth, level)} {operator} {self.operand(type, depth, level + 1)}", level

    def negation(self, type, depth):
        operand = self.operand(type, depth, 7)
        return f"-{operand}", 6

    def logic(self, type, depth):
        if self.chance(0.2):
            return f"!{self.operand('bool', depth, 7)}", 6
        operator = self.random.choice(["&&", "||"])
        level = syntax.LEVELS[operator]
        # An operand that fails shows whether the other one absorbs the failure.
        parts = [self.random.choice(["1 / 0 == 0", "numbers[99] == 1", "service.unique_name.size() == 0", "any.missing"])
                 if self.chance(0.15) else self.operand("bool", depth, level + 1) for _ in range(self.random.choice([2, 2, 2, 3]))]
        if len(parts) == 2 and self.chance(0.05):
            return f"{parts[0]} {operator} dyn({self.make('any', depth)[0]})", level
        return f" {operator} ".join(parts), level

    def comparison(self, type, depth):
        left = self.random.choice(BASIC + ["int", "string", "double", "null", "type", "dyn", "list", "map"])
        if left in ("list", "map"):
            left = ("list", self.any_type(1)) if left == "list" else ("map", self.random.choice(KEYS), self.any_type(1))
        right = left
        operator = self.random.choice(ORDERS)
        if left in ("type", "null", "dyn") or isinstance(left, tuple):
            operator = self.random.choice(["==", "!="]) if self.chance(0.9) else operator
        first, second = self.operand(left, depth, 4), None
        if left in ("int", "uint", "double") and self.chance(0.5):
            right = self.random.choice(["int", "uint", "double"])
            if operator in ("==", "!=") or self.chance(0.8):
                first = f"dyn({first})"
        elif self.chance(0.1):
            right = self.any_type()
            first = f"dyn({first})"
        elif self.chance(0.1):
            second = "null"
        second = second or self.operand(right, depth, 4)
        return f"{first} {operator} {second}", 3

    def membership(self, type, depth):
        key = self.random.choice(BASIC[:5] + ["dyn"])
        if self.chance(0.4):
            container = ("map", key if key in KEYS else "string", "dyn")
            key = key if key in KEYS or self.chance(0.3) else "string"
        else:
            container = ("list", key)
        first = self.operand(key, depth, 4)
        if self.chance(0.3):
            first = f"dyn({self.operand(self.random.choice(['int', 'uint', 'double']), depth, 0)})"
        return f"{first} in {self.operand(container, depth, 4)}", 3

    # Macros.

    def variable(self, type):
        self.names += 1
        # Some hide a variable of the environment.
        name = self.random.choice(["v", "e", "n", "k", f"v{self.names % 7}", "s", "i"])
        self.scope.append((name, type))
        return name

    def within(self, types, make):
        """Names for variables, and what `make` gives while they are there."""
        before = len(self.scope)
        names = []
        for type in types:
            name = self.variable(type)
            while name in names:
                name += "2"
                self.scope[-1] = (name, type)
            names.append(name)
        result = make()
        del self.scope[before:]
        return names, result

    def range(self, depth):
        """A list or map to go through, with the types of its elements or keys and values."""
        if self.chance(0.25):
            key, value = self.random.choice(KEYS), self.random.choice(BASIC + ["dyn"])
            if self.chance(0.5):
                key, value = "string", self.random.choice(["dyn", "int", "string"])
            return self.operand(("map", key, value), depth, 7), (key, value), True
        element = self.random.choice(BASIC + ["int", "string", "dyn", "Service", ("list", "int")])
        return self.operand(("list", element), depth, 7), ("int", element), False

    def quantifier(self, type, depth):
        macro = self.random.choice(["all", "exists", "exists_one", "all", "exists"])
        text, (key, value), is_map = self.range(depth)
        if "macros2" in self.families and self.chance(0.35):
            # Google's package knows the other name with one variable only; cel-go takes both.
            if macro == "exists_one":
                macro = "existsOne"
            names, body = self.within([key, value], lambda: self.make("bool", depth)[0])
            return f"{text}.{macro}({names[0]}, {names[1]}, {body})", 7
        names, body = self.within([key if is_map else value], lambda: self.make("bool", depth)[0])
        return f"{text}.{macro}({names[0]}, {body})", 7

    def list_macro(self, type, depth):
        if self.chance(0.4):
            names, body = self.within([type[1]], lambda: self.make("bool", depth)[0])
            return f"{self.operand(type, depth, 7)}.filter({names[0]}, {body})", 7
        text, (key, value), is_map = self.range(depth)
        element = key if is_map else value
        if self.chance(0.3):
            names, (test, body) = self.within(
                [element], lambda: (self.make("bool", depth)[0], self.make(type[1], depth)[0]))
            return f"{text}.map({names[0]}, {test}, {body})", 7
        names, body = self.within([element], lambda: self.make(type[1], depth)[0])
        return f"{text}.map({names[0]}, {body})", 7

    def transformed(self, type, depth):
        text, types, _ = self.range(depth)
        names, (test, body) = self.within(types, lambda: (self.make("bool", depth)[0], self.make(type[1], depth)[0]))
        middle = f"{test}, " if self.chance(0.4) else ""
        return f"{text}.transformList({names[0]}, {names[1]}, {middle}{body})", 7

    def binding(self, type, depth):
        bound = self.any_type(1)
        value = self.make(bound, depth)[0]
        names, body = self.within([bound], lambda: self.make(type, depth)[0])
        return f"cel.bind({names[0]}, {value}, {body})", 7

    def presence(self, type, depth):
        field = self.random.choice([name for name, _ in services.SERVICE_FIELDS])
        root = self.random.choice(["service", "service", "record", "record", "params", "any", "scores"])
        if root == "params":
            field = self.random.choice(["max_ttl", "hosts", "unset", "absent", "ratio"])
        return f"has({root}.{field})", 7

    # Parts, and aggregates.

    def element(self, type, depth):
        if self.chance(0.5):
            return f"{self.operand(('list', type), depth, 7)}[{self.make('small', depth)[0]}]", 7
        key = self.random.choice(KEYS)
        return f"{self.operand(('map', key, type), depth, 7)}[{self.make(key, depth)[0]}]", 7

    def aggregate(self, type, depth):
        count = self.random.choice([0, 1, 1, 2, 2, 3, 4])
        optional = "optional" in self.families and self.chance(0.1)

        def mark(text):
            return f"?{text}" if optional and text.startswith("optional.") else text

        def part(wanted):
            return self.make(("optional", wanted) if optional and self.chance(0.5) else wanted, depth)[0]

        if type[0] == "list":
            return "[" + ", ".join(mark(part(type[1])) for _ in range(count)) + "]", 7
        entries = []
        for _ in range(count):
            value = part(type[2])
            key = self.make(self.random.choice(KEYS) if self.chance(0.05) else type[1], depth)[0]
            entries.append(("?" if mark(value) != value else "") + f"{key}: {value}")
        return "{" + ", ".join(entries) + "}", 7

    def list_function(self, type, depth):
        list_text = self.operand(type, depth, 7)
        kind = self.random.randrange(6)
        if kind == 0:
            return f"{list_text}.{self.random.choice(['distinct', 'reverse', 'sort'])}()", 7
        if kind == 1:
            return f"{list_text}.slice({self.make('small', depth)[0]}, {self.make('small', depth)[0]})", 7
        if kind == 2:
            names, body = self.within([type[1]], lambda: self.make(self.random.choice(BASIC[:6]), depth)[0])
            return f"{list_text}.sortBy({names[0]}, {body})", 7
        if kind == 3:
            return f"{self.operand(('list', type), depth, 7)}.flatten()", 7
        if kind == 4:
            return f"{self.operand(('list', ('list', type)), depth, 7)}.flatten({self.make('small', depth)[0]})", 7
        return f"{list_text}.sort()", 7

    def optional(self, type, depth):
        kind = self.random.randrange(8)
        if kind == 0:
            return "optional.none()", 7
        if kind == 1:
            return f"optional.of({self.make(type[1], depth)[0]})", 7
        if kind == 2:
            return f"optional.ofNonZeroValue({self.make(type[1], depth)[0]})", 7
        if kind == 3:
            return f"{self.operand(('list', type[1]), depth, 7)}[?{self.make('small', depth)[0]}]", 7
        if kind == 4:
            return f"{self.operand(('map', 'string', type[1]), depth, 7)}.?{self.random.choice(['a', 'b', 'sid', 'links'])}", 7
        if kind == 5:
            return f"{self.operand(type, depth, 7)}.or({self.make(type, depth)[0]})", 7
        if kind == 6:
            inner = self.any_type(1)
            macro, wanted = self.random.choice([("optMap", type[1]), ("optFlatMap", type)])
            names, body = self.within([inner], lambda: self.make(wanted, depth)[0])
            return f"{self.operand(('optional', inner), depth, 7)}.{macro}({names[0]}, {body})", 7
        if type[1] in ("string", "dyn") and self.chance(0.8):
            return f"service.?{self.random.choice(['unique_name', 'sid', 'callback_url', 'default_ttl'])}", 7
        return f"{self.operand(('list', type[1]), depth, 7)}.{self.random.choice(['first', 'last'])}()", 7

    def unwrapped(self, type, depth):
        inner = self.operand(("optional", type), depth, 7)
        if type == "bool" and self.chance(0.5):
            return f"{self.operand(('optional', self.any_type(1)), depth, 7)}.hasValue()", 7
        if self.chance(0.85):
            return f"{inner}.orValue({self.make(type, depth)[0]})", 7
        return f"{inner}.value()", 7

    def call(self, type, depth):
        functions = [function for function in FUNCTIONS.get(type, []) if function[0] in self.families]
        if not functions:
            return self.leaf(type), 7
        _, form, name, parameters = self.random.choice(functions)
        element = None
        arguments = []
        for index, parameter in enumerate(parameters):
            if parameter == "list":
                element = self.random.choice(BASIC + ["dyn"])
                parameter = ("list", element)
            elif parameter == "map":
                parameter = ("map", self.random.choice(KEYS), self.random.choice(BASIC))
            elif parameter == "same":
                parameter = ("list", element)
            is_target = form == "member" and index == 0
            if parameter == "string" and index > 0 and depth == 0 and self.chance(0.7):
                arguments.append(self.part(arguments[0]))
                continue
            arguments.append(self.operand(parameter, depth, 7) if is_target else self.make(parameter, depth)[0])
        if form == "member":
            return f"{arguments[0]}.{name}({', '.join(arguments[1:])})", 7
        return f"{name}({', '.join(arguments)})", 7

    def part(self, text):
        """A part of a text that is written out, so that searches find something."""
        if not text.startswith('"') or len(text) < 3:
            return quoted(self.random.choice(["", "a", ",", "b"]))
        try:
            content = json.loads(text)
        except ValueError:
            return text
        if any(0xD800 <= ord(character) < 0xE000 for character in content):
            return text
        start = self.random.randrange(len(content)) if content else 0
        return quoted(content[start:start + self.random.choice([0, 1, 1, 2, 3])])

    # Leaves.

    def leaf(self, type):
        local = [name for name, of in self.scope if of == type]
        if local and self.chance(0.6):
            return self.random.choice(local)
        kind = type if isinstance(type, str) else type[0]
        if kind in PSEUDO:
            return self.pseudo(kind)
        choices = VARIABLES_BY_TYPE.get(type, [])
        if choices and self.chance(0.4):
            return self.random.choice(choices)
        if kind == "list":
            return "[" + ", ".join(self.leaf(type[1]) for _ in range(self.random.randrange(4))) + "]"
        if kind == "map":
            return "{" + ", ".join(
                f"{self.leaf(type[1])}: {self.leaf(type[2])}" for _ in range(self.random.randrange(3))) + "}"
        if kind == "optional":
            return f"optional.of({self.leaf(type[1])})" if self.chance(0.7) else "optional.none()"
        return self.literal(kind)

    def literal(self, kind):
        random = self.random
        if kind in ODD_LITERALS and self.chance(0.015):
            return random.choice(ODD_LITERALS[kind])
        if kind == "int":
            return random.choice(INT_TEXTS[:8] if self.chance(0.6) else INT_TEXTS)
        if kind == "uint":
            return random.choice(UINT_TEXTS[:5] if self.chance(0.6) else UINT_TEXTS)
        if kind == "double":
            return random.choice(DOUBLE_TEXTS)
        if kind == "string":
            if self.chance(0.15):
                return random.choice(LITERAL_STRINGS)
            return quoted(random.choice(services.TEXTS + services.URLS if self.chance(0.7) else services.TEXTS[:8]))
        if kind == "bytes":
            return random.choice(LITERAL_BYTES)
        if kind == "bool":
            return random.choice(["true", "false"])
        if kind == "timestamp":
            return f"timestamp({quoted(random.choice(TIME_TEXTS[:6] + TIME_TEXTS[-2:]))})"
        if kind == "duration":
            return f"duration({quoted(random.choice(SPAN_TEXTS[:12]))})"
        if kind == "type":
            return random.choice(["int", "uint", "double", "bool", "string", "bytes", "list", "map", "null_type", "type",
                                  "google.protobuf.Timestamp", "google.protobuf.Duration", "optional_type", "Service"])
        if kind == "Service":
            return "service"
        if kind == "dyn":
            if self.chance(0.3):
                return self.random.choice(["any", "other", "record", "params", "dyn(u)", "dyn(service)", "dyn(now)"])
            return f"dyn({self.leaf(random.choice(BASIC + ['null', ('list', 'int'), ('map', 'string', 'int')]))})"
        return "null"

    def pseudo(self, kind):
        random = self.random
        if kind == "small":
            if self.chance(0.15):
                return self.make("int", 1)[0]
            return str(random.choice([0, 0, 1, 1, 2, 3, 4, 5, -1, 10, 63, 64, 100]))
        if kind == "tiny":
            return str(random.choice([0, 1, 2, 3, 5, -1, 100]))
        if kind == "base64":
            return quoted(random.choice(["", "YQ==", "YQ", "YWI=", "YWJj", "Y", "YQ=", "Y Q==", "/+8=", "_-8=", "\u00e9", "YQ==\n", "YR=="]))
        if kind == "pattern":
            return '"' + random.choice(PATTERNS) + '"' if self.chance(0.95) else self.make("string", 1)[0]
        return quoted(random.choice(PSEUDO[kind]))


PSEUDO = {"small": [], "tiny": [], "pattern": [], "base64": [], "zone": ZONES, "format": FORMATS, "number text": NUMBER_TEXTS,
          "bool text": BOOL_TEXTS, "time text": TIME_TEXTS, "span text": SPAN_TEXTS}

VARIABLES_BY_TYPE = {
    "string": ["s", "t", "service.unique_name", "service.callback_url", "service.sid", "record.unique_name", "params.hosts[0]",
               "names[0]", "service.links.sessions", "service.links['e\\u0301']"],
    "int": ["i", "j", "service.default_ttl", "service.version", "params.max_ttl", "record.default_ttl", "numbers[0]",
            "scores.a", "group[0].default_ttl", "numbers.size()"],
    "uint": ["u", "service.serial"], "double": ["x", "y", "service.weight", "params.ratio"],
    "bytes": ["b", "service.digest"], "bool": ["flag", "service.enabled", "params.strict"],
    "timestamp": ["now", "service.date_created", "service.date_updated"], "duration": ["d"],
    "dyn": ["any", "other", "record.unique_name", "record.weight", "params.hosts", "record.links"],
    ("list", "int"): ["numbers"], ("list", "string"): ["names"], ("list", "Service"): ["group"],
    ("map", "string", "int"): ["scores"], ("map", "string", "dyn"): ["record", "params"],
    ("map", "string", "string"): ["service.links"], ("list", "dyn"): ["params.hosts", "[any, other]"],
}

ORDERS = ["==", "!=", "<", "<=", ">", ">="]
OPERATORS = ["+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "&&", "||", "in", "?", ":", ".", ",", "!"]
REPLACEMENTS = (INT_TEXTS + UINT_TEXTS + DOUBLE_TEXTS + LITERAL_STRINGS + LITERAL_BYTES
                + ["null", "true", "false", "[]", "{}", "any", "service", "record", "s", "i", "u", "x", "b", "d", "now",
                   "group", "(1 / 0)", "dyn(1)", "dyn(1u)", "dyn(1.0)", "int", "type", "'e\u0301'", "1.", "1.e3", "0x", "08", "-"])
RESERVED = ["as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package",
            "namespace", "return", "var", "void", "while", "in", "`a`", "__result__", "_", "`a-b.c/d e`", "`in`", "`\u00e9`", "true"]


def mutated(random, text, others):
    """The text with one to three tokens or parts changed; another expression's parts may come in."""
    for _ in range(random.choice([1, 1, 1, 2, 3])):
        found = syntax.tokens(text)
        if not found:
            return text
        index = random.randrange(len(found))
        token = found[index]
        kind = random.randrange(11)
        start, end, new = token.start, token.end, token.text
        if kind == 0:
            new = ""
        elif kind == 1:
            new = f"{new} {new}"
        elif kind == 2:
            new = random.choice(REPLACEMENTS)
        elif kind == 3:
            signs = [token for token in found if token.text in OPERATORS]
            if signs:
                token = random.choice(signs)
                start, end, new = token.start, token.end, f" {random.choice(OPERATORS)} "
        elif kind == 4:
            names = [other.text for other in found if other.kind == "name"]
            if token.kind == "name" and names:
                new = random.choice(names + RESERVED)
        elif kind == 5 and index + 1 < len(found):
            end = found[index + 1].end
            new = f"{found[index + 1].text} {token.text}"
        else:
            tree = syntax.parse(text)
            donor_text = random.choice(others) if others else text
            donor = syntax.parse(donor_text)
            if tree is None or donor is None:
                continue
            node = random.choice(list(tree.inner_first()))
            start, end, new = node.start, node.end, node.text(text)
            if kind == 6:
                new = f"dyn({new})"
            elif kind == 7:
                new = f"({new})"
            elif kind == 8:
                new = random.choice(REPLACEMENTS)
            else:
                new = random.choice(list(donor.inner_first())).text(donor_text)
        text = text[:start] + new + text[end:]
        if len(text) > 2000:
            return text[:2000]
    return text
