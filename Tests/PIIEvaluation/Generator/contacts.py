"""Mailboxes, telephone numbers, cards, bank accounts and addresses of machines, drawn at random with right check digits."""
import persons
import tables

DRAWS = 70  # names a kind and dress

# Mobile numbers and lines in use: calling code, what a number starts with, and how many digits follow.
PHONES = [("1", ("212", "415", "312", "617", "206", "416", "604"), 7), ("44", ("7400", "7533", "7830", "7976"), 6), ("49", ("151", "160", "170", "175"), 8),
          ("33", ("61", "62", "66"), 7), ("34", ("61", "65", "67"), 7), ("39", ("320", "333", "347"), 7), ("31", ("61", "62", "64"), 7), ("48", ("50", "60", "69"), 7),
          ("61", ("41", "42", "43"), 7), ("91", ("98", "99", "97"), 8), ("55", ("119", "219"), 8), ("81", ("90", "80"), 8), ("46", ("70", "73"), 7), ("52", ("55", "33"), 8)]
# Issuers by what their numbers start with, and how long these are.
CARDS = [("4", 16), ("51", 16), ("54", 16), ("2231", 16), ("34", 15), ("37", 15), ("6011", 16), ("4", 16), ("3530", 16)]
# National account numbers: `n` a digit, `a` a capital letter.
ACCOUNTS = {"DE": "n" * 18, "AT": "n" * 16, "NL": "aaaa" + "n" * 10, "GB": "aaaa" + "n" * 14, "PL": "n" * 24, "CH": "n" * 17, "DK": "n" * 14, "PT": "n" * 21}
NETWORKS = (5, 23, 31, 45, 52, 62, 77, 81, 93, 104, 109, 134, 151, 178, 185, 188, 195, 212)
HOSTS = ("gmail.com", "outlook.com", "yahoo.fr", "gmx.de", "proton.me", "icloud.com", "mail.ru", "qq.com", "wp.pl", "orange.fr", "libero.it")
ENDINGS = ("com", "org", "net", "io", "de", "fr", "co.uk", "com.br", "nl", "app", "jp")


def digits(r, count):
    return "".join(r.choices("0123456789", k=count))


def grouped(text, size, by):
    return by.join(text[index:index + size] for index in range(0, len(text), size))


def phone(r, person, w):
    code, starts, count = r.choice(PHONES)
    number = r.choice(starts) + r.choice("23456789") + digits(r, count - 1)
    return f"+{code}" + r.choice(("{0}{1}{2}", " {0} {1} {2}", "-{0}-{1}-{2}")).format(number[:3], number[3:6], number[6:])


def card(r, person, w):
    start, length = r.choice(CARDS)
    body = start + digits(r, length - len(start) - 1)
    total = sum(sum(divmod(int(d) * (2 if index % 2 == 0 else 1), 10)) for index, d in enumerate(reversed(body)))
    number = body + str(-total % 10)
    by = r.choice(("", " ", "-"))
    return grouped(number, 4, by) if length == 16 else by.join((number[:4], number[4:10], number[10:]))


def iban(r, person, w):
    country = r.choice(sorted(ACCOUNTS))
    account = "".join(r.choice("0123456789") if sort == "n" else r.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ") for sort in ACCOUNTS[country])
    check = 98 - int("".join(str(int(c, 36)) for c in account + country + "00")) % 97
    return grouped(f"{country}{check:02}{account}", 4, r.choice(("", " ")))


def address(r, person, w):
    if r.random() < 0.2:
        return "2a00:" + ":".join(f"{r.randrange(0x1000, 0x10000):x}" for _ in range(7))
    return ".".join(map(str, (r.choice(NETWORKS), *(r.randrange(11, 250) for _ in range(3)))))


def mailbox(r, person, w):
    given, family = (tables.plain(name).lower().replace(" ", "").replace("'", "") for name in (person.given, person.family))
    local = r.choice((f"{given}.{family}", f"{given[0]}{family}", f"{given}_{family}", f"{family}.{given}", f"{given}{r.randrange(10, 99)}", f"{given[0]}.{family}"))
    host = r.choice(HOSTS) if r.random() < 0.5 else f"{w.noun}{r.choice(('-', ''))}{w.noun}.{r.choice(ENDINGS)}"
    return f"{local}@{host}"


DRESSES = [
    lambda name, w: name,
    lambda name, w: f"{w.environment}-{name}",
    lambda name, w: f"{w.role()}_{name}",
    lambda name, w: f"{w.thing} {name}",
    lambda name, w: f"{w.role().capitalize()}: {name}",
    lambda name, w: f"{name} {w.thing}",
    lambda name, w: f"{w.role()}{name}" if name[0] == "+" else f"({name})",
]
KINDS = {"email": mailbox, "phone": phone, "payment_card": card, "iban": iban, "ip_address": address}


def rows(part, w, person):
    for kind, make in KINDS.items():
        for number, dress in enumerate(DRESSES):
            r = w.seed(f"{part}: {kind}: {number}")
            for _ in range(DRAWS):
                yield kind, f"contact-{kind.replace('_', '-')}", "-", dress(make(r, person(r), w), w)
