"""Persons of many cultures in every dress, and made clean names that look like them.

Who is drawn follows how common a name is; each culture and each dress is drawn equally often, since nobody knows how often
customers use which. Words are of one part only (tables.side).
"""
import base64
import itertools
import random

import tables
import words

DRAWS = 2           # names a dress and culture
NATIVE_DRAWS = 10   # names a dress and culture, in a script of its own
CENSUS_DRAWS = 30   # names a dress, of the census of the United States, and of authors of commits
CLEAN_DRAWS = 160   # names a dress of made clean names

LANGUAGE = {
    "AL": "sq", "AM": "hy", "AR": "es", "AT": "de", "AU": "en", "AZ": "az", "BA": "hr", "BD": "bn", "BE": "nl", "BG": "bg", "BR": "pt", "BY": "ru",
    "CA": "en", "CH": "de", "CL": "es", "CN": "zh", "CO": "es", "CZ": "cs", "DE": "de", "DK": "da", "EE": "et", "ES": "es", "FI": "fi", "FO": "da",
    "FR": "fr", "GB": "en", "GE": "ka", "GR": "el", "HR": "hr", "HU": "hu", "IE": "ga", "IL": "he", "IN": "hi", "IS": "is", "IT": "it", "JP": "ja",
    "KR": "ko", "KZ": "kk", "LT": "lt", "LU": "fr", "LV": "lv", "MD": "ro", "ME": "sr", "MK": "mk", "MT": "mt", "MX": "es", "NL": "nl", "NO": "no",
    "NP": "ne", "NZ": "en", "PE": "es", "PH": "fil", "PK": "ur", "PL": "pl", "PT": "pt", "PY": "es", "RO": "ro", "RS": "sr", "RU": "ru", "SI": "sl", "SK": "sk",
    "SE": "sv", "TR": "tr", "TW": "zh-TW", "UA": "uk", "US": "en", "VN": "vi",
}
ARABIC = {"AE", "DZ", "EG", "IQ", "JO", "KW", "LB", "LY", "MA", "SA", "TN"}
FEMALE = {"bg": "a", "cs": "á", "sk": "á"}
FEMALE_OWN = {"bg": "а"}
UNSPACED = {"zh", "zh-TW", "ja", "ko"}


class Names:
    """Names to draw from by weight."""

    def __init__(self, part, rows, word):
        """Those of the rows whose word stands in the part; all of a list that is too short to be divided."""
        chosen = [row for row in rows if tables.side(word(row)) == part]
        self.rows = chosen if len(chosen) >= 3 else rows
        self.weights = list(itertools.accumulate(row[0] for row in self.rows))

    def draw(self, r):
        return r.choices(self.rows, cum_weights=self.weights)[0]


class Person:
    """A given and a family name, two others, the language, `f` or `m`, and the name in its own script or nothing."""

    def __init__(self, r, given, family, language, sex, own=None):
        self.r, self.language, self.sex, self.own = r, language, sex, own
        self.given, self.second = two(lambda: given.draw(r)[2])
        self.family, self.family2 = two(lambda: family.draw(r)[2])
        if self.given == self.family:
            self.family = self.family2


def two(draw):
    """Two names that differ, where there are two."""
    first = draw()
    return first, next((name for name in (draw() for _ in range(8)) if name != first), first)


def agrees(language, sex, row):
    """Whether a family name has the form for a woman or a man, in languages that have two."""
    for name, endings in ((row[2], FEMALE.get(language)), (row[1], FEMALE_OWN.get(language))):
        if name and endings:
            return name.endswith(endings) == (sex == "f")
    return True


