"""Makes likeness.bin: how much more a run of two to five letters is at home in names of persons than in other words.

A logistic regression on the letter runs of names and of words, both of all origins that `sources` reads; origins count by the square
root of their size, so that the large ones do not drown the others. Weights are signed bytes, sixteen to a unit of log odds, in a table
of 2^18 that the upper bits of a run's hash index.
"""

import re

import numpy
import scipy.optimize
import scipy.sparse

import hashing
import lexicon

BITS = 18
SHORTEST, LONGEST = 2, 5
EDGE = ord("^")
SCALE = 16
# Letters drawn at random, which are no names either: how many words of them, and their part of all that are none.
RANDOM_WORDS, RANDOM_LENGTHS, RANDOM_SHARE = 60000, range(3, 13), 0.3


def runs(words):
    """The indices of the letter runs of each word, as rows of a sparse matrix."""
    rows, columns = [], []
    by_length = {}
    for row, word in enumerate(words):
        by_length.setdefault(len(word), []).append(row)
    for length, indices in by_length.items():
        units = numpy.full((len(indices), length + 2), EDGE, dtype=numpy.uint64)
        for place, row in enumerate(indices):
            units[place, 1:-1] = [ord(character) for character in words[row]]
        indices = numpy.array(indices)
        for start in range(length + 1):
            state = numpy.full(len(indices), hashing.SEED)
            for size in range(1, LONGEST + 1):
                if start + size > length + 2:
                    break
                state = hashing.mix(state, units[:, start + size - 1])
                if size >= SHORTEST:
                    rows.append(indices)
                    columns.append((state >> numpy.uint64(64 - BITS)).astype(numpy.int64))
    rows, columns = numpy.concatenate(rows), numpy.concatenate(columns)
    return scipy.sparse.csr_matrix((numpy.ones(len(rows), dtype=numpy.float32), (rows, columns)), shape=(len(words), 1 << BITS))


def samples(entries):
    """Words with whether they are names, and their weights."""
    weights = {}
    for (kind, origin), texts in entries.origins.items():
        forms = {lexicon.key(text) for text in texts}
        forms = {form for form in forms if 2 <= len(form) <= 20 or (form and not form.isascii())}
        for form in forms:
            share = len(forms) ** -0.5
            pair = weights.setdefault(form, [0.0, 0.0])
            pair[0 if kind == "word" else 1] += share
    for kind in ("place", "brand"):
        forms = {lexicon.key(text) for text in entries.sets[kind] if re.fullmatch(r"\w{3,20}", text)}
        for form in forms:
            if form not in weights and form:
                weights[form] = [(1.5 if kind == "brand" else 0.7) * len(forms) ** -0.5, 0.0]
    words, labels, shares = [], [], []
    for form, (word, name) in sorted(weights.items()):
        # Words that are both say nothing of what names look like.
        if min(word, name) > 0.2 * max(word, name):
            continue
        words.append(form)
        labels.append(1.0 if name > word else -1.0)
        shares.append(max(word, name))
    labels, shares = numpy.array(labels), numpy.array(shares)
    known_words = set(words)
    drawn = sorted(set(_random_words()) - known_words)
    for sign, part in (-1.0, 0.5 * (1 - RANDOM_SHARE)), (1.0, 0.5):
        chosen = labels == sign
        shares[chosen] *= part / shares[chosen].sum()
    words += drawn
    labels = numpy.concatenate([labels, numpy.full(len(drawn), -1.0)])
    shares = numpy.concatenate([shares, numpy.full(len(drawn), 0.5 * RANDOM_SHARE / len(drawn))])
    return words, labels, shares


def _random_words():
    random = numpy.random.default_rng(2)
    for index in range(RANDOM_WORDS):
        length = RANDOM_LENGTHS[index % len(RANDOM_LENGTHS)]
        yield "".join(map(chr, random.integers(ord("a"), ord("z") + 1, length)))


def train(matrix, labels, shares, strength, iterations=40):
    transposed = matrix.T.tocsr()
    scale = len(labels)

    def loss(weights):
        margins = labels * (matrix @ weights[:-1] + weights[-1])
        value = (shares * numpy.logaddexp(0, -margins)).sum() * scale + strength * (weights[:-1] ** 2).sum()
        slope = -labels * shares * scale / (1 + numpy.exp(numpy.clip(margins, -50, 50)))
        gradient = numpy.concatenate([transposed @ slope + 2 * strength * weights[:-1], [slope.sum()]])
        return value, gradient

    result = scipy.optimize.minimize(
        loss, numpy.zeros(matrix.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": iterations})
    return result.x


def report(matrix, labels, shares, weights):
    """Balanced accuracy."""
    right = (labels * (matrix @ weights[:-1] + weights[-1]) > 0).astype(float)
    return sum((right * shares)[labels == sign].sum() / shares[labels == sign].sum() for sign in (-1, 1)) / 2


def make(entries, strength=3):
    """The table, and a function that gives the likeness of words by it, in log odds."""
    words, labels, shares = samples(entries)
    matrix = runs(words)
    random = numpy.random.default_rng(1)
    held = random.random(len(words)) < 0.1
    weights = train(matrix[~held], labels[~held], shares[~held], strength)
    print(f"likeness: {len(words)} words, balanced accuracy {report(matrix[~held], labels[~held], shares[~held], weights):.3f}, "
          f"held out {report(matrix[held], labels[held], shares[held], weights):.3f}")
    weights = train(matrix, labels, shares, strength)
    data = numpy.clip(numpy.round(weights[:-1] * SCALE), -127, 127).astype(numpy.int8)
    bias = round(weights[-1] * SCALE)
    # The bias stands last: at the front, its bytes could be taken for a byte order mark.
    return data.tobytes() + numpy.int32(bias).tobytes(), lambda texts: (runs(texts) @ data.astype(numpy.int32) + bias) / SCALE
