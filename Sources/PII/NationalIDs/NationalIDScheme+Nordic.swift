extension NationalIDScheme {
    /// Sweden, Finland, Norway, Denmark and Iceland.
    static let nordic: [NationalIDScheme] = [
        NationalIDScheme(
            "SE", "Swedish personnummer",
            [
                NationalIDForm("999999-9999", alone: 0.87, replaced: 0.75), NationalIDForm("999999+9999", alone: 0.87),
                NationalIDForm("99999999-9999", alone: 0.9, replaced: 0.75),
            ],
            words: "personnummer personnr persnr pnr samordningsnummer personalnumber personid personbeteckning",
            check: swedish),
        NationalIDScheme(
            "FI", "Finnish henkilotunnus",
            [
                NationalIDForm("999999-999*", alone: 0.9, replaced: 0.8), NationalIDForm("999999+999*", alone: 0.9),
                NationalIDForm("999999999A", alone: 0.65), NationalIDForm("999999A999*", alone: 0.93),
            ],
            words: "hetu henkilotunnus sotu sosiaaliturvatunnus personbeteckning henkilotunnuksen", check: finnish),
        NationalIDScheme(
            "NO", "Norwegian fodselsnummer",
            [NationalIDForm("999999 99999", alone: 0.9, replaced: 0.85), NationalIDForm("999999-99999", alone: 0.9)],
            words: "fodselsnummer fodselsnr fnr personnummer personnr dnummer dnr foedselsnummer pnr", check: norwegian),
        NationalIDScheme(
            "DK", "Danish CPR number", [NationalIDForm("999999-9999", alone: 0.8, replaced: 0.6)],
            words: "cpr cprnummer cprnr cprno", check: danish),
        NationalIDScheme(
            "IS", "Icelandic kennitala", [NationalIDForm("999999-9999", alone: 0.9, replaced: 0.8)],
            words: "kennitala kt kennitolu kennitalan", check: icelandic),
    ]

    /// Skatteverket: birthday, with 60 more for the day in coordination numbers, and Luhn's check of the last ten digits.
    private static func swedish(_ number: NationalIDNumber) -> NationalIDProof {
        let short = number.count == 12 ? number[2..<12] : number
        let day = short.number(4..<6)
        guard NationalIDNumber.isDay(day > 60 ? day - 60 : day, month: short.number(2..<4)), short.hasLuhnDigit else {
            return .wrong
        }
        if number.count == 12 {
            guard [18, 19, 20].contains(number.number(0..<2)) else { return .wrong }
            return number.number(0..<4) > 2008 ? .doubtful : .strong
        }
        return short.isRecentTime(clock: 6) ? .doubtful : .strong
    }

    /// Digital and Population Data Services Agency: the sign after the birthday tells the century, new ones are letters.
    private static func finnish(_ number: NationalIDNumber) -> NationalIDProof {
        guard number.hasDayMonthYear(at: 0) else { return .wrong }
        let hasSign = number.count == 11
        if hasSign, !number.holds("ABCDEFYXWVU", at: 6) { return .wrong }
        let serial = number.count - 4..<number.count - 1
        let value = number.number(0..<6) * 1000 + number.number(serial)
        guard number.number(serial) > 1 else { return .wrong }
        let isTime = number.isDecimal && number.isRecentTime(clock: 6)
        return (isTime ? .doubtful : NationalIDProof.strong).when(
            number.matches("0123456789ABCDEFHJKLMNPRSTUVWXY", value % 31, at: number.count - 1))
    }

    /// Skatteetaten: 40 more for the day in D numbers, 40 or 80 more for the month in made-up ones.
    private static func norwegian(_ number: NationalIDNumber) -> NationalIDProof {
        let day = number.number(0..<2)
        guard NationalIDNumber.isDay(day > 40 ? day - 40 : day, month: number.number(2..<4) % 40) else { return .wrong }
        let first = (11 - number.sum([3, 7, 6, 1, 8, 9, 4, 5, 2]) % 11) % 11
        let second = (11 - number.sum([5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11
        return .strong.when(first == number[9] && second == number[10])
    }

    /// Since 2007 numbers are given out whose check digit is not right.
    private static func danish(_ number: NationalIDNumber) -> NationalIDProof {
        guard number.hasDayMonthYear(at: 0), number.number(6..<10) > 0 else { return .wrong }
        let isRight = number.sum([4, 3, 2, 7, 6, 5, 4, 3, 2, 1]).isMultiple(of: 11)
        return isRight && !number.isRecentTime(clock: 6) ? .strong : .doubtful
    }

    /// The last digit is that of the century; companies have 40 more for the day.
    private static func icelandic(_ number: NationalIDNumber) -> NationalIDProof {
        guard number.hasDayMonthYear(at: 0), [0, 8, 9].contains(number[9]) else { return .wrong }
        let check = (11 - number.sum([3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11
        return (number.isRecentTime(clock: 6) ? .doubtful : NationalIDProof.strong).when(check == number[8])
    }
}
