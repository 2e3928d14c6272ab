#!/usr/bin/env python3
"""Learns the weights of what speaks for or against a name: weights.py PIIEVALUATION NAMES.tsv[:SHARE]… [--check] [--show]

Reads the candidates that `PIIEvaluation --features` prints of each labelled name, and fits a logistic regression that stays near
weights set by hand (`PRIOR`): of a name that holds a person the best candidate counts, of others every one. A file counts with its
share, 1 where none is given. Writes weights.bin. With --check it tells how well weights learned on four fifths of the names do on
the rest.

What speaks for a name never gets a weight below 0, and what speaks against it none above (`FOR`, `AGAINST`); a more frequent name
never counts less than a rarer one, nor a more frequent word more (`RISING`, `FALLING`).
"""

import argparse
import pathlib
import struct
import subprocess

import numpy
import scipy.optimize
import scipy.sparse

TARGET = pathlib.Path(__file__).parent.parent / "weights.bin"


def counted(name, values, first=1):
    return {f"{name}{index}": value for index, value in enumerate(values, first)}


PRIOR = {
    **counted("given", (0.8, 1.1, 1.5, 2.0, 2.5, 2.8, 3.0)), **counted("family", (0.6, 0.9, 1.2, 1.6, 2.1, 2.4, 2.6)),
    **counted("otherKind", (0.4, 0.6, 0.8, 1.0, 1.3, 1.5, 1.7)), **counted("word", (-0.2, -0.4, -0.8, -1.2, -1.9, -2.6, -3.2)),
    **counted("mereWord", (-0.5, -0.8, -1.3, -2.0, -2.7, -3.4, -4.2)), **counted("backed", (0.5, 0.8, 1.2, 1.5), 4),
    "unlisted": -0.2, "unlistedLikeness": 0.5, "unlistedSpelling": 0.1, "listedLikeness": 0.15, "unlistedTwoLetters": -1.5,
    "unlistedThreeLetters": -0.7, "unlistedFourLetters": -0.3, "unlistedLong": -0.5, "topGiven": 0.5, "topFamily": 0.5,
    "place": -1, "brand": -1, "ambiguous": -1.2, "codename": -1, "suffix": -1.5, "firm": -1.5, "particle": -0.5,
    "roleWord": -2.5, "otherScript": 0, "pair": -1, "titled": -0.5, "initialled": -0.8, "single": -1.5, "userName": -1,
    "familyFirst": -0.2, "bothUnlisted": -0.5, "bothUnlistedLikeness": 0.3, "bothAmbiguous": -0.5, "bothPlaces": -1,
    "oneIsWord": -0.5, "bothAreWords": -1, "frequentPair": 0.5, "topPair": 0.5, "topWithListed": 0.3, "clearPair": 0.5,
    "backedDoubt": 0.6, "bothTop": 0.8, "clearAndUnlisted": 0.3, "clearAndDoubtful": 0.5, "partners": -3, "bothFamilies": -0.5, "lowerWord": -0.3,
    "particleFamily": 0.8, "singleWord": -0.5, "singleUnlisted": -0.8, "initialBetween": -2, "capitalizedPair": 0.5, "lowerPair": -0.2, "upperPair": 0,
    "capitalizedAndUpper": 0.3, "mixedCase": -0.5, "unevenCase": -1.2, "shortUpper": -1, "lowerCamel": 0,
    "capitalsAndHyphen": -0.3, "camelCase": -0.3, "space": 0.2, "underscore": 0.1, "hyphen": 0, "dot": 0.3, "comma": 0.5,
    "middleDot": 2, "symbol": 0, "innerParticle": 0.8, "innerInitial": 0.6, "innerName": 0.3, "joinedGiven": 0.8,
    "capitalizedSingle": 0.2, "lowerSingle": 0, "upperSingle": -0.3, "hidden": 1, "encoded": 0.5, "honorificBefore": 1.5,
    "honorificAfter": 1.5, "possessiveBelonging": 1.5, "plainInRole": 3, "particleBetween": 0.3, "titleBefore": 1.5,
    "titleAfter": 1.5, "roleBefore": 1.2, "roleAfter": 0.8, "belongingAfter": 0.8, "possessive": 1, "phrase": -5,
    "phrasePart": -1.5, "suffixBefore": -1.5, "suffixAfter": -3, "suffixBeforeParticle": -1, "suffixAround": -0.8,
    "firmBefore": -2, "firmAfter": -5, "thingAfter": -0.3, "wholeText": 0, "wordBefore": 0, "wordAfter": -0.2,
    "placeAround": 0, "manyWords": 0, "nameAround": 0.3, "digitsTouch": -0.2, "together": -1.5, "togetherGiven": 0.3,
    "togetherFamily": 0.3, "togetherWord": -0.5, "togetherFlags": -0.7, "togetherShort": 0, "togetherLong": 0.5,
    "togetherWords": -2.5, "togetherLikeness": 0.2, "togetherThree": -0.8, "eastAsian": -1.5, "eastAsianFamily": 0.4,
    "eastAsianListed": 0.3, "eastAsianLikeness": 0.5, "eastAsianGivenWord": -0.3, "eastAsianLongSurname": 0,
    "eastAsianPlace": -0.8, "eastAsianTitled": 2, "eastAsianTwoUnits": -0.9, "eastAsianThreeUnits": 0.3,
    "eastAsianFourUnits": 0, "eastAsianMore": -0.5, "eastAsianPart": -0.4, "hangul": 0, "initialDot": 1.2, "initialAfter": -1,
    "initialCapital": 0.4, "furtherInitial": 1, "initialParticle": 1,
}

