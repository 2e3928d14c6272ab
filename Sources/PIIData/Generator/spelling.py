"""Makes spelling.bin: how much more a letter is at home after the two before it, in words and names of any language, than by chance.

Signed bytes, eight to a unit of log odds (base 2), for each run of three of the letters a to z and the edge of a word, which counts as
26; the first letter counts most. Of words that are written in Latin letters, or put into them.
"""

import numpy

import lexicon

LETTERS = 27
EDGE = 26
SCALE = 8


def make(entries):
    counts = numpy.full((LETTERS, LETTERS, LETTERS), 0.02)
    for texts in entries.origins.values():
        forms = {lexicon.key(text) for text in texts}
        forms = sorted(form for form in forms if len(form) > 1 and all("a" <= letter <= "z" for letter in form))
        # Large origins do not drown the others.
        share = len(forms) ** -0.5 if forms else 0
        for form in forms:
            letters = [EDGE, EDGE, *(ord(letter) - ord("a") for letter in form), EDGE]
            for place in range(len(letters) - 2):
                counts[letters[place], letters[place + 1], letters[place + 2]] += share
    odds = numpy.log2(counts / counts.sum(axis=2, keepdims=True) * LETTERS)
    return numpy.clip(numpy.round(odds * SCALE), -127, 127).astype(numpy.int8).tobytes()
