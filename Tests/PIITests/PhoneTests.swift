import PII
import SeededGenerator
import Testing

@Suite struct PhoneTests {
    private let detector = PIIDetector()

    /// A calling code, and numbers of its plan with random digits for `#`.
    private static let plans = [
        ("1", "415555####"), ("44", "7400######"), ("49", "1512#######"), ("33", "6########"), ("91", "98########"),
        ("55", "119########"), ("81", "90########"), ("61", "4########"), ("234", "802#######"), ("971", "50#######"),
        ("353", "85#######"), ("65", "8#######"), ("45", "2#######"), ("47", "4#######"), ("39", "06########"),
        ("86", "138########"),
    ]

    @Test(arguments: plans)
    func numbersAreFoundInEveryForm(code: String, template: String) {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<60 {
            let national = template.map { $0 == "#" ? generator.digits(1) : String($0) }.joined()
            let separator = [" ", "-", ".", "_", ""].randomElement(using: &generator) ?? ""
            let middle = national.index(national.startIndex, offsetBy: 3)
            let written = code + separator + national[..<middle] + separator + national[middle...]
            for text in [
                "+" + written, "prod +" + written + " eu", "+" + code + national, "tel:00" + written, "%2B" + written,
            ] {
                let found = detector.find(in: text)
                #expect(found.map(\.kind) == [.phone] && found[0].level >= .medium, "\(text)")
                // Nine digits or fewer, of which two were shown, could be less than a million numbers.
                let shown = national.count >= 10 ? national.suffix(2) : ""
                #expect(found.first?.masked == "+\(code)***\(shown)", "\(text)")
            }
        }
    }

    @Test(arguments: plans)
    func shortenedAndLengthenedNumbersAreNone(code: String, template: String) {
        var generator = SeededGenerator(seed: 8)
        let national = template.map { $0 == "#" ? generator.digits(1) : String($0) }.joined()
        #expect(detector.find(in: "+" + code + national.prefix(3)).isEmpty)
        #expect(detector.find(in: "+" + code + national + "1234567").isEmpty)
    }

    @Test(arguments: [
        ("call +44 20 7946 0958 now", 5..<21), ("+44 (0)20 7946 0958", 0..<19), ("x(+44) 7400 123456)", 2..<18),
        ("ñ+447400123456ñ", 2..<15), ("%2B447400123456", 0..<15), ("＋447400123456", 0..<15),
        ("+44\u{200B}7400123456\u{200B}", 0..<16),
        ("+1 415 555 2671 2024", 0..<15),
    ])
    func rangesAreThoseOfTheOriginal(text: String, range: Range<Int>) {
        #expect(detector.find(in: text).map(\.range) == [range])
    }

    @Test func shortNumbersAreHiddenWholly() {
        #expect(detector.find(in: "+290 24000").map(\.masked) == ["+290***"])
        #expect(detector.find(in: "+47 40 61 23 45").map(\.masked) == ["+47***"])
        #expect(detector.find(in: "+356 2123 4567").map(\.masked) == ["+356***"])
        #expect(detector.find(in: "+357 99 123456").map(\.masked) == ["+357***"])
        #expect(detector.find(in: "+44 7400 123456").map(\.masked) == ["+44***56"])
    }
}
