/// The language's own functions of strings.
enum Strings {
    /// The functions, for ``CELLibrary``.
    static let functions: [Function] =
        TextTest.allCases.map(function) + [
            Function(
                "matches", [.member([.string, .string], .bool), .global([.string, .string], .bool)],
                cost: FunctionCost(steps: { call, _ in RegularExpression.searchSteps(call) }),
                .binary(RegularExpression.matches),
                specialization: Function.Specialization(parameter: 1) { (pattern) throws(CELFault) in
                    guard case .string(let source) = pattern else { throw .noSuchOverload("matches", [pattern]) }
                    return .match(try RegularExpression(source))
                },
                traits: FunctionTraits(test: .pattern, pattern: 1))
        ]

    private static func function(_ test: TextTest) -> Function {
        Function(
            test.rawValue, [.member([.string, .string], .bool)],
            cost: .linear,
            .binary { (text, part, meter) throws(CELFault) in
                guard case .string(let text) = text, case .string(let part) = part else {
                    throw .noSuchOverload(test.rawValue, [text, part])
                }
                try meter.charge(test.cost(ofBytes: text.utf8.count))
                return .bool(test.holds(text, part))
            }, traits: FunctionTraits(test: .part(test)))
    }
}
