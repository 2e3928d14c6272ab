"""Differences that are no faults of ours, each with its reason.

A difference is explained where it arises: `matches` is asked about the innermost part of the expression on whose value
the engines differ, with the outcomes of that part, and must hold for nothing but its own property.
"""

import dataclasses
import math
import re
import typing

import generator
import syntax


@dataclasses.dataclass(frozen=True)
class Cause:
    """The innermost part on which the engines differ."""

    text: str
    # What the part is: kind and name of a syntax.Node, and the values of its closed operands; empty if it cannot be read.
    kind: str
    name: str
    operands: tuple
    google: typing.Any
    ours: typing.Any
    # Whether two outcomes have the same value, or are of the same kind without one.
    same_value: typing.Callable[[typing.Any, typing.Any], bool]
    # Evaluates another expression in both engines.
    outcomes: typing.Callable[[str], tuple]
    # Evaluates an expression in Google's engine, anew each time.
    google_again: typing.Callable[[str], typing.Any]


@dataclasses.dataclass(frozen=True)
class Explanation:
    name: str
    reason: str
    matches: typing.Callable[[Cause], bool]
    # An expression that the engines differ on for this reason and no other: an explanation that does not hold for it is
    # out of date. None where no expression shows it each time.
    example: str | None
    # Whether the versions of this machine's libraries may make the difference go away.
    may_pass: bool = False


RFC3339 = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:[0-5]\d(\.\d+)?([Zz]|[-+]\d\d:\d\d)")


def _operand(cause, index, kind=None):
    """The value of an operand, if it has one (of that kind)."""
    outcome = cause.operands[index] if index < len(cause.operands) else None
    if outcome is None or outcome.kind != "value" or kind not in (None, outcome.value[0]):
        return None
    return outcome.value


def _kinds(cause, google, ours):
    return (cause.google.kind, cause.ours.kind) == (google, ours)


def _refused(cause, pattern):
    """Whether only Google's engine refuses to compile, for nothing but what the pattern finds."""
    return cause.google.kind == "compile error" != cause.ours.kind \
        and cause.google.message.count("ERROR:") == len(re.findall(r"ERROR: <input>:\d+:\d+: " + pattern, cause.google.message))


def _found_earlier(cause):
    return cause.ours.kind == "compile error" != cause.google.kind and re.match(
        "the regular expression is|the time zone is not known|a key of a map is|the format|'%.' takes|'math.\\w+' takes|'opt(Flat)?Map' takes|'dyn' is not declared|"
        "'sortBy' (needs a plain name|cannot put)|"
        r"'(duration|int)' cannot be called as (duration\((nullable )?int|int\(duration)\)", cause.ours.message)


def _compatible(google, ours):
    """Whether two types are the same but for places where one of them has dyn."""
    if "dyn" in (google, ours) or google == ours:
        return True
    first, second = (re.fullmatch(r"(\w+)\((.*)\)", type) for type in (google, ours))
    if first is None or second is None or first[1] != second[1]:
        return False
    first, second = _parameters(first[2]), _parameters(second[2])
    return len(first) == len(second) and all(map(_compatible, first, second))


def _parameters(text):
    """The parameters of a type: those between commas outside of parentheses."""
    found, depth, start = [], 0, 0
    for index, character in enumerate(text + ","):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "," and depth == 0:
            found.append(text[start:index].strip())
            start = index + 1
    return found


def _only_types(cause):
    """Whether the outcomes are the same but for the deduced types."""
    google, ours = cause.google, cause.ours
    return google.kind == ours.kind != "compile error" and google.type != ours.type and cause.same_value(google, ours)


def _joined_types(cause):
    """Whether only types differ, and a part on whose type both agree has dyn in it."""
    if not _only_types(cause) or not _compatible(cause.google.type, cause.ours.type):
        return False
    tree = syntax.parse(cause.text)
    for node in tree.inner_first() if tree else []:
        google, ours = cause.outcomes(syntax.instance(node, cause.text, 0)[1])
        if google.type == ours.type and "dyn" in google.type:
            return True
    return False


