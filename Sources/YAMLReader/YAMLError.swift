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

/// Turns the parser's lines and columns, counted in code points from 1, into UTF-8 offsets.
struct MarkPositions {
    private let bytes: [UInt8]
    private let lines: LineIndex

    init(_ text: String) {
        let bytes = Array(text.utf8)
        self.bytes = bytes
        lines = LineIndex(bytes)
    }

    func offset(of mark: Mark?) -> Int {
        guard let mark, mark.line >= 1, mark.line <= lines.starts.count else { return mark == nil ? 0 : bytes.count }
        var offset = lines.starts[mark.line - 1]
        var column = 1
        while column < mark.column, offset < bytes.count {
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            column += 1
        }
        return offset
    }
}
