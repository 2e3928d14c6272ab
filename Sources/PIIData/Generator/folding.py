"""Makes folding.bin: for each Unicode code point, what the detector of personal data reads in its place.

The facts are those of the Unicode Character Database in Python's unicodedata module. Letters of the Latin script become the ASCII
letters they are written with where there are no others, digits of any script ASCII digits, and letters of other scripts are put
in lower case without the points and accents that people leave out. `fold` is also how the lexicon's keys are made, so that
the two always agree.
"""

import struct
import unicodedata

GAP, IDENTITY, INVISIBLE = 0, 1, 2
DISGUISED = 1 << 21
SKELETON_SHIFT = 22
SEQUENCE = 1 << 31

# Letters that Unicode does not decompose, as they are written in ASCII.
LATIN = {
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D",
    "ð": "d", "Ð": "D", "þ": "th", "Þ": "TH", "ħ": "h", "Ħ": "H", "ı": "i", "ŋ": "ng", "Ŋ": "NG", "ə": "e", "Ə": "E", "ɓ": "b",
    "Ɓ": "B", "ɗ": "d", "Ɗ": "D", "ƙ": "k", "Ƙ": "K", "ƴ": "y", "Ƴ": "Y", "ɛ": "e", "Ɛ": "E", "ɔ": "o", "Ɔ": "O", "ɖ": "d",
    "Ɖ": "D", "ƒ": "f", "Ƒ": "F", "ɣ": "g", "Ɣ": "G", "ʋ": "v", "Ʋ": "V", "ɩ": "i", "ŧ": "t", "Ŧ": "T", "ĸ": "k", "ɨ": "i",
    "ʉ": "u", "ɑ": "a", "ɡ": "g", "ǝ": "e", "ⱡ": "l", "ꞌ": "'", "ɪ": "I", "ʀ": "R", "ɴ": "N", "ʟ": "L", "ʙ": "B", "ɢ": "G",
    "ʜ": "H", "ᴀ": "A", "ᴄ": "C", "ᴅ": "D", "ᴇ": "E", "ᴊ": "J", "ᴋ": "K", "ᴍ": "M", "ᴏ": "O", "ᴘ": "P", "ᴛ": "T", "ᴜ": "U",
    "ᴠ": "V", "ᴡ": "W", "ᴢ": "Z", "ꜱ": "S", "ʏ": "Y", "ꜰ": "F",
}
SMALL_CAPITALS = "ɪʀɴʟʙɢʜᴀᴄᴅᴇᴊᴋᴍᴏᴘᴛᴜᴠᴡᴢꜱʏꜰɑɡ"
SIGNS = {
    "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "ʹ": "'", "′": "'", "´": "'", "`": "'", "‛": "'", "ʾ": "'", "ʿ": "'", "＇": "'",
    "−": "-", "。": ".", "｡": ".", "․": ".", "﹒": ".", "‧": "\x1f", "・": "\x1f", "·": "\x1f", "･": "\x1f", "•": " ", "⁃": "-", "∕": "/", "⁄": "/",
    "＿": "_", "‿": "_", "﹫": "@", "﹢": "+", "∶": ":", "：": ":", "؛": ";", "،": ",", "、": ",",
}
ARABIC = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ۀ": "ه", "ہ": "ه", "ھ": "ه",
          "ؤ": "و", "ئ": "ي"}
# What letters of other scripts look like (a part of the confusables of Unicode Technical Standard 39).
SKELETON = {
    **dict(zip("аАвВгеЕёзЗіІїјЈкКмМнНоОпрРсСтТуУхХѕЅһҺԁԛԜԝьЬӏӀґпшчб", "aABBreEe33iIijJkKmMhHoOnpPcCtTyYxXsShHdqWwbbllrnwub")),
    **dict(zip("αΑβΒγεΕζΖηΗιΙκΚμΜνΝοΟρΡσςτΤυΥχΧωϲϳΧΖ", "aABByeEzZnHiIkKuMvNoOpPoctTuYxXwcjXZ")),
    **dict(zip("օՕսՍոՈհԱցԼյքգզ", "oOuUnnhUgljpqq")),
    **dict(zip("ᎪᏴᏟᎠᎬᏀᎻᎥᎫᏦᏞᎷᎿᎾᏢᏒᏚᎢᏌᏙᏔᎩᏃ", "ABCDEGHiJKLMNoPRSTUVWYZ")),
}


