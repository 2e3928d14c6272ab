/// The steps that a function's calls take at most, beside those of their operands, and how large their results can be.
///
/// Part of each function's declaration. It is a bound of what the body charges, for operands as large as it is told.
struct FunctionCost: Sendable {
    /// Counts steps, given how large the result can be.
    typealias Steps = @Sendable (_ call: CallBounds, _ result: ValueBound) -> Int
    /// Tells how large the result can be.
    typealias Result = @Sendable (_ call: CallBounds) -> ValueBound

    private let countSteps: Steps
    /// How large the result can be.
    let result: Result

    /// Makes a cost.
    ///
    /// - Parameters:
    ///   - steps: By default, those of going through the operands and the result once.
    ///   - result: By default, as large as its type tells.
    init(
        steps: @escaping Steps = { call, result in call.handling(result) },
        result: @escaping Result = { call in call.resultOfType }
    ) {
        countSteps = steps
        self.result = result
    }

    /// The steps of a call, 1 at least.
    func steps(_ call: CallBounds) -> Int { max(1, countSteps(call, result(call))) }

    /// That of a function which goes through its operands and its result once.
    static let linear = FunctionCost()

    /// That of a function which looks at none of its operands.
    static let constant = FunctionCost(steps: { _, _ in 1 })

    /// That of a function which goes through a text and gives no longer one.
    static let shortening = FunctionCost(result: { call in .text(bytes: call.bytes(0)) })

    /// That of a function which cuts a text. The parts share its bytes, so that many parts are short ones.
    static let splitting = FunctionCost(result: splits)

    /// The parts of a text.
    static let splits: Result = { call in .elements(count: call.bytes(0).saturatingAdd(1), of: .text(bytes: 1)) }

    /// That of a function which gives one of a list's elements.
    static let choosing = FunctionCost(result: anElement)

    /// An element of what the function is called with.
    static let anElement: Result = { call in call.isContainer(0) ? call.operand(0).element : call.resultOfType }

    /// That of a function which compares its operands.
    static let comparing = FunctionCost(
        steps: { call, _ in call.comparison(call.operand(0), call.operand(1)).saturatingAdd(1) })

    /// That of a function which puts the elements of its operands into a table.
    static let indexing = FunctionCost(steps: { call, _ in call.linear.saturatingMultiply(30) })
}