def people(part, country, table):
    """A function that draws persons of a country."""
    language = "ar" if country in ARABIC else LANGUAGE[country]
    given = {sex: table.get(sex, []) for sex in "fm"}
    family = {sex: [row for row in table.get("family", []) if agrees(language, sex, row)] or table.get("family", []) for sex in "fm"}
    if country in ARABIC:   # the father's given name stands where others have a family name
        family = {sex: given["m"] for sex in "fm"}
    if language == "ru":    # the table has the form for men alone
        family["f"] = [(weight, feminine(own), feminine(latin)) for weight, own, latin in family["f"] or family["m"]]
    latin = {sex: [Names(part, [row for row in lists[sex] if row[2]], lambda row: row[2]) for lists in (given, family)]
             for sex in "fm" if any(row[2] for row in given[sex])}
    own = {sex: [Names(part, [row for row in lists[sex] if row[1]], lambda row: row[2] or row[1]) for lists in (given, family)] for sex in latin}

    def person(r):
        sex = r.choice(sorted(latin))
        native = tuple(names.draw(r)[1] for names in own[sex]) if all(names.rows for names in own[sex]) else None
        if native and script(native[0]) != script(native[1]):
            native = None
        return Person(r, *latin[sex], language, sex, native)
    return person


def feminine(name):
    for masculine, ending in (("ov", "a"), ("ev", "a"), ("in", "a"), ("ов", "а"), ("ев", "а"), ("ин", "а")):
        if name.endswith(masculine):
            return name + ending
    return name


def anybody(part, table):
    """A function that draws persons by the shares of a table of given and family names."""
    given, family = shares(part, table)
    return lambda r: Person(r, given, family, "en", r.choice("fm"))


def shares(part, table):
    return [Names(part, [(share, None, name) for name, share in names], lambda row: row[2]) for names in tables.shares(table)]


def script(text):
    code = ord(text[0])
    return "han" if 0x3400 <= code < 0xA000 else code >> 8


class Words:
    """The words of one part, drawn at random."""

    def __init__(self, part):
        def names(text):
            return Names(part, [(1, None, word) for word in text], lambda row: row[2])
        self.r = None
        self.lists = {key: names(getattr(words, key)) for key in ("ROLES", "THINGS", "ENVIRONMENTS", "REGIONS", "TAILS", "NOUNS", "QUALITIES", "TOWNS")}
        self.local = {language: names(text.split()) for language, text in words.LOCAL_ROLES.items()}

    def seed(self, seed):
        """Begins anew with a seed; words are drawn with what it gives back."""
        self.r = random.Random(seed)
        return self.r

    def any(self, key):
        return self.lists[key].draw(self.r)[2]

    def role(self, person=None, own=False):
        """A word for a person: in one of three of the person's own language, where that is written in the same script."""
        local = self.local.get(person.language) if person else None
        if local and (own or local.rows[0][2][0] < "\u0250" and self.r.random() < 0.34):
            return local.draw(self.r)[2]
        return self.any("ROLES")

    thing = property(lambda self: self.any("THINGS"))
    environment = property(lambda self: self.any("ENVIRONMENTS"))
    region = property(lambda self: self.any("REGIONS"))
    tail = property(lambda self: self.any("TAILS"))
    noun = property(lambda self: self.any("NOUNS"))
    quality = property(lambda self: self.any("QUALITIES"))
    town = property(lambda self: self.any("TOWNS"))


def slug(*parts, by="-"):
    """Lower case and ASCII, joined; apostrophes and spaces give way."""
    text = by.join(part for part in parts if part)
    return tables.plain(text).lower().replace("'", "").replace(" ", by).replace(".", "." if by == "." else "").strip(by)


def hump(name):
    return "".join(part[:1].upper() + part[1:] for part in tables.plain(name).replace("'", "").replace("-", " ").split())


def particle(p):
    return p.r.choice(words.PARTICLES[p.language]) if p.language in words.PARTICLES else None


def title(p):
    men, women = words.TITLES.get(p.language, words.TITLES["en"])
    return p.r.choice(women if p.sex == "f" else men)


def plural(word):
    return word + ("es" if word.endswith("ch") else "s")


def initial(name):
    return tables.plain(name)[0]


def short(*names):
    """Whether an initial would stand beside a name of few letters, which nobody could read."""
    return any(len(name) < 4 for name in names)


def with_particle(p, write):
    middle = particle(p)
    return write(p, middle) if middle else None


