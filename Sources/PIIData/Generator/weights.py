#!/usr/bin/env python3
"""Learns the weights of what speaks for or against a name: weights.py PIIEVALUATION NAMES.tsv… [--rounds N] [--check]

Reads the candidates that `PIIEvaluation --features` prints of each labelled name, and fits a logistic regression that stays near
weights set by hand (`PRIOR`): of a name that holds a person the best candidate counts, of others every one. Writes weights.bin. With
--check it tells how well weights learned on four fifths of the names do on the rest.
"""

import argparse
import pathlib
import struct
import subprocess

import numpy
import scipy.optimize

TARGET = pathlib.Path(__file__).parent.parent / "weights.bin"


def counted(name, values):
    return {f"{name}{index}": value for index, value in enumerate(values, 1)}


PRIOR = {
    **counted("given", (0.8, 1.1, 1.5, 2.0, 2.5, 2.8, 3.0)), **counted("family", (0.6, 0.9, 1.2, 1.6, 2.1, 2.4, 2.6)),
    **counted("otherKind", (0.4, 0.6, 0.8, 1.0, 1.3, 1.5, 1.7)), **counted("word", (-0.2, -0.4, -0.8, -1.2, -1.9, -2.6, -3.2)),
    **counted("mereWord", (-0.5, -0.8, -1.3, -2.0, -2.7, -3.4, -4.2)),
    "unlisted": -0.2, "unlistedLikeness": 0.5, "listedLikeness": 0.15, "unlistedTwoLetters": -1.5, "unlistedThreeLetters": -0.7,
    "unlistedLong": -0.5, "place": -1, "brand": -1, "ambiguous": -1.2, "codename": -1, "suffix": -1.5, "particle": -0.5,
    "roleWord": -2.5, "otherScript": 0, "pair": -1, "titled": -0.5, "initialled": -0.8, "single": -1.5, "userName": -1, "familyFirst": -0.2,
    "bothUnlisted": -0.5, "bothAmbiguous": -0.5, "bothPlaces": -1, "oneIsWord": -0.5, "bothAreWords": -1, "capitalizedPair": 0.5,
    "lowerPair": -0.2, "upperPair": 0, "capitalizedAndUpper": 0.3, "mixedCase": -0.5, "unevenCase": -1.2, "shortUpper": -1, "camelCase": -0.3,
    "space": 0.2, "underscore": 0.1, "hyphen": 0, "dot": 0.3, "comma": 0.5, "middleDot": 2, "joinedGiven": 0.8, "hidden": 1, "encoded": 0.5, "honorificBefore": 1.5, "honorificAfter": 1.5, "possessiveBelonging": 1.5, "plainInRole": 3, "particleBetween": 0.3, "eastAsianTitled": 2, "furtherInitial": 1, "initialParticle": 1, "innerParticle": 0.8, "innerInitial": 0.6, "innerName": 0.3,
    "capitalizedSingle": 0.2, "lowerSingle": 0, "upperSingle": -0.3, "titleBefore": 1.5, "titleAfter": 1.5, "roleBefore": 1.2, "roleAfter": 0.8,
    "belongingAfter": 0.8, "possessive": 1, "suffixBefore": -1.5, "suffixAfter": -3, "phrase": -5, "phrasePart": -1.5, "wholeText": 0, "wordBefore": 0,
    "wordAfter": -0.2, "placeAround": 0, "manyWords": 0, "nameAround": 0.3, "digitsTouch": -0.2, "together": -1.5, "togetherGiven": 0.3,
    "togetherFamily": 0.3, "togetherWord": -0.5, "togetherFlags": -0.7, "togetherShort": 0, "togetherLong": 0.5, "togetherWords": -2.5,
    "togetherLikeness": 0.2, "togetherThree": -0.8, "eastAsian": -1.5, "eastAsianFamily": 0.4, "eastAsianListed": 0.3,
    "eastAsianLikeness": 0.5, "eastAsianGivenWord": -0.3, "eastAsianLongSurname": 0, "eastAsianPlace": -0.8, "eastAsianTwoUnits": -0.9,
    "eastAsianThreeUnits": 0.3, "eastAsianFourUnits": 0, "eastAsianMore": -0.5, "eastAsianPart": -0.4, "hangul": 0, "initialDot": 1.2,
    "initialAfter": -1, "initialCapital": 0.4,
}


# How the names of the set are dressed is its author's habit more than anybody's: their weights stay near those set by hand.
DRESS = {
    "camelCase", "space", "underscore", "hyphen", "dot", "wholeText", "wordBefore", "wordAfter", "manyWords", "nameAround", "digitsTouch",
    "capitalizedPair", "lowerPair", "upperPair", "capitalizedSingle", "lowerSingle", "upperSingle", "placeAround", "familyFirst",
}
DRESS_STRENGTH = 40


