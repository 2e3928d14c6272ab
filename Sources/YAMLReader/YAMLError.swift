internal import Text
internal import Yams

/// A YAML text that cannot be read.
package struct YAMLError: Error, Sendable, Hashable {
    /// What a text cannot be read for.
    package enum Kind: Sendable {
        /// It is no YAML.
        case syntax
        /// A mapping has a key twice; the message quotes it.
        case duplicateKey
        /// It is YAML, of a sort that is not read.
        case unsupported
    }

    package let kind: Kind
    /// The UTF-8 offset in the text of the place.
    package let offset: Int
    /// What is wrong there: one sentence without a full stop, without anything from the text but a duplicate key.
    package let message: String

    package init(_ kind: Kind = .unsupported, offset: Int, message: String) {
        self.kind = kind
        self.offset = offset
        self.message = message
    }

    init(_ error: YamlError, positions: MarkPositions) {
        switch error {
        // The scanner stops where the text or the document ends, far from the mistake.
        case .scanner(let context?, let problem, _, _)
        where context.text.hasPrefix("while scanning a quoted scalar") && problem.hasPrefix("found unexpected "):
            self.init(
                .syntax, offset: positions.offset(of: context.mark), message: "a text in quotes that does not end")
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let circumstance = context.map { "\($0.text.trimmingBlanks): " } ?? ""
            self.init(.syntax, offset: positions.offset(of: mark), message: circumstance + problem)
        case .duplicatedKeysInMapping(let duplicates, let context):
            let names = duplicates.map { "'\($0)'" }.joined(separator: ", ")
            self.init(.duplicateKey, offset: positions.offset(of: context.mark), message: "duplicate key \(names)")
        case .reader(let problem, let offset, _, _):
            self.init(.syntax, offset: offset ?? 0, message: problem)
        case .dataCouldNotBeDecoded:
            self.init(.syntax, offset: 0, message: "the text is not UTF-8")
        case .no, .memory, .writer, .emitter, .representer:
            self.init(.syntax, offset: 0, message: "not a YAML text")
        }
    }
}

extension String {
    fileprivate var trimmingBlanks: Substring {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return text
    }
}

/// Turns the parser's lines and columns, counted in code points from 1, into UTF-8 offsets, in a time that does not depend
/// on the lengths of lines.
struct MarkPositions {
    private let bytes: [UInt8]
    private let lines: LineIndex
    /// How many code points stand before each line.
    private let lineStarts: [Int]
    /// The offset of each code point whose number is a multiple of the block's size.
    private let blocks: [Int]

    private static let blockSize = 1024

    init(_ text: String) {
        let bytes = Array(text.utf8)
        self.bytes = bytes
        lines = LineIndex(bytes)
        var blocks: [Int] = []
        var lineStarts: [Int] = []
        var count = 0
        for (offset, byte) in bytes.enumerated() {
            if lineStarts.count < lines.starts.count, lines.starts[lineStarts.count] == offset {
                lineStarts.append(count)
            }
            if byte & 0xC0 == 0x80 { continue }
            if count % Self.blockSize == 0 { blocks.append(offset) }
            count += 1
        }
        while lineStarts.count < lines.starts.count { lineStarts.append(count) }
        self.lineStarts = lineStarts
        self.blocks = blocks
    }

    func offset(of mark: Mark?) -> Int {
        guard let mark, mark.line >= 1, mark.line <= lines.starts.count else { return mark == nil ? 0 : bytes.count }
        let number = lineStarts[mark.line - 1] + max(0, mark.column - 1)
        guard number / Self.blockSize < blocks.count else { return bytes.count }
        var offset = blocks[number / Self.blockSize]
        for _ in 0..<number % Self.blockSize where offset < bytes.count {
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        }
        return offset
    }
}
