extension NationalIDScheme {
    /// Spain, Portugal, Italy and Greece.
    static let southernEurope: [NationalIDScheme] = [
        NationalIDScheme(
            "ES", "Spanish identity number (DNI)",
            [
                NationalIDForm("99.999.999-A", alone: 0.96), NationalIDForm("99999999-A", alone: 0.8, replaced: 0.7),
                NationalIDForm("99999999A", alone: 0.6), NationalIDForm("99.999.999A", alone: 0.9),
            ],
            words: "dni nif documentonacional documentonacionaldeidentidad identidad documento cif", check: spanish),
        NationalIDScheme(
            "ES", "Spanish foreigner's number (NIE)",
            [
                NationalIDForm("A-9999999-A", alone: 0.96), NationalIDForm("A9999999A", alone: 0.88),
                NationalIDForm("A9999999-A", alone: 0.93), NationalIDForm("A-9.999.999-A", alone: 0.96),
                NationalIDForm("A-9999999A", alone: 0.93),
            ], words: "nie nif dni tie extranjero identidaddeextranjero extranjeria", check: spanishForeigner),
        NationalIDScheme(
            "PT", "Portuguese tax number (NIF)", [NationalIDForm("999 999 999", alone: 0.4)],
            words: "nif contribuinte nocontribuinte numerocontribuinte numerodecontribuinte numerofiscal niss",
            check: portugueseTax),
        NationalIDScheme(
            "PT", "Portuguese citizen card number",
            [
                NationalIDForm("99999999 9 AA9", alone: 0.92), NationalIDForm("999999999AA9", alone: 0.75),
                NationalIDForm("99999999-9AA9", alone: 0.9), NationalIDForm("99999999 9AA9", alone: 0.9),
                NationalIDForm("99999999-9-AA9", alone: 0.92),
            ], words: "cc cartaocidadao cartaodecidadao cidadao bi bilheteidentidade bilhetedeidentidade",
            check: portugueseCard),
        NationalIDScheme(
            "IT", "Italian codice fiscale",
            [
                NationalIDForm("AAAAAA**A**A***A", alone: 0.95), NationalIDForm("AAA AAA **A** A***A", alone: 0.96),
                NationalIDForm("AAA AAA **A** A*** A", alone: 0.96),
            ], words: "codicefiscale codfiscale cf fiscale codfisc codicef tesserasanitaria", check: italian),
        NationalIDScheme(
            "GR", "Greek social security number (AMKA)",
            [NationalIDForm("99999999999"), NationalIDForm("999999-99999", alone: 0.4)],
            words: "amka αμκα", check: greek),
        NationalIDScheme(
            "GR", "Greek tax number (AFM)", [NationalIDForm("999999999")], words: "afm αφμ",
            check: greekTax),
    ]

    private static let spanishLetters: StaticString = "TRWAGMYFPDXBNJZSQVHLCKE"

    private static func spanish(_ number: NationalIDNumber) -> NationalIDProof {
        let value = number.number(0..<8)
        guard number.matches(spanishLetters, value % 23, at: 8) else { return .wrong }
        return value < 100 || number[0..<8].isRepeated ? .sample : .weak
    }

    /// X, Y and Z count as 0, 1 and 2.
    private static func spanishForeigner(_ number: NationalIDNumber) -> NationalIDProof {
        guard number.holds("XYZ", at: 0) else { return .wrong }
        let value = (number[0] - 33) * 10_000_000 + number.number(1..<8)
        guard number.matches(spanishLetters, value % 23, at: 8) else { return .wrong }
        return number[1..<8].isRepeated ? .sample : .strong
    }

    /// The first digits 1 to 3, or 45, are those of persons.
    private static func portugueseTax(_ number: NationalIDNumber) -> NationalIDProof {
        guard (1...3).contains(number[0]) || number.number(0..<2) == 45 else { return .wrong }
        let remainder = number.sum(fallingFrom: 9) % 11
        return .weak.when((remainder < 2 ? 0 : 11 - remainder) == number[8] && !number.isRepeated)
    }

    /// Luhn's check, with letters as 10 to 35.
    private static func portugueseCard(_ number: NationalIDNumber) -> NationalIDProof {
        .weak.when(number.hasLuhnDigit && number.number(0..<8) > 0)
    }

    /// Ministero delle Finanze, decreto 23 dicembre 1976; people with the same code have letters for some of its digits.
    private static func italian(_ number: NationalIDNumber) -> NationalIDProof {
        func digit(_ index: Int) -> Int? {
            if number[index] < 10 { return number[index] }
            return (0..<10).first { number.matches("LMNPQRSTUV", $0, at: index) }
        }
        guard let tens = digit(9), let ones = digit(10), digit(6) != nil, digit(7) != nil, digit(12) != nil,
            digit(13) != nil, digit(14) != nil, number.holds("ABCDEHLMPRST", at: 8),
            (1...31).contains((tens * 10 + ones) % 40), tens < 8
        else { return .wrong }
        // The values of 0 and A, 1 and B and so on at the first, third … place.
        let odd = [
            1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
        ]
        var sum = 0
        for index in 0..<15 {
            let value = number[index] < 10 ? number[index] : number[index] - 10
            sum += index.isMultiple(of: 2) ? odd[value] : value
        }
        return .strong.when(sum % 26 == number[15] - 10)
    }

    private static func greek(_ number: NationalIDNumber) -> NationalIDProof {
        .strong.when(number.hasDayMonthYear(at: 0) && number.hasLuhnDigit)
    }

    private static func greekTax(_ number: NationalIDNumber) -> NationalIDProof {
        let sum = number.sum([256, 128, 64, 32, 16, 8, 4, 2])
        return .weak.when(sum % 11 % 10 == number[8] && number.number(0..<9) > 0)
    }
}
