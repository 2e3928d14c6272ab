extension NationalIDScheme {
    /// Central America and the smaller countries of South America.
    static let centralAmerica: [NationalIDScheme] = [
        NationalIDScheme(
            "CR", "Costa Rican cedula", [NationalIDForm("9-9999-9999")],
            words: "cedula cedulaidentidad ceduladeidentidad", check: running),
        NationalIDScheme(
            "PA", "Panamanian cedula", [NationalIDForm("9-999-9999"), NationalIDForm("9-999-999")],
            words: "cedula cedulapanama cip", check: running),
        NationalIDScheme(
            "HN", "Honduran identity number", [NationalIDForm("9999-9999-99999", alone: 0.6, replaced: 0)],
            words: "dni identidad tarjetaidentidad tarjetadeidentidad", check: honduran),
        NationalIDScheme(
            "NI", "Nicaraguan cedula",
            [NationalIDForm("999-999999-9999A", alone: 0.93), NationalIDForm("9999999999999A", alone: 0.6)],
            words: "cedula cedulaidentidad ceduladeidentidad", check: nicaraguan),
        NationalIDScheme(
            "PY", "Paraguayan cedula", [NationalIDForm("9.999.999"), NationalIDForm("999.999")],
            words: "cedula cedulaidentidad ceduladeidentidad", check: running),
        NationalIDScheme(
            "CU", "Cuban identity number", [NationalIDForm("99999999999")],
            words: "carnetidentidad carnetdeidentidad carne carneidentidad nit", check: cuban),
        NationalIDScheme(
            "ES", "Spanish social security number",
            [NationalIDForm("99/99999999/99", alone: 0.9), NationalIDForm("99 99999999 99", alone: 0.86)],
            words: "nss naf seguridadsocial numeroseguridadsocial numerodeseguridadsocial nuss", check: spanishSecurity),
    ]

    /// Numbers that run on and have no check digit.
    private static func running(_ number: NationalIDNumber) -> NationalIDProof {
        .structure.when(number[0] > 0 && !number.isRepeated)
    }

    /// Department, municipality, year of registration.
    private static func honduran(_ number: NationalIDNumber) -> NationalIDProof {
        .structure.when(
            (1...18).contains(number.number(0..<2)) && (1...28).contains(number.number(2..<4))
                && NationalIDNumber.isBirthYear(number.number(4..<8)))
    }

    /// Municipality, birthday, serial number; the letter stands for the remainder of 23.
    private static func nicaraguan(_ number: NationalIDNumber) -> NationalIDProof {
        guard number.hasDayMonthYear(at: 3) else { return .wrong }
        let isRight = number.matches("ABCDEFGHJKLMNPQRSTUVWXY", number.number(0..<13) % 23, at: 13)
        return isRight ? .strong : .structure
    }

    private static func cuban(_ number: NationalIDNumber) -> NationalIDProof {
        .structure.when(number.hasYearMonthDay(at: 0))
    }

    /// Province, serial number, and the remainder of 97.
    private static func spanishSecurity(_ number: NationalIDNumber) -> NationalIDProof {
        let (province, serial) = (number.number(0..<2), number.number(2..<10))
        let value = serial < 10_000_000 ? province * 10_000_000 + serial : province * 100_000_000 + serial
        return .strong.when((1...66).contains(province) && value % 97 == number.number(10..<12) && serial > 0)
    }
}
