/// The macros that compute with what is in an optional.
enum OptionalMacro: String, Sendable, CaseIterable {
    /// `a.optMap(x, b)`: an optional of `b`, with `x` for what is in `a`; nothing if nothing is.
    case optMap
    /// `a.optFlatMap(x, b)`: `b`, which is an optional itself.
    case optFlatMap
}

extension Expression {
    /// `a.optMap(x, b)` or `a.optFlatMap(x, b)`. A class, for the same reason as the node.
    final class OptionalMap: Sendable {
        let macro: OptionalMacro
        let operand: Expression
        /// The name of what is in the operand.
        let variable: String
        let body: Expression

        init(macro: OptionalMacro, operand: Expression, variable: String, body: Expression) {
            self.macro = macro
            self.operand = operand
            self.variable = variable
            self.body = body
        }
    }
}
