"""Makes lexicon.bin and phrases.bin: what is known of words and of phrases that are no person.

lexicon.bin: the number of slots (32 bits), then slots of six bytes: 24 bits of a word's hash, 24 of what is known of it. A word's slots
begin at (hash >> 32) * slots >> 32, and end before the first that is empty.

phrases.bin: the number of slots (32 bits), then slots of four bytes: 32 bits of the hash of a phrase's letters without what parts its
words, never 0.
"""

import re
import struct

import folding
import hashing

# Bits of what is known of a word, after three bits each for the class of given name, family name and word.
FLAGS = {
    "place": 9, "brand": 10, "ambiguous": 11, "particle": 12, "title": 13, "role": 14, "belonging": 15, "suffix": 16, "codename": 17,
    "phrase": 18, "honorific": 19, "firm": 20, "thing": 21, "top given": 22, "top family": 23,
}
WORDS_OF_A_PHRASE = 7
# The log odds below which a word in no list is taken for no name (`Likeness.least` in PII).
LEAST_LIKENESS = -1.5
# How full the tables are: fuller ones are smaller, and words in no list take longer to miss.
LOAD = 0.78
# What service names are full of, whatever names are written so somewhere.
ABBREVIATIONS = set("eu us uk na sa au nz ca de fr es it nl pl tr br mx jp kr cn sg hk tw ae qa ui ux db vm ci cd ip os pc tv hr pr my in id go by to "
                    "of on at is we me or no up as am pm vs ok ai ml bi io api app dev stg prd uat".split())


def key(text):
    """The letters of a text as the detector reads them; a Cyrillic letter typed in a Latin word counts as what it looks like."""
    letters = [c for c in text if c.isalpha()]
    if any("a" <= c.lower() <= "z" for c in letters) and any("\u0370" <= c <= "\u052f" for c in letters):
        text = "".join(folding.SKELETON.get(c, c) if "\u0370" <= c <= "\u052f" else c for c in text)
    return "".join(re.findall(r"[^\W\d_]|[\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17d3]", folding.fold(text)))


def spellings(text):
    """A name's folded form, and those that are written where there are no such letters."""
    forms = {key(text)}
    lowered = text.lower()
    for pairs in (("ä", "ae"), ("ö", "oe"), ("ü", "ue")), (("å", "aa"),), (("ø", "oe"),), (("ı", "i"),):
        changed = lowered
        for letter, plain in pairs:
            changed = changed.replace(letter, plain)
        if changed != lowered:
            forms.add(key(changed))
    return {form for form in forms if form}


def knowledge(entries):
    """What is known of each word, by its key."""
    known = {}
    for shift, kind in ((0, "given"), (3, "family"), (6, "word")):
        for text, level in entries.classes[kind].items():
            for form in spellings(text) if kind != "word" else {key(text)}:
                if len(form) < (2 if form.isascii() else 1) or len(form) > 40:
                    continue
                old = known.get(form, 0)
                if level > (old >> shift & 7):
                    known[form] = old & ~(7 << shift) | level << shift
    _settle_doubts(entries, known)
    english = {key(text): level for text, level in entries.english.items()}
    for kind, bit in FLAGS.items():
        if kind == "phrase":
            continue
        for text in entries.sets[kind]:
            form = key(text)
            # Lists of places hold words of other languages now and then, `for` among them.
            if kind == "place" and text not in entries.sets["own place"] and english.get(form, 0) >= 6:
                continue
            # Small places are named after people, or people after them: a frequent name is rather that.
            if kind == "place" and text not in entries.sets["own place"] and max(known.get(form, 0) & 7, known.get(form, 0) >> 3 & 7) >= 5:
                continue
            if form and len(form) <= 40:
                known[form] = known.get(form, 0) | 1 << bit
    _trust_names(entries, known)
    phrases = set()
    for text in entries.sets["phrase"]:
        words = [word for word in (key(part) for part in re.split(r"[_\s\-'’.&]+", text)) if word]
        if len(words) == 2 and known.get(words[0], 0) >> FLAGS["honorific"] & 1 and _is_family_name(known.get(words[1], 0)):
            # Whoever is called like the firm is found, too.
            continue
        if 2 <= len(words) <= WORDS_OF_A_PHRASE:
            known[words[0]] = known.get(words[0], 0) | 1 << FLAGS["phrase"]
            phrases.add("".join(words))
        elif len(words) == 1:
            known[words[0]] = known.get(words[0], 0) | 1 << FLAGS["brand"]
    return known, phrases


def _is_family_name(value):
    """Whether a word is a frequent family name and hardly anything else."""
    return value >> 3 & 7 == 7 and value >> 6 & 7 <= 3


