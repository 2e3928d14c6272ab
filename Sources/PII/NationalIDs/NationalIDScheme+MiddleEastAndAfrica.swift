extension NationalIDScheme {
    /// Israel, Iran, Saudi Arabia, Kuwait and the Emirates.
    static let middleEast: [NationalIDScheme] = [
        NationalIDScheme(
            "IL", "Israeli identity number", [NationalIDForm("999999999"), NationalIDForm("99999999-9", alone: 0.4)],
            words: "tz teudatzehut teudat zehut mispar misparzehut תז תעודתזהות מספרזהות זהות israeliid", check: israeli
        ),
        NationalIDScheme(
            "IR", "Iranian national code", [NationalIDForm("999-999999-9", alone: 0.6)],
            words: "kodemelli codemelli melli codmelli shomaremelli کدملی کد شمارهملی", check: iranian),
        NationalIDScheme(
            "SA", "Saudi identity number", [NationalIDForm("9999999999")],
            words: "iqama iqamaid saudiid iqamanumber هوية الهوية رقمالهوية إقامة اقامة huwiyya absher", check: saudi),
        NationalIDScheme(
            "KW", "Kuwaiti civil number", [NationalIDForm("999999999999")],
            words: "civilid civil civilno kuwaitid الرقمالمدني المدنية", check: kuwaiti),
        NationalIDScheme(
            "AE", "Emirates ID number",
            [
                NationalIDForm("999-9999-9999999-9", alone: 0.97, replaced: 0.93),
                NationalIDForm("999999999999999", alone: 0.45),
            ],
            words: "emiratesid eid emirates eida uaeid هوية الهوية رقمالهوية", check: emirati),
    ]

    /// South Africa, Nigeria, Kenya and Egypt.
    static let africa: [NationalIDScheme] = [
        NationalIDScheme(
            "ZA", "South African identity number",
            [
                NationalIDForm("999999 9999 999", alone: 0.88), NationalIDForm("999999 9999 99 9", alone: 0.92),
                NationalIDForm("999999 9999 9 9 9", alone: 0.92),
            ],
            words: "said rsaid southafricanid saidnumber saidno rsa idnumber identitynumber idno zaid southafrica",
            check: southAfrican),
        NationalIDScheme(
            "NG", "Nigerian NIN", [NationalIDForm("99999999999"), NationalIDForm("9999-999-9999")],
            words: "nin ninnumber nimc nigerianid nationalidentificationnumber bvn", check: running),
        NationalIDScheme(
            "KE", "Kenyan identity number", [NationalIDForm("99999999"), NationalIDForm("9999999")],
            words: "kenyaid kenyanid huduma hudumanamba maisha maishanamba kenyanationalid", check: running),
        NationalIDScheme(
            "EG", "Egyptian national number",
            [NationalIDForm("99999999999999"), NationalIDForm("9 999999 9999999", alone: 0.6)],
            words: "egyptid egyptianid raqamqawmi raqamqawmy الرقمالقومي رقمقومي القومي بطاقة qawmi", isUsual: true,
            check: egyptian),
    ]

    /// Australia and New Zealand.
    static let oceania: [NationalIDScheme] = [
        NationalIDScheme(
            "AU", "Australian tax file number",
            [
                NationalIDForm("999 999 999", alone: 0.55, replaced: 0.4), NationalIDForm("99999999"),
                NationalIDForm("99 999 999"),
            ], words: "tfn taxfile taxfilenumber taxfileno ato", check: taxFile),
        NationalIDScheme(
            "AU", "Australian Medicare number",
            [
                NationalIDForm("9999 99999 9", alone: 0.85, replaced: 0.7),
                NationalIDForm("9999 99999 9 9", alone: 0.88),
                NationalIDForm("9999 99999 9-9", alone: 0.88), NationalIDForm("9999 99999 9/9", alone: 0.88),
            ], words: "medicare medicarecard medicarenumber medicareno", check: medicare),
        NationalIDScheme(
            "NZ", "New Zealand IRD number",
            [NationalIDForm("99-999-999", alone: 0.4), NationalIDForm("999-999-999", alone: 0.4)],
            words: "ird irdnumber irdno inlandrevenue", check: inlandRevenue),
    ]

    /// Luhn's check, with leading zeros to nine digits.
    private static func israeli(_ number: NationalIDNumber) -> NationalIDProof {
        .weak.when(number.hasLuhnDigit && number.number(0..<9) > 10_000 && !number.isRepeated)
    }

    private static func iranian(_ number: NationalIDNumber) -> NationalIDProof {
        let remainder = number.sum(fallingFrom: 10) % 11
        return .weak.when((remainder < 2 ? remainder : 11 - remainder) == number[9] && !number.isRepeated)
    }

    /// 1 for citizens, 2 for residents.
    private static func saudi(_ number: NationalIDNumber) -> NationalIDProof {
        .weak.when((number[0] == 1 || number[0] == 2) && number.hasLuhnDigit)
    }

    private static func kuwaiti(_ number: NationalIDNumber) -> NationalIDProof {
        guard number[0] == 2 || number[0] == 3, number.hasYearMonthDay(at: 1) else { return .wrong }
        let check = 11 - number.sum([2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11
        return .strong.when(check == number[11])
    }

    /// The country's number 784, year of birth, serial number, Luhn's check.
    private static func emirati(_ number: NationalIDNumber) -> NationalIDProof {
        .strong.when(
            number.number(0..<3) == 784 && NationalIDNumber.isBirthYear(number.number(3..<7)) && number.hasLuhnDigit)
    }

    private static func southAfrican(_ number: NationalIDNumber) -> NationalIDProof {
        .strong.when(number.hasYearMonthDay(at: 0) && number[10] < 3 && number.hasLuhnDigit)
    }

    /// Numbers that run on and have no check digit.
    private static func running(_ number: NationalIDNumber) -> NationalIDProof {
        .structure.when(number[0] > 0 && !number.isRepeated)
    }

    /// Century, birthday, governorate; the check digit's rule is not published.
    private static func egyptian(_ number: NationalIDNumber) -> NationalIDProof {
        guard number[0] == 2 || number[0] == 3, number.hasYearMonthDay(at: 1) else { return .wrong }
        let governorate = number.number(7..<9)
        return .structure.when((1...35).contains(governorate) || governorate == 88)
    }

    private static func taxFile(_ number: NationalIDNumber) -> NationalIDProof {
        let weights = number.count == 9 ? [1, 4, 3, 7, 5, 8, 6, 9, 10] : [10, 7, 8, 4, 6, 3, 5, 1]
        return .weak.when(number.sum(weights).isMultiple(of: 11) && !number.isRepeated)
    }

    private static func medicare(_ number: NationalIDNumber) -> NationalIDProof {
        guard (2...6).contains(number[0]), number[9] > 0 else { return .wrong }
        return .weak.when(number.sum([1, 3, 7, 9, 1, 3, 7, 9]) % 10 == number[8])
    }

    /// Inland Revenue: a second row of weights where the first gives 10; numbers of eight digits have a leading zero.
    private static func inlandRevenue(_ number: NationalIDNumber) -> NationalIDProof {
        let count = number.count
        let value = number.number(0..<count)
        guard (10_000_000...200_000_000).contains(value) else { return .wrong }
        func check(_ weights: [Int]) -> Int {
            let sum = number.sum(count == 9 ? weights : Array(weights.dropFirst()))
            return (11 - sum % 11) % 11
        }
        var digit = check([3, 2, 7, 6, 5, 4, 3, 2])
        if digit == 10 { digit = check([7, 4, 3, 2, 5, 2, 7, 6]) }
        return .weak.when(digit == number[count - 1])
    }
}
