"""Random identifiers of the alphabets that programs use, in which nothing personal can be."""
import random
import string
import uuid

COUNT = 20_000
LOWER, UPPER, DIGITS = string.ascii_lowercase, string.ascii_uppercase, string.digits
BASE62 = DIGITS + UPPER + LOWER
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def text(alphabet, low, high=None):
    return lambda r: "".join(r.choices(alphabet, k=r.randint(low, high or low)))


def between(makers, separators):
    def make(r):
        first, *others = makers
        return first(r) + "".join(r.choice(separators) + maker(r) for maker in others)
    return make


def ulid(r):
    number = (r.randrange(1_500_000_000_000, 1_900_000_000_000) << 80) | r.getrandbits(80)
    return "".join(CROCKFORD[number >> shift & 31] for shift in range(125, -1, -5))


def ksuid(r):
    number = (r.randrange(100_000_000, 500_000_000) << 128) | r.getrandbits(128)
    digits = []
    for _ in range(27):
        number, digit = divmod(number, 62)
        digits.append(BASE62[digit])
    return "".join(reversed(digits))


def letters(r):
    """A group of 4 to 12 letters, in one case or with a capital."""
    return r.choice((str, str.upper, str.capitalize))("".join(r.choices(LOWER, k=r.randint(4, 12))))


SORTS = [
    ("UUID", lambda r: str(uuid.UUID(int=r.getrandbits(128), version=4))),
    ("UUID, upper case", lambda r: str(uuid.UUID(int=r.getrandbits(128), version=4)).upper()),
    ("ULID", ulid),
    ("KSUID", ksuid),
    ("nanoid", text(BASE62 + "_-", 21)),
    ("base62, 8 to 22", text(BASE62, 8, 22)),
    ("base36, 6 to 25", text(LOWER + DIGITS, 6, 25)),
    ("base32", text(UPPER + "234567", 16, 32)),
    ("hexadecimal, 6 to 40", text("0123456789abcdef", 6, 40)),
    ("letters, one group", letters),
    ("letters, two groups", between([letters, letters], "-_. ")),
    ("letters of two cases", text(LOWER + UPPER, 4, 12)),
    ("a word and base36", lambda r: r.choice(("prod", "svc", "order", "session", "ticket", "build")) + r.choice("-_. ")
     + text(LOWER + DIGITS, 5, 12)(r)),
]


def rows():
    for sort, make in SORTS:
        r = random.Random(f"identifiers: {sort}")
        for _ in range(COUNT):
            yield "-", sort, "-", make(r)
