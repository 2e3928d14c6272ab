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
    /// What is run.
    let body: Body
    /// For one of the host's, the steps that going through ten bytes of its arguments takes.
    let hostCost: Int?
    /// How a constant argument makes a body of its own.
    let specialization: Specialization?

    /// Makes a function.
    init(
        _ name: String, _ overloads: [Overload], _ body: Body, hostCost: Int? = nil,
        specialization: Specialization? = nil
    ) {
        self.name = name
        self.overloads = overloads
        self.body = body
        self.hostCost = hostCost
        self.specialization = specialization
    }

    /// Whether it is the host's: its body trusts that values have the overloads' types, and may do more than compute.
    var isHost: Bool { hostCost != nil }

    /// The function for calls with the constant at the specialization's parameter.
    ///
    /// - Throws: What is wrong with the constant.
    func specialized(for constant: CELValue) throws(CELFault) -> Function {
        guard let specialization else { return self }
        return Function(name, overloads, try specialization.body(constant), hostCost: hostCost)
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
        case .unary(let body) where values.count == 1: try body(values[0], &meter)
        case .binary(let body) where values.count == 2: try body(values[0], values[1], &meter)
        case .variadic(let body): try body(values, &meter)
        case .unary, .binary: throw .noSuchOverload(name, values)
        }
    }
}
