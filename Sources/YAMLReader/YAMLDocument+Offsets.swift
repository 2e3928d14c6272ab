extension YAMLDocument {
    /// Finds where in the document's text each byte of a text node's value was written, so that an error inside the
    /// value can be shown at its place in the file, whatever the quotes, escapes and folded lines.
    ///
    /// - Returns: One offset in the text for each UTF-8 byte of the value, and one for its end; nil for other nodes.
    ///   Linear in the value's size.
    package func offsets(ofBytesIn node: YAMLNode) -> [Int]? {
        guard let value = node.string, let style = node.style else { return nil }
        var aligner = ScalarAligner(source: bytes, start: node.offset, style: style)
        return aligner.align(Array(value.utf8))
    }
}

/// Walks a scalar's value and its source side by side.
private struct ScalarAligner {
    let source: [UInt8]
    let style: YAMLNode.ScalarStyle
    private var position: Int

    init(source: [UInt8], start: Int, style: YAMLNode.ScalarStyle) {
        self.source = source
        self.style = style
        position = min(start, source.count)
        switch style {
        case .plain: break
        case .singleQuoted, .doubleQuoted: position += 1
        case .block:
            while position < source.count, source[position] != UInt8(ascii: "\n") { position += 1 }
            position += 1
        }
    }

    mutating func align(_ value: [UInt8]) -> [Int] {
        var offsets: [Int] = []
        offsets.reserveCapacity(value.count + 1)
        var index = 0
        while index < value.count {
            let byte = value[index]
            if style == .doubleQuoted, current == UInt8(ascii: "\\"), let length = escapeLength() {
                let width = length == 0 ? 0 : UTF8Width.of(leadByte: byte)
                offsets.append(contentsOf: repeatElement(position, count: min(width, value.count - index)))
                index += width
                if length == 0 { skipLineContinuation() } else { position += length }
                continue
            }
            if !isBlank(byte) { skipBlanks(unless: byte) }
            offsets.append(min(position, source.count))
            if isBlank(byte), current != byte {
                skipBlanks(unless: nil)
            } else if style == .singleQuoted, byte == UInt8(ascii: "'") {
                position += 2
            } else {
                position += 1
            }
            index += 1
        }
        offsets.append(min(position, source.count))
        return offsets
    }

    private var current: UInt8? { position < source.count ? source[position] : nil }

    private func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t")
            || byte == UInt8(ascii: "\r")
    }

    private mutating func skipBlanks(unless byte: UInt8?) {
        while let current, isBlank(current), current != byte { position += 1 }
    }

    private mutating func skipLineContinuation() {
        position += 1
        skipBlanks(unless: nil)
    }

    /// The length of the escape at the current position in bytes, 0 for an escaped line end.
    private func escapeLength() -> Int? {
        guard position + 1 < source.count else { return nil }
        return switch source[position + 1] {
        case UInt8(ascii: "x"): 4
        case UInt8(ascii: "u"): 6
        case UInt8(ascii: "U"): 10
        case UInt8(ascii: "\n"): 0
        default: 2
        }
    }
}

private enum UTF8Width {
    static func of(leadByte: UInt8) -> Int {
        switch leadByte {
        case 0..<0x80: 1
        case 0..<0xE0: 2
        case 0..<0xF0: 3
        default: 4
        }
    }
}
