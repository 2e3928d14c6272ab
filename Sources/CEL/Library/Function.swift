/// One way to call a function: whether on a value, with which types, and what it gives.
struct Overload: Sendable {
    /// Whether the first parameter stands before the dot.
    let isMember: Bool
    /// The parameters' types, that of a member's target first.
    let parameters: [CELType]
    /// The type of the result.
    let result: CELType

    /// `f(a, b)`.
    static func global(_ parameters: [CELType], _ result: CELType) -> Overload {
        Overload(isMember: false, parameters: parameters, result: result)
    }

    /// `a.f(b)`.
    static func member(_ parameters: [CELType], _ result: CELType) -> Overload {
        Overload(isMember: true, parameters: parameters, result: result)
    }
}

/// A function or operator: its overloads, and one body for all of them that looks at the types of the values.
///
/// All that is known of it stands in its declaration: what it costs, what its arguments must be as far as that can be told
/// before evaluating, and what follows from its calls.
struct Function: Sendable {
    /// A body for one value.
    typealias Unary = @Sendable (CELValue, inout CostMeter) throws(CELFault) -> CELValue
    /// A body for two values.
    typealias Binary = @Sendable (CELValue, CELValue, inout CostMeter) throws(CELFault) -> CELValue
    /// A body for any number of values.
    typealias Variadic = @Sendable ([CELValue], inout CostMeter) throws(CELFault) -> CELValue

    /// What is run; the number of parameters is that of the overloads.
    enum Body: Sendable {
        case unary(Unary)
        case binary(Binary)
        case variadic(Variadic)
        /// Whether a text matches a pattern, which is also an argument.
        case match(RegularExpression)
        /// The host's, of one text.
        case text(TextFunction)
    }

    /// A body made for a constant argument: what the constant alone decides is found out once, before evaluating.
    struct Specialization: Sendable {
        /// Which of the parameters may be constant.
        let parameter: Int
        /// Makes the body, which is called with all arguments; throws what is wrong with the constant.
        let body: @Sendable (CELValue) throws(CELFault) -> Body

        /// Makes a specialization.
        init(parameter: Int, body: @escaping @Sendable (CELValue) throws(CELFault) -> Body) {
            self.parameter = parameter
            self.body = body
        }
    }

    /// The name, an operator's as in ``Operators``.
    let name: String
    /// The ways to call it.
    let overloads: [Overload]
    /// What calls cost at most.
    let cost: FunctionCost
    /// What is run.
    let body: Body
    /// Whether it is the host's: its body trusts that values have the overloads' types, and may do more than compute.
    let isHost: Bool
    /// How a constant argument makes a body of its own.
    let specialization: Specialization?
    /// Finds arguments that are wrong as they are written.
    let check: ArgumentCheck?
    /// What follows from calls.
    let traits: FunctionTraits

    /// Makes a function.
    init(
        _ name: String, _ overloads: [Overload], cost: FunctionCost, _ body: Body, isHost: Bool = false,
        specialization: Specialization? = nil, check: ArgumentCheck? = nil, traits: FunctionTraits = FunctionTraits()
    ) {
        self.name = name
        self.overloads = overloads
        self.cost = cost
        self.body = body
        self.isHost = isHost
        self.specialization = specialization
        self.check = check
        self.traits = traits
    }

    /// The function for calls with the constant at the specialization's parameter.
    ///
    /// - Throws: What is wrong with the constant.
    func specialized(for constant: CELValue) throws(CELFault) -> Function {
        guard let specialization else { return self }
        return Function(
            name, overloads, cost: cost, try specialization.body(constant), isHost: isHost, check: check,
            traits: traits)
    }

    /// Whether an overload takes values of these types.
    func accepts(_ values: [CELValue]) -> Bool {
        overloads.contains { overload in
            overload.parameters.count == values.count
                && zip(values, overload.parameters).allSatisfy { $0.conforms(to: $1) }
        }
    }

    /// Runs the body.
    func call(_ values: [CELValue], _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        switch body {
        case .unary(let body) where values.count == 1: return try body(values[0], &meter)
        case .binary(let body) where values.count == 2: return try body(values[0], values[1], &meter)
        case .variadic(let body): return try body(values, &meter)
        case .match(let pattern):
            guard case .string(let text) = values.first else { throw .noSuchOverload(name, values) }
            return .bool(try pattern.matches(text, &meter))
        case .text(let function):
            guard case .string(let text) = values.first else { throw .noSuchOverload(name, values) }
            return try function.call(text, &meter)
        case .unary, .binary: throw .noSuchOverload(name, values)
        }
    }
}
