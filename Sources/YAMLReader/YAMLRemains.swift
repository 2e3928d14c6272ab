internal import Text

/// What can still be read of a text that is no YAML as a whole: the values of its topmost keys, and the elements of their
/// lists, that are YAML by themselves.
package struct YAMLRemains: Sendable {
    /// A part that cannot be read.
    package struct Part: Sendable {
        /// What is wrong with it.
        package let error: YAMLError
        /// The topmost key that it belongs to, and all words in it, of which some are keys.
        package let words: Set<String>
    }

    /// The text with blanks in the places of the parts that cannot be read, so that every offset is one of the text.
    package let document: YAMLDocument
    /// Those parts, in the order of the text; never empty.
    package let unread: [Part]

    /// Reads what can be read.
    ///
    /// A part ends where the next begins, so a key must stand at the start of its line, and the elements of a list one
    /// below the other. What is wrong with a part is what it cannot be read for alone: a parser that has lost its place in
    /// one stops somewhere in the next.
    ///
    /// - Parameter keys: The topmost keys that the text may have.
    /// - Returns: `nil` where no part is to blame alone. Linear in the text's size.
    package init?(_ text: String, keys: [String]) {
        var bytes = Array(text.utf8)
        guard bytes.count <= YAMLDocument.largestSize else { return nil }
        var unread: [Part] = []
        for part in PartFinder(bytes, keys: keys).parts {
            do {
                _ = try YAMLDocument(String(decoding: bytes[part.range], as: UTF8.self))
            } catch {
                let end = bytes[part.range].lastIndex { $0 > UInt8(ascii: " ") } ?? part.range.lowerBound
                let offset = min(part.range.lowerBound + error.offset, end + 1)
                unread.append(
                    Part(
                        error: YAMLError(error.kind, offset: offset, message: error.message),
                        words: Self.words(in: bytes[part.range]).union([part.key])))
                for offset in part.range where bytes[offset] != UInt8(ascii: "\n") { bytes[offset] = UInt8(ascii: " ") }
            }
        }
        guard !unread.isEmpty, let document = try? YAMLDocument(String(decoding: bytes, as: UTF8.self)) else {
            return nil
        }
        self.document = document
        self.unread = unread
    }

    private static func words(in bytes: ArraySlice<UInt8>) -> Set<String> {
        let words = bytes.split { !$0.isLetter && !$0.isDigit && $0 != UInt8(ascii: "_") }
        return Set(words.map { String(decoding: $0, as: UTF8.self) })
    }
}

/// Finds the parts of a text by the beginnings of its lines.
private struct PartFinder {
    private let bytes: [UInt8]
    private let keys: [String]

    init(_ bytes: [UInt8], keys: [String]) {
        self.bytes = bytes
        self.keys = keys
    }

    /// The parts in their order, each with the key that it belongs to; what stands before the first is in none.
    var parts: [(range: Range<Int>, key: String)] {
        var starts: [(offset: Int, key: String)] = []
        // How far the elements of the list are indented that is being read; nil for what is none, or not known yet.
        var indent: Int?
        var isBehindKey = false
        var lineStart = 0
        while lineStart < bytes.count {
            let end = bytes[lineStart...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let line = bytes[lineStart..<end]
            let content = line.drop { $0 == UInt8(ascii: " ") }
            if let key = keys.first(where: { line.starts(with: "\($0):".utf8) }) {
                starts.append((lineStart, key))
                indent = nil
                isBehindKey = isEmpty(line.dropFirst(key.utf8.count + 1))
            } else if !isEmpty(content) {
                let depth = content.startIndex - lineStart
                if isElement(content), isBehindKey || depth == indent, let key = starts.last?.key {
                    starts.append((lineStart, key))
                    indent = depth
                }
                isBehindKey = false
            }
            lineStart = end + 1
        }
        let ends = starts.dropFirst().map(\.offset) + [bytes.count]
        return zip(starts, ends).map { ($0.offset..<$1, $0.key) }
    }

    private func isElement(_ content: ArraySlice<UInt8>) -> Bool {
        content.first == UInt8(ascii: "-") && isBlank(content.dropFirst().first ?? UInt8(ascii: " "))
    }

    /// Whether nothing stands in the rest of a line but blanks and a comment.
    private func isEmpty(_ rest: ArraySlice<UInt8>) -> Bool {
        let content = rest.drop(while: isBlank)
        return content.isEmpty || content.first == UInt8(ascii: "#")
    }

    private func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }
}