def table(hashes, load, slot):
    """Open addressing with linear probing; `slot` gives the bytes of the item at an index."""
    count = int(len(hashes) / load)
    slots = [None] * count
    for index, value in enumerate(hashes):
        place = (value >> 32) * count >> 32
        while slots[place] is not None:
            place = (place + 1) % count
        slots[place] = index
    width = len(slot(0))
    return struct.pack("<I", count) + b"".join(bytes(width) if index is None else slot(index) for index in slots)


def _settle_doubts(entries, known):
    """Words of foreign lists that many cultures have as a name are rather that: `maria` stands in lists of words too."""
    names, words = {}, {}
    for (kind, origin), texts in entries.origins.items():
        culture = re.split("[-_]", origin.replace("faker-", "").replace("mimesis-", "").replace("own-", "").replace("stop-", ""))[0]
        for text in texts:
            form = key(text)
            (words if kind == "word" else names).setdefault(form, set()).add(culture)
            if kind == "word" and (origin == "scowl" or origin.startswith("own-")):
                words[form].add("common")
    english = {key(text): level for text, level in entries.english.items()}
    for form, cultures in names.items():
        if form not in known or form not in words:
            continue
        level = known[form] >> 6 & 7
        common = "common" in words[form]
        if len(cultures) >= 3 * len(words[form] - {"common"}) and level > 1:
            level = min(english.get(form, 0), 4)
        elif not common and max(known[form] & 7, known[form] >> 3 & 7) >= 6:
            level = min(level, 2)
        elif len(cultures) >= 2 and not common and level > 3:
            level = 3
        known[form] = known[form] & ~(7 << 6) | level << 6
    for form in ABBREVIATIONS & known.keys():
        known[form] = known[form] & ~0o777 | 7 << 6
    for form, value in known.items():
        # Syllables that service names are full of: `eu`, `us`, `my`.
        if len(form) <= 3 and form.isascii() and english.get(form) == 7:
            known[form] = value & ~0o77 | min(value & 7, 2) | min(value >> 3 & 7, 2) << 3


def _trust_names(entries, known):
    """What is a frequent name and hardly a word is a name first: lists of places, titles and doubtful words do not count against it."""
    own_words = {key(text) for text in entries.origins["word", "own-en"]}
    own_brands = {key(text) for text in entries.sets["own brand"]}
    large_places = {key(text) for text in entries.sets["large place"]}
    scowl = {key(text): level for text, level in entries.scowl.items()}
    for form, value in known.items():
        given, family, word = value & 7, value >> 3 & 7, value >> 6 & 7
        if value >> FLAGS["top given"] & 1:
            # Somebody's name before it is anything else, if English has no such word that is frequent.
            word = min(word, scowl.get(form, 0))
            value = value & ~(7 << 6) | word << 6
            for flag in ("particle", "brand", "codename") + (("ambiguous",) if word < 4 else ()):
                value &= ~(1 << FLAGS[flag])
            known[form] = value
        if word == 7 and form in own_words and given <= 5 and family <= 6:
            # `call` and `east` are seldom anybody's name.
            known[form] = value & ~0o77 | min(given, 2) | min(family, 2) << 3
            continue
        if max(given, family) < 6:
            continue
        if max(given, family) == 7 and word > 0 and form not in own_words:
            # `maria` is a word as well, the plural of a sea on the moon.
            word = min(word, 4) if value >> FLAGS["ambiguous"] & 1 else 0
            value = value & ~(7 << 6) | word << 6
        if word <= 3:
            for flag in ("ambiguous", "title", "role", "belonging", "suffix", "thing", "codename"):
                # `Frau` is a family name in the United States.
                if flag != "title" or not value >> FLAGS["honorific"] & 1:
                    value &= ~(1 << FLAGS[flag])
            if max(given, family) == 7 and (form not in own_brands or value >> FLAGS["top given"] & 1):
                value &= ~(1 << FLAGS["brand"])
        if word <= 4 and form not in large_places:
            value &= ~(1 << FLAGS["place"])
        known[form] = value


def without_needless(entries, known, measure):
    """Leaves out words that are seldom written, of which the detector knows by their letters alone that they are no names."""
    annotated = {key(text) for text in entries.annotated}
    rare = sorted(form for form in annotated if known.get(form) == 5 << 6 and len(form) > 1)
    needless = {form for form, likeness in zip(rare, measure(rare)) if likeness < LEAST_LIKENESS - 0.1}
    return {form: value for form, value in known.items() if form not in needless}


def lexicon(known):
    words = sorted(known)
    hashes = [int(value) for value in hashing.of_all(words)]
    return table(
        hashes, LOAD,
        lambda index: (hashes[index] & 0xFFFFFF).to_bytes(3, "little") + known[words[index]].to_bytes(3, "little"))


def phrase_table(phrases):
    hashes = sorted(int(value) for value in hashing.of_all(sorted(phrases)))
    return table(hashes, LOAD, lambda index: (hashes[index] & 0xFFFFFFFF or 1).to_bytes(4, "little"))