def _flattened_type(cause):
    return ".flatten(" in cause.text and _only_types(cause) and _compatible(cause.google.type, cause.ours.type)


def _sorted_type(cause):
    return ".sortBy(" in cause.text and _only_types(cause) and _compatible(cause.google.type, cause.ours.type)


def _sorted_elements(cause):
    """Whether only Google's engine refuses what is done with the elements of a sorted list of dyn."""
    if not _refused(cause, "found no matching overload for"):
        return False
    tree = syntax.parse(cause.text)
    return any(node.name == "sortBy" and cause.outcomes(syntax.instance(node, cause.text, 0)[1])[1].type == "list(dyn)"
               for node in (tree.inner_first() if tree else []))


def _short_bool(cause):
    return cause.name == "bool" and _kinds(cause, "error", "value") \
        and _operand(cause, 0) in (("string", "T"), ("string", "F"))


def _raw_backslash(cause):
    return _refused(cause, "Invalid string literal: String must end with") and re.search(r"[rR](\'\'\'|\"\"\"|\'|\").*\\\1", cause.text, re.DOTALL)


def _lenient_time(cause):
    if _kinds(cause, "value", "error") and cause.name != "timestamp":
        return cause.ours.message.startswith("the string is no RFC 3339 timestamp") and "timestamp(" in cause.text
    text = _operand(cause, 0, "string")
    return cause.name == "timestamp" and _kinds(cause, "value", "error") and text is not None \
        and not RFC3339.fullmatch(text[1])


def _infinite_literal(cause):
    return cause.kind == "literal" and _kinds(cause, "value", "compile error") and float(cause.name) == float("inf")


def _infinite_number(cause):
    return cause.name == "double" and _kinds(cause, "value", "error") and cause.ours.code == "overflow" \
        and cause.google.value[1] in ("7ff0000000000000", "fff0000000000000")


def _empty_split(cause):
    return cause.name == "split" and _operand(cause, 0) == _operand(cause, 1) == ("string", "") \
        and (cause.google.value, cause.ours.value) == (("list", (("string", ""),)), ("list", ()))


def _empty_match(cause):
    """Whether the pattern of an extraction or replacement matches empty texts."""
    pattern = _operand(cause, 1, "string")
    if not cause.name.startswith("regex.") or not _kinds(cause, "value", "value") or pattern is None:
        return False
    matches_nothing = cause.outcomes(f"{generator.quoted('')}.matches({generator.quoted(pattern[1])})")[0]
    return matches_nothing.value == ("bool", True) or re.search(r"\^|\\[AbB]", pattern[1])


def _long_span(cause):
    """Beyond the range of 2^63 nanoseconds, Google's engine gives a value or compares on."""
    return _kinds(cause, "value", "error") and cause.google.value[0] == "duration" \
        and not -2**63 <= cause.google.value[1] < 2**63


def _year_one(cause):
    return cause.name == "optional.ofNonZeroValue" and _operand(cause, 0, "timestamp") == ("timestamp", -62135596800 * 10**9)


def _mixed_comparison(cause):
    number = r"(wrapper\()?(int|uint|double)\)?"
    return _refused(cause, rf"found no matching overload for '_[<>]=?_' applied to '\({number}, {number}\)'")


def _free_type(cause):
    """Whether a part's type is anything, and the outcomes differ in no more than what the checkers took it for."""
    if not re.search(r"\[\s*\]|\{\s*\}|null|optional\.none\(\)|\.(value|orValue|opt(Flat)?Map|first|last)\(", cause.text):
        return False
    refused = cause.ours.kind == "compile error" != cause.google.kind and re.search(r"[\[{]\s*[\]}]", cause.text) \
        and re.search("must be of one type|expected bool|cannot be called as|cannot be applied to|does not take|no such overload", cause.ours.message)
    # The same the other way round.
    elsewhere = cause.google.kind == "compile error" != cause.ours.kind and re.search(r"[\[{]\s*[\]}]", cause.text) \
        and "found no matching overload" in cause.google.message
    return refused or elsewhere or _only_types(cause)


