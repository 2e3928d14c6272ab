extension NationalIDScheme {
    /// France and the Benelux countries.
    static let westernEurope: [NationalIDScheme] = [
        NationalIDScheme(
            "FR", "French social security number (NIR)",
            [
                NationalIDForm("9 99 99 9* 999 999 99", alone: 0.97), NationalIDForm("9999999999999 99", alone: 0.85),
                NationalIDForm("999999*99999999", alone: 0.45), NationalIDForm("9.99.99.9*.999.999.99", alone: 0.97),
                NationalIDForm("9 99 99 9* 999 999-99", alone: 0.97),
            ],
            words: "nir nss insee secu securitesociale numerosecu numerosecuritesociale numsecu niss ssn "
                + "numerodesecuritesociale nosecu vitale cartevitale", check: french),
        NationalIDScheme(
            "FR", "French tax number",
            [NationalIDForm("99 99 999 999 999", alone: 0.86), NationalIDForm("9999999999999")],
            words: "spi numerofiscal nofiscal fiscal nif referencefiscale numfiscal identifiantfiscal", check: frenchTax
        ),
        NationalIDScheme(
            "NL", "Dutch citizen service number (BSN)",
            [NationalIDForm("9999.99.999", alone: 0.75, replaced: 0.4), NationalIDForm("99999999")],
            words: "bsn burgerservice burgerservicenummer sofi sofinummer burgerservicenr persoonsnummer", check: dutch),
        NationalIDScheme(
            "BE", "Belgian national register number",
            [
                NationalIDForm("99.99.99-999.99", alone: 0.97), NationalIDForm("999999-999-99", alone: 0.92),
                NationalIDForm("999999-999.99", alone: 0.92), NationalIDForm("99.99.99.999.99", alone: 0.95),
                NationalIDForm("999999 99999", alone: 0.6),
            ],
            words:
                "rijksregister rijksregisternummer rrn nrn nationaalnummer registrenational numeronational niss insz "
                + "numeroregistrenational rijksregisternr nationalregister nationalregisternumber bis bisnummer",
            check: belgian),
        NationalIDScheme(
            "LU", "Luxembourg identification number",
            [NationalIDForm("9999999999999"), NationalIDForm("99999999 99999")],
            words: "matricule matriculenational cns numeromatricule ccss idnational numeroidentificationnational",
            check: luxembourgish),
    ]

    /// INSEE: sex, year, month, department, commune, rank, and a key of the number modulo 97; Corsica's `2A` and `2B` count as 19 and 18.
    private static func french(_ number: NationalIDNumber) -> NationalIDProof {
        let month = number.number(3..<5)
        guard [1, 2, 3, 4, 7, 8].contains(number[0]),
            (1...12).contains(month) || (20...42).contains(month) || month >= 50
        else { return .wrong }
        var body = number.number(0..<5)
        switch number[6] {
        case 0...9: body = body * 100 + number.number(5..<7)
        case 10 where number[5] == 2: body = body * 100 + 19
        case 11 where number[5] == 2: body = body * 100 + 18
        default: return .wrong
        }
        guard number.number(5..<6) * 10 + min(number[6], 9) > 0 else { return .wrong }
        body = body * 1_000_000 + number.number(7..<13)
        return .strong.when(97 - body % 97 == number.number(13..<15))
    }

    private static func frenchTax(_ number: NationalIDNumber) -> NationalIDProof {
        .strong.when(
            number[0] < 4 && number.number(0..<10) % 511 == number.number(10..<13) && number.number(0..<10) > 0)
    }

    /// The eleven test; old numbers have eight digits.
    private static func dutch(_ number: NationalIDNumber) -> NationalIDProof {
        let last = number.count - 1
        let sum = number.sum(fallingFrom: number.count) - number[last]
        return .weak.when(sum.isMultiple(of: 11) && !number.isRepeated && number.number(0..<number.count) > 999_999)
    }

    /// Year, month (20 or 40 more in bis numbers), day, which may be unknown, and the remainder of 97.
    private static func belgian(_ number: NationalIDNumber) -> NationalIDProof {
        let month = number.number(2..<4) % 20
        guard number[2] < 6, month <= 12, number.number(4..<6) <= 31, number.number(6..<9) > 0 else { return .wrong }
        let check = 97 - number.number(9..<11)
        let body = number.number(0..<9)
        return .strong.when(body % 97 == check % 97 || (2_000_000_000 + body) % 97 == check % 97)
    }

    private static func luxembourgish(_ number: NationalIDNumber) -> NationalIDProof {
        guard number.hasFullBirthday(at: 0), number[0..<12].hasLuhnDigit else { return .wrong }
        var other = number[0..<11]
        other.append(number[12])
        return .strong.when(other.hasVerhoeffDigit)
    }
}
