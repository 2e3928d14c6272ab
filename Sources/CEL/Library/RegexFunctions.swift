/// Functions of regular expressions: Kubernetes' `find` and `findAll`, and cel-go's `ext.Regex`.
enum RegexFunctions {
    private static let strings: CELType = .list(.string)

    /// The functions, for ``CELLibrary``.
    static let functions: [Function] = [
        function("find", [.member([.string, .string], .string)], cost: findingOne) { (call, meter) throws(CELFault) in
            let found = try call.pattern.finds(in: call.text, groups: 1, limit: 1, &meter).first
            return .string(found.flatMap { $0[0] } ?? "")
        },
        function(
            "findAll", [.member([.string, .string], strings), .member([.string, .string, .int], strings)],
            cost: findingAll
        ) { (call, meter) throws(CELFault) in
            let limit = try call.count(at: 2)
            let finds = try call.pattern.finds(in: call.text, groups: 1, limit: limit, &meter)
            return .list(finds.map { .string($0[0] ?? "") })
        },
        function("regex.extract", [.global([.string, .string], .optional(.string))], cost: findingOne) {
            (call, meter) throws(CELFault) in
            .optional(try extracts(call, limit: 1, &meter).first.flatMap { $0 }.map { .string($0) })
        },
        function("regex.extractAll", [.global([.string, .string], strings)], cost: findingAll) {
            (call, meter) throws(CELFault) in
            .list(try extracts(call, limit: .max, &meter).compactMap { $0.map { .string($0) } })
        },
        function(
            "regex.replace",
            [.global([.string, .string, .string], .string), .global([.string, .string, .string, .int], .string)],
            cost: FunctionCost(
                steps: { call, _ in RegularExpression.searchAllSteps(call) }, result: StringExtensions.replaced),
            replace),
    ]

    private static let findingOne = FunctionCost(
        steps: { call, _ in RegularExpression.searchSteps(call) }, result: { call in .text(bytes: call.bytes(0)) })

    private static let findingAll = FunctionCost(
        steps: { call, _ in RegularExpression.searchAllSteps(call) }, result: FunctionCost.splits)

    /// The arguments of a call, the pattern compiled.
    struct Call {
        /// The function's name.
        let name: String
        /// All arguments.
        let values: [CELValue]
        /// The first argument.
        let text: String
        /// The second argument.
        let pattern: RegularExpression

        /// A count among the arguments; one that is missing or negative is no limit.
        func count(at position: Int) throws(CELFault) -> Int {
            guard position < values.count else { return .max }
            guard case .int(let count) = values[position] else { throw .noSuchOverload(name, values) }
            return count < 0 ? .max : Int(clamping: count)
        }
    }

    /// A function whose first argument is a text and whose second is a pattern, compiled once if it is constant.
    static func function(
        _ name: String, _ overloads: [Overload], cost: FunctionCost,
        _ body: @escaping @Sendable (Call, inout CostMeter) throws(CELFault) -> CELValue
    ) -> Function {
        let generic: Function.Variadic = { (values, meter) throws(CELFault) in
            guard values.count >= 2, case .string(let text) = values[0], case .string(let source) = values[1] else {
                throw .noSuchOverload(name, values)
            }
            let pattern = try RegularExpression.compile(source, &meter)
            return try body(Call(name: name, values: values, text: text, pattern: pattern), &meter)
        }
        let specialization = Function.Specialization(parameter: 1) { (constant) throws(CELFault) in
            guard case .string(let source) = constant else { throw .noSuchOverload(name, [constant]) }
            let pattern = try RegularExpression(source)
            return .variadic { (values, meter) throws(CELFault) in
                guard case .string(let text) = values.first else { throw .noSuchOverload(name, values) }
                return try body(Call(name: name, values: values, text: text, pattern: pattern), &meter)
            }
        }
        return Function(
            name, overloads, cost: cost, .variadic(generic), specialization: specialization,
            traits: FunctionTraits(pattern: 1))
    }

    /// What the pattern's only group matched in each match, or the whole matches if it has none.
    ///
    /// - Returns: `nil` in the place of an empty group.
    static func extracts(_ call: Call, limit: Int, _ meter: inout CostMeter) throws(CELFault) -> [String?] {
        let groups = call.pattern.groupCount
        guard groups <= 1 else {
            throw .groups(in: call.name, groups)
        }
        let finds = try call.pattern.finds(in: call.text, groups: groups + 1, limit: limit, &meter)
        guard groups == 1 else { return finds.map { $0[0] } }
        return finds.map { $0[1].flatMap { $0.isEmpty ? nil : $0 } }
    }

    private static func replace(_ call: Call, _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        guard call.values.count >= 3, case .string(let replacement) = call.values[2] else {
            throw .noSuchOverload(call.name, call.values)
        }
        let limit = try call.count(at: 3)
        if limit == 0 { return .string(call.text) }
        try meter.charge(bytes: replacement.utf8.count)
        let template = try ReplacementTemplate(replacement, groups: call.pattern.groupCount)
        return .string(try call.pattern.replaced(in: call.text, with: template, limit: limit, &meter))
    }
}
