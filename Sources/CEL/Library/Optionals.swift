/// Optional values, by the names and meanings of version 2 of cel-go's library of them.
///
/// Selections `a.?b` and the macros `optMap` and `optFlatMap` have nodes of their own. So have `or`, `orValue`,
/// `hasValue` and `value`; their bodies here serve where the host gave their names further meanings.
enum Optionals {
    private static let content: CELType = .typeParameter("V")
    private static let key: CELType = .typeParameter("K")
    private static let optional: CELType = .optional(content)
    private static let list: CELType = .list(content)
    private static let map: CELType = .map(key, content)

    /// The functions, for ``CELLibrary``.
    static let functions: [Function] = constructors + accessors + indexes

    private static let constructors: [Function] = [
        Function("optional.none", [.global([], optional)], cost: .linear, .variadic { (_, _) in .optional(nil) }),
        Function(
            "optional.of", [.global([content], optional)], cost: wrapping, .unary { (value, _) in .optional(value) }),
        Function(
            "optional.ofNonZeroValue", [.global([content], optional)],
            cost: wrapping, .unary { (value, _) in .optional(isZero(value) ? nil : value) }),
        unwrap("optional.unwrap", .global([.list(optional)], list)),
        unwrap("unwrapOpt", .member([.list(optional)], list)),
    ]

    private static let wrapping = FunctionCost(result: { call in call.operand(0).wrapped })

    private static let accessors: [Function] = [
        Function(
            OptionalFunction.hasValue.rawValue, [.member([optional], .bool)],
            cost: .linear, .unary { (value, _) throws(CELFault) in .bool(try value.content(for: .hasValue) != nil) },
            traits: FunctionTraits(test: .hasValue)),
        Function(
            OptionalFunction.value.rawValue, [.member([optional], content)],
            cost: .linear,
            .unary { (value, _) throws(CELFault) in
                guard let content = try value.content(for: .value) else { throw .noContent }
                return content
            }, traits: FunctionTraits(demand: .aValue)),
        Function(
            OptionalFunction.or.rawValue, [.member([optional, optional], optional)],
            cost: .linear,
            .binary { (value, other, _) throws(CELFault) in
                if let content = try value.content(for: .or) { return .optional(content) }
                return .optional(try other.content(for: .or))
            }),
        Function(
            OptionalFunction.orValue.rawValue, [.member([optional, content], content)],
            cost: .linear, .binary { (value, other, _) throws(CELFault) in try value.content(for: .orValue) ?? other }),
    ]

    private static let indexes: [Function] = [
        Function(
            Operators.optionalIndex,
            [
                .global([list, .int], optional), .global([.optional(list), .int], optional),
                .global([map, key], optional), .global([.optional(map), key], optional),
            ],
            cost: Containers.indexing,
            .binary { (container, index, _) throws(CELFault) in
                guard let container = container.targetContent else { return .optional(nil) }
                return .optional(try element(of: container, at: index))
            }),
        Function(
            Operators.index, [.global([.optional(list), .int], optional), .global([.optional(map), key], optional)],
            cost: Containers.indexing,
            .binary { (container, index, _) throws(CELFault) in
                guard container.asOptional != nil else { throw .noSuchOverload(Operators.index, [container, index]) }
                guard let content = container.targetContent else { return .optional(nil) }
                return .optional(try element(of: content, at: index))
            }),
    ]

    private static func unwrap(_ name: String, _ overload: Overload) -> Function {
        Function(
            name, [overload],
            cost: .linear,
            .unary { (value, meter) throws(CELFault) in
                guard case .list(let elements) = value else { throw .noSuchOverload(name, [value]) }
                try meter.charge(elements.count)
                var contents: [CELValue] = []
                for element in elements {
                    guard let optional = element.asOptional else {
                        throw .noOptionalElement(for: name, element.type)
                    }
                    if let content = optional.content { contents.append(content) }
                }
                return .list(contents)
            })
    }

    /// Indexes an optional by its own function, and everything else by the other.
    ///
    /// - Returns: `nil` when the functions are not those of a container whose type is unknown until evaluation.
    static func index(among functions: [Function]) -> Function.Binary? {
        guard functions.count == 2, !functions.contains(where: \.isHost), functions[1].name == Operators.index,
            case .binary(let plain) = functions[0].body, case .binary(let chained) = functions[1].body
        else { return nil }
        return { (container, index, meter) throws(CELFault) in
            if case .opaque = container { return try chained(container, index, &meter) }
            return try plain(container, index, &meter)
        }
    }

    /// The element of a list or map; `nil` when there is none.
    private static func element(of container: CELValue, at index: CELValue) throws(CELFault) -> CELValue? {
        switch container {
        case .list(let elements):
            guard let number = Number(index) else {
                throw .noSuchOverload(Operators.optionalIndex, [container, index])
            }
            let position: Int? =
                switch number {
                case .int(let number): Int(exactly: number)
                case .uint(let number): Int(exactly: number)
                case .double(let number): Int(exactly: number)
                }
            guard let position else {
                throw .optionalIndex
            }
            return elements.indices.contains(position) ? elements[position] : nil
        case .map(let map): return map[index]
        default: throw .noSuchOverload(Operators.optionalIndex, [container, index])
        }
    }

    /// Whether the value is the one that its type has when nothing is said: empty, zero, false or null.
    ///
    /// A timestamp has two: the first instant of 1970, which protocol buffers and Google's C++ implementation take for it,
    /// and that of year 1, which the one in Go does. Neither is ever when something happened. Messages, types, optionals and other opaque values are never zero.
    private static func isZero(_ value: CELValue) -> Bool {
        switch value {
        case .null: true
        case .bool(let bool): !bool
        case .int(let number): number == 0
        case .uint(let number): number == 0
        case .double(let number): number == 0
        case .string(let text): text.utf8.isEmpty
        case .bytes(let bytes): bytes.isEmpty
        case .timestamp(let instant): instant.nanos == 0 && (instant.seconds == 0 || instant == .earliest)
        case .duration(let span): span.seconds == 0 && span.nanos == 0
        case .list(let elements): elements.isEmpty
        case .map(let map): map.count == 0
        case .message, .type, .opaque: false
        }
    }
}

/// The functions on optionals that plans have nodes for.
enum OptionalFunction: String, Sendable {
    case hasValue, value, or, orValue
}

extension CELValue {
    /// What is inside of an optional that a function is called with; `nil` if nothing is.
    func content(for function: OptionalFunction) throws(CELFault) -> CELValue? {
        if let optional = asOptional { return optional.content }
        throw .noOptional(for: function.rawValue, type)
    }

    /// What a selection or index is applied to: what is inside of an optional, `nil` if nothing is, or else the value.
    var targetContent: CELValue? {
        if let optional = asOptional { optional.content } else { self }
    }
}
