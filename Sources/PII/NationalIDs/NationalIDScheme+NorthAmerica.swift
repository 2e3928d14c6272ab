extension NationalIDScheme {
    /// The United States and Canada.
    static let northAmerica: [NationalIDScheme] = [
        NationalIDScheme(
            "US", "US social security number",
            [NationalIDForm("999-99-9999", alone: 0.82, replaced: 0.6), NationalIDForm("999-999-999")],
            words: "ssn ssns socialsecurity socialsecuritynumber socsec socialsec", isUsual: true, check: socialSecurity
        ),
        NationalIDScheme(
            "US", "US taxpayer number (ITIN)", [NationalIDForm("999-99-9999", alone: 0.8, replaced: 0.6)],
            words: "itin individualtaxpayer tin taxpayer ssn", isUsual: true, check: individualTaxpayer),
        NationalIDScheme(
            "CA", "Canadian social insurance number",
            [NationalIDForm("999-999-999", alone: 0.6, replaced: 0.4), NationalIDForm("999 999 999", alone: 0.6)],
            words: "sin socialinsurance socialinsurancenumber nas numeroassurancesociale assurancesociale",
            check: socialInsurance),
    ]

    /// Numbers that were printed on sample cards, and those that everybody makes up.
    private static let sampleSocialSecurityNumbers: [Int] = [
        78_051_120, 219_099_999, 123_456_789, 123_121_234, 457_555_462, 111_223_333, 123_456_780, 123_123_123,
    ]

    /// The Social Security Administration gives out neither area 000, 666 and from 900 on, nor group 00, nor serial 0000.
    private static func socialSecurity(_ number: NationalIDNumber) -> NationalIDProof {
        let (area, group, serial) = (number.number(0..<3), number.number(3..<5), number.number(5..<9))
        // Set aside for advertisements.
        if area == 987, group == 65, (4320...4329).contains(serial) { return .sample }
        guard area > 0, area != 666, area < 900, group > 0, serial > 0 else { return .wrong }
        let isSample = sampleSocialSecurityNumbers.contains(number.number(0..<9)) || number.isRepeated
        return isSample ? .sample : .structure
    }

    private static func individualTaxpayer(_ number: NationalIDNumber) -> NationalIDProof {
        guard number[0] == 9 else { return .wrong }
        let isGroup =
            switch number.number(3..<5) {
            case 50...65, 70...88, 90...92, 94...99: true
            default: false
            }
        return .structure.when(isGroup && number.number(5..<9) > 0)
    }

    private static func socialInsurance(_ number: NationalIDNumber) -> NationalIDProof {
        guard number.hasLuhnDigit, !number.isRepeated, number.number(0..<9) > 0 else { return .wrong }
        // 0 is for documentation, 8 for businesses.
        return number[0] == 0 || number[0] == 8 ? .doubtful : .weak
    }
}
