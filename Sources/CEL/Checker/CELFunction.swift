/// A function of the host that expressions may call.
public struct CELFunction: Sendable {
    /// Computes the result from values of the parameters' types; its own failures are values, never traps.
    public typealias Implementation = @Sendable ([CELValue]) -> Result<CELValue, CELError>

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
    /// Computes the result.
    let implementation: Implementation

    /// Makes a function. Declaring several of one name overloads it.
    ///
    /// A call takes steps for the sizes of its arguments and its result, so the work should be linear in those.
    ///
    /// - Parameters:
    ///   - cost: The steps that ten bytes of the arguments, or an element, take; 1 or more. A step is some 50 nanoseconds.
    ///   - implementation: Called by any thread, several at once.
    public init(
        name: String, isMember: Bool = false, parameters: [CELType], result: CELType, cost: Int = 1,
        implementation: @escaping Implementation
    ) {
        self.name = name
        self.isMember = isMember
        self.parameters = parameters
        self.result = result
        self.cost = max(1, cost)
        self.implementation = implementation
    }

    /// The function as the checker and planner use it.
    var function: Function {
        let implementation = implementation
        let cost = cost
        let overload = Overload(isMember: isMember, parameters: parameters, result: result)
        let body: Function.Variadic = { (values, meter) throws(CELFault) in
            for value in values { try meter.chargeWalk(of: value, stepCost: cost) }
            switch implementation(values) {
            case .success(let value):
                try meter.chargeWalk(of: value, stepCost: 1)
                return value
            case .failure(let error): throw .other(error.code, error.message)
            }
        }
        let bound = FunctionCost(steps: { call, result in
            call.handling(result).saturatingAdd(call.linear.saturatingMultiply(cost)).saturatingAdd(call.work(result))
        })
        return Function(name, [overload], cost: bound, .variadic(body), isHost: true)
    }
}
