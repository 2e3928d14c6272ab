"""Made-up Services and other variables, plain and odd, as typed values that both engines are given.

A typed value is a tuple: ("int", 5), ("string", "x"), ("null",), ("list", [...]), ("map", [(key, value), ...]),
("timestamp", nanoseconds since 1970), ("duration", nanoseconds), ("message", name, [value, ...]).
"""

NULL = ("null",)

# Field name and type, in the order of the slots; those of a wrapper type are nullable.
SERVICE_FIELDS = [
    ("sid", ("wrapper", "string")), ("account_sid", ("wrapper", "string")), ("unique_name", ("wrapper", "string")),
    ("default_ttl", "int"), ("callback_url", ("wrapper", "string")), ("intercept_callback_url", ("wrapper", "string")),
    ("out_of_session_callback_url", ("wrapper", "string")), ("geo_match_level", ("wrapper", "string")),
    ("number_selection_behavior", ("wrapper", "string")), ("chat_instance_sid", ("wrapper", "string")),
    ("date_created", "timestamp"), ("date_updated", "timestamp"), ("url", ("wrapper", "string")),
    ("links", ("map", "string", "string")), ("weight", ("wrapper", "double")), ("version", ("wrapper", "int")),
    ("enabled", ("wrapper", "bool")), ("serial", ("wrapper", "uint")), ("digest", ("wrapper", "bytes")),
]

# The variables and their types.
VARIABLES = {
    "service": ("message", "Service"), "group": ("list", ("message", "Service")), "record": ("map", "string", "dyn"),
    "params": ("map", "string", "dyn"), "now": "timestamp", "s": "string", "t": "string", "i": "int", "j": "int",
    "u": "uint", "x": "double", "y": "double", "b": "bytes", "d": "duration", "flag": "bool",
    "numbers": ("list", "int"), "names": ("list", "string"), "scores": ("map", "string", "int"), "any": "dyn",
    "other": "dyn",
}

TEXTS = [
    "", "a", "abc", "ABC", "Hello, World", "\u00e9", "e\u0301", "\u00e9e\u0301", "\U0001f600", "a\U0001f600b",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\u914d\u8eca\u30b5\u30fc\u30d3\u30b9", "\ufb03", "\u00df", "\u0130i",
    "\u1112\u1161\u11ab", "\ud55c", "  pad\t", "\u00a0x\u3000", "\u0085y\u200b", "a\nb", "\x7f", "\u202eabc",
    "\ufffd", "\uffff", "\U0010ffff", "a,b,,c", "aaa", "abababa", "%d%s%%", "\\", "\"'`", "x" * 300,
]
URLS = [
    "https://hooks.example.com/proxy", "http://hooks.example.com", "HTTP://HOOKS.EXAMPLE.COM/a?b=c#d",
    " http://padded.example ", "https://user:secret@example.com:8443/", "https://[2001:db8::1]:99999/", "//x/y", "/path",
    "javascript:alert(1)", "https://b\u00fccher.example/\u00e9", "https://e\u0301.example", "ftp://127.0.0.1", "://", "",
]
NAMES = ["prod-eu-1", "driver anna@example.com", "+1 555 0100", "dev \U0001f600", "e\u0301cole", "\u00e9cole", "a" * 191]
NUMBERS = [0, 1, -1, 2, 3600, 86400, -7, 2**31, 2**53, 2**53 + 1, -2**53 - 1, 2**63 - 1, -2**63, -2**63 + 1, 10**18]
UNSIGNED = [0, 1, 2, 3600, 2**53 + 1, 2**63 - 1, 2**63, 2**63 + 1, 2**64 - 1]
DOUBLES = [0.0, -0.0, 1.0, -1.0, 0.5, 1.5, 2.5, -2.5, 0.1, 1e-7, 1e-6, 123456.789, 1e15, 1e16, 1e17, 1e20, 1e21, 1e22,
           5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 9007199254740992.0, 9007199254740994.0,
           9223372036854775808.0, -9223372036854775808.0, 9223372036854774784.0, 18446744073709551616.0,
           18446744073709549568.0, float("inf"), float("-inf"), float("nan")]
BILLION = 10**9
INSTANTS = [0, -1, 1, 999_999_999, BILLION, -62135596800 * BILLION, 253402300799 * BILLION + 999_999_999,
            1_772_366_400 * BILLION, 1_709_210_096 * BILLION + 123_456_789, 951_827_696 * BILLION + 500_000_000,
            -2_208_988_800 * BILLION, 4_102_444_800 * BILLION + 1000, 1_774_746_000 * BILLION]