FOR = set("""
    backedDoubt belongingAfter bothTop clearAndDoubtful clearPair eastAsianFamily eastAsianLikeness eastAsianListed eastAsianTitled encoded
    frequentPair furtherInitial hidden honorificAfter honorificBefore initialCapital initialDot initialParticle joinedGiven
    listedLikeness middleDot nameAround particleBetween particleFamily plainInRole possessiveBelonging roleAfter roleBefore
    titleAfter togetherFamily togetherGiven togetherLikeness topFamily topGiven topPair topWithListed unlistedLikeness unlistedSpelling
""".split())
AGAINST = set("""
    ambiguous bothAmbiguous bothAreWords bothFamilies bothPlaces brand capitalsAndHyphen codename digitsTouch eastAsianGivenWord
    eastAsianPart eastAsianPlace firm firmBefore initialAfter initialBetween lowerWord mixedCase partners oneIsWord particle phrase phrasePart place
    roleWord shortUpper singleUnlisted singleWord suffix togetherFlags togetherThree togetherWord togetherWords unevenCase unlistedFourLetters
    unlistedLong unlistedThreeLetters unlistedTwoLetters familyFirst
""".split())
# Features that are counted through by class: of names and of what takes back that one is a word, and of words.
RISING = {"given1": 7, "family1": 7, "otherKind1": 7, "backed4": 4}
FALLING = {"word1": 7, "mereWord1": 7}
# To be a name of this kind never counts less than to be one of the other kind.
AT_LEAST = {"given1": "otherKind1", "family1": "otherKind1"}

# How names are dressed is the habit of those who wrote the set: such weights stay near those set by hand, and within bounds.
DRESS = set("""
    camelCase space underscore hyphen dot wholeText wordBefore wordAfter manyWords digitsTouch capitalizedPair lowerPair upperPair
    placeAround familyFirst
""".split())
DRESS_STRENGTH = 5
BOUNDS = {
    "placeAround": (None, -1.4), "possessive": (0.6, None), "capitalizedPair": (0, None), "space": (0, None), "lowerPair": (-1, 0), "hyphen": (-0.3, None),
    "bothUnlisted": (-5, 0), "bothUnlistedLikeness": (0, None), "upperPair": (None, -0.6),
    "capitalizedAndUpper": (None, 0.2), "lowerCamel": (0, 1.6), "camelCase": (None, 0.5), "underscore": (None, 0.6),
    "dot": (None, 0.8), "comma": (0.3, None), "symbol": (None, 0.3), "innerParticle": (0.3, None),
    "innerInitial": (0.3, None), "innerName": (0.3, None), "titleBefore": (0.3, None), "suffixBefore": (-7, 0),
    "suffixAfter": (-7, 0), "suffixBeforeParticle": (-7, 0), "suffixAround": (-4, 0), "firmAfter": (-8, -3),
    "thingAfter": (-1, 0), "wholeText": (0, 0.05), "wordBefore": (-0.2, 0), "wordAfter": (-0.2, 0), "manyWords": (-0.6, 0),
}


class Candidates:
    """The candidates of all names: rows of a sparse matrix, with the number of the name that each belongs to."""

    def __init__(self, program, files):
        rows, columns, amounts, owners, labels, shares = [], [], [], [], [], []
        for file in files:
            path, _, share = file.partition(":")
            output = subprocess.run([program, "--features", path], check=True, capture_output=True, text=True).stdout.split("\n")
            self.features = output[0].split(" ")
            for line in output[1:]:
                if line.startswith("name "):
                    labels.append(int(line.split()[1]))
                    shares.append(float(share or 1))
                elif line:
                    for pair in line.split(" "):
                        feature, _, amount = pair.partition(":")
                        rows.append(len(owners))
                        columns.append(int(feature))
                        amounts.append(float(amount))
                    owners.append(len(labels) - 1)
        self.matrix = scipy.sparse.csr_matrix((amounts, (rows, columns)), shape=(len(owners), len(self.features)))
        self.owners, self.labels, self.shares = numpy.array(owners), numpy.array(labels), numpy.array(shares)
        missing = set(self.features) ^ set(PRIOR)
        if missing:
            raise SystemExit(f"weights.py: features without a prior weight, or the reverse: {sorted(missing)}")

    def best(self, weights):
        """The best row of each name, and its score; -1 and -100 for names without any."""
        scores = self.matrix @ weights
        rows, top = numpy.full(len(self.labels), -1), numpy.full(len(self.labels), -100.0)
        order = numpy.argsort(scores)
        rows[self.owners[order]] = order
        numpy.maximum.at(top, self.owners, scores)
        return rows, top


