extension NationalIDScheme {
    /// Estonia, Lithuania and Latvia.
    static let baltic: [NationalIDScheme] = [
        NationalIDScheme(
            "EE", "Estonian personal code", [NationalIDForm("99999999999")],
            words: "isikukood ik personalcode isikukoodi", check: estonian),
        NationalIDScheme(
            "LT", "Lithuanian personal code", [NationalIDForm("99999999999")],
            words: "asmenskodas ak personalcode asmenskodo asmens", check: estonian),
        NationalIDScheme(
            "LV", "Latvian personal code", [NationalIDForm("999999-99999", alone: 0.88, replaced: 0.75)],
            words: "personaskods pk personalcode personas personaskoda", check: latvian),
    ]

    /// Poland, the Czech Republic, Slovakia and Hungary.
    static let centralEurope: [NationalIDScheme] = [
        NationalIDScheme(
            "PL", "Polish PESEL", [NationalIDForm("99999999999")], words: "pesel numerpesel nrpesel", check: pesel),
        NationalIDScheme(
            "PL", "Polish tax number (NIP)", [NationalIDForm("999-999-99-99"), NationalIDForm("999-99-99-999")],
            words: "nip nrnip numernip", check: polishTax),
        NationalIDScheme(
            "PL", "Polish identity card number",
            [NationalIDForm("AAA999999"), NationalIDForm("AAA 999999", alone: 0.4)],
            words: "dowod dowodosobisty dowodu nrdowodu dowosobisty dowodosob seriadowodu", check: polishCard),
        NationalIDScheme(
            "CZ", "Czech or Slovak birth number",
            [
                NationalIDForm("999999/9999", alone: 0.93, replaced: 0.6),
                NationalIDForm("999999/999", alone: 0.5, replaced: 0),
            ],
            words: "rc rodnecislo rodnec rodnc rodne birthnumber cislorodne rodnecislo", check: czech),
        NationalIDScheme(
            "HU", "Hungarian personal number", [NationalIDForm("9-999999-9999", alone: 0.9, replaced: 0.8)],
            words: "szemelyi szemelyiszam szemelyiazonosito szemelyiazonositojel szemelyiig", check: hungarian),
        NationalIDScheme(
            "HU", "Hungarian health number (TAJ)", [NationalIDForm("999-999-999", alone: 0.4)],
            words: "taj tajszam tajkartya", check: hungarianHealth),
        NationalIDScheme(
            "HU", "Hungarian tax number of a person", [NationalIDForm("9999999999")],
            words: "adoazonosito adoazonositojel adoszam ado adojel", check: hungarianTax),
    ]

    private static func estonian(_ number: NationalIDNumber) -> NationalIDProof {
        guard (1...8).contains(number[0]), number.hasYearMonthDay(at: 1) else { return .wrong }
        var check = number.sum([1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11
        if check == 10 { check = number.sum([3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11 % 10 }
        return .strong.when(check == number[10])
    }

    /// Codes given out since 2017 begin with 32 and hold no birthday.
    private static func latvian(_ number: NationalIDNumber) -> NationalIDProof {
        guard number.number(0..<2) == 32 || (number.hasDayMonthYear(at: 0) && number[6] < 3) else { return .wrong }
        let check = (1 + number.sum([10, 5, 8, 4, 2, 1, 6, 3, 7, 9])) % 11 % 10
        return .strong.when(check == number[10])
    }

    /// The month has 20, 40, 60 or 80 more for other centuries than the twentieth.
    private static func pesel(_ number: NationalIDNumber) -> NationalIDProof {
        guard NationalIDNumber.isDay(number.number(4..<6), month: number.number(2..<4) % 20) else { return .wrong }
        return .strong.when(number.sum([1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]).isMultiple(of: 10))
    }

    private static func polishTax(_ number: NationalIDNumber) -> NationalIDProof {
        let check = number.sum([6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11
        return .weak.when(check == number[9] && !number.isRepeated)
    }

    private static func polishCard(_ number: NationalIDNumber) -> NationalIDProof {
        .weak.when(number.sum([7, 3, 1, 9, 7, 3, 1, 7, 3]).isMultiple(of: 10))
    }

    /// Women have 50 more for the month, and 20 more where a day's numbers are used up; before 1954 there was no check digit, and
    /// later it was 0 where the remainder is 10.
    private static func czech(_ number: NationalIDNumber) -> NationalIDProof {
        let month = number.number(2..<4) % 50
        guard NationalIDNumber.isDay(number.number(4..<6), month: month > 20 ? month - 20 : month) else {
            return .wrong
        }
        if number.count == 9 { return number.number(0..<2) < 54 ? .structure : .wrong }
        let isRight =
            number.number(0..<10).isMultiple(of: 11)
            || (number.number(0..<9) % 11 == 10 && number[9] == 0)
        return isRight ? (number.isRecentTime(clock: 6) ? .doubtful : .strong) : .wrong
    }

    /// Weights fall instead of rising for people born since 1997.
    private static func hungarian(_ number: NationalIDNumber) -> NationalIDProof {
        guard (1...8).contains(number[0]), number.hasYearMonthDay(at: 1) else { return .wrong }
        let rising = number.sum([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) % 11
        let falling = number.sum([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11
        let isNew = (3...6).contains(number[0]) || number.number(1..<3) > 96
        return .strong.when((isNew ? falling : rising) == number[10])
    }

    private static func hungarianHealth(_ number: NationalIDNumber) -> NationalIDProof {
        .weak.when(number.sum([3, 7, 3, 7, 3, 7, 3, 7]) % 10 == number[8] && !number.isRepeated)
    }

    private static func hungarianTax(_ number: NationalIDNumber) -> NationalIDProof {
        .strong.when(number[0] == 8 && number.sum([1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 == number[9])
    }
}