def _odd_offset(cause):
    if not _kinds(cause, "value", "error"):
        return False
    if cause.ours.message == "the time zone is not known" and re.search(r"\\u0000|\\000|\\x00", cause.text):
        return True
    zone = _operand(cause, 1, "string")
    return cause.name.startswith("get") and zone is not None \
        and (":" in zone[1] and re.fullmatch(r"[-+]?([01]\d|2[0-3]):[0-5]\d", zone[1]) is None or "\0" in zone[1])


def _padded_number(cause):
    text = _operand(cause, 0, "string")
    return cause.name in ("int", "uint", "double") and _kinds(cause, "value", "error") and text is not None \
        and text[1] != text[1].strip()


def _same_key(cause):
    """Whether a map is written with an int and a uint key that are equal."""
    keys = [key for key, _ in cause.google.value[1]] if _kinds(cause, "value", "error") and cause.kind == "map" else []
    numbers = [key[1] for key in keys if key[0] in ("int", "uint", "integer")]
    return len(numbers) != len(set(numbers))


def _plus(cause):
    text = _operand(cause, 0, "string")
    return cause.name == "uint" and _kinds(cause, "value", "error") and text is not None and text[1].startswith("+")


def _unstable_sort(cause):
    return cause.name == "sortBy" and _kinds(cause, "value", "value") \
        and _unordered(cause.google.value) == _unordered(cause.ours.value)


def _end_of_text(cause):
    values = [_operand(cause, index) for index in range(3)]
    return cause.name == "substring" and _kinds(cause, "error", "value") and None not in values \
        and values[2][1] == len(values[0][1]) > values[1][1]


def _go_span(cause):
    text = _operand(cause, 0, "string")
    return cause.name == "duration" and _kinds(cause, "error", "value") and text is not None \
        and (re.search("[\u00b5\u03bc]", text[1]) or re.search(r"\.\d{19}", text[1]))


def _sign_pair(cause):
    return cause.kind == "unary" and re.search(r"-\s*-|!\s*!", cause.text)


