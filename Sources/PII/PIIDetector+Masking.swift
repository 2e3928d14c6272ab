extension PIIDetector {
    /// What replaces a text in which masking keeps uncovering further matches.
    private static let wholeTextMask = "***"

    /// How often masking is repeated on its own result before the whole text is given up.
    private static let maskingRounds = 4

    /// The whole text, with each match of at least the level `minimum` replaced by its masked form.
    ///
    /// The result holds no match of that level. Replacing one match can complete another (`a@b.io@c.io`), so the result
    /// is searched again; a text that still holds a match after four rounds becomes `***`.
    /// - Complexity: O(*n*) in the number of UTF-8 bytes.
    package func mask(_ text: String, minimum: PIILevel = .low) -> String {
        var current = text
        for _ in 0..<Self.maskingRounds {
            let matches = find(in: current).filter { $0.level >= minimum }
            if matches.isEmpty { return current }
            current = replacing(matches, in: current)
        }
        return find(in: current).contains { $0.level >= minimum } ? Self.wholeTextMask : current
    }

    private func replacing(_ matches: [PIIMatch], in text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var position = 0
        for match in matches {
            result += bytes[position..<match.range.lowerBound]
            result += Array(match.masked.utf8)
            position = match.range.upperBound
        }
        result += bytes[position...]
        return String(decoding: result, as: UTF8.self)
    }
}