# Python's datetime stops at microseconds, and the package takes its ends for the infinite past and future.
MOMENTS = [instant // 1000 * 1000 for instant in INSTANTS if -62135596800 * BILLION < instant < 253402300799 * BILLION]
SPANS = [0, 1, -1, 1000, 999_999_999, BILLION, -1_500_000_000, 3_600 * BILLION, 86_400 * BILLION, 90_061_001_001_001,
         2**63 - 1, -2**63 + 1, 31_536_000 * BILLION]
# Without zero bytes, and TEXTS too: the package ends a variable's text there.
BYTES = [b"", b"a", b"abc", b"\xff", b"\xc3\xa9", b"\xc3", b"\x01\x02", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"abc" * 50]


def world(rng):
    """A value for each variable."""
    services = [service(rng) for _ in range(rng.choice([0, 1, 2, 2, 3, 5]))]
    mine = service(rng)
    if services and rng.random() < 0.4:
        services[rng.randrange(len(services))] = mine
    return {
        "service": mine, "group": ("list", services), "record": record(rng),
        "params": ("map", [
            (("string", "max_ttl"), ("int", rng.choice(NUMBERS))),
            (("string", "hosts"), ("list", [("string", rng.choice(URLS)) for _ in range(rng.randrange(4))])),
            (("string", "ratio"), ("double", rng.choice(DOUBLES))), (("string", "strict"), ("bool", rng.random() < 0.5)),
            (("string", "e\u0301"), ("string", "combining")), (("string", "unset"), NULL)]),
        "now": ("timestamp", rng.choice(MOMENTS)), "s": ("string", rng.choice(TEXTS)),
        "t": ("string", rng.choice(TEXTS + URLS)), "i": ("int", rng.choice(NUMBERS)), "j": ("int", rng.choice(NUMBERS)),
        "u": ("uint", rng.choice(UNSIGNED)), "x": ("double", rng.choice(DOUBLES)), "y": ("double", rng.choice(DOUBLES)),
        "b": ("bytes", rng.choice(BYTES)), "d": ("duration", rng.choice(SPANS[:-3]) // 1000 * 1000),
        "flag": ("bool", rng.random() < 0.5),
        "numbers": ("list", [("int", rng.choice(NUMBERS)) for _ in range(rng.randrange(5))]),
        "names": ("list", [("string", rng.choice(TEXTS + NAMES)) for _ in range(rng.randrange(5))]),
        "scores": mapping(rng, lambda: ("int", rng.choice(NUMBERS))), "any": dynamic(rng, 2), "other": dynamic(rng, 2),
    }


def service(rng):
    def maybe(make):
        return NULL if rng.random() < 0.3 else make()

    def text(values):
        return maybe(lambda: ("string", rng.choice(values)))

    values = {
        "sid": text(["KS" + "0" * 32, "KS" + "f" * 31 + "G", "", "ks1"]),
        "account_sid": text(["AC" + "1" * 32, "AC" + "2" * 32]), "unique_name": text(NAMES + TEXTS),
        "default_ttl": ("int", rng.choice(NUMBERS)), "callback_url": text(URLS), "intercept_callback_url": text(URLS),
        "out_of_session_callback_url": text(URLS), "geo_match_level": text(["area-code", "country", "Country", ""]),
        "number_selection_behavior": text(["prefer-sticky", "avoid-sticky"]),
        "chat_instance_sid": text(["IS" + "3" * 32, "IS" + "4" * 32]), "date_created": ("timestamp", rng.choice(INSTANTS)),
        "date_updated": ("timestamp", rng.choice(INSTANTS)), "url": text(URLS),
        # Never empty: whether an empty map is set is up to the host of our engine, and not to the language.
        "links": ("map", [(("string", name), ("string", rng.choice(URLS)))
                          for name in rng.sample(["sessions", "phone_numbers", "e\u0301", ""], rng.randrange(1, 4))]),
        "weight": maybe(lambda: ("double", rng.choice(DOUBLES[:-1]))), "version": maybe(lambda: ("int", rng.choice(NUMBERS))),
        "enabled": maybe(lambda: ("bool", rng.random() < 0.5)), "serial": maybe(lambda: ("uint", rng.choice(UNSIGNED))),
        "digest": maybe(lambda: ("bytes", rng.choice(BYTES))),
    }
    return ("message", "Service", [values[name] for name, _ in SERVICE_FIELDS])


def record(rng):
    """A Service as an untyped map: null fields are there, and some are absent or of an odd type."""
    entries = []
    for (name, _), value in zip(SERVICE_FIELDS, service(rng)[2]):
        if value[0] in ("uint", "timestamp") or rng.random() < 0.1:
            continue
        entries.append((("string", name), dynamic(rng, 1) if rng.random() < 0.1 else value))
    return ("map", entries)


def mapping(rng, make):
    names = rng.sample(["a", "b", "e\u0301", "\u00e9", "", "x y", "\U0001f600"], rng.randrange(5))
    return ("map", [(("string", name), make()) for name in names])


def dynamic(rng, depth):
    kind = rng.randrange(11 if depth > 0 else 8)
    if kind == 0:
        return NULL
    if kind == 1:
        return ("bool", rng.random() < 0.5)
    if kind in (2, 3):
        return ("int", rng.choice(NUMBERS))
    if kind == 4:
        return ("double", rng.choice(DOUBLES))
    if kind in (5, 6):
        return ("string", rng.choice(TEXTS + URLS))
    if kind == 7:
        return ("bytes", rng.choice(BYTES))
    if kind in (8, 9):
        return ("list", [dynamic(rng, depth - 1) for _ in range(rng.randrange(4))])
    return mapping(rng, lambda: dynamic(rng, depth - 1))
