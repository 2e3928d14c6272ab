"""Makes phones.bin: the valid national numbers of every calling code and region, and how they are grouped when written.

The facts are the metadata of libphonenumber (Apache License 2.0) in the PyPI package `phonenumbers` (requirements-phones.txt).

    python3 Sources/PIIData/Generator/phones.py Sources/PIIData/phones.bin [--verify]

The table is made of little-endian 16-bit words; offsets count words.

- 6 words: the offsets of the sections, in this order.
- codes: for each calling code 0 to 999 the number of its plan, from 1 on, 0 for none.
- plans: 13 words each: calling code, root state, trunk prefix (its length in the high byte, its one or two
  digits from the lowest four bits on; 0 for none), and for each leading digit the lengths of numbers (bit n: n digits).
- regions: 3 words each in order of their letters: two letters, plan, root state.
- outputs: 2 words each: kind (1 ordinary, 2 called party pays or cost is shared), offset of its groupings.
- groupings: lists, the first word the number of groupings, of 2 words each: a 32-bit number whose nibbles are, from the lowest on,
  the style and the lengths of the groups.
- states: bits 0 to 8 of the first word tell which of the digits 1 to 9 lead elsewhere than the digit before them, bit 9 that
  the number of an output follows, bit 10 that then the states for digit 0 and for each digit told follow; without it no digit leads
  anywhere. Offsets of states count from the start of their section; 0 is the dead end.

Styles: 0 as they are, 1 with the trunk prefix joined to the first group, 2 with the trunk prefix as a group of its own.
"""

import random
import re
import struct
import sys

import phonenumbers
from phonenumbers import PhoneMetadata
from phonenumbers.data import _ALT_NUMBER_FORMATS as ALT_NUMBER_FORMATS
from phonenumbers.data import _COUNTRY_CODE_TO_REGION_CODE

from digit_automata import Automaton, Expressions

ORDINARY = ("voip", "personal_number", "pager", "uan", "voicemail", "fixed_line", "mobile")
SHARED = ("premium_rate", "toll_free", "shared_cost")
AS_IS, JOINED, APART = 0, 1, 2
FEWEST_DIGITS, FEWEST_GROUPS, MOST_GROUPS = 10, 3, 7
# Mexico's mobile numbers were called with a 1 from abroad until 2020, and are still written so.
# Those of Belarus are written with two prefixes, `8 029 491-19-11`.
TRUNK_PREFIXES = {52: "1", 375: "80"}


def metadata(code, region):
    if region == "001":
        return PhoneMetadata.metadata_for_nongeo_region(code, None)
    return PhoneMetadata.metadata_for_region(region, None)


def descriptions(region):
    """The kinds of numbers of a region with what they match: (1 or 2, pattern, lengths)."""
    for kind, names in ((1, ORDINARY), (2, SHARED)):
        for name in names:
            description = getattr(region, name)
            if description and description.national_number_pattern:
                yield kind, description.national_number_pattern, description.possible_length


def trunk_style(rule, trunk):
    """How a format writes the trunk prefix before the first group."""
    head = (rule or "\\1").split("\\1")[0]
    if not trunk or re.sub(r"\D", "", head) != trunk:
        return AS_IS
    return JOINED if head[-1].isdigit() else APART


def group_lengths(pattern, length):
    """The lengths of the groups that a format makes of a number, the first ones as long as may be."""
    groups = []
    for group in re.findall(r"\(([^)]*)\)", pattern):
        digits, low, high = 0, 0, 0
        for item, few, many in re.findall(r"(\\d|\d|\[[^]]*\])(?:\{(\d+)(?:,(\d+))?\})?", group):
            few = int(few) if few else 1
            low, high = low + few, high + (int(many) if many else few)
        groups.append((low, high))
    spare = length - sum(low for low, _ in groups)
    if spare < 0:
        return None
    lengths = []
    for low, high in groups:
        extra = min(spare, high - low)
        lengths.append(low + extra)
        spare -= extra
    return lengths if spare == 0 else None


def grouping(style, lengths, trunk):
    """The number for a grouping, `None` where it is too short to be told from other numbers.

    Two groups are kept for the area code that the first one is.
    """
    digits = sum(lengths) + (len(trunk) if style != AS_IS else 0)
    written = len(lengths) + (1 if style == APART else 0)
    fewest = 2 if style == JOINED else FEWEST_GROUPS
    if digits < FEWEST_DIGITS or written < fewest or len(lengths) > MOST_GROUPS:
        return None
    return style | sum(length << 4 * (index + 1) for index, length in enumerate(lengths))


