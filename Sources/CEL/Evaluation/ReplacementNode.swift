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
    /// By call, the UTF-8 of the part, and the characters in it.
    private let parts: [[UInt8]]
    private let characters: [ASCIISet]

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
        characters = calls.map { ASCIISet($0.part) }
    }

    func text(_ context: inout EvaluationContext, else other: inout CELValue) throws(CELError) -> TextBytes? {
        guard var text = try operand.text(&context, else: &other) else {
            let call = calls[0]
            try context.step(at: call.span)
            throw CELFault.noSuchOverload(StringExtensions.replaceName, [other, .string(call.part), .string(call.new)])
                .at(call.span)
        }
        // Those that the text has, and perhaps some that were replaced.
        var found = ASCIISet(of: text)
        for index in parts.indices {
            do throws(CELFault) {
                try context.meter.charge()
                try context.meter.charge(bytes: text.count)
                guard found.isSuperset(of: characters[index]),
                    parts[index].withUnsafeBufferPointer({ TextTest.contains.holds(text, $0) })
                else { continue }
                let call = calls[index]
                if let (old, new) = call.byte {
                    text = try Self.replacing(old, by: new, in: text, &context)
                    found.insert(new)
                    continue
                }
                guard
                    let changed = try StringExtensions.replaced(
                        String(text), call.part, call.new, limit: .max, &context.meter)
                else { continue }
                text = context.room.copy(changed)
            } catch {
                throw error.at(calls[index].span)
            }
            if index + 1 < parts.count { found = ASCIISet(of: text) }
        }
        return text
    }
}

extension ReplacementNode {
    /// The text with each of a byte made another, after the steps that ``StringExtensions`` takes for that.
    private static func replacing(
        _ old: UInt8, by new: UInt8, in text: TextBytes, _ context: inout EvaluationContext
    ) throws(CELFault) -> TextBytes {
        let finds = text.count(ascii: old...old)
        let affordable = context.meter.remaining
        try context.meter.charge(min(finds, affordable))
        if finds > affordable { throw CostMeter.exceeded }
        try context.meter.charge(bytes: finds)
        return context.room.make(text.count) { text.copy(to: $0, changing: old ^ new, of: old...old) }
    }
}
