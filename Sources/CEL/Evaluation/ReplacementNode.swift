internal import Text

/// `a.replace('x', 'y').replace('z', '')…`: replacements of constants one after another.
///
/// Most texts have nothing to be replaced, so what bytes there are is found out once for all of them.
final class ReplacementNode: TextNode {
    /// One call.
    struct Call: Sendable {
        let part: String
        let new: String
        let span: Range<Int>
        /// What is replaced and by what, if each is one ASCII character, as in `replace('_', '-')`.
        let byte: (old: UInt8, new: UInt8)?

        init(part: String, new: String, _ span: Range<Int>) {
            self.part = part
            self.new = new
            self.span = span
            let bytes = (part.utf8.first, new.utf8.first)
            byte =
                if part.utf8.count == 1, new.utf8.count == 1, let old = bytes.0, let new = bytes.1 { (old, new) } else {
                    nil
                }
        }
    }

    private let operand: any PlanNode
    private let calls: [Call]
    /// By call, the UTF-8 of the part.
    private let parts: [[UInt8]]

    var span: Range<Int> { calls[calls.count - 1].span }

    /// - Parameter operand: If it is a replacement of constants too, both are made one.
    init(_ operand: any PlanNode, _ call: Call) {
        if let inner = operand as? ReplacementNode {
            self.operand = inner.operand
            calls = inner.calls + [call]
        } else {
            self.operand = operand
            calls = [call]
        }
        parts = calls.map { Array($0.part.utf8) }
    }

    func text(_ context: inout EvaluationContext, else other: inout CELValue) throws(CELError) -> TextBytes? {
        guard var text = try operand.text(&context, else: &other) else {
            let call = calls[0]
            try context.step(at: call.span)
            throw CELFault.noSuchOverload(StringExtensions.replaceName, [other, .string(call.part), .string(call.new)])
                .at(call.span)
        }
        var bytes = ByteSet(text)
        for (index, part) in parts.enumerated() {
            let call = calls[index]
            do throws(CELFault) {
                try context.meter.charge()
                try context.meter.charge(bytes: text.count)
                if !bytes.mayContain(part) || !part.withUnsafeBufferPointer({ TextTest.contains.holds(text, $0) }) {
                    continue
                }
                if let (old, new) = call.byte {
                    text = try Self.replacing(old, by: new, in: text, &context)
                    bytes.insert(new)
                    continue
                }
                guard
                    let changed = try StringExtensions.replaced(
                        String(text), call.part, call.new, limit: .max, &context.meter)
                else { continue }
                text = context.room.copy(changed)
            } catch {
                throw error.at(call.span)
            }
            if index + 1 < parts.count { bytes = ByteSet(text) }
        }
        return text
    }
}

extension ReplacementNode {
    /// The text with each of a byte made another, after the steps that ``StringExtensions`` takes for that.
    private static func replacing(
        _ old: UInt8, by new: UInt8, in text: TextBytes, _ context: inout EvaluationContext
    ) throws(CELFault) -> TextBytes {
        let finds = text.count { $0 == old }
        let affordable = context.meter.remaining
        try context.meter.charge(min(finds, affordable))
        if finds > affordable { throw CostMeter.exceeded }
        try context.meter.charge(bytes: finds)
        return context.room.make(text.count) { room in
            for index in 0..<text.count {
                room.initializeElement(at: index, to: text[index] == old ? new : text[index])
            }
        }
    }
}

/// The bytes that a text may have, and the pairs of bytes, as far as 256 bits tell them apart.
private struct ByteSet {
    private var bytes = Bits()
    private var pairs = Bits()
    /// What came in since: any pair with one of these may be there.
    private var inserted = Bits()

    private struct Bits {
        private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

        @inline(__always)
        mutating func insert(_ number: UInt8) {
            let bit: UInt64 = 1 << UInt64(number & 63)
            switch number >> 6 {
            case 0: words.0 |= bit
            case 1: words.1 |= bit
            case 2: words.2 |= bit
            default: words.3 |= bit
            }
        }

        @inline(__always)
        func contains(_ number: UInt8) -> Bool {
            let word =
                switch number >> 6 {
                case 0: words.0
                case 1: words.1
                case 2: words.2
                default: words.3
                }
            return word >> UInt64(number & 63) & 1 == 1
        }
    }

    init(_ text: TextBytes) {
        var (bytes, pairs) = (bytes, pairs)
        var last: UInt8 = 0
        for byte in text {
            bytes.insert(byte)
            pairs.insert(Self.number(last, byte))
            last = byte
        }
        self.bytes = bytes
        self.pairs = pairs
    }

    /// Takes notice that some bytes of the text were made this one.
    mutating func insert(_ byte: UInt8) {
        bytes.insert(byte)
        inserted.insert(byte)
    }

    /// Whether a part may stand in the text; an empty one does.
    @inline(__always)
    func mayContain(_ part: [UInt8]) -> Bool {
        switch part.count {
        case 0: true
        case 1: bytes.contains(part[0])
        default:
            pairs.contains(Self.number(part[0], part[1])) || inserted.contains(part[0]) || inserted.contains(part[1])
        }
    }

    /// The bit of a pair.
    @inline(__always)
    private static func number(_ first: UInt8, _ second: UInt8) -> UInt8 { first &* 31 &+ second }
}
