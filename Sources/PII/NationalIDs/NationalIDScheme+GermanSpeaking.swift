extension NationalIDScheme {
    /// Germany, Austria and Switzerland.
    static let germanSpeaking: [NationalIDScheme] = [
        NationalIDScheme(
            "DE", "German tax identification number",
            [
                NationalIDForm("99 999 999 999", alone: 0.88, replaced: 0.8),
                NationalIDForm("99/999/999/999", alone: 0.88),
            ],
            words:
                "steuerid steueridnr steueridentifikationsnummer steueridentnummer idnr steuerlicheidentifikationsnummer "
                + "identifikationsnummer steuernummer tin taxid steuer stid stidnr steuerident", check: germanTax),
        NationalIDScheme(
            "DE", "German pension insurance number",
            [
                NationalIDForm("99 999999 A 999", alone: 0.95), NationalIDForm("99999999A999", alone: 0.9),
                NationalIDForm("99 99 99 99 A 999", alone: 0.95), NationalIDForm("99 99 99 99 A 99 9", alone: 0.95),
            ],
            words:
                "rentenversicherung rentenversicherungsnummer rvnr sozialversicherung sozialversicherungsnummer svnr sv "
                + "versicherungsnummer rentennummer vsnr svnummer rv rvnummer", check: germanPension),
        NationalIDScheme(
            "DE", "German identity card number", [NationalIDForm("A********"), NationalIDForm("A********9")],
            words: "personalausweis personalausweisnummer ausweis ausweisnummer ausweisnr perso ausweisid "
                + "personalausweisnr", check: germanCard),
        NationalIDScheme(
            "AT", "Austrian social insurance number",
            [NationalIDForm("9999 999999", alone: 0.75, replaced: 0.6), NationalIDForm("9999 99 99 99", alone: 0.75)],
            words:
                "svnr sv svnummer sozialversicherung sozialversicherungsnummer versicherungsnummer vsnr sozvnr ecard "
                + "ecardnummer", check: austrian),
        NationalIDScheme(
            "CH", "Swiss AHV number",
            [
                NationalIDForm("999.9999.9999.99", alone: 0.97, replaced: 0.92),
                NationalIDForm("9999999999999", alone: 0.45),
            ],
            words: "ahv avs ahvnr ahvnummer navs oasi sozialversicherungsnummer ahvn numeroavs noavs nassi svnr",
            check: swiss),
    ]

    /// Abgabenordnung, section 139b: among the first ten digits one stands twice or three times, the others at most once.
    private static func germanTax(_ number: NationalIDNumber) -> NationalIDProof {
        guard number[0] > 0, number.hasMod11And10Digit else { return .wrong }
        var counts = [Int](repeating: 0, count: 10)
        for index in 0..<10 { counts[number[index]] += 1 }
        let repeated = counts.filter { $0 > 1 }
        return .strong.when(repeated.count == 1 && repeated[0] <= 3)
    }

    /// Area, birthday, initial, serial number and check digit; the letter counts as two digits.
    private static func germanPension(_ number: NationalIDNumber) -> NationalIDProof {
        let day = number.number(2..<4) % 50
        guard (1...31).contains(day), (1...12).contains(number.number(4..<6)) else { return .wrong }
        let letter = number[8] - 9
        let digits =
            (0..<8).map { number[$0] } + [letter / 10, letter % 10, number[9], number[10]]
        var sum = 0
        for (digit, weight) in zip(digits, [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]) {
            sum += digit * weight / 10 + digit * weight % 10
        }
        return .strong.when(sum % 10 == number[11])
    }

    /// ICAO Doc 9303, part 3, section 4.9; cards name letters that cannot be taken for digits or make words.
    private static func germanCard(_ number: NationalIDNumber) -> NationalIDProof {
        let isCharacter = (1..<9).allSatisfy { number.holds("0123456789CFGHJKLMNPRTVWXYZ", at: $0) }
        guard number.holds("LMNPRTVWXYZCFGHJK", at: 0), isCharacter, (1..<9).contains(where: { number[$0] < 10 }) else {
            return .wrong
        }
        guard number.count == 10 else { return .structure }
        return .weak.when(number.sum([7, 3, 1, 7, 3, 1, 7, 3, 1]) % 10 == number[9])
    }

    /// Serial number, check digit, birthday; months beyond December are given out where a day's numbers are used up.
    private static func austrian(_ number: NationalIDNumber) -> NationalIDProof {
        let sum = number.sum([3, 7, 9, 0, 5, 8, 4, 2, 1, 6])
        let (day, month) = (number.number(4..<6), number.number(6..<8))
        return .strong.when(
            number[0] > 0 && sum % 11 == number[3] && (1...31).contains(day) && (1...15).contains(month))
    }

    /// GS1's check digit, after Switzerland's country code 756.
    private static func swiss(_ number: NationalIDNumber) -> NationalIDProof {
        let sum = number.sum([1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1])
        return .strong.when(number.number(0..<3) == 756 && sum.isMultiple(of: 10))
    }
}