class Candidates:
    """The candidates of all names: rows of a dense matrix, with the number of the name that each belongs to."""

    def __init__(self, program, files):
        output = subprocess.run([program, "--features", *files], check=True, capture_output=True, text=True).stdout.split("\n")
        self.features = output[0].split(" ")
        rows, owners, self.labels = [], [], []
        for line in output[1:]:
            if line.startswith("name "):
                self.labels.append(int(line[5:]))
            elif line:
                row = numpy.zeros(len(self.features))
                for pair in line.split(" "):
                    feature, _, amount = pair.partition(":")
                    row[int(feature)] += float(amount)
                rows.append(row)
                owners.append(len(self.labels) - 1)
        self.matrix, self.owners, self.labels = numpy.array(rows, dtype=numpy.float32), numpy.array(owners), numpy.array(self.labels)
        missing = set(self.features) ^ set(PRIOR)
        if missing:
            raise SystemExit(f"weights.py: features without a prior weight, or the reverse: {sorted(missing)}")
        self.prior = numpy.array([PRIOR[name] for name in self.features], dtype=float)
        self.strength = numpy.array([DRESS_STRENGTH if name in DRESS else 1.0 for name in self.features])


def best_rows(candidates, weights, names):
    """The best candidate of each name of `names`."""
    scores = candidates.matrix @ weights
    best = {}
    for row in numpy.argsort(scores):
        best[candidates.owners[row]] = row
    return {name: best[name] for name in names if name in best}


def learn(candidates, names, strength, rounds, cost):
    """`cost` is how much worse a false alarm is than a miss."""
    weights = candidates.prior.copy()
    chosen = set(names)
    for _ in range(rounds):
        positives = [row for name, row in best_rows(candidates, weights, [n for n in names if candidates.labels[n] == 1]).items()]
        negatives = [row for row, owner in enumerate(candidates.owners) if owner in chosen and candidates.labels[owner] == 0]
        rows = numpy.array(positives + negatives)
        signs = numpy.array([1.0] * len(positives) + [-1.0] * len(negatives))
        shares = numpy.where(signs > 0, 1.0, cost)
        matrix = candidates.matrix[rows]

        def loss(values):
            margins = signs * (matrix @ values)
            slope = -signs * shares / (1 + numpy.exp(numpy.clip(margins, -50, 50)))
            distance = values - candidates.prior
            return (shares * numpy.logaddexp(0, -margins)).sum() + strength * (candidates.strength * distance ** 2).sum(), \
                matrix.T @ slope + 2 * strength * candidates.strength * distance

        weights = scipy.optimize.minimize(loss, weights, jac=True, method="L-BFGS-B", options={"maxiter": 120}).x
    return weights


def outcome(candidates, weights, names):
    """How many persons are found, and how many of the others are flagged."""
    scores = candidates.matrix @ weights
    top = numpy.full(len(candidates.labels), -100.0)
    numpy.maximum.at(top, candidates.owners, scores)
    persons = [name for name in names if candidates.labels[name] == 1]
    others = [name for name in names if candidates.labels[name] == 0]
    return (top[persons] > 0).sum(), len(persons), (top[others] > 0).sum(), len(others)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("files", nargs="+")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--strength", type=float, default=1.0)
    parser.add_argument("--cost", type=float, default=2.0)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--show", action="store_true")
    arguments = parser.parse_args()
    candidates = Candidates(arguments.program, arguments.files)
    everyone = numpy.arange(len(candidates.labels))
    print("prior weights: %d of %d persons found, %d of %d others flagged" % outcome(candidates, candidates.prior, everyone))
    if arguments.check:
        fold = numpy.random.default_rng(7).integers(0, 5, len(everyone))
        totals = numpy.zeros(4, dtype=int)
        for part in range(5):
            weights = learn(candidates, everyone[fold != part], arguments.strength, arguments.rounds, arguments.cost)
            totals += numpy.array(outcome(candidates, weights, everyone[fold == part]))
        print("learned on the other four fifths: %d of %d persons found, %d of %d others flagged" % tuple(totals))
    weights = learn(candidates, everyone, arguments.strength, arguments.rounds, arguments.cost)
    print("learned on all: %d of %d persons found, %d of %d others flagged" % outcome(candidates, weights, everyone))
    if arguments.show:
        for name, prior, weight in zip(candidates.features, candidates.prior, weights):
            print(f"{name:24} {prior:6.2f} {weight:6.2f}")
    TARGET.write_bytes(struct.pack(f"<{len(weights)}f", *weights))


if __name__ == "__main__":
    main()
