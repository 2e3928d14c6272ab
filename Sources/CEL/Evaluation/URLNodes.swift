/// `url(a)`.
final class URLNode: PlanNode {
    private let operand: TextOperand
    let span: Range<Int>

    init(_ operand: any PlanNode, _ span: Range<Int>) {
        self.operand = TextOperand(operand)
        self.span = span
    }

    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue {
        let mark = context.room.mark
        defer { context.room.release(to: mark) }
        return .opaque(try url(of: text(&context)))
    }

    /// The text, whose steps as a URL were taken.
    fileprivate func text(_ context: inout EvaluationContext) throws(CELError) -> TextBytes {
        try operand.argument(of: URLFunctions.name, &context, at: span)
    }

    /// The URL that a text is.
    fileprivate func url(of text: TextBytes) throws(CELError) -> URLValue {
        if let url = URLValue(String(text)) { return url }
        throw CELFault.noURL.at(span)
    }
}

/// `url(a).getHostname()` and the like: a part of a URL that is needed for nothing else.
final class URLPartNode: TextNode {
    private let operand: URLNode
    private let part: URLFunctions.Part
    let span: Range<Int>

    init(_ operand: URLNode, _ part: URLFunctions.Part, _ span: Range<Int>) {
        self.operand = operand
        self.part = part
        self.span = span
    }

    func text(_ context: inout EvaluationContext, else other: inout CELValue) throws(CELError) -> TextBytes? {
        let text = try operand.text(&context)
        let plain = context.parts(ofURL: text)
        // What is no URL fails before the part is asked for.
        let url = plain == nil ? try operand.url(of: text) : nil
        do throws(CELFault) {
            try context.meter.charge()
            if let range = plain.flatMap({ part.range(in: $0, of: text) }) {
                try context.meter.charge(bytes: text.count)
                return TextBytes(rebasing: text[range])
            }
            guard let url = url ?? URLValue(String(text)) else { throw .noURL }
            let value = try part.value(of: url, &context.meter)
            if case .string(let string) = value { return context.room.copy(string) }
            other = value
            return nil
        } catch {
            throw error.at(span)
        }
    }
}

/// `isURL(a)`.
final class URLTestNode: ConditionNode {
    private let operand: TextOperand
    let span: Range<Int>

    init(_ operand: any PlanNode, _ span: Range<Int>) {
        self.operand = TextOperand(operand)
        self.span = span
    }

    func bool(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        let mark = context.room.mark
        defer { context.room.release(to: mark) }
        let text = try operand.argument(of: URLFunctions.testName, &context, at: span)
        return context.parts(ofURL: text) != nil || ParsedURL(String(text)) != nil
    }
}
