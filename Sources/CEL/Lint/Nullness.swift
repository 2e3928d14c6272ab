/// Whether a value may be null, and the same for what is in it.
indirect enum Nullness: Sendable {
    /// A value without elements.
    case scalar(mayBeNull: Bool)
    /// A list, a map as to its values, or an optional.
    case container(mayBeNull: Bool, element: Nullness)

    /// A value that is never null and holds nothing that is.
    static var never: Nullness { .scalar(mayBeNull: false) }

    /// What the type alone tells.
    init(of type: CELType) {
        switch type {
        case .wrapper: self = .scalar(mayBeNull: true)
        case .null: self = .scalar(mayBeNull: true)
        case .list(let element): self = .container(mayBeNull: false, element: Nullness(of: element))
        case .map(_, let value): self = .container(mayBeNull: false, element: Nullness(of: value))
        default: self = type.optionalContent.map { .container(mayBeNull: false, element: Nullness(of: $0)) } ?? .never
        }
    }

    /// Whether the value itself may be null.
    var mayBeNull: Bool {
        switch self {
        case .scalar(let mayBeNull), .container(let mayBeNull, _): mayBeNull
        }
    }

    /// What the elements are.
    var element: Nullness {
        if case .container(_, let element) = self { element } else { .never }
    }

    /// Whether the value or anything in it may be null.
    var holdsNull: Bool {
        switch self {
        case .scalar(let mayBeNull): mayBeNull
        case .container(let mayBeNull, let element): mayBeNull || element.holdsNull
        }
    }

    /// The same for a value that is known not to be null, or that is read from a field which may be.
    func with(mayBeNull: Bool) -> Nullness {
        switch self {
        case .scalar: .scalar(mayBeNull: mayBeNull)
        case .container(_, let element): .container(mayBeNull: mayBeNull, element: element)
        }
    }

    /// What is one or the other.
    func joined(with other: Nullness) -> Nullness {
        switch (self, other) {
        case (.scalar(let left), .scalar(let right)): .scalar(mayBeNull: left || right)
        case (.container(let left, let element), .container(let right, let otherElement)):
            .container(mayBeNull: left || right, element: element.joined(with: otherElement))
        case (.container(let left, let element), .scalar(let right)),
            (.scalar(let right), .container(let left, let element)):
            .container(mayBeNull: left || right, element: element)
        }
    }
}
