/// A function of the host that expressions may call.
public struct CELFunction: Sendable {
    /// Computes the result from values of the parameters' types; its own failures are errors, never traps.
    ///
    /// What it throws is what the evaluation fails with: a ``CELError`` with its code and message, and of other errors their
    /// types alone, since a description may hold a value.
    public typealias Implementation = @Sendable ([CELValue]) throws -> CELValue

    /// The name, possibly qualified, such as `pii.find`.
    public let name: String
    /// Whether it is called on its first parameter, as in `a.f(b)`.
    public let isMember: Bool
    /// The types of the parameters; for a member, the first is what it is called on.
    public let parameters: [CELType]
    /// The type of the result.
    public let result: CELType
    /// The steps that going through ten bytes of the arguments takes.
    let cost: Int
    /// What is run.
    private let body: Body

    private enum Body: Sendable {
        case values(Implementation)
        case text(@Sendable (UnsafeBufferPointer<UInt8>) -> CELTextResult)
    }

    /// Makes a function of a closure, whose types say those of the parameters and of the result.
    ///
    ///     CELFunction("shout", isMember: true) { (text: String, times: Int) in
    ///         text.uppercased() + String(repeating: "!", count: times)
    ///     }
    ///
    /// Declaring several of one name overloads it. A call takes steps for the sizes of its arguments and its result, so the
    /// work should be linear in those. A call with arguments that the types do not hold fails without reaching the closure.
    ///
    /// - Parameters:
    ///   - isMember: Whether it is called on its first parameter, as in `a.f(b)`.
    ///   - cost: The steps that ten bytes of the arguments, or an element, take; 1 or more. A step is some 50 nanoseconds.
    ///   - body: Called by any thread, several at once. It fails as an ``Implementation`` does.
    public init<each Argument: CELConvertible, Value: CELConvertible>(
        _ name: String, isMember: Bool = false, cost: Int = 1,
        _ body: @escaping @Sendable (repeat each Argument) throws -> Value
    ) {
        var parameters: [CELType] = []
        repeat parameters.append((each Argument).celType)
        self.init(
            name: name, isMember: isMember, parameters: parameters, result: Value.celType, cost: cost
        ) { values in
            var arguments = TypedArguments(values, of: name)
            return try body(repeat try arguments.next((each Argument).self)).celValue
        }
    }

    /// Makes a function of values, for types that no closure's type tells, such as `list(T)` or a message.
    ///
    /// - Parameters:
    ///   - isMember: As for ``init(_:isMember:cost:_:)``.
    ///   - cost: As for the other.
    ///   - implementation: Called by any thread, several at once, with values of the parameters' types.
    public init(
        name: String, isMember: Bool = false, parameters: [CELType], result: CELType, cost: Int = 1,
        implementation: @escaping Implementation
    ) {
        self.name = name
        self.isMember = isMember
        self.parameters = parameters
        self.result = result
        self.cost = max(1, cost)
        body = .values(implementation)
    }

    /// Makes a function of one text, which is called with its UTF-8.
    ///
    /// - Parameters:
    ///   - isMember: As for ``init(_:isMember:cost:_:)``.
    ///   - cost: As for the other.
    ///   - body: Called by any thread, several at once. It gives a value of the result's type, and must not keep the bytes.
    package init(
        ofText name: String, isMember: Bool, result: CELType, cost: Int = 1,
        _ body: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> CELTextResult
    ) {
        self.name = name
        self.isMember = isMember
        parameters = [.string]
        self.result = result
        self.cost = max(1, cost)
        self.body = .text(body)
    }

    /// The function as the checker and planner use it.
    var function: Function {
        let overload = Overload(isMember: isMember, parameters: parameters, result: result)
        let cost = cost
        let bound = FunctionCost(steps: { call, result in
            call.handling(result).saturatingAdd(call.linear.saturatingMultiply(cost)).saturatingAdd(call.work(result))
        })
        let body: Function.Body =
            switch body {
            case .values(let implementation): .variadic(charging(implementation))
            case .text(let body): .text(TextFunction(cost: cost, body: body))
            }
        return Function(name, [overload], cost: bound, body, isHost: true)
    }

    /// A body that takes the steps of the arguments and of the result.
    private func charging(_ implementation: @escaping Implementation) -> Function.Variadic {
        let (name, cost) = (name, cost)
        return { (values, meter) throws(CELFault) in
            for value in values { try meter.chargeWalk(of: value, stepCost: cost) }
            let value: CELValue
            do {
                value = try implementation(values)
            } catch {
                throw (error as? CELError)?.fault ?? .failedFunction(name, error: "\(type(of: error))")
            }
            try meter.chargeWalk(of: value, stepCost: 1)
            return value
        }
    }
}

/// The arguments of a call, one after the other as Swift values.
private struct TypedArguments {
    private let values: [CELValue]
    private let function: String
    private var index = 0

    init(_ values: [CELValue], of function: String) {
        self.values = values
        self.function = function
    }

    mutating func next<Argument: CELConvertible>(_ type: Argument.Type) throws(CELError) -> Argument {
        guard index < values.count, let argument = Argument(celValue: values[index]) else {
            throw CELFault.noSuchOverload(function, values).at(0..<0)
        }
        index += 1
        return argument
    }
}