def native(write):
    return lambda p, w: write(p, w, *p.own) if p.own else None


# What each dress makes of a person and the words of the part; nothing where the culture has no such name.
DRESSES = [
    # Plain.
    ("plain", lambda p, w: f"{p.given} {p.family}"),
    ("plain", lambda p, w: f"{p.given} {p.family}".lower()),
    ("plain", lambda p, w: f"{p.given} {p.family}".upper()),
    ("plain", lambda p, w: slug(p.given, p.family)),
    ("plain", lambda p, w: slug(p.given, p.family, by="_")),
    ("plain", lambda p, w: slug(p.given, p.family, by=".")),
    ("plain", lambda p, w: f"{p.given}-{p.family}"),
    ("plain", lambda p, w: f"{p.given}_{p.family}"),
    ("plain", lambda p, w: f"{p.given}+{p.family}"),
    ("plain", lambda p, w: f"{p.given}%20{p.family}"),
    # Run together.
    ("run-together", lambda p, w: hump(p.given) + hump(p.family)),
    ("run-together", lambda p, w: tables.plain(p.given).replace(" ", "").lower() + hump(p.family)),
    ("run-together", lambda p, w: hump(p.given) + hump(p.family) + hump(w.thing)),
    # Family name first.
    ("family-first", lambda p, w: f"{p.family}, {p.given}"),
    ("family-first", lambda p, w: f"{p.family.upper()} {p.given}"),
    ("family-first", lambda p, w: f"{p.family.upper()}, {p.given}"),
    ("family-first", lambda p, w: f"{p.family} {p.given}"),
    ("family-first", lambda p, w: slug(p.family, p.given)),
    ("family-first", lambda p, w: slug(p.family, p.given, by="_")),
    ("family-first", lambda p, w: slug(w.environment, p.family, p.given)),
    # Initials.
    ("initial", lambda p, w: None if short(p.family) else f"{initial(p.given)}. {p.family}"),
    ("initial", lambda p, w: None if short(p.family) else slug(initial(p.given), p.family, by=".")),
    ("initial", lambda p, w: None if short(p.family) else slug(initial(p.given), p.family)),
    ("initial", lambda p, w: None if short(p.family) or p.language == "ar" else f"{p.family} {initial(p.given)}."),
    ("initial", lambda p, w: None if short(p.family) else slug(w.role(), initial(p.given), p.family)),
    ("middle-initial", lambda p, w: f"{p.given} {initial(p.second)}. {p.family}"),
    ("middle-initial", lambda p, w: slug(p.given, initial(p.second), p.family)),
    ("middle-initial", lambda p, w: f"{p.given} {initial(p.second)} {p.family}"),
    # More than one name.
    ("several", lambda p, w: f"{p.given} {p.second} {p.family}"),
    ("several", lambda p, w: slug(p.given, p.second, p.family)),
    ("several", lambda p, w: f"{p.given}-{p.second} {p.family}"),
    ("several", lambda p, w: f"{p.given} {p.family}-{p.family2}"),
    ("several", lambda p, w: slug(p.given, p.family, p.family2)),
    ("several", lambda p, w: f"{p.given} {p.family} {p.family2}" if p.language in ("es", "pt", "fil") else None),
    ("several", lambda p, w: f"{p.given} {p.family} y {p.family2}" if p.language == "es" else None),
    # Particles.
    ("particle", lambda p, w: with_particle(p, lambda p, of: f"{p.given} {of} {p.family}")),
    ("particle", lambda p, w: with_particle(p, lambda p, of: slug(p.given, of, p.family))),
    ("particle", lambda p, w: with_particle(p, lambda p, of: slug(p.given, of, p.family, by="_"))),
    ("particle", lambda p, w: with_particle(p, lambda p, of: slug(w.role(), p.given, of, p.family))),
    ("particle", lambda p, w: with_particle(p, lambda p, of: hump(p.given) + hump(of) + hump(p.family))),
    ("particle", lambda p, w: f"{p.given} O'{p.family}" if p.language == "ga" else None),
    ("particle", lambda p, w: slug(p.given, "o", p.family) if p.language == "ga" else None),
    # A word for a person.
    ("role-before", lambda p, w: f"{w.role(p)} {p.given} {p.family}"),
    ("role-before", lambda p, w: slug(w.role(p), p.given, p.family)),
    ("role-before", lambda p, w: f"{w.role(p)}_{p.given}_{p.family}"),
    ("role-before", lambda p, w: f"{w.role(p).capitalize()}: {p.given} {p.family}"),
    ("role-before", lambda p, w: slug(w.environment, w.role(), p.given, p.family, w.region)),
    ("role-after", lambda p, w: slug(p.given, p.family, w.role(p))),
    ("role-after", lambda p, w: f"{p.given} {p.family} {w.role(p)}"),
    ("role-after", lambda p, w: slug(p.given, p.family, w.role(), by="_")),
    ("role-after", lambda p, w: f"{p.given} {p.family} ({w.role(p)})"),
    ("role-after", lambda p, w: f"{p.given} {p.family} - {w.role(p).capitalize()}"),
    ("role-single", lambda p, w: slug(w.role(), p.given)),
    ("role-single", lambda p, w: f"{w.role().capitalize()} {p.given}"),
    ("role-single", lambda p, w: f"{p.given} ({w.role()})"),
    ("role-user-name", lambda p, w: f"{w.role()}-{slug(initial(p.given) + p.family, by='')}"),
    ("role-user-name", lambda p, w: f"{w.role()}_{slug(p.given, p.family, by='')}"),
    # Titles.
    ("title", lambda p, w: f"{title(p)} {p.family}"),
    ("title", lambda p, w: f"{title(p)} {p.given} {p.family}"),
    ("title", lambda p, w: f"{title(p)} {p.family} {w.thing}"),
    ("title", lambda p, w: slug(title(p).replace(".", ""), p.given, p.family)),
    # Whose.
    ("whose", lambda p, w: f"{p.given} {p.family}'s {w.thing}"),
    ("whose", lambda p, w: f"{p.given}'s {w.thing}"),
    ("whose", lambda p, w: f"{w.thing.capitalize()} for {p.given} {p.family}"),
    ("whose", lambda p, w: slug(w.thing, "for", p.given, p.family)),
    ("whose", lambda p, w: f"{w.thing.capitalize()} of {p.given} {p.family}"),
    ("whose", lambda p, w: words.FOR[p.language].format(f"{p.given} {p.family}") if p.language in words.FOR else None),
    # Things and environments.
    ("thing", lambda p, w: f"{p.given} {p.family} {w.thing}"),
    ("thing", lambda p, w: slug(p.given, p.family, w.thing)),
    ("thing", lambda p, w: slug(w.thing, p.given, p.family)),
    ("thing", lambda p, w: f"{p.given} {p.family} - {w.thing}"),
    ("environment", lambda p, w: slug(w.environment, p.given, p.family)),
    ("environment", lambda p, w: slug(p.given, p.family, w.environment, by="_")),
    ("environment", lambda p, w: slug(p.given, p.family, w.environment, by=".")),
    ("environment", lambda p, w: slug(w.environment, w.region, p.given, p.family)),
    ("environment", lambda p, w: slug(w.environment, w.thing, p.given, p.family, w.tail)),
    ("environment", lambda p, w: f"[{w.environment.upper()}] {p.given} {p.family}"),
    ("environment", lambda p, w: f"{p.given} {p.family} {w.tail}"),
    # Disguised.
    ("disguised", lambda p, w: base64.b64encode(f"{p.given} {p.family}".encode()).decode()),
    ("disguised", lambda p, w: "".join(f"%{byte:02X}" for byte in f"{p.given} {p.family}".encode())),
    ("disguised", lambda p, w: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in tables.plain(f"{p.given} {p.family}"))),
    ("disguised", lambda p, w: "\u200b".join(f"{p.given} {p.family}")),
    ("disguised", lambda p, w: None if short(p.given, p.family) else "  ".join(" ".join(name) for name in (p.given, p.family))),
    ("disguised", lambda p, w: f"{p.given} {p.r.choice('🚕📞🔥👋')} {p.family}"),
    # In their own script.
    ("native", native(lambda p, w, given, family: family + given if p.language in UNSPACED else f"{given} {family}")),
    ("native", native(lambda p, w, given, family: f"{w.environment}-" + (family + given if p.language in UNSPACED else f"{given}-{family}"))),
    ("native", native(lambda p, w, given, family: f"{w.role(p, own=True)} " + (family + given if p.language in UNSPACED else f"{family} {given}"))),
    ("native", native(lambda p, w, given, family: family + given + p.r.choice(words.HONORIFICS[p.language]) if p.language in words.HONORIFICS else None)),
]

