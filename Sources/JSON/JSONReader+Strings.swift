internal import Text

extension JSONReader {
    /// Reads a string.
    ///
    /// An escape of half a surrogate pair, such as `"\ud800"`, which RFC 8259 allows and Unicode text cannot hold,
    /// becomes U+FFFD: a name that some program cut in the middle of a character must not fail a file.
    package mutating func readString() throws(JSONError) -> String {
        try expect(.string)
        return try string(scanString())
    }

    /// The text of a string that this reader has passed, such as a name.
    package func string(_ text: JSONText) throws(JSONError) -> String {
        if text.isPlain { return String(decoding: bytes[text.range], as: UTF8.self) }
        if text.hasEscapes { return try resolvingEscapes(text.range) }
        guard let string = String(validating: bytes[text.range], as: UTF8.self) else {
            throw invalidUTF8(in: text.range)
        }
        return string
    }

    /// The bytes of a string as they stand in the text; the string itself where it `isPlain`.
    package func rawBytes(of text: JSONText) -> ArraySlice<UInt8> { bytes[text.range] }

    /// The same for as long as the closure runs, which takes less time.
    @inline(__always)
    package func withRawBytes<Result>(of text: JSONText, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[text.range])) }
    }

    /// Passes a string, from its opening to its closing quote. Its escapes and UTF-8 are not checked yet.
    mutating func scanString() throws(JSONError) -> JSONText {
        let first = position + 1
        // Most strings are ASCII without escapes, and end where that does.
        var index = bytes.withUnsafeBufferPointer { $0.endOfPlainText(from: min(first, end), before: end) }
        var hasEscapes = false
        var high: UInt8 = 0
        while index < end {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                position = index + 1
                let isPlain = !hasEscapes && high < 0x80
                return JSONText(range: first..<index, isPlain: isPlain, hasEscapes: hasEscapes)
            }
            if byte == UInt8(ascii: "\\") {
                hasEscapes = true
                index += 1
                guard index < end else { break }
            }
            guard bytes[index] >= 0x20 else {
                throw error(
                    .controlCharacter, at: index,
                    "found \(JSONError.describe(bytes[index])) inside a string; it must be escaped")
            }
            high |= byte
            index += 1
        }
        throw error(.unexpectedEnd, at: end, "expected '\"', found the end inside a string")
    }

    /// Checks a string's escapes and UTF-8.
    func validate(_ text: JSONText) throws(JSONError) {
        if !text.isPlain { _ = try string(text) }
    }

    private func resolvingEscapes(_ range: Range<Int>) throws(JSONError) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            guard bytes[index] == UInt8(ascii: "\\") else {
                text.append(bytes[index])
                index += 1
                continue
            }
            // The scan has seen that a byte follows each backslash.
            let escape = bytes[index + 1]
            switch escape {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(escape)
            case UInt8(ascii: "b"): text.append(0x08)
            case UInt8(ascii: "f"): text.append(0x0C)
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "r"): text.append(0x0D)
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "u"):
                let (scalar, length) = try scalar(escapedAt: index, before: range.upperBound)
                text.append(contentsOf: Unicode.UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
                index += length
                continue
            default:
                throw error(
                    .invalidEscape, at: index, "found '\\' before \(JSONError.describe(escape)), which is no escape")
            }
            index += 2
        }
        guard let string = String(validating: text, as: UTF8.self) else { throw invalidUTF8(in: range) }
        return string
    }

    /// The character of one `\u` escape, or of two that make a surrogate pair, and the escapes' length in bytes.
    private func scalar(
        escapedAt index: Int, before limit: Int
    ) throws(JSONError) -> (scalar: Unicode.Scalar, length: Int) {
        guard let unit = codeUnit(escapedAt: index, before: limit) else {
            throw error(.invalidEscape, at: index, "expected four hexadecimal digits after '\\u'")
        }
        if let scalar = Unicode.Scalar(unit) { return (scalar, 6) }
        guard (0xD800..<0xDC00).contains(unit), let low = codeUnit(escapedAt: index + 6, before: limit),
            (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(0x1_0000 + (UInt32(unit) - 0xD800) << 10 + UInt32(low) - 0xDC00)
        else { return ("\u{FFFD}", 6) }
        return (scalar, 12)
    }

    private func codeUnit(escapedAt index: Int, before limit: Int) -> UInt16? {
        guard index + 6 <= limit, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u") else {
            return nil
        }
        var unit: UInt16 = 0
        for byte in bytes[index + 2..<index + 6] {
            guard let digit = byte.hexDigitValue else { return nil }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }

    /// The error of the first byte that does not belong to a well-formed UTF-8 sequence.
    private func invalidUTF8(in range: Range<Int>) -> JSONError {
        var index = range.lowerBound
        var decoder = Unicode.UTF8.ForwardParser()
        var input = bytes[range].makeIterator()
        parsing: while true {
            switch decoder.parseScalar(from: &input) {
            case .valid(let sequence): index += sequence.count
            case .error, .emptyInput: break parsing
            }
        }
        return error(.invalidUTF8, at: min(index, range.upperBound), "found bytes that are not UTF-8")
    }
}
