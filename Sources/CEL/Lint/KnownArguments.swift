/// The arguments of a call as linters look at them.
struct KnownArguments {
    /// The function as it is called.
    let function: String
    /// The operands; the first is what the function is called on, if it is called on something.
    let operands: [Expression]
    private let context: LintContext
    private let knowledge: Knowledge

    /// Takes the arguments of a call.
    ///
    /// - Parameter knowledge: What is known of them where the call stands.
    init(
        _ call: Expression.Call, _ node: Expression, _ context: LintContext, knowing knowledge: Knowledge = Knowledge()
    ) {
        function = call.function
        operands = context.operands(of: call, node)
        self.context = context
        self.knowledge = knowledge
    }

    /// The text that an argument is written as.
    func text(_ index: Int) -> String? {
        guard operands.indices.contains(index), case .literal(.string(let text)) = operands[index].kind else {
            return nil
        }
        return text
    }

    /// The number that an argument is written as.
    func int(_ index: Int) -> Int64? {
        guard operands.indices.contains(index), case .literal(.int(let number)) = operands[index].kind else {
            return nil
        }
        return number
    }

    /// What is known of the text that the first argument is.
    var shape: TextShape { operands.first.map { TextShape(of: $0, context) } ?? TextShape() }

    /// The elements that the list has at least which an argument is.
    func leastCount(_ index: Int) -> Int {
        operands.indices.contains(index) ? context.leastCount(of: operands[index], knowing: knowledge) : 0
    }
}
