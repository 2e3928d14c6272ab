extension NationalIDScheme {
    /// South and Central America where Spanish is spoken.
    static let spanishAmerica: [NationalIDScheme] = [
        NationalIDScheme(
            "AR", "Argentine CUIL", [NationalIDForm("99-99999999-9", alone: 0.95, replaced: 0.86)],
            words: "cuil cuit cuilcuit claveunicatributaria", check: argentineTax),
        NationalIDScheme(
            "AR", "Argentine DNI", [NationalIDForm("99.999.999"), NationalIDForm("9.999.999")],
            words: "dni documentonacional documentonacionaldeidentidad", check: identityCard),
        NationalIDScheme(
            "CL", "Chilean RUT",
            [
                NationalIDForm("99.999.999-*", alone: 0.96, replaced: 0.85),
                NationalIDForm("9.999.999-*", alone: 0.93, replaced: 0.7),
                NationalIDForm("99999999-9", alone: 0.55, replaced: 0.4), NationalIDForm("99999999-A", alone: 0.86),
                NationalIDForm("9999999-A", alone: 0.75), NationalIDForm("9999999-9", alone: 0.4, replaced: 0),
            ], words: "rut rutchile rolunico rolunicotributario rolunicotrib rutnumero runchile cedula", check: chilean),
        NationalIDScheme(
            "CO", "Colombian cedula",
            [NationalIDForm("9.999.999.999"), NationalIDForm("99.999.999"), NationalIDForm("9999999")],
            words: "cc cedula ceduladeciudadania cedulaciudadania cedulacolombia nuip cedciudadania",
            check: identityCard),
        NationalIDScheme(
            "PE", "Peruvian DNI", [NationalIDForm("99999999"), NationalIDForm("99999999-9")],
            words: "dni documentonacional documentonacionaldeidentidad reniec", check: identityCard),
        NationalIDScheme(
            "UY", "Uruguayan cedula", [NationalIDForm("9.999.999-9", alone: 0.92, replaced: 0.7)],
            words: "cedula ceduladeidentidad cedulaidentidad ciuruguay documento", check: uruguayan),
        NationalIDScheme(
            "EC", "Ecuadorian cedula", [NationalIDForm("999999999-9", alone: 0.6)],
            words: "cedula ceduladeidentidad cedulaidentidad cedulaciudadania ruc", check: ecuadorian),
        NationalIDScheme(
            "VE", "Venezuelan cedula",
            [
                NationalIDForm("A-99.999.999", alone: 0.6, replaced: 0), NationalIDForm("A-99999999"),
                NationalIDForm("A-9999999"),
                NationalIDForm("99.999.999"),
            ], words: "cedula ceduladeidentidad cedulaidentidad cedulavenezuela", check: venezuelan),
        NationalIDScheme(
            "DO", "Dominican cedula", [NationalIDForm("999-9999999-9", alone: 0.92, replaced: 0.86)],
            words: "cedula cedulaidentidad ceduladeidentidad", check: dominican),
        NationalIDScheme(
            "GT", "Guatemalan DPI", [NationalIDForm("9999 99999 9999", alone: 0.86)],
            words: "dpi cui documentopersonal documentopersonaldeidentificacion", check: guatemalan),
        NationalIDScheme(
            "SV", "Salvadoran DUI", [NationalIDForm("99999999-9")],
            words: "dui documentounico documentounicodeidentidad",
            check: salvadoran),
    ]

    /// The numbers of persons begin with 20, 23, 24, 25, 26 or 27.
    private static func argentineTax(_ number: NationalIDNumber) -> NationalIDProof {
        guard [20, 23, 24, 25, 26, 27].contains(number.number(0..<2)) else { return .wrong }
        let check = (11 - number.sum([5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11
        return .strong.when((check == 10 ? 9 : check) == number[10] && !number[2..<10].isRepeated)
    }

    /// Cards whose numbers run on and have no check digit.
    private static func identityCard(_ number: NationalIDNumber) -> NationalIDProof {
        if number.count == 10, number[0] != 1 { return .wrong }
        return .structure.when(number[0] > 0 && !number.isRepeated)
    }

    /// From fifty million on they are companies' numbers.
    private static func chilean(_ number: NationalIDNumber) -> NationalIDProof {
        let last = number.count - 1
        let value = number.number(0..<last)
        guard (1_000_000..<50_000_000).contains(value), !number[0..<last].isRepeated else { return .wrong }
        var sum = 0
        for place in 0..<last { sum += number[last - 1 - place] * (place % 6 + 2) }
        return .weak.when(number.matches("0K987654321", sum % 11, at: last))
    }

    private static func uruguayan(_ number: NationalIDNumber) -> NationalIDProof {
        .weak.when(number.sum([2, 9, 8, 7, 6, 3, 4, 1]).isMultiple(of: 10) && number[0] > 0)
    }

    /// Province, a digit up to 6 for persons, Luhn's check.
    private static func ecuadorian(_ number: NationalIDNumber) -> NationalIDProof {
        let province = number.number(0..<2)
        return .strong.when(((1...24).contains(province) || province == 30) && number[2] < 7 && number.hasLuhnDigit)
    }

    private static func venezuelan(_ number: NationalIDNumber) -> NationalIDProof {
        .structure.when(number[0] < 10 || number.holds("VE", at: 0))
    }

    private static func dominican(_ number: NationalIDNumber) -> NationalIDProof {
        .weak.when(number.hasLuhnDigit && number.number(0..<11) > 0)
    }

    private static func guatemalan(_ number: NationalIDNumber) -> NationalIDProof {
        guard (1...22).contains(number.number(9..<11)), number.number(11..<13) > 0 else { return .wrong }
        return .strong.when(number.sum([2, 3, 4, 5, 6, 7, 8, 9]) % 11 == number[8])
    }

    private static func salvadoran(_ number: NationalIDNumber) -> NationalIDProof {
        .weak.when((10 - number.sum([9, 8, 7, 6, 5, 4, 3, 2]) % 10) % 10 == number[8])
    }
}