def is_ignorable(code):
    """Whether a code point is default-ignorable (Unicode Standard, section 5.21)."""
    return code in (0xAD, 0x34F, 0x61C, 0x3164, 0xFEFF, 0xFFA0, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x640) or any(
        first <= code <= last for first, last in (
            (0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0xFE00, 0xFE0F), (0xFFF0, 0xFFF8),
            (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF)))


def is_dropped_mark(code):
    """Accents, which folding leaves out, and the vowel points of Hebrew, Arabic and Syriac."""
    return any(first <= code <= last for first, last in (
        (0x300, 0x36F), (0x483, 0x489), (0x591, 0x5BD), (0x5BF, 0x5C7), (0x610, 0x61A), (0x64B, 0x65F), (0x670, 0x670),
        (0x6D6, 0x6DC), (0x6DF, 0x6E4), (0x6E7, 0x6ED), (0x711, 0x74A), (0x93C, 0x93C), (0x9BC, 0x9BC), (0x1AB0, 0x1AFF),
        (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0x3099, 0x309A), (0xFE20, 0xFE2F)))


def is_latin(character):
    return unicodedata.name(character, "").startswith(("LATIN ", "FULLWIDTH LATIN", "MODIFIER LETTER SMALL "))


def _folded(character):
    """The text read in place of a character: `None` for a gap, empty for what cannot be seen; and whether it was disguised."""
    code = ord(character)
    if code < 0x80:
        return (character if 0x20 <= code < 0x7F else None), False
    if character in SIGNS:
        return SIGNS[character], False
    if is_ignorable(code):
        return "", True
    if is_dropped_mark(code):
        return "", False
    if character in LATIN:
        return LATIN[character], character in SMALL_CAPITALS
    if character in ARABIC:
        return ARABIC[character], False
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character)), True
    if category == "Zs":
        return " ", False
    if category == "Pd":
        return "-", False
    if category == "Me":
        return "", True
    if category[0] in "CPZ" or category in ("Sm", "Sc", "Sk"):
        compatible = unicodedata.normalize("NFKC", character)
        return (compatible, True) if len(compatible) == 1 and 0x20 <= ord(compatible) < 0x7F else (None, False)
    decomposed = unicodedata.normalize("NFKD", character)
    if decomposed != character and (is_latin(character) or decomposed[0].isascii()):
        plain = "".join(LATIN.get(c, c) for c in decomposed if not is_dropped_mark(ord(c)))
        # The same letter with accents is no disguise; circled, wide and mathematical letters are.
        disguised = unicodedata.normalize("NFD", character) != decomposed
        plain = "".join(c for c in plain if c.isascii() and 0x20 <= ord(c) < 0x7F)
        return (plain, disguised) if 0 < len(plain) <= 3 else (None, False)
    if category[0] not in "LM" and category != "Nl":
        return None, False
    if 0xAC00 <= code <= 0xD7A3 or 0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF:
        return character, False
    compatible = unicodedata.normalize("NFKC", character).lower()
    composed = "".join(
        ARABIC.get(c, {"ς": "σ"}.get(c, c)) for c in unicodedata.normalize("NFC", "".join(
            c for c in unicodedata.normalize("NFD", compatible) if not is_dropped_mark(ord(c)) or 0x3099 <= ord(c) <= 0x309A)))
    if len(composed) != 1 or composed.isascii():
        return character, False
    return composed, False


def entry(character):
    """The table's entry: a unit, or up to three ASCII characters of seven bits each, and what the character looks like."""
    text, disguised = _folded(character)
    if text is None:
        return GAP
    if text == "":
        return INVISIBLE | (DISGUISED if disguised else 0)
    skeleton = SKELETON.get(character, "")
    value = (DISGUISED if disguised else 0) | (ord(skeleton) << SKELETON_SHIFT if skeleton else 0)
    if len(text) > 1:
        return SEQUENCE | value | sum(ord(c) << (7 * index) for index, c in enumerate(text))
    return value | (IDENTITY if text == character and ord(text) >= 0x80 else ord(text))


def fold(text):
    """The text as the detector reads it, in lower case; gaps are blanks."""
    result = []
    for character in text:
        folded, _ = _folded(character)
        result.append(" " if folded is None else folded.lower())
    return "".join(result)


def table():
    pages, numbers, index = [], {}, []
    for page in range(0x1100):
        data = b"".join(
            struct.pack("<I", 0 if 0xD800 <= code <= 0xDFFF else entry(chr(code)))
            for code in range(page * 256, page * 256 + 256))
        if data not in numbers:
            numbers[data] = len(pages)
            pages.append(data)
        index.append(numbers[data])
    return struct.pack("<4352H", *index) + b"".join(pages)
