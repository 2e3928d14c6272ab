import PII
import SeededGenerator
import Testing

/// Numbers with check digits, made up at random: right ones are found, those with one wrong digit are not.
@Suite struct ChecksumTests {
    private let detector = PIIDetector()

    /// Leading digits and length of a card, and how its digits are grouped in print.
    struct Scheme: Sendable {
        var prefix: String
        var groups: [Int]
    }

    private static let schemes = [
        Scheme(prefix: "4", groups: [4, 4, 4, 4]), Scheme(prefix: "51", groups: [4, 4, 4, 4]),
        Scheme(prefix: "55", groups: [4, 4, 4, 4]),
        Scheme(prefix: "2221", groups: [4, 4, 4, 4]), Scheme(prefix: "2720", groups: [4, 4, 4, 4]),
        Scheme(prefix: "34", groups: [4, 6, 5]),
        Scheme(prefix: "37", groups: [4, 6, 5]), Scheme(prefix: "36", groups: [4, 6, 4]),
        Scheme(prefix: "305", groups: [4, 6, 4]),
        Scheme(prefix: "6011", groups: [4, 4, 4, 4]), Scheme(prefix: "65", groups: [4, 4, 4, 4]),
        Scheme(prefix: "3528", groups: [4, 4, 4, 4]),
        Scheme(prefix: "3589", groups: [4, 4, 4, 4]), Scheme(prefix: "62", groups: [4, 4, 4, 4]),
        Scheme(prefix: "62", groups: [4, 4, 4, 4, 3]),
        Scheme(prefix: "4", groups: [4, 4, 4, 4, 3]), Scheme(prefix: "6759", groups: [4, 4, 4, 4]),
    ]

    @Test(arguments: schemes)
    func cardsAreFoundUnlessADigitIsWrong(_ scheme: Scheme) {
        var generator = SeededGenerator(seed: 1)
        let length = scheme.groups.reduce(0, +)
        for _ in 0..<100 {
            let payload = scheme.prefix + generator.digits(length - 1 - scheme.prefix.count)
            let card = payload + luhnDigit(payload)
            let written = grouped(card, scheme.groups, " -._".randomElement(using: &generator) ?? " ")
            #expect(kinds(in: "prod " + written + " eu") == [.paymentCard], "\(written)")
            #expect(kinds(in: "card_" + card) == [.paymentCard], "\(card)")
            // What begins as the wrong number of 19 digits does may be a right one of 16, with three digits after it.
            let wrong = detector.find(in: "card " + corrupted(written, &generator))
            #expect(!wrong.contains { $0.kind == .paymentCard && $0.range.count == written.utf8.count }, "\(written)")
        }
    }

    /// Country and structure, letters for letters and digits for digits.
    private static let structures = [
        "GB": "AAAA99999999999999", "DE": "999999999999999999", "FR": "9999999999XXXXXXXXXXX99", "NL": "AAAA9999999999",
        "NO": "99999999999",
        "BE": "999999999999", "ES": "99999999999999999999", "IT": "A9999999999XXXXXXXXXXXX",
        "PL": "999999999999999999999999",
        "MT": "AAAA99999XXXXXXXXXXXXXXXXXX", "SA": "9999999XXXXXXXXXXXXX", "BR": "99999999999999999999999AX",
        "SC": "AAAA99999999999999999999AAA",
        "RU": "99999999999999XXXXXXXXXXXXXXX", "CH": "99999XXXXXXXXXXXX", "TR": "999999XXXXXXXXXXXXXXXX",
        "EG": "9999999999999999999999999",
    ]

    @Test(arguments: structures.keys.sorted())
    func ibansAreFoundUnlessADigitIsWrong(country: String) {
        var generator = SeededGenerator(seed: 2)
        for _ in 0..<100 {
            var account = ""
            for character in Self.structures[country] ?? "" {
                let alphabet =
                    switch character {
                    case "A": "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                    case "9": "0123456789"
                    default: "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                    }
                account += generator.text(1, of: alphabet)
            }
            let iban = country + ibanCheckDigits(country, account) + account
            let written = Bool.random(using: &generator) ? iban : grouped(iban, [Int](repeating: 4, count: 8), " ")
            #expect(kinds(in: "payout " + written + " eu") == [.iban], "\(written)")
            #expect(kinds(in: iban.lowercased()) == [.iban], "\(iban)")
            #expect(!kinds(in: "payout " + corrupted(written, &generator)).contains(.iban), "\(written)")
        }
    }

    private func kinds(in text: String) -> [PIIKind] {
        detector.find(in: text).filter { $0.level >= .medium }.map(\.kind)
    }

    /// `text` with one of its digits replaced by another.
    private func corrupted(_ text: String, _ generator: inout SeededGenerator) -> String {
        var characters = Array(text)
        let places = characters.indices.filter { characters[$0].isNumber }
        guard let place = places.randomElement(using: &generator), let digit = characters[place].wholeNumberValue else {
            return text
        }
        let other = (digit + Int.random(in: 1...9, using: &generator)) % 10
        characters[place] = Character(String(other))
        return String(characters)
    }

    private func grouped(_ text: String, _ groups: [Int], _ separator: Character) -> String {
        var rest = text[...]
        var parts: [Substring] = []
        for length in groups where !rest.isEmpty {
            parts.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        if !rest.isEmpty { parts.append(rest) }
        return parts.joined(separator: String(separator))
    }

    private func luhnDigit(_ payload: String) -> String {
        let doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9]
        let sum = payload.reversed().enumerated().reduce(0) { sum, element in
            let digit = element.element.wholeNumberValue ?? 0
            return sum + (element.offset.isMultiple(of: 2) ? doubled[digit] : digit)
        }
        return String((10 - sum % 10) % 10)
    }

    private func ibanCheckDigits(_ country: String, _ account: String) -> String {
        var remainder = 0
        for character in account + country + "00" {
            for digit in String(Int(String(character), radix: 36) ?? 0) {
                remainder = (remainder * 10 + (digit.wholeNumberValue ?? 0)) % 97
            }
        }
        let check = 98 - remainder
        return check < 10 ? "0\(check)" : "\(check)"
    }
}
