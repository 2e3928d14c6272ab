extension NationalIDScheme {
    /// Romania, Bulgaria, Croatia, Slovenia and the other successors of Yugoslavia.
    static let southeasternEurope: [NationalIDScheme] = [
        NationalIDScheme(
            "RO", "Romanian CNP", [NationalIDForm("9999999999999"), NationalIDForm("9-999999-999999", alone: 0.6)],
            words: "cnp codnumericpersonal codpersonal", check: romanian),
        NationalIDScheme(
            "BG", "Bulgarian EGN", [NationalIDForm("9999999999")],
            words: "egn егн edinengrazhdanskinomer единенгражданскиномер lnch", check: bulgarian),
        NationalIDScheme(
            "HR", "Croatian OIB", [NationalIDForm("99999999999")],
            words: "oib osobniidentifikacijskibroj osobniidentifikacijski", check: croatian),
        NationalIDScheme(
            "SI", "Slovene EMSO or Serbian JMBG",
            [NationalIDForm("9999999999999"), NationalIDForm("9999999 999999", alone: 0.6)],
            words: "emso jmbg embg maticnibroj maticnastevilka јмбг ембг матичнибрoj матичниброј матиченброј mbr umcn",
            check: yugoslav),
    ]

    /// Russia, Ukraine, Kazakhstan and Turkey.
    static let easternEurope: [NationalIDScheme] = [
        NationalIDScheme(
            "RU", "Russian SNILS",
            [
                NationalIDForm("999-999-999 99", alone: 0.95, replaced: 0.88),
                NationalIDForm("999-999-999-99", alone: 0.9),
            ], words: "snils снилс пенсионное pension", check: pension),
        NationalIDScheme(
            "RU", "Russian tax number (INN)", [NationalIDForm("999999999999")],
            words: "inn инн taxpayer идентификационныйномер", check: russianTax),
        NationalIDScheme(
            "UA", "Ukrainian tax number (RNOKPP)", [NationalIDForm("9999999999")],
            words:
                "rnokpp рнокпп ipn іпн inn инн идентификационныйкод ідентифікаційнийкод drfo дрфо ідентифікаційнийномер",
            check: ukrainian),
        NationalIDScheme(
            "KZ", "Kazakh IIN", [NationalIDForm("999999999999")], words: "iin иин жсн jsn zhsn", check: kazakh),
        NationalIDScheme(
            "TR", "Turkish identity number",
            [NationalIDForm("99999999999"), NationalIDForm("999 999 999 99", alone: 0.6)],
            words: "tckn tckimlik tckimliknumarasi kimlik kimliknumarasi tc tcno tcid kimlikno tckimlikno vatandaslik "
                + "turkishid", check: turkish),
    ]

    private static func romanian(_ number: NationalIDNumber) -> NationalIDProof {
        guard number[0] > 0, number.hasYearMonthDay(at: 1) else { return .wrong }
        let county = number.number(7..<9)
        guard (1...52).contains(county) || (70...83).contains(county) || county == 99 else { return .wrong }
        let remainder = number.sum([2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11
        return .strong.when((remainder == 10 ? 1 : remainder) == number[12])
    }

    /// The month has 20 more before 1900 and 40 more from 2000 on.
    private static func bulgarian(_ number: NationalIDNumber) -> NationalIDProof {
        let month = number.number(2..<4)
        let plain = month > 40 ? month - 40 : month > 20 ? month - 20 : month
        guard NationalIDNumber.isDay(number.number(4..<6), month: plain) else { return .wrong }
        return .strong.when(number.sum([2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10 == number[9])
    }

    private static func croatian(_ number: NationalIDNumber) -> NationalIDProof {
        .weak.when(number.hasMod11And10Digit && !number.isRepeated)
    }

    /// Day, month, the last three digits of the year, region, serial number.
    private static func yugoslav(_ number: NationalIDNumber) -> NationalIDProof {
        let year = number.number(4..<7)
        guard year >= 900 || year <= 30, NationalIDNumber.isDay(number.number(0..<2), month: number.number(2..<4))
        else {
            return .wrong
        }
        let check = 11 - number.sum([7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11
        return .strong.when(check % 11 % 10 == number[12])
    }

    private static func pension(_ number: NationalIDNumber) -> NationalIDProof {
        let check = number[0..<10].sum(fallingFrom: 9) % 101 % 100
        return .strong.when(
            check == number.number(9..<11) && number.number(0..<9) > 1_001_998 && !number[0..<9].isRepeated)
    }

    private static func russianTax(_ number: NationalIDNumber) -> NationalIDProof {
        let first = number.sum([7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10
        let second = number.sum([3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10
        return .strong.when(first == number[10] && second == number[11] && number.number(0..<2) > 0)
    }

    private static func ukrainian(_ number: NationalIDNumber) -> NationalIDProof {
        let remainder = number.sum([-1, 5, 7, 9, 4, 6, 10, 5, 7]) % 11
        return .weak.when((remainder + 11) % 11 % 10 == number[9] && !number.isRepeated)
    }

    private static func kazakh(_ number: NationalIDNumber) -> NationalIDProof {
        guard number.hasYearMonthDay(at: 0), number[6] < 7 else { return .wrong }
        var check = number.sum([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11
        if check == 10 { check = number.sum([3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11 }
        return .strong.when(check == number[11])
    }

    private static func turkish(_ number: NationalIDNumber) -> NationalIDProof {
        let odd = number.sum([1, 0, 1, 0, 1, 0, 1, 0, 1])
        let even = number.sum([0, 1, 0, 1, 0, 1, 0, 1])
        let isRight = (odd * 7 - even + 90) % 10 == number[9] && (odd + even + number[9]) % 10 == number[10]
        return .strong.when(isRight && number[0] > 0)
    }
}