class Table:
    def __init__(self):
        self.automaton = Automaton()
        self.outputs = {}
        self.plans = []
        self.regions = {}
        for code in sorted(_COUNTRY_CODE_TO_REGION_CODE):
            self._add_plan(code, _COUNTRY_CODE_TO_REGION_CODE[code])

    def _add_plan(self, code, names):
        regions = [metadata(code, name) for name in names]
        main = regions[0]
        expressions, starts = Expressions(), []
        allowed = []
        for index, region in enumerate(regions):
            general = region.general_desc
            starts.append(expressions.add(general.national_number_pattern, (index, "general")))
            if region.leading_digits:
                starts.append(expressions.add(region.leading_digits, (index, "leading"), prefix=True))
            allowed.append([])
            for number, (kind, pattern, possible) in enumerate(descriptions(region)):
                starts.append(expressions.add(pattern, (index, kind, number)))
                allowed[index].append(set(possible or general.possible_length))
        trunk = TRUNK_PREFIXES.get(code, main.national_prefix or "")
        formats = self._formats(code, main, trunk)
        for index, (leading, _, _, _) in enumerate(formats):
            starts.append(expressions.add(leading, ("format", index), prefix=True))

        def selected(labels, length):
            """The region that a number belongs to, and its kind (as phonenumberutil.region_code_for_number)."""
            for index, region in enumerate(regions):
                kinds = [
                    label[1] for label in labels
                    if label[0] == index and len(label) == 3 and length in allowed[index][label[2]]]
                kind = max(kinds, default=0) if (index, "general") in labels else 0
                if region.leading_digits and len(regions) > 1:
                    if (index, "leading") in labels:
                        return index, kind
                elif kind or len(regions) == 1:
                    return index, kind
            return None, 0

        def written(labels, length):
            shapes, is_first = set(), True
            for index, (_, pattern, styles, is_alternative) in enumerate(formats):
                sizes = group_lengths(pattern, length) if ("format", index) in labels else None
                if sizes is None or not (is_alternative or is_first):
                    continue
                is_first = is_first and is_alternative
                shapes |= {grouping(style, sizes, trunk) for style in styles}
            return tuple(sorted(shapes - {None}))

        def output(region=None):
            def result(labels, length):
                index, kind = selected(labels, length)
                if not kind or (region is not None and index != region):
                    return None
                return self.outputs.setdefault((kind, written(labels, length)), len(self.outputs))

            return result

        root = self.automaton.add(expressions, starts, output())
        prefix = len(trunk) << 8 | sum(int(digit) << 4 * index for index, digit in enumerate(trunk))
        self.plans.append((code, root, prefix, *map(self._lengths, self.automaton.nodes[root][1])))
        for index, name in enumerate(names):
            if name != "001":
                own = root if len(names) == 1 else self.automaton.add(expressions, starts, output(index))
                self.regions[letters(name)] = (len(self.plans), own)

    def _lengths(self, node, length=1):
        """The lengths of the numbers from a state on, as bits."""
        output, children = self.automaton.nodes[node]
        bits = 1 << length if output is not None and length < 16 else 0
        for child in set(children) - {0}:
            bits |= self._lengths(child, length + 1)
        return bits

    @staticmethod
    def _formats(code, main, trunk):
        """Leading digits, pattern, styles of the trunk prefix, and whether it is one of the less usual formats."""
        formats = []
        for number_format in main.number_format:
            rule = number_format.national_prefix_formatting_rule
            groups = re.findall(r"\\\d", number_format.format)
            # Argentina writes mobile numbers with other digits than those called from abroad.
            if len(groups) != number_format.pattern.count("(") or re.search(r"(?<!\\)\d", number_format.format):
                continue
            styles = {trunk_style(rule, trunk)}
            if number_format.national_prefix_optional_when_formatting:
                styles.add(AS_IS)
            if code == 1:
                styles.add(APART)
            leading = number_format.leading_digits_pattern
            formats.append((leading[-1] if leading else r"\d", number_format.pattern, styles, False))
        for number_format in ALT_NUMBER_FORMATS.get(code, ()):
            leading = number_format.leading_digits_pattern
            style = trunk_style(main.number_format[0].national_prefix_formatting_rule, trunk)
            formats.append((leading[0] if leading else r"\d", number_format.pattern, {style}, True))
        return formats

    def data(self):
        states, offsets = self._states()
        groupings, lists = [], {}
        outputs = []
        for (kind, shapes), _ in sorted(self.outputs.items(), key=lambda item: item[1]):
            if shapes not in lists:
                lists[shapes] = len(groupings)
                groupings.append(len(shapes))
                for shape in shapes:
                    groupings += [shape & 0xFFFF, shape >> 16]
            outputs += [kind, lists[shapes]]
        codes = [0] * 1000
        plans = []
        for number, (code, root, *others) in enumerate(self.plans):
            codes[code] = number + 1
            plans += [code, offsets[root], *others]
        regions = []
        for name, (plan, root) in sorted(self.regions.items()):
            regions += [name, plan, offsets[root]]
        sections, words = [codes, plans, regions, outputs, groupings, states], [0] * 6
        for index, section in enumerate(sections):
            words[index] = len(words)
            words += section
        return struct.pack(f"<{len(words)}H", *words)

    def _states(self):
        nodes = self.automaton.nodes
        bits = [sum(1 << digit - 1 for digit in range(1, 10) if node[1][digit] != node[1][digit - 1]) for node in nodes]
        targets = [
            [node[1][digit] for digit in range(10) if digit == 0 or bits[index] >> digit - 1 & 1] if any(node[1]) else []
            for index, node in enumerate(nodes)]
        offsets, size = [], 0
        for index, (output, _) in enumerate(nodes):
            offsets.append(size)
            size += 1 + (output is not None) + len(targets[index])
        words = []
        for index, (output, _) in enumerate(nodes):
            words.append(bits[index] | (output is not None) << 9 | bool(targets[index]) << 10)
            words += ([] if output is None else [output]) + [offsets[target] for target in targets[index]]
        return words, offsets


