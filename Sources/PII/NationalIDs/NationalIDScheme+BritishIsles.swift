extension NationalIDScheme {
    /// The United Kingdom and Ireland.
    static let britishIsles: [NationalIDScheme] = [
        NationalIDScheme(
            "GB", "British National Insurance number",
            [
                NationalIDForm("AA 99 99 99 A", alone: 0.92, replaced: 0.88), NationalIDForm("AA999999A", alone: 0.65),
                NationalIDForm("AA 999999 A", alone: 0.88, replaced: 0.8), NationalIDForm("AA999999"),
            ], words: "nino nin ninumber nino nationalinsurance nationalinsurancenumber natins nino nationalins",
            check: insurance),
        NationalIDScheme(
            "GB", "British NHS number", [NationalIDForm("999 999 9999")],
            words: "nhs nhsnumber nhsno nationalhealthservice nationalhealth hcn", check: health),
        NationalIDScheme(
            "GB", "British taxpayer reference", [NationalIDForm("9999999999"), NationalIDForm("99999 99999")],
            words: "utr uniquetaxpayerreference taxpayerreference hmrc selfassessment", check: taxpayer),
        NationalIDScheme(
            "IE", "Irish PPS number",
            [NationalIDForm("9999999A", alone: 0.6), NationalIDForm("9999999AA", alone: 0.75)],
            words: "pps ppsn ppsno personalpublicservice personalpublicservicenumber rsi uimhirpsp psp", check: irish),
    ]

    /// HM Revenue & Customs, National Insurance Manual NIM39110: prefixes that are never given out; no check digit.
    private static func insurance(_ number: NationalIDNumber) -> NationalIDProof {
        // Temporary numbers, and what test data have.
        if number.matches("ZZ", 0, at: 0), number.matches("ZZ", 1, at: 1), number.count == 9, number.holds("T", at: 8) {
            return .doubtful
        }
        guard !number.holds("DFIQUV", at: 0), !number.holds("DFIOQUV", at: 1) else { return .wrong }
        let isUnused = ["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].contains { (prefix: StaticString) in
            number.matches(prefix, 0, at: 0) && number.matches(prefix, 1, at: 1)
        }
        let hasSuffix = number.count == 8 || number.holds("ABCD", at: 8)
        return .structure.when(!isUnused && hasSuffix && !number[2..<8].isRepeated)
    }

    private static func health(_ number: NationalIDNumber) -> NationalIDProof {
        let check = 11 - number.sum(fallingFrom: 10) % 11
        return .weak.when(check % 11 == number[9] && check != 10 && !number.isRepeated)
    }

    /// The first digit checks the others.
    private static func taxpayer(_ number: NationalIDNumber) -> NationalIDProof {
        let remainder = number[1..<10].sum([6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11
        return .weak.when([2, 1, 9, 8, 7, 6, 5, 4, 3, 2, 1][remainder] == number[0] && !number.isRepeated)
    }

    private static func irish(_ number: NationalIDNumber) -> NationalIDProof {
        var sum = number.sum([8, 7, 6, 5, 4, 3, 2])
        if number.count == 9 {
            guard number.holds("ABCDEFGHIW", at: 8) else { return .wrong }
            sum += number.holds("W", at: 8) ? 0 : 9 * (number[8] - 9)
        }
        return .weak.when(number.matches("WABCDEFGHIJKLMNOPQRSTUV", sum % 23, at: 7) && number.number(0..<7) > 0)
    }
}
