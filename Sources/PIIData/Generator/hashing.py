"""The hash of units that tables are looked up by; `UnitHash` in the detector does the same."""

import numpy

SEED = numpy.uint64(0xCBF29CE484222325)
FACTOR = numpy.uint64(0x9E3779B97F4A7C15)


def mix(state, unit):
    """One more unit: both may be arrays."""
    with numpy.errstate(over="ignore"):
        return ((state ^ unit) * FACTOR) ^ ((state ^ unit) * FACTOR >> numpy.uint64(29))


def of(text):
    """The hash of a folded text."""
    state = SEED
    for character in text:
        state = mix(state, numpy.uint64(ord(character)))
    return int(state)


def of_all(texts):
    """The hashes of many texts at once."""
    longest = max(map(len, texts))
    units = numpy.zeros((len(texts), longest), dtype=numpy.uint64)
    for row, text in enumerate(texts):
        units[row, :len(text)] = [ord(character) for character in text]
    lengths = numpy.array([len(text) for text in texts])
    state = numpy.full(len(texts), SEED)
    for column in range(longest):
        live = lengths > column
        state[live] = mix(state[live], units[live, column])
    return state
