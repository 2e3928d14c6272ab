/// A value that may be absent, of type `optional_type(T)`: what `a.?b`, `a[?k]` and `optional.of(a)` give.
///
/// Values of the type are `.opaque`; make them by ``CELValue/optional(_:)`` and take them apart by
/// ``CELValue/asOptional``.
public struct CELOptional: CELOpaqueValue, Hashable {
    /// The value inside, null and other optionals among them; `nil` for `optional.none()`.
    public let content: CELValue?

    /// Makes `optional.of(content)`, or `optional.none()` of `nil`.
    public init(_ content: CELValue?) { self.content = content }

    /// The type; what is inside is not looked at.
    public var type: CELType { .optional(.dyn) }

    /// How the value is made, with the type of what is inside: its text may be personal data, and of any length.
    public var description: String {
        content.map { "optional.of(\($0.type.typeName))" } ?? "optional.none()"
    }

    /// Whether both are `optional.none()`, or the language's `==` holds between what is inside.
    ///
    /// - Complexity: Linear in the size of the smaller value.
    public static func == (left: CELOptional, right: CELOptional) -> Bool {
        guard let content = left.content else { return right.content == nil }
        return right.content.map { content.isEqual(to: $0) } ?? false
    }
}

extension CELValue {
    /// `optional.of(content)`, or `optional.none()` of `nil`.
    public static func optional(_ content: CELValue?) -> CELValue { .opaque(CELOptional(content)) }

    /// The value as an optional; `nil` when it is of another type.
    public var asOptional: CELOptional? {
        if case .opaque(let value) = self { value as? CELOptional } else { nil }
    }
}

extension CELType {
    /// `T` of `optional_type(T)`; `nil` of other types.
    public var optionalContent: CELType? {
        if case .opaque(let name, let parameters) = self, parameters.count == 1, name == Self.optionalName {
            parameters[0]
        } else {
            nil
        }
    }
}
