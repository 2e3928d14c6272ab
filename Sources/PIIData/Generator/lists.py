"""The lists written for this project, entry by entry (Sources/PIIData/README.md describes their form)."""

import collections
import dataclasses
import pathlib
import re
import unicodedata

FOLDER = pathlib.Path(__file__).parent.parent / "Lists"
KINDS = set("given family particle title role belonging word place brand phrase codename ambiguous suffix firm thing honorific".split())
NAMES = {"given", "family"}


@dataclasses.dataclass(frozen=True)
class Entry:
    path: pathlib.Path
    number: int
    section: str
    is_weak: bool
    kind: str
    tier: str
    text: str

    @property
    def script(self):
        """The first word of the name of its first letter: `Latin`, `Cjk`, `Arabic`."""
        for character in self.text:
            if character.isalpha():
                return unicodedata.name(character, "UNKNOWN").split()[0].split("-")[0].title()
        return "None"


def entries(folder=FOLDER):
    """All entries, in the order of the files."""
    for path in sorted(folder.rglob("*.txt")):
        section, is_weak = "", False
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            line = line.strip()
            if not line or line.startswith("#"):
                continue
            if line.startswith("["):
                section = line.strip("[]").split()[0]
                # Those that are also family names would hide people.
                is_weak = line.startswith("[xx weak")
                continue
            head, separator, rest = line.partition(":")
            kind, _, tier = head.partition(" ")
            if not separator or kind not in KINDS:
                raise SystemExit(f"{path}:{number}: not a line of the form 'kind: entries'")
            for text in rest.split():
                yield Entry(path, number, section, is_weak, kind, tier, text)


def write(kept, folder=FOLDER):
    """Leaves in the lists nothing but these entries of them, and no line, section or file without any."""
    left = collections.defaultdict(list)
    for entry in kept:
        left[entry.path, entry.number].append(entry.text)
    for path in sorted(folder.rglob("*.txt")):
        lines, heading, has_entries = [], None, False
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.startswith("["):
                heading = line
            elif not line.strip() or line.startswith("#"):
                lines.append(line)
            elif texts := left.get((path, number)):
                if heading is not None:
                    lines.append(heading)
                    heading = None
                lines.append(f"{line.partition(':')[0]}: {' '.join(texts)}")
                has_entries = True
        if has_entries:
            path.write_text(re.sub(r"\n{3,}", "\n\n", "\n".join(lines).strip("\n")) + "\n", encoding="utf-8")
        else:
            path.unlink()
