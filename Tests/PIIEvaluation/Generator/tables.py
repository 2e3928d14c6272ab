"""The tables in ../Data, and in which part of the evaluation a word stands."""
import gzip
import hashlib
import os
import unicodedata

DATA = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "Data")
SIDES = ("development", "test")


def lines(name):
    """The lines of a table, without comments."""
    path = os.path.join(DATA, name)
    with (gzip.open if name.endswith(".gz") else open)(path, "rt", encoding="utf-8") as file:
        text = file.read()
    return [line for line in text.split("\n") if line and not line.startswith("# ")]


def side(word):
    """The part that a word is used in, by a hash of its letters: whoever learns from one part has not seen the words of the other."""
    return SIDES[hashlib.sha256(plain(word).lower().encode()).digest()[0] % 2]


def plain(text):
    """Without what ASCII has no letters for: marks are dropped, and a few letters are spelled out."""
    for letter, spelled in (("ß", "ss"), ("ø", "o"), ("Ø", "O"), ("ł", "l"), ("Ł", "L"), ("đ", "d"), ("Đ", "D"), ("ı", "i"), ("æ", "ae"),
                            ("Æ", "Ae"), ("ð", "d"), ("Ð", "D"), ("þ", "th"), ("Þ", "Th"), ("ə", "a"), ("Ə", "A"), ("ħ", "h"), ("Ħ", "H")):
        text = text.replace(letter, spelled)
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).replace("’", "'").replace("ʻ", "'")


def shares(table):
    """Given and family names of a table, each with its share, the commonest first."""
    rows = [line.split("\t") for line in lines(table)]
    names = {sort: [(name, float(share)) for kind, share, name in rows if kind == sort] for sort in ("given", "family")}
    return names["given"], names["family"]


def countries():
    """By country, for each of `f`, `m` and `family`: weight, name in its own script (or nothing), name in Latin script."""
    table = {}
    for line in lines("names.tsv"):
        country, sort, weight, own, latin = line.split("\t")
        table.setdefault(country, {}).setdefault(sort, []).append((float(weight), own, latin))
    return table


def mined(part):
    """Kind and name of what was found in public repositories."""
    name = {"development": "mined-development.tsv", "test": "mined-test.tsv.gz"}[part]
    return [tuple(line.split("\t")) for line in lines(name)]
