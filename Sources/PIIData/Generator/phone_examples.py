"""Makes PhoneExamples.swift: an example of the fixed and mobile numbers of every country, as libphonenumber writes it there.

    python3 Sources/PIIData/Generator/phone_examples.py > Tests/PIITests/PhoneExamples.swift
"""

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType

# Argentina writes mobile numbers with other digits than those called from abroad.
LEFT_OUT = {("AR", PhoneNumberType.MOBILE)}


def examples():
    for region in sorted(phonenumbers.SUPPORTED_REGIONS):
        seen = set()
        for kind in (PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE):
            number = phonenumbers.example_number_for_type(region, kind)
            if number is None or (region, kind) in LEFT_OUT:
                continue
            national = phonenumbers.national_significant_number(number)
            if national in seen:
                continue
            seen.add(national)
            yield f"{number.country_code}={national}={phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)}"


def main():
    lines, line = [], ""
    for example in examples():
        if len(line) + len(example) > 100:
            lines.append(line)
            line = ""
        line += example + ";"
    lines.append(line)
    body = "\n".join("        " + line + "\\" for line in lines)
    print(f'''/// Examples of the numbers of every country (Apache License 2.0, see NOTICE), made by `Generator/phone_examples.py`.
enum PhoneExamples {{
    /// Calling code, national number, and how the country writes it.
    static let all: [(code: String, national: String, written: String)] = table.split(separator: ";").map {{ entry in
        let parts = entry.split(separator: "=").map(String.init)
        return (parts[0], parts[1], parts[2])
    }}

    private static let table = """
{body}

        """
}}''')


if __name__ == "__main__":
    main()
