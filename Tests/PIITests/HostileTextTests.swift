import PII
import SeededGenerator
import Testing

/// What holds for every text, shown on texts made up at random and on the labelled names.
@Suite struct HostileTextTests {
    private let detector = PIIDetector()

    private static let alphabets = [
        "0123456789+-. ()/_", "0123456789abcdefABCDEF:-_.", "ab1@.-_+io", "%0123456789ABCDEFabcdef4+@.", "+0147 ",
        "GBDE0123456789 NWBK-", "aé谢и@.0１２＠．\u{200B}\u{301}\u{FE0F}🚕 io", "\"'<>@:/a.com", "v12.345-rc",
        "\u{0}\u{7}\u{202E}|`<script>]]>1+@.",
    ]

    private static let texts: [String] = {
        var generator = SeededGenerator(seed: 4711)
        var texts = LabelledName.all.map(\.name)
        for alphabet in alphabets {
            for _ in 0..<150 { texts.append(generator.text(Int.random(in: 0...60, using: &generator), of: alphabet)) }
        }
        for _ in 0..<300 {
            let bytes = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            texts.append(String(decoding: bytes, as: UTF8.self))
        }
        // Pieces of names run together, so that matches meet their neighbours.
        let names = LabelledName.all.map(\.name)
        for _ in 0..<600 {
            var text = ""
            for _ in 0..<Int.random(in: 2...3, using: &generator) {
                text += names.randomElement(using: &generator) ?? ""
                text += ["", " ", "-", "@", "+", "."].randomElement(using: &generator) ?? ""
            }
            texts.append(text)
        }
        return texts
    }()

    @Test func matchesAreInOrderAndOnCharacterBoundaries() {
        for text in Self.texts {
            let count = text.utf8.count
            let utf8 = Array(text.utf8)
            var end = 0
            for match in detector.find(in: text) {
                #expect(
                    match.range.lowerBound >= end && match.range.upperBound <= count && !match.range.isEmpty, "\(text)")
                end = match.range.upperBound
                for offset in [match.range.lowerBound, match.range.upperBound] where offset < count {
                    #expect(utf8[offset] & 0xC0 != 0x80, "\(text)")
                }
            }
        }
    }

    @Test func masksAndReasonsSayNothing() {
        var masks: Set<String> = []
        for text in Self.texts {
            for match in detector.find(in: text) {
                #expect(match.confidence > 0 && match.confidence < 1)
                #expect(match.masked.utf8.allSatisfy { (0x20..<0x7F).contains($0) }, "\(match)")
                #expect(match.masked.utf8.count <= 24, "\(match)")
                masks.insert(match.masked)
                let longestNumber = match.reason.split { !$0.isNumber }.map(\.count).max() ?? 0
                #expect(longestNumber <= 3 && match.reason.utf8.allSatisfy { (0x20..<0x7F).contains($0) }, "\(match)")
            }
        }
        #expect(masks.count > 100)
        for mask in masks { #expect(detector.find(in: mask).isEmpty, "\(mask)") }
    }

    @Test(arguments: PIILevel.allCases)
    func maskedTextsHoldNoMatch(level: PIILevel) {
        for text in Self.texts {
            let masked = detector.mask(text, minimum: level)
            #expect(detector.find(in: masked).allSatisfy { $0.level < level }, "\(text) → \(masked)")
            if detector.find(in: text).allSatisfy({ $0.level < level }) {
                #expect(Array(masked.utf8) == Array(text.utf8), "\(text)")
            }
        }
    }

    @Test(arguments: [
        "@", "a@", "a.b@c.", "\"@", "://a:b@", "1.", "1.2.3.4.", "+1", "+1 ", "00 ", "0044 ", ":", "2a00:", "::", "a",
        "1", "GB29", "GB29 ", "%", "%25",
        "%2", "4539-", "4539 5260 ", "-", "é", "\u{200B}", "＠", "12-", "0123456789abcdef-", "(0)", "ip-", "1:2:", "💥1",
    ])
    func longTextsOfOnePatternAreRead(_ pattern: String) {
        let text = String(repeating: pattern, count: 3_000)
        let matches = detector.find(in: text)
        #expect(matches.count <= text.utf8.count / 6)
        #expect(detector.find(in: detector.mask(String(repeating: pattern, count: 300))).isEmpty)
    }

    @Test(arguments: ["", " ", "\u{0}", "\u{FEFF}", "%", "@", "+", "\u{301}"])
    func tinyTextsHoldNothing(_ text: String) {
        #expect(detector.find(in: text).isEmpty)
        #expect(Array(detector.mask(text).utf8) == Array(text.utf8))
    }
}