def letters(name):
    """Two letters as one word, 0 for a calling code of no country."""
    return 0 if name == "001" else ord(name[0]) << 8 | ord(name[1])


class Reader:
    """Reads the table in Python as `PIIData.h` does in C."""

    def __init__(self, data):
        self.words = struct.unpack(f"<{len(data) // 2}H", data)
        self.sections = self.words[:6]

    def kind(self, code, national):
        """0 for what is no number of the calling code, or the number's kind."""
        plan = self.words[self.sections[0] + code]
        if plan == 0:
            return 0
        base, state = self.sections[5], self.words[self.sections[1] + 13 * (plan - 1) + 1]
        for character in national:
            word = self.words[base + state]
            if not word & 1 << 10 or state == 0:
                return 0
            step = bin(word & (1 << int(character)) - 1 & 0x1FF).count("1")
            state = self.words[base + state + 1 + (word >> 9 & 1) + step]
        word = self.words[base + state]
        return self.words[self.sections[3] + 2 * self.words[base + state + 1]] if word >> 9 & 1 else 0


def verify(data, count):
    """Compares the table with phonenumbers.is_valid_number on example numbers, changed ones, and numbers made up at random."""
    reader, generator = Reader(data), random.Random(1)
    compared = differing = valid = 0
    for code, names in _COUNTRY_CODE_TO_REGION_CODE.items():
        for name in names:
            region = metadata(code, name)
            examples = [
                description.example_number for kinds in (ORDINARY, SHARED) for description in
                (getattr(region, kind) for kind in kinds) if description and description.example_number]
            lengths = [length for length in region.general_desc.possible_length if length > 0]
            for index in range(count):
                national = generator.choice(examples)
                if index >= len(examples):
                    kept = generator.choice([0, 1, 2, 3, 4, 5, len(national) - 1])
                    length = generator.choice(lengths + [len(national)] * 3)
                    national = national[:kept] + "".join(generator.choice("0123456789") for _ in range(max(0, length - kept)))
                else:
                    national = examples[index]
                zeros = len(national) - len(national.lstrip("0"))
                number = phonenumbers.PhoneNumber(
                    code, int(national or 0), italian_leading_zero=zeros > 0 or None, number_of_leading_zeros=zeros or None)
                if phonenumbers.national_significant_number(number) != national:
                    continue
                is_valid = phonenumbers.is_valid_number(number)
                compared += 1
                valid += is_valid
                if is_valid != bool(reader.kind(code, national)):
                    differing += 1
                    if differing < 20:
                        print("differs:", code, name, national, is_valid, file=sys.stderr)
    print(f"{compared} numbers compared, {valid} valid, {differing} judged otherwise", file=sys.stderr)
    return differing == 0


if __name__ == "__main__":
    made = Table().data()
    path = sys.argv[1]
    if "--verify" in sys.argv:
        with open(path, "rb") as file:
            same = file.read() == made
        print("the table is as committed" if same else "the table differs", file=sys.stderr)
        sys.exit(0 if verify(made, 2000) and same else 1)
    with open(path, "wb") as file:
        file.write(made)
