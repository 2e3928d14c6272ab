/// A call of a function of one argument.
final class UnaryCallNode: PlanNode {
    private let body: Function.Unary
    private let argument: any PlanNode
    let span: Range<Int>

    init(_ body: @escaping Function.Unary, _ argument: any PlanNode, _ span: Range<Int>) {
        self.body = body
        self.argument = argument
        self.span = span
    }

    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue {
        let argument = try argument.value(&context)
        do throws(CELFault) {
            try context.meter.charge()
            return try body(argument, &context.meter)
        } catch {
            throw error.at(span)
        }
    }
}

/// A call of a function of two arguments.
final class BinaryCallNode: PlanNode {
    private let body: Function.Binary
    private let first: any PlanNode
    private let second: any PlanNode
    let span: Range<Int>

    init(_ body: @escaping Function.Binary, _ first: any PlanNode, _ second: any PlanNode, _ span: Range<Int>) {
        self.body = body
        self.first = first
        self.second = second
        self.span = span
    }

    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue {
        let first = try first.value(&context)
        let second = try second.value(&context)
        do throws(CELFault) {
            try context.meter.charge()
            return try body(first, second, &context.meter)
        } catch {
            throw error.at(span)
        }
    }
}

/// A call of any function, or one of several that take so many arguments: the first that takes their types.
final class CallNode: PlanNode {
    private let name: String
    /// The usual only one has a place of its own: taking it out of a list would retain all that it has.
    private let function: Function
    private let others: ArraySlice<Function>
    private let arguments: [any PlanNode]
    let span: Range<Int>

    /// - Parameter functions: At least one.
    init(_ name: String, _ functions: [Function], _ arguments: [any PlanNode], _ span: Range<Int>) {
        self.name = name
        function = functions[0]
        others = functions.dropFirst()
        self.arguments = arguments
        self.span = span
    }

    /// The arguments of a call of constants but for the first.
    func arguments(after first: CELValue) -> [CELValue] {
        [first] + arguments.dropFirst().compactMap { ($0 as? ConstantNode)?.constant }
    }

    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue {
        var values: [CELValue] = []
        values.reserveCapacity(arguments.count)
        for argument in arguments { values.append(try argument.value(&context)) }
        do throws(CELFault) {
            try context.meter.charge()
            if function.accepts(values) { return try function.call(values, &context.meter) }
            for function in others where function.accepts(values) {
                return try function.call(values, &context.meter)
            }
            throw .noSuchOverload(name, values)
        } catch {
            throw error.at(span)
        }
    }
}

/// A call of a function of the host that takes one text.
final class TextFunctionNode: PlanNode {
    private let operand: TextOperand
    private let name: String
    private let function: TextFunction
    let givesText: Bool
    let span: Range<Int>

    init(_ operand: any PlanNode, _ name: String, _ function: TextFunction, givesText: Bool, _ span: Range<Int>) {
        self.operand = TextOperand(operand)
        self.name = name
        self.function = function
        self.givesText = givesText
        self.span = span
    }

    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue {
        let mark = context.room.mark
        defer { context.room.release(to: mark) }
        var other = CELValue.null
        return try called(&context, else: &other).map { .string(String($0)) } ?? other
    }

    func text(_ context: inout EvaluationContext, else other: inout CELValue) throws(CELError) -> TextBytes? {
        if let text = try called(&context, else: &other) { return text }
        if case .string(let text) = other { return context.room.copy(text) }
        return nil
    }

    private func called(
        _ context: inout EvaluationContext, else other: inout CELValue
    ) throws(CELError) -> TextBytes? {
        var argument = CELValue.null
        let text = try operand.text(&context, else: &argument)
        do throws(CELFault) {
            try context.meter.charge()
            guard let text else { throw .noSuchOverload(name, [argument]) }
            return try function.call(text, &context, else: &other)
        } catch {
            throw error.at(span)
        }
    }
}

/// `matches` with a pattern that was compiled when planning.
final class MatchNode: ConditionNode {
    private let text: TextOperand
    private let pattern: RegularExpression
    let span: Range<Int>

    init(_ text: any PlanNode, _ pattern: RegularExpression, _ span: Range<Int>) {
        self.text = TextOperand(text)
        self.pattern = pattern
        self.span = span
    }

    func bool(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        if let text = text.atHand(context) { return try matches(text, &context) }
        return try evaluated(&context)
    }

    @inline(never)
    private func evaluated(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        let mark = context.room.mark
        defer { context.room.release(to: mark) }
        var other = CELValue.null
        if let text = try text.node.text(&context, else: &other) { return try matches(text, &context) }
        throw CELFault.noSuchOverload("matches", [other, .string("")]).at(span)
    }

    @inline(__always)
    private func matches(_ text: TextBytes, _ context: inout EvaluationContext) throws(CELError) -> Bool {
        try context.steps(pattern.searchSteps(bytes: text.count, groups: 1), at: span)
        return pattern.matches(text)
    }
}