# Made clean names: a firm, a place, a single name, a word for a person without a name, and plain words.
CLEAN = [
    ("firm", lambda f, g, w: w.r.choice(words.FIRMS).format(f(), f())),
    ("firm", lambda f, g, w: slug(w.environment, w.r.choice(words.FIRMS).format(f(), f()).replace("&", "and").replace(",", ""))),
    ("place", lambda f, g, w: w.r.choice(words.PLACES).format(f())),
    ("place", lambda f, g, w: slug(w.r.choice(words.PLACES).format(f()), w.tail)),
    ("single", lambda f, g, w: slug(g(), "service")),
    ("single", lambda f, g, w: slug(w.environment, g())),
    ("single", lambda f, g, w: slug(f(), "api", w.environment)),
    ("role", lambda f, g, w: slug(w.role(), w.noun, w.thing)),
    ("role", lambda f, g, w: f"{w.role().capitalize()} {w.noun} {w.thing}"),
    ("role", lambda f, g, w: slug(w.role(), w.thing, w.environment)),
    ("role", lambda f, g, w: slug(w.role(), "to", w.role(), w.thing)),
    ("town", lambda f, g, w: slug(w.town, w.thing, w.environment)),
    ("town", lambda f, g, w: f"{w.town} {w.noun} {w.thing}"),
    ("town", lambda f, g, w: slug(w.environment, w.role(), w.town)),
    ("town", lambda f, g, w: f"{w.town} {plural(w.role())}"),
    ("words", lambda f, g, w: slug(w.quality, w.noun, w.tail)),
    ("words", lambda f, g, w: f"{w.quality.capitalize()} {w.noun.capitalize()}"),
    ("words", lambda f, g, w: hump(w.environment) + hump(w.noun) + hump(w.thing)),
    ("words", lambda f, g, w: slug(w.environment, w.noun, w.thing, w.region)),
]


def rows(part):
    """The persons of a part: a name at most once, as `kinds, group, locale, name`."""
    seen = set()
    w = Words(part)
    table = tables.countries()
    cultures = [(country, people(part, country, table[country]), DRAWS) for country in sorted(table)]
    extra = [("US-census", anybody(part, "census.tsv"), CENSUS_DRAWS), ("authors", anybody(part, "authors.tsv"), CENSUS_DRAWS)]
    for locale, person, draws in cultures + extra:
        for number, (group, dress) in enumerate(DRESSES):
            w.seed(f"{part}: {locale}: {number}")
            for _ in range(NATIVE_DRAWS if group == "native" else draws):
                name = dress(person(w.r), w)
                if name and name not in seen:
                    seen.add(name)
                    yield "person_name", group, locale, name


def clean(part):
    """Made clean names of a part."""
    seen = set()
    w = Words(part)
    given, family = shares(part, "census.tsv")
    for number, (group, dress) in enumerate(CLEAN):
        r = w.seed(f"{part}: clean: {number}")
        for _ in range(CLEAN_DRAWS):
            name = dress(lambda: family.draw(r)[2], lambda: given.draw(r)[2], w)
            if name not in seen:
                seen.add(name)
                yield "-", f"made-{group}", "-", name