class Constraints:
    """Weights as a linear function of values that have nothing but bounds."""

    def __init__(self, features):
        index = {name: place for place, name in enumerate(features)}
        free = (None, None)
        self.bounds = [(0, None) if name in FOR else (None, 0) if name in AGAINST else free for name in features]
        for name, bounds in BOUNDS.items():
            self.bounds[index[name]] = bounds
        matrix = numpy.eye(len(features))
        for names, sign in (RISING, 1), (FALLING, -1):
            for first, count in names.items():
                for place in range(count):
                    matrix[index[first] + place, index[first]:index[first] + place] = 1
                    if place > 0 or sign < 0 or first in AT_LEAST or first == "backed4":
                        self.bounds[index[first] + place] = (0, None) if sign > 0 else (None, 0)
                    if first in AT_LEAST:
                        other = index[AT_LEAST[first]]
                        matrix[index[first] + place, other:other + place + 1] = 1
        self.matrix = scipy.sparse.csr_matrix(matrix)
        lows, highs = zip(*self.bounds)
        prior = numpy.array([PRIOR[name] for name in features], dtype=float)
        self.start = numpy.clip(
            numpy.linalg.solve(matrix, prior), [-numpy.inf if low is None else low for low in lows],
            [numpy.inf if high is None else high for high in highs])
        self.prior = self.matrix @ self.start
        self.strength = numpy.array([DRESS_STRENGTH if name in DRESS else 1.0 for name in features])


def learn(candidates, constraints, names, rounds, cost):
    """`names` are those to learn from, as a mask, and `cost` is how much worse a false alarm is than a miss."""
    values, weights = constraints.start, constraints.prior
    for _ in range(rounds):
        rows, _ = candidates.best(weights)
        positives = rows[names & (candidates.labels == 1) & (rows >= 0)]
        negatives = numpy.flatnonzero((names & (candidates.labels == 0))[candidates.owners])
        rows = numpy.concatenate([positives, negatives])
        signs = numpy.concatenate([numpy.ones(len(positives)), -numpy.ones(len(negatives))])
        shares = candidates.shares[candidates.owners[rows]] * numpy.where(signs > 0, 1, cost)
        matrix = candidates.matrix[rows] @ constraints.matrix
        transposed = matrix.T.tocsr()

        def loss(values):
            margins = signs * (matrix @ values)
            slope = -signs * shares / (1 + numpy.exp(numpy.clip(margins, -50, 50)))
            distance = constraints.matrix @ values - constraints.prior
            return (shares * numpy.logaddexp(0, -margins)).sum() + (constraints.strength * distance ** 2).sum(), \
                transposed @ slope + constraints.matrix.T @ (2 * constraints.strength * distance)

        values = scipy.optimize.minimize(
            loss, values, jac=True, method="L-BFGS-B", bounds=constraints.bounds, options={"maxiter": 300}).x
        weights = constraints.matrix @ values
    return weights


def outcome(candidates, weights, names):
    """How many persons are found, and how many of the others are flagged."""
    _, top = candidates.best(weights)
    persons, others = names & (candidates.labels == 1), names & (candidates.labels == 0)
    return (top[persons] > 0).sum(), persons.sum(), (top[others] > 0).sum(), others.sum()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("files", nargs="+")
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--cost", type=float, default=2.6)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--show", action="store_true")
    arguments = parser.parse_args()
    candidates = Candidates(arguments.program, arguments.files)
    constraints = Constraints(candidates.features)
    everyone = numpy.full(len(candidates.labels), True)
    print("prior weights: %d of %d persons found, %d of %d others flagged" % outcome(candidates, constraints.prior, everyone))
    if arguments.check:
        fold = numpy.random.default_rng(7).integers(0, 5, len(everyone))
        totals = numpy.zeros(4, dtype=int)
        for part in range(5):
            weights = learn(candidates, constraints, fold != part, arguments.rounds, arguments.cost)
            totals += numpy.array(outcome(candidates, weights, fold == part))
        print("learned on the other four fifths: %d of %d persons found, %d of %d others flagged" % tuple(totals))
    weights = learn(candidates, constraints, everyone, arguments.rounds, arguments.cost)
    print("learned on all: %d of %d persons found, %d of %d others flagged" % outcome(candidates, weights, everyone))
    if arguments.show:
        for name, prior, weight in zip(candidates.features, constraints.prior, weights):
            print(f"{name:24} {prior:6.2f} {weight:6.2f}")
    TARGET.write_bytes(struct.pack(f"<{len(weights)}f", *weights))


if __name__ == "__main__":
    main()
