/// How large a value can be, as far as that can be told before evaluating.
///
/// A class, since the elements of lists have bounds of their own.
final class ValueBound: Sendable {
    /// What the value is made of.
    enum Form: Sendable {
        /// A number, a bool and the like: of no size.
        case scalar
        /// A string or bytes value of at most so many bytes.
        case text(bytes: Int)
        /// A list or map of at most so many elements or entries.
        case elements(count: Int, of: ValueBound)
        /// A message of a declared type.
        case message(String)
        /// Anything, of the sizes that are assumed.
        case any
    }

    let form: Form
    /// How deep lists, maps and optionals stand in one another as far as the expression makes them: 0 for other values.
    let depth: Int

    private init(_ form: Form, depth: Int) {
        self.form = form
        self.depth = depth
    }

    static let scalar = ValueBound(.scalar, depth: 0)
    static let any = ValueBound(.any, depth: 0)

    /// A text of at most so many bytes.
    static func text(bytes: Int) -> ValueBound { ValueBound(.text(bytes: bytes), depth: 0) }

    /// A list or map; a map's keys count with its values.
    static func elements(count: Int, of element: ValueBound) -> ValueBound {
        ValueBound(.elements(count: count, of: element), depth: element.depth + 1)
    }

    /// The same sizes, one level deeper: an optional of the value.
    var wrapped: ValueBound { ValueBound(form, depth: depth + 1) }

    /// The bound of a value that an expression is given.
    static func of(_ type: CELType, _ assumptions: CELSizeAssumptions) -> ValueBound {
        switch type {
        case .string, .bytes: text(bytes: assumptions.textLength)
        case .wrapper(let type): of(type, assumptions)
        case .list(let element): elements(count: assumptions.elementCount, of: of(element, assumptions))
        case .map(let key, let value):
            elements(
                count: assumptions.elementCount, of: larger(of(key, assumptions), of(value, assumptions), assumptions))
        case .message(let name): ValueBound(.message(name), depth: 0)
        case .dyn, .typeParameter: any
        case .opaque(CELType.optionalName, let parameters): parameters.first.map { of($0, assumptions).wrapped } ?? any
        case .null, .bool, .int, .uint, .double, .timestamp, .duration, .type, .opaque: scalar
        }
    }

    /// The bound of a constant.
    static func of(_ value: CELValue, _ assumptions: CELSizeAssumptions) -> ValueBound {
        switch value {
        case .string(let text): .text(bytes: text.utf8.count)
        case .bytes(let bytes): .text(bytes: bytes.count)
        case .list(let elements): .elements(count: elements.count, of: largest(of: elements, assumptions))
        case .map(let map):
            .elements(count: map.count, of: largest(of: map.entries.flatMap { [$0.key, $0.value] }, assumptions))
        case .message(let message): ValueBound(.message(message.typeName), depth: 0)
        case .opaque: .any
        case .null, .bool, .int, .uint, .double, .timestamp, .duration, .type: .scalar
        }
    }

    private static func largest(of values: [CELValue], _ assumptions: CELSizeAssumptions) -> ValueBound {
        values.reduce(scalar) { larger($0, of($1, assumptions), assumptions) }
    }

    /// The larger of two, for a value that may be either.
    static func larger(_ left: ValueBound, _ right: ValueBound, _ assumptions: CELSizeAssumptions) -> ValueBound {
        let chosen = left.walk(assumptions) >= right.walk(assumptions) ? left : right
        return ValueBound(chosen.form, depth: max(left.depth, right.depth))
    }

    /// The bytes of a text; what is assumed for a value that may be one.
    func bytes(_ assumptions: CELSizeAssumptions) -> Int {
        switch form {
        case .text(let bytes): bytes
        case .any: assumptions.textLength
        case .scalar, .message: 0
        case .elements(let count, let element): count.saturatingMultiply(element.bytes(assumptions))
        }
    }

    /// The elements of a list or map; what is assumed for a value that may be one.
    func count(_ assumptions: CELSizeAssumptions) -> Int {
        switch form {
        case .elements(let count, _): count
        case .any: assumptions.elementCount
        case .scalar, .text, .message: 0
        }
    }

    /// What the elements of a list, or the entries of a map, are.
    var element: ValueBound {
        switch form {
        case .elements(_, let element): element
        case .any: .any
        case .scalar, .text, .message: .scalar
        }
    }

    /// The steps that going through the whole value takes, as ``CELValue/walkCost(limit:)`` counts them.
    func walk(_ assumptions: CELSizeAssumptions) -> Int {
        switch form {
        case .scalar, .message: 1
        case .text(let bytes): 1 + bytes / 10
        case .any: 1 + assumptions.textLength / 10
        case .elements(let count, let element):
            count.saturatingMultiply(element.walk(assumptions)).saturatingAdd(1)
        }
    }
}
