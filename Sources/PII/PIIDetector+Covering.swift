internal import Text

extension PIIDetector {
    /// A part of a covered text, in its order: shown as it is, or hidden.
    package enum Part: Sendable, Hashable {
        /// Known to be harmless.
        case shown(String)
        /// A match, with what may stand in its place.
        case match(kind: PIIKind, value: String, mask: String)
        /// Not known to be harmless beside personal data; `***` stands in its place.
        case rest
    }

    /// The parts of a text in which personal data was found, of which nothing stays that is not known to be harmless.
    ///
    /// Beside a match of at least medium level a second half of a name, a date of birth or another spelling often stands that is no
    /// match by itself. So all but ordinary words of services, separators, private IP addresses and a number of up to three digits is
    /// hidden. A text without such a match is shown as it is.
    /// - Parameter matches: what ``find(in:)`` gave for `text`.
    /// - Complexity: O(*n*) in the number of UTF-8 bytes.
    package func cover(_ text: String, matches: [PIIMatch]) -> [Part] {
        guard matches.contains(where: { $0.level >= .medium }) else { return [.shown(text)] }
        return Cover(Array(text.utf8), matches: matches).parts
    }
}

/// A text with its matches and whatever else could be about a person hidden.
private struct Cover {
    private(set) var parts: [PIIDetector.Part] = []

    private let bytes: [UInt8]
    private let showsDigits: Bool

    /// The most digits beside personal data that are no part of it: a day or month could complete a date of birth, but not alone.
    private static let harmlessDigits = 3

    init(_ bytes: [UInt8], matches: [PIIMatch]) {
        self.bytes = bytes
        let isMatched = matches.reduce(into: Array(repeating: false, count: bytes.count)) { flags, match in
            for index in match.range { flags[index] = true }
        }
        showsDigits = bytes.indices.count { !isMatched[$0] && bytes[$0].isDigit } <= Self.harmlessDigits
        var position = 0
        for match in matches {
            coverRest(position..<match.range.lowerBound)
            let value = String(decoding: bytes[match.range], as: UTF8.self)
            if match.kind == .ipAddress, match.level == .low {
                show(match.range)
            } else {
                parts.append(.match(kind: match.kind, value: value, mask: Self.safe(match.masked)))
            }
            position = match.range.upperBound
        }
        coverRest(position..<bytes.count)
    }

    /// A mask without words of four letters or more that are no service's or network's.
    private static func safe(_ mask: String) -> String {
        let words = mask.utf8.split { !$0.isLetter }
        return words.allSatisfy { $0.count < 4 || ServiceWords.contain($0.map { Unit($0) }[...]) } ? mask : "***"
    }

    private mutating func coverRest(_ range: Range<Int>) {
        var position = range.lowerBound
        while position < range.upperBound {
            let end = wordEnd(from: position, limit: range.upperBound)
            if end == position {
                show(position..<(position + 1))
                position += 1
            } else {
                isHarmless(bytes[position..<end]) ? show(position..<end) : hide()
                position = end
            }
        }
    }

    /// Words are runs of ASCII letters and digits, and of characters beyond ASCII.
    private func wordEnd(from start: Int, limit: Int) -> Int {
        bytes[start..<limit].firstIndex { !($0.isAlphanumeric || $0 >= 0x80) } ?? limit
    }

    /// Whether a word is made of service words, each begun by a capital or a digit's end, and of few digits.
    private func isHarmless(_ word: ArraySlice<UInt8>) -> Bool {
        var start = word.startIndex
        while start < word.endIndex {
            let isDigits = word[start].isDigit
            var end = start + 1
            while end < word.endIndex, word[end].isDigit == isDigits,
                isDigits || !(word[end].isUppercase && !word[end - 1].isUppercase)
            { end += 1 }
            let units = word[start..<end].map { Unit($0) }[...]
            guard isDigits ? showsDigits : ServiceWords.areHarmlessBesidePersons(units) else { return false }
            start = end
        }
        return true
    }

    private mutating func show(_ range: Range<Int>) {
        let text = String(decoding: bytes[range], as: UTF8.self)
        if case .shown(let before)? = parts.last {
            parts[parts.count - 1] = .shown(before + text)
        } else {
            parts.append(.shown(text))
        }
    }

    /// Hides a word; one that follows another hidden word takes in the separators between, so that their number does not show.
    private mutating func hide() {
        if case .rest? = parts.last { return }
        if parts.count >= 2, case .shown(let between) = parts[parts.count - 1], case .rest = parts[parts.count - 2],
            !between.utf8.contains(where: { $0.isAlphanumeric })
        {
            parts.removeLast()
            return
        }
        parts.append(.rest)
    }
}
