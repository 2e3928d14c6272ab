extension NationalIDScheme {
    /// Belarus, Moldova, Georgia, Uzbekistan, and numbers of other countries beside those of their regions.
    static let centralAsia: [NationalIDScheme] = [
        NationalIDScheme(
            "BY", "Belarusian personal number", [NationalIDForm("9999999A999AA9", alone: 0.93)],
            words: "идентификационныйномер личныйномер асабістынумар lichnyinomer belarusid", check: belarusian),
        NationalIDScheme(
            "MD", "Moldovan IDNP", [NationalIDForm("9999999999999")], words: "idnp codpersonal", check: moldovan),
        NationalIDScheme(
            "GE", "Georgian personal number", [NationalIDForm("99999999999")],
            words: "piradinomeri piradi პირადინომერი პირადი georgianid", check: running),
        NationalIDScheme(
            "UZ", "Uzbek PINFL", [NationalIDForm("99999999999999")], words: "pinfl jshshir пинфл жшшир", check: uzbek),
        NationalIDScheme(
            "MT", "Maltese identity card number", [NationalIDForm("9999999A")],
            words: "maltaid malteseid kartatalidentita idkard", check: maltese),
        NationalIDScheme(
            "DE", "German health insurance number", [NationalIDForm("A999999999")],
            words: "kvnr krankenversicherung krankenversichertennummer versichertennummer krankenversicherungsnummer "
                + "gesundheitskarte egk", check: germanHealth),
    ]

    /// The check of ICAO Doc 9303: letters as 10 to 35, weights 7, 3 and 1 in turn.
    private static func hasTravelDocumentDigit(_ number: NationalIDNumber) -> Bool {
        let last = number.count - 1
        let weights = [7, 3, 1]
        var sum = 0
        for index in 0..<last { sum += number[index] * weights[index % 3] }
        return sum % 10 == number[last]
    }

    private static func belarusian(_ number: NationalIDNumber) -> NationalIDProof {
        guard (1...6).contains(number[0]), number.hasDayMonthYear(at: 1), number.holds("ABCHKEM", at: 7),
            number.holds("PB", at: 11), number.holds("BAI", at: 12)
        else { return .wrong }
        return hasTravelDocumentDigit(number) ? .strong : .doubtful
    }

    private static func moldovan(_ number: NationalIDNumber) -> NationalIDProof {
        .strong.when((number[0] == 0 || number[0] == 2) && hasTravelDocumentDigit(number))
    }

    private static func running(_ number: NationalIDNumber) -> NationalIDProof { .structure.when(!number.isRepeated) }

    private static func uzbek(_ number: NationalIDNumber) -> NationalIDProof {
        guard (1...6).contains(number[0]), number.hasDayMonthYear(at: 1) else { return .wrong }
        return hasTravelDocumentDigit(number) ? .strong : .doubtful
    }

    private static func maltese(_ number: NationalIDNumber) -> NationalIDProof {
        .structure.when(number.holds("MGAPLHBZ", at: 7) && !number[0..<7].isRepeated)
    }

    /// Section 290 SGB V: the letter counts as two digits, the weights are 1 and 2 in turn.
    private static func germanHealth(_ number: NationalIDNumber) -> NationalIDProof {
        let letter = number[0] - 9
        let digits = [letter / 10, letter % 10] + (1..<9).map { number[$0] }
        var sum = 0
        for (index, digit) in digits.enumerated() {
            let product = index.isMultiple(of: 2) ? digit : 2 * digit
            sum += product / 10 + product % 10
        }
        return .weak.when(sum % 10 == number[9] && !number[1..<9].isRepeated)
    }
}