def _unordered(value):
    """The value with all lists in one order, and without what Google's package does not tell of inner values."""
    if value[0] == "list":
        return ("list", tuple(sorted(map(_unordered, value[1]), key=repr)))
    if value[0] in ("map", "some of map"):
        return ("map", tuple(sorted(((_unordered(k), _unordered(v)) for k, v in value[1]), key=repr)))
    if value[0] in ("int", "uint"):
        return ("integer", value[1])
    if value[0] in ("timestamp", "duration"):
        return ("about", value[0], value[1] // 1000)
    return value


def _entries_order(cause):
    """Whether the values are the same but for order, or Google's engine, which takes any, at times gives ours."""
    if not re.search(r"\.(map|filter|transformList|all|exists|exists_one|existsOne|sortBy)\(", cause.text):
        return False
    if cause.name != "sortBy" and _kinds(cause, "value", "value") and cause.google.type == cause.ours.type \
            and _unordered(cause.google.value) == _unordered(cause.ours.value):
        return True
    others = (cause.google_again(cause.text) for _ in range(40))
    return any(other.type == cause.ours.type and cause.same_value(other, cause.ours) for other in others)


def _extra_format_values(cause):
    return _kinds(cause, "value", "compile error") and re.match(
        r"the format has \d+ clauses?, but there (is|are) \d+ value", cause.ours.message)


def _padded_fraction(cause):
    if cause.name not in ("string", "format") or not _kinds(cause, "value", "value") or cause.google.value[0] != "string":
        return False
    short = re.sub(r"(:\d\d|\d)(\.\d*?[1-9])0+([Zs])", r"\1\2\3", cause.google.value[1])
    operand = _operand(cause, 0)
    return ("string", short) == cause.ours.value and (
        cause.name == "format" or operand is not None and operand[0] in ("timestamp", "duration"))


def _erring_optional(cause):
    """Whether an optional of Google's holds an error: one that ours fails with, or that of a key of no key type."""
    if _kinds(cause, "value", "error") and cause.google.value == ("opaque", "optional_type"):
        return True
    if "Invalid map key type" in cause.google.message and cause.ours.kind == "value":
        return True
    tree = syntax.parse(cause.text)
    parts = (cause.outcomes(syntax.instance(node, cause.text, 0)[1]) for node in (tree.inner_first() if tree else []))
    return any(google.value == ("opaque", "optional_type") and ours.value == ("optional", None) for google, ours in parts)


def _loose_base64(cause):
    text = _operand(cause, 0, "string")
    return cause.name == "base64.decode" and _kinds(cause, "value", "error") and text is not None \
        and re.fullmatch(r"[A-Za-z0-9+/]*={0,2}", text[1]) is None


def _copied_macro(cause):
    """Whether the target of optMap has a macro of two variables, and Google's engine refuses."""
    if not _kinds(cause, "compile error", cause.ours.kind) or cause.ours.kind == "compile error":
        return False
    tree = syntax.parse(cause.text)
    for node in tree.inner_first() if tree else []:
        if node.kind == "member" and node.name in ("optMap", "optFlatMap"):
            for inner in node.children[0].inner_first():
                if inner.kind == "member" and syntax.variable_count(inner) == 2:
                    return True
    return False


def _early_duplicate(cause):
    return _kinds(cause, "error", "value") and "duplicate key in map [ALREADY_EXISTS]" in cause.google.message \
        and re.search(r"&&|\|\||\?", cause.text)


def _contradiction(cause):
    """Whether Google's outcome, and it alone, changes when a condition in the expression is replaced by its own value."""
    tree = syntax.parse(cause.text)
    for node in tree.inner_first() if tree else []:
        if node.kind != "member" or node.name not in ("all", "exists") or node.free:
            continue
        google, ours = cause.outcomes(node.text(cause.text))
        if google.kind == ours.kind == "value" and google.value == ours.value:
            text = cause.text[:node.start] + str(ours.value[1]).lower() + cause.text[node.end:]
            google, ours = cause.outcomes(text)
            if google != cause.google and (google.kind, google.value) == (ours.kind, ours.value) == (
                    cause.ours.kind, cause.ours.value):
                return True
    return False


def _named_group(cause):
    return cause.google.kind == "value" and cause.ours.message.startswith("the regular expression is invalid") \
        and "(?<" in cause.text


def _unread_pattern(cause):
    return cause.name == "regex.replace" and cause.ours.message.startswith("the regular expression is invalid") \
        and cause.google.kind == "value" and _operand(cause, 3) == ("int", 0)


def _odd_number_text(cause):
    number = _operand(cause, 0, "double")
    return cause.name == "string" and _kinds(cause, "value", "value") and number is not None and number[1] in (
        "7ff0000000000000", "fff0000000000000", "7ff8000000000000") \
        and cause.google.value[1].replace("-nan", "nan") == cause.ours.value[1].lower().lstrip("+")


def _formatted_double(cause):
    """Whether two formatted texts have the same numbers, Google's with an exponent or to six digits."""
    if cause.name != "format" or not _kinds(cause, "value", "value"):
        return False
    number = r"-?\d+(?:\.\d+)?(?:e[-+]\d+)?"
    google, ours = (re.split(f"({number})", outcome.value[1]) for outcome in (cause.google, cause.ours))
    return len(google) == len(ours) and all(
        first == second or re.fullmatch(number, first)
        and math.isclose(float(first), float(second), rel_tol=1e-5, abs_tol=1e-6)
        for first, second in zip(google, ours))


# Functions of Kubernetes' and our own that the package does not have.
OURS_ALONE = "indexOf|lastIndexOf|sum|min|max|isSorted|find|findAll|url|isURL|ip|isIP|cidr|isCIDR|unwrap|unwrapOpt"


# The first that holds counts: those that are about more than one function come last.
EXPLANATIONS = [
    Explanation(
        "deduced type of flatten()", "list(T) of list(list(T)), as in cel-go; Google's gives list(dyn)", _flattened_type,
        '[[1]].flatten()'),
    Explanation(
        "deduced type of sortBy() with dyn", "that of the list, as in cel-go; Google's gives dyn, and "
        "takes the elements for the first type that they are used as", lambda cause: _sorted_type(cause) or _sorted_elements(cause),
        'dyn([1]).sortBy(v, v)'),
    Explanation(
        "nested more than 32 levels deep", "allowed here, up to 100; Google's engine has another limit",
        lambda cause: re.search("recursion limit exceeded. limit: 32|max recursion depth of 32", cause.google.message),
        "[" * 34 + "]" * 34),
    Explanation("bool('T'), bool('F')", "cel-go reads them, as Go's strconv.ParseBool does", _short_bool,
        "bool('T')"),
    Explanation(
        "raw text before three quotes ends in a backslash", "in a raw string a backslash escapes nothing; Google's lexer and its "
        "reader of literals disagree", _raw_backslash,
        r"r'''\'''"),
    Explanation(
        "macro on what an empty map or list gives", "the checker of Google's refuses an element of an empty aggregate as a range, "
        "though it is dynamic", lambda cause: _refused(cause, "expression of type 'dyn' cannot be the range"),
        '{}[0].map(v, v)'),
    Explanation(
        "timestamp that is not RFC 3339", "the language takes RFC 3339 alone; Google's reads what absl::ParseTime does: blanks, "
        "offsets without a colon, leap seconds, infinite-past", _lenient_time,
        "timestamp('2026-03-01T12:00:00-0200')"),
    Explanation(
        "double literal out of range", "an error, as in cel-go; Google's gives infinity", _infinite_literal,
        '1e309'),
    Explanation(
        "duration of more than 292 years", "cel-go's range of 2^63 nanoseconds; Google's is that of protocol buffers", _long_span,
        "duration('9223372037s')"),
    Explanation(
        "ofNonZeroValue of year 1", "its first instant is a timestamp's zero in cel-go, that of 1970 in Google's engine; both are in ours",
        _year_one, "optional.ofNonZeroValue(timestamp('0001-01-01T00:00:00Z')).hasValue()"),
    Explanation(
        "(?<name>…) in a pattern", "RE2 has it since 2023; the system's may be older",
        _named_group,
        "s.matches('(?<n>a)')", may_pass=True),
    Explanation(
        "< between number types, unwrapped", "the language compares numbers across types; Google's package does so only where "
        "types are dynamic", _mixed_comparison,
        '1 < 2.0'),
    Explanation(
        "time zone out of form", "offsets are of the form +hh:mm or +h:mm, up to a day; Google's engine takes any numbers, and a name up "
        "to a zero byte",
        _odd_offset,
        "now.getHours(dyn('+24:00'))"),
    Explanation(
        "pairs of signs", "Google's parser drops pairs of - and !, so that the operand is never looked at", _sign_pair,
        "--'a'"),
    Explanation(
        "order of a map's entries", "the language leaves it open; ours is the order written", _entries_order,
        "{" + ", ".join(f"{key}: 0" for key in range(20)) + "}.map(v, v)"),
    Explanation("number with blanks around", "text that is no number, as in cel-go; Google's drops blanks", _padded_number,
        "double(' 1')"),
    Explanation("uint('+1')", "a uint has no sign, as in cel-go; Google's takes a plus", _plus, "uint('+1')"),
    Explanation(
        "order of equal keys in sortBy", "ours keeps theirs, Google's does not", _unstable_sort, "lists.range(100).sortBy(v, 0)"),
    Explanation(
        "keys 1 and 1u in one map", "equal keys: the suite asks for an error (fields/…/map_value_repeat_key_heterogeneous)", _same_key,
        "{1: 'a', 1u: 'b'}"),
    Explanation(
        "substring up to the end", "Google's refuses an end that is the string's size, unless the part is empty", _end_of_text,
        "'ab'.substring(0, 2)"),
    Explanation(
        "duration in \u00b5s, or with 19 digits of a fraction", "read as Go reads it; Google's refuses the sign, and takes the "
        "fraction for infinite", _go_span,
        r"duration('1\u00b5s')"),
    Explanation(
        "pattern that is not used", "regex.replace of no occurrence: ours looks at the pattern all the same", _unread_pattern,
        "regex.replace('', '(', '', 0)"),
    Explanation(
        "lists.range of less than nothing", "an empty list, as in cel-go; Google's fails to make one of a negative size",
        lambda cause: cause.name == "lists.range" and cause.google.message == "vector::reserve", "lists.range(-1)"),
    Explanation(
        "%s and %d of a double", "all digits and no exponent, as in cel-go; Google's gives six digits, with one from 1e16 on", _formatted_double,
        "'%s'.format([1e16])"),
    Explanation(
        "NaN in order", "sort and sortBy refuse it, since no order of it is right; Google's leaves it anywhere",
        lambda cause: _kinds(cause, "value", "error") and cause.ours.message.endswith("cannot put NaN in order"),
        "[0.0 / 0.0].sort()"),
    Explanation(
        "dyn where an optional may stand", "[?e] and {?k: e} take an e of type dyn, as in cel-go, and look when evaluated",
        lambda cause: _refused(cause, r"expected type 'optional_type\(.*\)' but found 'dyn'"), "[?dyn(optional.of(1))]"),
    Explanation(
        "\\C in a pattern that extracts", "half a character is replaced by U+FFFD; Google's gives a string that is none",
        lambda cause: "regex." in cause.text and r"\C" in cause.text and "\ufffd" in repr(cause.ours.value),
        r"regex.extractAll('\u00e9', r'\C')"),
    Explanation(
        "int of a bool", "no conversion of the language's, nor of cel-go's; Google's has it where types are dynamic",
        lambda cause: cause.name == "int" and _kinds(cause, "value", "error") and _operand(cause, 0, "bool"), "int(dyn(true))"),
    Explanation(
        "type of optMap's variable of dyn", "dyn here; Google's takes it for the first type that it is used as",
        lambda cause: re.search(r"\.opt(Flat)?Map\(", cause.text) and "takes an optional" in cause.ours.message
        and _refused(cause, "found no matching overload for"), "dyn(0).optMap(e, (e ? e : e) <= 0)"),
    Explanation(
        "math.greatest by an absolute name", "a function here; to Google's engine a macro, which .math does not call",
        lambda cause: _refused(cause, r"undeclared reference to '(\.math|greatest|least)'"), ".math.greatest(1, 2)"),
    Explanation(
        "functions that the package does not have", "Kubernetes' and network functions",
        lambda cause: _refused(cause, rf"(undeclared reference to|found no matching overload for) '({OURS_ALONE})'")
        or re.search(rf"No matching overloads found : \(list\)\.({OURS_ALONE})\(", cause.google.message),
        "[1].indexOf(1)"),
    Explanation(
        "double(text) out of range", "an error, as Go's ParseFloat gives one; Google's gives infinity", _infinite_number,
        "double('1e309')"),
    Explanation(
        "''.split('')", "no part, as Go's strings.Split gives; Google's gives an empty one", _empty_split, "''.split('')"),
    Explanation(
        "regex functions on patterns with empty matches or anchors", "an empty match is one match, and ^ is the start of the "
        "text, as in Go; Google's stops at an empty match, or replaces it again and again, and takes the rest after each match "
        "for a text of its own", _empty_match, "regex.extractAll('', '')"),
    Explanation(
        "math.least([])", "found when evaluated; the macro of Google's refuses an empty list",
        lambda cause: _refused(cause, r"math.(least|greatest)\(\) invalid single argument value"), "math.least([])"),
    Explanation(
        "a type parameter where a bool must stand", "Google's checker does not let it be one",
        lambda cause: _refused(cause, r"found no matching overload for '.*' applied to '\(.*T%\d"), "[].map(v, dyn(0) > v && v)"),
    Explanation(
        "a macro's variable called __result__", "a name like others here; Google's uses it for its own ends",
        lambda cause: _refused(cause, r"\w+\(\) (\w+ )*variable name cannot be __result__"), "[1].map(__result__, 1)"),
    Explanation(
        "flatten() of what are no lists", "refused by the checker, as by cel-go's",
        lambda cause: cause.ours.kind == "compile error" != cause.google.kind
        and "'flatten' cannot be called as list(" in cause.ours.message,
        "[1].flatten()"),
    Explanation(
        "[?e] with a double", "a whole number is an index, as it is in [e]; Google's takes it in [e] alone",
        lambda cause: cause.ours.kind == "value" and "No matching overloads found : _[?_](list, double)" in cause.google.message,
        "dyn([1])[?dyn(0.0)]"),
    Explanation(
        "T and wrapper(T) joined", "make wrapper(T), as in cel-go, so that null may stand beside it; Google's makes T",
        lambda cause: re.search(r"\b(service|group)\b", cause.text) and re.search(r"[\[{]", cause.text) and _refused(
            cause, r"found no matching overload for '.*' applied to '.*null_type"),
        "true ? [null][0] : {0: t, 1: service.sid}[0]"),
    Explanation(
        "Google's engine hangs or crashes", "no fault of ours; seen after macros that ended early, and only after other expressions",
        lambda cause: cause.google.kind == "crash" != cause.ours.kind, None),
    Explanation(
        "an optional that holds an error", "Google's engine takes the error of an index of what an optional holds for a value; a "
        "key of no key type finds nothing there, as in cel-go", _erring_optional,
        "dyn([1]).first()[1]"),
    Explanation("format with more values than clauses", "refused, as by cel-go's validator", _extra_format_values,
        "''.format([1])"),
    Explanation(
        "string of a timestamp or duration with a fraction", "as many digits as needed, as in cel-go; Google's gives 3, 6 or 9",
        _padded_fraction,
        "string(duration('1.5s'))"),
    Explanation("base64 with blanks", "Google's decoder passes over them; Go's does not", _loose_base64,
        "base64.decode('Y Q==')"),
    Explanation(
        "macro of two variables before optMap or optFlatMap", "Google's parser copies the target and loses the second variable",
        _copied_macro,
        '[1].transformList(i, v, v).first().optMap(e, e)'),
    Explanation(
        "equal keys written in a part that is not needed", "Google's engine finds them when it plans, and does not let && and || "
        "absorb the error", _early_duplicate,
        '{3: 0, 3: 1} == {} && false'),
    Explanation(
        "a macro that ended early", "Google's engine contradicts itself: put its own value for the condition, and the outcome "
        "is ours; a variable of the macro's seems to outlive it", _contradiction,
        '[1, 2].exists(v, true) ? cel.bind(n, 5, n) : 1'),
    Explanation(
        "transformMap", "the package declares the macros but lacks the function that they expand to",
        lambda cause: "cel.@mapInsert" in cause.google.message,
        "{'a': 1}.transformMap(k, v, v)"),
    Explanation(
        "text of an infinity or NaN", "string(double) gives +Inf, -Inf and NaN, as in cel-go; Google's inf, -inf and nan", _odd_number_text,
        'string(1.0 / 0.0)'),
    Explanation(
        "type of a part of [], {}, null or optional.none()", "nothing determines it; ours and cel-go's checker take the type of the "
        "first overload that fits", _free_type,
        "[].map(v, v + null)"),
    Explanation(
        "joined types where one has dyn", "of a part of type dyn and another one, ours makes dyn, as cel-go does; Google's "
        "takes the first one's type", _joined_types,
        '{0: 7, 1: dyn(1)}'),
    Explanation(
        "found when compiled", "constant patterns that are no regular expressions, time zones that there are not, formats that fit no "
        "values and keys of no key type are errors here even in a part that is not evaluated", _found_earlier,
        "s.matches('(')"),
]
