"""The commonest given names with the commonest surnames of the United States, in the forms that anybody would try first."""
import tables

GIVEN, FAMILY = 200, 100
# Each form as it is told in the figures, with what it makes of a given and a family name.
FORMS = [
    ("Given Family", lambda g, f: f"{g} {f}"),
    ("given-family", lambda g, f: f"{g}-{f}".lower()),
    ("given_family", lambda g, f: f"{g}_{f}".lower()),
    ("given.family", lambda g, f: f"{g}.{f}".lower()),
    ("GivenFamily", lambda g, f: g + f),
    ("Family, Given", lambda g, f: f"{f}, {g}"),
    ("prod-given-family", lambda g, f: f"prod-{g}-{f}".lower()),
    ("Service for Given Family", lambda g, f: f"Service for {g} {f}"),
    ("given-family-driver", lambda g, f: f"{g}-{f}-driver".lower()),
    ("Given Family phone", lambda g, f: f"{g} {f} phone"),
    ("driver-given-family", lambda g, f: f"driver-{g}-{f}".lower()),
]


def rows():
    given, family = tables.shares("census.tsv")
    for form, make in FORMS:
        for first, _ in given[:GIVEN]:
            for last, _ in family[:FAMILY]:
                yield "person_name", form, "en-US", make(first, last)
