/// `url(a)`.
final class URLNode: PlanNode {
    private let operand: any PlanNode
    let span: Range<Int>

    init(_ operand: any PlanNode, _ span: Range<Int>) {
        self.operand = operand
        self.span = span
    }

    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue { .opaque(try url(&context)) }

    /// Computes the URL, without making a ``CELValue``.
    func url(_ context: inout EvaluationContext) throws(CELError) -> URLValue {
        var other = CELValue.null
        let text = try operand.text(&context, else: &other)
        do throws(CELFault) {
            try context.meter.charge()
            guard let text else { throw .noSuchOverload(URLFunctions.name, [other]) }
            return try URLFunctions.url(text, &context.meter)
        } catch {
            throw error.at(span)
        }
    }
}

/// `url(a).getHostname()` and the like: a part of a URL that is needed for nothing else.
final class URLPartNode: PlanNode {
    private let operand: URLNode
    private let part: URLFunctions.Part
    let span: Range<Int>

    init(_ operand: URLNode, _ part: URLFunctions.Part, _ span: Range<Int>) {
        self.operand = operand
        self.part = part
        self.span = span
    }

    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue {
        let url = try operand.url(&context)
        do throws(CELFault) {
            try context.meter.charge()
            return try part.value(of: url, &context.meter)
        } catch {
            throw error.at(span)
        }
    }
}
