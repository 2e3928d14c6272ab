/// A way to turn arbitrary bytes into work for the language, with properties that must hold whatever the bytes are.
package enum FuzzTarget: String, CaseIterable, Sendable {
    /// The bytes are the source of an expression.
    case compile
    /// The bytes choose the parts of an expression that mostly fits the types asked for, so that evaluation is reached.
    case evaluate

    /// Runs the work for an input.
    ///
    /// - Returns: The properties that do not hold, a sentence each; empty when all do.
    package func violations(_ input: [UInt8]) -> [String] {
        switch self {
        case .compile:
            // Invalid UTF-8 becomes U+FFFD, as it does wherever the program reads a text.
            let source = String(decoding: input, as: UTF8.self)
            return ProgramProperties(source, values: input.reduce(0, &+), isCondition: false).violations
        case .evaluate:
            let (source, values, kind) = Self.generated(input)
            return ProgramProperties(source, values: values, isCondition: kind == .bool).violations
        }
    }

    /// The expression that an input of `evaluate` stands for, the choice of variables' values, and the kind asked for.
    static func generated(_ input: [UInt8]) -> (source: String, values: UInt8, kind: ExpressionKind) {
        var choices = ChoiceReader(input)
        let values = choices.next()
        let kind = choices.element(of: ExpressionKind.allCases) ?? .bool
        var generator = ExpressionGenerator(choices)
        return (generator.expression(of: kind), values, kind)
    }
}
