extension NationalIDScheme {
    /// Countries of northern, western and eastern Africa, beside those of ``africa``.
    static let widerAfrica: [NationalIDScheme] = [
        NationalIDScheme(
            "GH", "Ghana card number",
            [NationalIDForm("AAA-999999999-9", alone: 0.92), NationalIDForm("AAA9999999999", alone: 0.8)],
            words: "ghanacard ghanaid ghanacardpin", check: ghanaian),
        NationalIDScheme(
            "KE", "Kenyan tax number", [NationalIDForm("A999999999A")], words: "kra krapin pin", check: kenyanTax),
        NationalIDScheme(
            "UG", "Ugandan NIN", [NationalIDForm("AA************")], words: "nin nira ugandanin ndagamuntu",
            check: ugandan),
        NationalIDScheme(
            "TZ", "Tanzanian NIDA number", [NationalIDForm("99999999-99999-99999-99", alone: 0.95)],
            words: "nida nidano nin kitambulisho", check: birthdayFirst),
        NationalIDScheme(
            "RW", "Rwandan identity number",
            [NationalIDForm("9 9999 9 9999999 9 99", alone: 0.95), NationalIDForm("9999999999999999")],
            words: "indangamuntu rwandaid", check: rwandan),
        NationalIDScheme(
            "MA", "Moroccan CIN", [NationalIDForm("AA999999"), NationalIDForm("A999999"), NationalIDForm("AA99999")],
            words: "cin cnie cartenationale", check: running),
        NationalIDScheme(
            "TN", "Tunisian CIN", [NationalIDForm("99999999")], words: "cin cintunisie بطاقةالتعريف", check: running),
        NationalIDScheme(
            "DZ", "Algerian NIN", [NationalIDForm("999999999999999999")], words: "nin algerianid رقمالتعريفالوطني",
            check: running),
        NationalIDScheme(
            "AO", "Angolan BI", [NationalIDForm("999999999AA999", alone: 0.6)],
            words: "bi bilhete bilhetedeidentidade bilheteidentidade nif", check: angolan),
        NationalIDScheme(
            "QA", "Qatari QID", [NationalIDForm("99999999999")], words: "qid qatarid qatariid", check: qatari),
        NationalIDScheme(
            "BH", "Bahraini CPR number", [NationalIDForm("999999999")], words: "cpr cprno bahraincpr bahrainid",
            check: bahraini),
    ]

    private static func ghanaian(_ number: NationalIDNumber) -> NationalIDProof {
        .structure.when(
            number.matches("GHA", 0, at: 0) && number.matches("GHA", 1, at: 1) && number.matches("GHA", 2, at: 2))
    }

    /// A for persons.
    private static func kenyanTax(_ number: NationalIDNumber) -> NationalIDProof {
        .structure.when(number.holds("A", at: 0))
    }

    /// Citizen or foreigner, sex, year of birth, and letters and digits, most of them digits.
    private static func ugandan(_ number: NationalIDNumber) -> NationalIDProof {
        .structure.when(
            number.holds("CAP", at: 0) && number.holds("MF", at: 1) && (2..<7).allSatisfy { number[$0] < 10 })
    }

    private static func birthdayFirst(_ number: NationalIDNumber) -> NationalIDProof {
        .strong.when(number.hasFullBirthday(at: 0))
    }

    /// Citizen or not, year of birth, sex.
    private static func rwandan(_ number: NationalIDNumber) -> NationalIDProof {
        .structure.when(
            (1...3).contains(number[0]) && NationalIDNumber.isBirthYear(number.number(1..<5))
                && (number[5] == 7 || number[5] == 8))
    }

    /// Numbers that run on and have no check digit.
    private static func running(_ number: NationalIDNumber) -> NationalIDProof {
        .structure.when(!number.isRepeated)
    }

    /// Serial number, province, and a number of the place of issue.
    private static func angolan(_ number: NationalIDNumber) -> NationalIDProof {
        let provinces: [StaticString] = [
            "BA", "BE", "BO", "CA", "CC", "CE", "CN", "CS", "HA", "HO", "KN", "KS", "LA", "LN", "LS", "MA", "ME", "MO",
            "NE", "UE", "ZE",
        ]
        return .structure.when(
            provinces.contains { number.matches($0, 0, at: 9) && number.matches($0, 1, at: 10) })
    }

    /// Century, year of birth, and the country's number (ISO 3166-1).
    private static func qatari(_ number: NationalIDNumber) -> NationalIDProof {
        .structure.when((number[0] == 2 || number[0] == 3) && (4...894).contains(number.number(3..<6)))
    }

    /// Year and month of birth.
    private static func bahraini(_ number: NationalIDNumber) -> NationalIDProof {
        .structure.when((1...12).contains(number.number(2..<4)) && !number.isRepeated)
    }
}
