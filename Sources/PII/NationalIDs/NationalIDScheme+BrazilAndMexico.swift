extension NationalIDScheme {
    /// Brazil and Mexico.
    static let brazilAndMexico: [NationalIDScheme] = [
        NationalIDScheme(
            "BR", "Brazilian CPF",
            [
                NationalIDForm("999.999.999-99", alone: 0.96, replaced: 0.88),
                NationalIDForm("999999999-99", alone: 0.86),
            ],
            words: "cpf cadastropessoafisica cpfmf contribuinte", check: brazilian),
        NationalIDScheme(
            "MX", "Mexican CURP", [NationalIDForm("AAAA999999AAAAAA*9", alone: 0.95)],
            words: "curp claveunica claveunicaderegistro", check: mexican),
        NationalIDScheme(
            "MX", "Mexican RFC of a person",
            [NationalIDForm("AAAA999999***", alone: 0.86), NationalIDForm("AAAA-999999-***", alone: 0.9)],
            words: "rfc registrofederal contribuyente contribuyentes", check: mexicanTax),
        NationalIDScheme(
            "MX", "Mexican social security number", [NationalIDForm("99-99-99-9999-9", alone: 0.8)],
            words: "nss imss segurosocial numerosegurosocial numerodeseguridadsocial seguridadsocial",
            check: mexicanHealth),
    ]

    private static func brazilian(_ number: NationalIDNumber) -> NationalIDProof {
        func check(_ count: Int) -> Int {
            let remainder = number[0..<count + 1].sum(fallingFrom: count + 1) * 10 % 11
            return remainder % 10
        }
        guard check(9) == number[9], check(10) == number[10] else { return .wrong }
        return number.isRepeated ? .sample : .strong
    }

    /// RENAPO: letters of the name, birthday, sex, state, consonants of the name, and a check digit for which the letters
    /// after N count one more, as the alphabet has an Ñ.
    private static func mexican(_ number: NationalIDNumber) -> NationalIDProof {
        guard number.hasYearMonthDay(at: 4), number.holds("HMX", at: 10), isMexicanState(number) else { return .wrong }
        guard (13...15).allSatisfy({ !number.holds("AEIOU", at: $0) }), number.holds("AEIOUX", at: 1) else {
            return .wrong
        }
        return .strong.when((10 - mexicanSum(number, fallingFrom: 18) % 10) % 10 == number[17])
    }

    private static func isMexicanState(_ number: NationalIDNumber) -> Bool {
        let states: [StaticString] = [
            "AS", "BC", "BS", "CC", "CS", "CH", "CL", "CM", "DF", "DG", "GT", "GR", "HG", "JC", "MC", "MN", "MS", "NT",
            "NL", "OC", "PL", "QT", "QR", "SP", "SL", "SR", "TC", "TS", "TL", "VZ", "YN", "ZS", "NE", "CX",
        ]
        return states.contains { number.matches($0, 0, at: 11) && number.matches($0, 1, at: 12) }
    }

    private static func mexicanSum(_ number: NationalIDNumber, fallingFrom weight: Int) -> Int {
        (0..<number.count - 1).reduce(0) { sum, index in
            let value = number[index] > 23 ? number[index] + 1 : number[index]
            return sum + (weight - index) * value
        }
    }

    private static func mexicanTax(_ number: NationalIDNumber) -> NationalIDProof {
        guard number.hasYearMonthDay(at: 4), number.holds("AEIOUX", at: 1) else { return .wrong }
        let check = (11 - mexicanSum(number, fallingFrom: 13) % 11) % 11
        let isBuildDate = (15...35).contains(number.number(4..<6))
        return check == number[12] ? (isBuildDate ? .doubtful : .strong) : .doubtful
    }

    private static func mexicanHealth(_ number: NationalIDNumber) -> NationalIDProof {
        .weak.when(number.hasLuhnDigit && number.number(0..<2) > 0 && !number.isRepeated)
    }
}
