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
    /// Computes the result.
    let implementation: Implementation

    /// Makes a function. Declaring several of one name overloads it.
    ///
    /// - Parameter implementation: Called by any thread, several at once.
    public init(
        name: String, isMember: Bool = false, parameters: [CELType], result: CELType,
        implementation: @escaping Implementation
    ) {
        self.name = name
        self.isMember = isMember
        self.parameters = parameters
        self.result = result
        self.implementation = implementation
    }

    /// The function as the checker and planner use it; like one of the language, it takes a step for every ten bytes of
    /// its arguments and for each element of its result.
    var function: Function {
        let implementation = implementation
        let overload = Overload(isMember: isMember, parameters: parameters, result: result)
        let body: Function.Variadic = { (values, meter) throws(CELFault) in
            try meter.charge(values.reduce(0) { $0 + $1.textLength / 10 })
            switch implementation(values) {
            case .success(let value):
                if case .list(let elements) = value { try meter.charge(elements.count) }
                return value
            case .failure(let error): throw CELFault(error.code, error.message)
            }
        }
        return Function(name, [overload], .variadic(body), isHost: true)
    }
}

extension CELValue {
    /// The bytes of a text; 0 for values of other types.
    fileprivate var textLength: Int {
        switch self {
        case .string(let text): text.utf8.count
        case .bytes(let bytes): bytes.count
        default: 0
        }
    }
}
