internal import Synchronization

/// Gives the values of variables by name when they are first read, and keeps them.
final class VariableLookup: Sendable {
    private let lookUp: @Sendable (String) -> CELValue?
    private let found = Mutex<[String: CELValue?]>([:])

    init(_ lookUp: @escaping @Sendable (String) -> CELValue?) { self.lookUp = lookUp }

    /// The value of a variable; `nil` for one that has none.
    func value(of name: String) -> CELValue? {
        if let known = found.withLock({ $0[name] }) { return known }
        // Not under the lock: whoever looks up may evaluate.
        let value = lookUp(name)
        return found.withLock { found in
            if let first = found[name] { return first }
            found[name] = .some(value)
            return value
        }
    }
}
