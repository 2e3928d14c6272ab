internal import PII

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// What must hold of the detector of personal data, whatever the text is.
package struct DetectorProperties {
    /// The properties that do not hold, a sentence each; empty when all do.
    package private(set) var violations: [String] = []

    /// Searches and masks the text that the bytes are; those that are not UTF-8 become U+FFFD, as wherever texts are read.
    package init(_ input: [UInt8]) {
        let text = String(decoding: input, as: UTF8.self)
        let detector = PIIDetector(PIIConfiguration(regions: Self.regions(for: input)))
        let matches = detector.find(in: text)
        require(matches == detector.find(in: text), "the matches differ from time to time")
        check(matches, in: Array(text.utf8))
        for level in PIILevel.allCases {
            let masked = detector.mask(text, minimum: level)
            require(
                detector.find(in: masked).allSatisfy { $0.level < level },
                "a masked text holds a match of level \(level)")
            if matches.allSatisfy({ $0.level < level }) {
                require(masked.utf8.elementsEqual(text.utf8), "a text without a match of level \(level) was masked")
            }
        }
    }

    /// Where a property does not hold, says so on standard error and aborts.
    package func require() {
        guard !violations.isEmpty else { return }
        // Written, since an optimized build's traps say nothing.
        let text = Array(violations.map { "property: \($0)\n" }.joined().utf8)
        _ = write(STDERR_FILENO, text, text.count)
        abort()
    }

    /// Half of the texts are read at home in some countries.
    private static func regions(for input: [UInt8]) -> Set<String> {
        (input.last ?? 0) & 1 == 0 ? [] : ["DE", "GB", "IN", "US"]
    }

    private mutating func check(_ matches: [PIIMatch], in bytes: [UInt8]) {
        var end = 0
        for match in matches {
            let range = match.range
            require(range.lowerBound >= end, "matches are not in order, or overlap")
            require(range.upperBound <= bytes.count && !range.isEmpty, "the range \(range) is not in the text")
            for offset in [range.lowerBound, range.upperBound] where bytes.indices.contains(offset) {
                require(bytes[offset] & 0xC0 != 0x80, "the range \(range) does not end between characters")
            }
            require(match.confidence > 0 && match.confidence < 1, "the confidence is \(match.confidence)")
            require(Self.isPlain(match.masked) && match.masked.utf8.count <= 24, "the masked form is no short ASCII")
            require(Self.isPlain(match.reason) && !match.reason.isEmpty, "the reason is no ASCII")
            end = max(end, range.upperBound)
        }
    }

    private static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { (0x20..<0x7F).contains($0) } }

    private mutating func require(_ holds: Bool, _ violation: @autoclosure () -> String) {
        if !holds { violations.append(violation()) }
    }
}
