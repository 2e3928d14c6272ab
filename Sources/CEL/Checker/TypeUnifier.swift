/// Decides whether one type fits another, finding out what type parameters stand for on the way.
///
/// The rules are those of the reference implementation's checker (cel-go, `checker/types.go`): `dyn` fits everything, a
/// wrapper fits what it wraps, null fits what is nullable, and of two types that fit the more general one is kept.
struct TypeUnifier: Sendable {
    private var substitutions: [String: CELType] = [:]
    private var count = 0

    /// Types with each of their parameters replaced by a new one of this unifier, the same for the same name.
    mutating func instantiate(_ types: [CELType]) -> [CELType] {
        var fresh: [String: CELType] = [:]
        return types.map { instantiate($0, &fresh) }
    }

    /// A new type parameter.
    mutating func freshParameter() -> CELType {
        count += 1
        return .typeParameter("\(count)")
    }

    private mutating func instantiate(_ type: CELType, _ fresh: inout [String: CELType]) -> CELType {
        switch type {
        case .typeParameter(let name):
            if let known = fresh[name] { return known }
            let parameter = freshParameter()
            fresh[name] = parameter
            return parameter
        case .list(let element): return .list(instantiate(element, &fresh))
        case .map(let key, let value): return .map(instantiate(key, &fresh), instantiate(value, &fresh))
        case .opaque(let name, let parameters) where !parameters.isEmpty:
            var replaced: [CELType] = []
            for parameter in parameters { replaced.append(instantiate(parameter, &fresh)) }
            return .opaque(name, replaced)
        default: return type
        }
    }

    /// The type with all that is known about its parameters.
    ///
    /// - Parameter unknown: What parameters without a type become; as they are if `nil`.
    func resolve(_ type: CELType, unknown: CELType? = nil) -> CELType {
        switch type {
        case .typeParameter(let name):
            substitutions[name].map { resolve($0, unknown: unknown) } ?? unknown ?? type
        case .list(let element): .list(resolve(element, unknown: unknown))
        case .map(let key, let value): .map(resolve(key, unknown: unknown), resolve(value, unknown: unknown))
        case .opaque(let name, let parameters) where !parameters.isEmpty:
            .opaque(name, parameters.map { resolve($0, unknown: unknown) })
        default: type
        }
    }

    /// Whether each type fits its counterpart. What was found out about parameters is kept only if all do.
    mutating func fits(_ types: [CELType], _ expected: [CELType]) -> Bool {
        guard types.count == expected.count else { return false }
        var trial = self
        for (type, expected) in zip(types, expected) where !trial.unify(type, expected) { return false }
        self = trial
        return true
    }

    /// The type of an aggregate's elements when one of another type joins them: `dyn` for types that do not fit.
    mutating func join(_ previous: CELType?, _ next: CELType) -> CELType {
        guard let previous else { return next }
        guard fits([previous], [next]) else { return .dyn }
        return Self.mostGeneral(resolve(previous), resolve(next))
    }

    private mutating func unify(_ left: CELType, _ right: CELType) -> Bool {
        if case .typeParameter(let name) = right {
            let (fits, wasKnown) = substitute(left, for: name)
            if fits { return true }
            if wasKnown { return false }
        }
        if case .typeParameter(let name) = left { return substitute(right, for: name).fits }
        switch (left, right) {
        case (.dyn, _), (_, .dyn): return true
        case (.null, let other), (let other, .null): return Self.isNullable(other)
        case (.wrapper(let left), _): return unify(left, right)
        case (_, .wrapper(let right)): return unify(left, right)
        case (.list(let left), .list(let right)): return unify(left, right)
        case (.map(let leftKey, let leftValue), .map(let rightKey, let rightValue)):
            return unify(leftKey, rightKey) && unify(leftValue, rightValue)
        case (.opaque(let leftName, let leftParameters), .opaque(let rightName, let rightParameters)):
            guard leftName == rightName, leftParameters.count == rightParameters.count else { return false }
            for (left, right) in zip(leftParameters, rightParameters) where !unify(left, right) { return false }
            return true
        default: return left == right
        }
    }

    private mutating func substitute(_ type: CELType, for name: String) -> (fits: Bool, wasKnown: Bool) {
        if case .typeParameter(name) = type { return (true, true) }
        if let known = substitutions[name] {
            if known == type { return (true, true) }
            guard unify(type, known) else { return (false, true) }
            let general = Self.mostGeneral(type, known)
            if !refers(general, to: name) { substitutions[name] = general }
            return (true, true)
        }
        guard !refers(type, to: name) else { return (false, false) }
        substitutions[name] = type
        return (true, false)
    }

    private func refers(_ type: CELType, to name: String) -> Bool {
        switch type {
        case .typeParameter(let other):
            other == name || (substitutions[other].map { refers($0, to: name) } ?? false)
        case .list(let element): refers(element, to: name)
        case .map(let key, let value): refers(key, to: name) || refers(value, to: name)
        case .opaque(_, let parameters): parameters.contains { refers($0, to: name) }
        default: false
        }
    }

    private static func isNullable(_ type: CELType) -> Bool {
        switch type {
        case .null, .wrapper, .message, .opaque, .timestamp, .duration: true
        default: false
        }
    }

    private static func mostGeneral(_ left: CELType, _ right: CELType) -> CELType {
        isAsGeneral(left, right) ? left : right
    }

    private static func isAsGeneral(_ left: CELType, _ right: CELType) -> Bool {
        switch (left, right) {
        case (.dyn, _), (.typeParameter, _): true
        case (_, .dyn), (_, .typeParameter): false
        case (_, .null): true
        case (.wrapper(let left), let right): left == right.unwrapped
        case (.list(let left), .list(let right)): isAsGeneral(left, right)
        case (.map(let leftKey, let leftValue), .map(let rightKey, let rightValue)):
            isAsGeneral(leftKey, rightKey) && isAsGeneral(leftValue, rightValue)
        case (.opaque(let leftName, let left), .opaque(let rightName, let right)):
            leftName == rightName && left.count == right.count && zip(left, right).allSatisfy { isAsGeneral($0, $1) }
        default: left == right
        }
    }
}
