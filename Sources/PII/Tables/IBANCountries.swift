/// The structure of each country's IBAN.
///
/// The facts are those of the IBAN Registry that SWIFT keeps for ISO 13616 (release 101).
enum IBANCountries {
    /// What may stand in a part of an account number.
    enum Character: Sendable {
        case digit
        case letter
        case alphanumeric
    }

    /// Whether the country's accounts have check digits by ISO 13616 although SWIFT's registry does not have them.
    static func isUnregistered(_ country: String) -> Bool { unregistered[country] != nil }

    /// The account number that follows country code and check digits, one entry a character; `nil` for a country without IBANs.
    static func accountNumber(of country: String) -> [Character]? {
        structures[country] ?? unregistered[country]
    }

    private static let structures = structures(of: registry)
    private static let unregistered = structures(of: others)

    private static func structures(of registry: String) -> [String: [Character]] {
        var structures: [String: [Character]] = [:]
        for entry in registry.split(separator: ";") {
            let words = entry.split(whereSeparator: \.isWhitespace)
            guard words.count == 2 else { continue }
            structures[String(words[0])] = characters(words[1])
        }
        return structures
    }

    /// Reads `4a14n`: four letters, then fourteen digits (`c` is either).
    private static func characters(_ structure: Substring) -> [Character] {
        var characters: [Character] = []
        var count = 0
        for unit in structure.unicodeScalars.map(\.value) {
            switch unit {
            case Unit(ascii: "n"): characters += Array(repeating: .digit, count: count)
            case Unit(ascii: "a"): characters += Array(repeating: .letter, count: count)
            case Unit(ascii: "c"): characters += Array(repeating: .alphanumeric, count: count)
            default:
                count = count * 10 + unit.digitValue
                continue
            }
            count = 0
        }
        return characters
    }

    /// Countries whose banks write account numbers as IBANs before they have joined the registry.
    private static let others = """
        AO 21n; BF 2c22n; BJ 2c22n; CF 23n; CG 23n; CI 2a22n; CM 23n; CV 21n; DZ 22n; GA 23n; GQ 23n; GW 2c19n;
        IR 22n; KM 23n; MA 24n; MG 23n; ML 2c22n; MZ 21n; NE 2a22n; SN 2a22n; TD 23n; TG 2a22n;
        """

    private static let registry = """
        AD 8n12c; AE 19n; AL 8n16c; AT 16n; AZ 4a20c; BA 16n;
        BE 12n; BG 4a6n8c; BH 4a14c; BI 23n; BR 23n1a1c; BY 4c4n16c;
        CH 5n12c; CR 18n; CY 8n16c; CZ 20n; DE 18n; DJ 23n;
        DK 14n; DO 4c20n; EE 16n; EG 25n; ES 20n; FI 14n;
        FK 2a12n; FO 14n; FR 10n11c2n; GB 4a14n; GE 2a16n; GI 4a15c;
        GL 14n; GR 7n16c; GT 24c; HN 4a20n; HR 17n; HU 24n;
        IE 4a14n; IL 19n; IQ 4a15n; IS 22n; IT 1a10n12c; JO 4a4n18c;
        KW 4a22c; KZ 3n13c; LB 4n20c; LC 4a24c; LI 5n12c; LT 16n;
        LU 3n13c; LV 4a13c; LY 21n; MC 10n11c2n; MD 20c; ME 18n;
        MK 3n10c2n; MN 16n; MR 23n; MT 4a5n18c; MU 4a19n3a; NI 4a20n;
        NL 4a10n; NO 11n; OM 3n16c; PK 4a16c; PL 24n; PS 4a21c;
        PT 21n; QA 4a21c; RO 4a16c; RS 18n; RU 14n15c; SA 2n18c;
        SC 4a20n3a; SD 14n; SE 20n; SI 15n; SK 20n; SM 1a10n12c;
        SO 19n; ST 21n; SV 4a20n; TL 19n; TN 20n; TR 6n16c;
        UA 6n19c; VA 18n; VG 4a16n; XK 16n; YE 4a4n18c;
        """
}
