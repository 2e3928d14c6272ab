/// Source to be written, made of words and of parts of the source that is there.
///
/// Made by interpolation: `"size(\(node)) > 0"` has the node's source in its brackets, and `"\(target: node).size()"`
/// has it in brackets of its own if it needs them to be called.
struct SourcePattern: Sendable, ExpressibleByStringInterpolation {
    /// A stretch of it.
    enum Piece: Sendable {
        case words(String)
        /// What stands at these offsets.
        case part(Range<Int>)
    }

    private(set) var pieces: [Piece] = []

    init(stringLiteral value: String) { pieces = [.words(value)] }

    init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

    /// Makes it of words alone.
    init(_ words: String) { pieces = [.words(words)] }

    /// The source of nodes with commas between them.
    static func list(_ nodes: [Expression]) -> SourcePattern {
        var pattern = SourcePattern("")
        for (index, node) in nodes.enumerated() {
            if index > 0 { pattern.pieces.append(.words(", ")) }
            pattern.pieces.append(.part(node.span))
        }
        return pattern
    }

    /// The source, in which the parts of another are.
    func text(from source: [UInt8]) -> String {
        pieces.map { piece in
            switch piece {
            case .words(let words): words
            case .part(let span): String(decoding: source[span.clamped(to: 0..<source.count)], as: UTF8.self)
            }
        }.joined()
    }

    /// The same for a reader: parts that are long, or of several lines, are only hinted at.
    func shortText(from source: [UInt8]) -> String {
        pieces.map { piece in
            switch piece {
            case .words(let words): return words
            case .part(let span):
                let part = source[span.clamped(to: 0..<source.count)]
                return part.count > Self.longestPart || part.contains(0x0A) || part.contains(0x0D)
                    ? "…" : String(decoding: part, as: UTF8.self)
            }
        }.joined()
    }

    /// The most bytes of source that messages repeat.
    private static let longestPart = 60

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate(set) var pieces: [Piece] = []

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ literal: String) { pieces.append(.words(literal)) }

        mutating func appendInterpolation(_ words: String) { pieces.append(.words(words)) }

        mutating func appendInterpolation(_ number: some BinaryInteger) { pieces.append(.words("\(number)")) }

        mutating func appendInterpolation(_ node: Expression) { pieces.append(.part(node.span)) }

        mutating func appendInterpolation(_ span: Range<Int>) { pieces.append(.part(span)) }

        mutating func appendInterpolation(_ pattern: SourcePattern) { pieces += pattern.pieces }

        /// The node where something is called on it, or an operator stands before it.
        mutating func appendInterpolation(target node: Expression) {
            guard node.needsBrackets else { return pieces.append(.part(node.span)) }
            pieces += [.words("("), .part(node.span), .words(")")]
        }
    }
}

extension Expression {
    /// Whether the node is written with an operator outside of all brackets.
    fileprivate var needsBrackets: Bool {
        switch kind {
        case .logical, .conditional: span.lowerBound == children.first?.span.lowerBound
        case .call(let call) where call.target == nil && Operators.isOperator(call.function):
            switch call.function {
            case Operators.index, Operators.optionalIndex: false
            case Operators.not, Operators.negate: span.lowerBound == call.nameSpan.lowerBound
            default: span.lowerBound == call.arguments.first?.span.lowerBound
            }
        default: false
        }
    }
}
