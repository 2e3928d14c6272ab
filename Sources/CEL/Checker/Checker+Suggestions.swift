// What could have been meant where types do not fit.
extension Checker {
    /// For a value where a condition should be.
    func conditionSuggestion(_ node: Expression, _ type: CELType) -> String? {
        if node.isLiteral { return "write the whole comparison again, as in x == 'a' || x == 'b'" }
        guard let value = node.written else { return nil }
        let type = unifier.resolve(type, unknown: .dyn)
        if case .wrapper = type { return "has(\(value)) asks whether it is set" }
        switch type {
        case .string, .bytes, .list, .map: return "size(\(value)) > 0 asks whether it is not empty"
        case .int, .uint, .double: return "compare it, as in \(value) != 0"
        default: return nil
        }
    }

    /// For a whole expression of another type than it must be.
    func resultSuggestion(_ node: Expression, _ type: CELType, _ expected: CELType) -> String? {
        if expected == .bool { return conditionSuggestion(node, type) }
        guard expected == .string, let value = node.written else { return nil }
        switch unifier.resolve(type, unknown: .dyn).unwrapped {
        case .int, .uint, .double, .bool, .timestamp, .duration: return "write string(\(value))"
        case .list(.string): return "write \(value).join(', ')"
        default: return nil
        }
    }

    /// For a field of a value that has none.
    func fieldSuggestion(_ name: String, _ node: Expression) -> String? {
        guard case .select(let operand, _, _, _) = node.kind else { return nil }
        if let suggestion = ForeignWords.suggestion(forField: name, of: operand.written) { return suggestion }
        guard environment.functions[name]?.contains(where: { $0.overloads.contains(where: \.isMember) }) == true else {
            return nil
        }
        return "'\(name)' is a function: call it, as in \(operand.written ?? "a").\(name)(…)"
    }

    /// For operands that an operator does not take.
    func operatorSuggestion(_ name: String, _ operands: [Expression], _ types: [CELType]) -> String? {
        let types = types.map { unifier.resolve($0, unknown: .dyn) }
        guard operands.count == 2, types.count == 2 else {
            guard name == Operators.not, let operand = operands.first, let type = types.first else { return nil }
            return negationSuggestion(operand, type)
        }
        switch name {
        case Operators.index, Operators.optionalIndex: return indexSuggestion(operands, types)
        case Operators.contains: return membershipSuggestion(operands, types)
        case Operators.add: return additionSuggestion(operands, types)
        default: return comparisonSuggestion(name, operands, types)
        }
    }

    private func negationSuggestion(_ operand: Expression, _ type: CELType) -> String? {
        guard let value = operand.written else { return nil }
        if case .wrapper = type { return "!has(\(value)) asks whether it is not set; for unequal write a != b" }
        switch type {
        case .string, .bytes, .list, .map:
            return "size(\(value)) == 0 asks whether it is empty; for unequal write a != b"
        default: return "for unequal write a != b"
        }
    }

    private func indexSuggestion(_ operands: [Expression], _ types: [CELType]) -> String? {
        let value = operands[0].written ?? "a"
        switch (types[0].unwrapped, operands[1].kind) {
        case (.message, .literal(.string(let field))): return "write \(value).\(field)"
        case (.string, _): return "write \(value).charAt(…), or .substring(…)"
        default: return nil
        }
    }

    private func membershipSuggestion(_ operands: [Expression], _ types: [CELType]) -> String? {
        let left = operands[0].written ?? "a"
        let right = operands[1].written ?? "b"
        switch (types[0].unwrapped, types[1].unwrapped) {
        case (.string, .string): return "to find a part of a text, write \(right).contains(\(left))"
        case (.string, .message):
            if case .literal(.string(let field)) = operands[0].kind { return "write has(\(right).\(field))" }
            return nil
        case (.list, .list): return "write \(left).all(x, x in \(right)), or .exists(x, x in \(right))"
        case (.list, _), (.map, _): return "did you mean \(right) in \(left)?"
        default: return nil
        }
    }

    private func additionSuggestion(_ operands: [Expression], _ types: [CELType]) -> String? {
        for (index, other) in [(0, 1), (1, 0)] where types[other].unwrapped == .string {
            switch types[index].unwrapped {
            case .bool, .int, .uint, .double, .bytes, .timestamp, .duration:
                return "write string(\(operands[index].written ?? "…"))"
            default: break
            }
        }
        if case .list = types[0] { return "to add one element, write it in brackets: [\(operands[1].written ?? "…")]" }
        return numberSuggestion(operands, types)
    }

    private func comparisonSuggestion(_ name: String, _ operands: [Expression], _ types: [CELType]) -> String? {
        if OrderRelation(function: name) != nil, types[0] == .bool, case .call(let inner) = operands[0].kind,
            OrderRelation(function: inner.function) != nil
        {
            return "write a < b && b < c"
        }
        let compares =
            name == Operators.equal || name == Operators.notEqual || OrderRelation(function: name) != nil
        guard compares else { return numberSuggestion(operands, types) }
        for (index, other) in [(0, 1), (1, 0)] {
            if let suggestion = Self.literalSuggestion(operands[index], against: types[other].unwrapped) {
                return suggestion
            }
        }
        if types.contains(.null) { return "only a nullable value can be compared with null" }
        return numberSuggestion(operands, types) ?? textSuggestion(operands, types)
    }

    /// For a literal of another type than what it is compared with.
    private static func literalSuggestion(_ node: Expression, against type: CELType) -> String? {
        switch (node.kind, type) {
        case (.literal(.int(let number)), .string): return "write '\(number)' to compare texts"
        case (.literal(.bool(let bool)), .string): return "write '\(bool)' to compare texts"
        case (.literal(.int(let number)), .uint) where number >= 0: return "write \(number)u"
        case (.literal(.uint(let number)), .int) where number <= UInt64(Int64.max): return "write \(number)"
        case (.literal(.int(let number)), .double): return "write \(number).0"
        case (.literal(.int(let number)), .duration): return "write duration('\(number)s')"
        case (.literal(.string(let text)), .int) where Int64(text) != nil: return "write \(text) without quotes"
        case (.literal(.string(let text)), .bool) where text == "true" || text == "false":
            return "write \(text) without quotes"
        case (.literal(.string), .timestamp): return "write timestamp(\(node.written ?? "…"))"
        case (.literal(.string), .duration): return "write duration(\(node.written ?? "…"))"
        case (.list, .string), (.list, .int): return "did you mean 'in'?"
        default: return nil
        }
    }

    private func numberSuggestion(_ operands: [Expression], _ types: [CELType]) -> String? {
        let numbers: [CELType] = [.int, .uint, .double]
        let left = types[0].unwrapped
        let right = types[1].unwrapped
        guard numbers.contains(left), numbers.contains(right), left != right else { return nil }
        // Of an int and a double, the int is the one that loses nothing.
        let index = left == .double || (left == .int && right == .uint) ? 1 : 0
        return "convert one of them, as in \(types[1 - index].unwrapped)(\(operands[index].written ?? "…"))"
    }

    private func textSuggestion(_ operands: [Expression], _ types: [CELType]) -> String? {
        for (index, other) in [(0, 1), (1, 0)] where types[other].unwrapped == .string {
            switch types[index].unwrapped {
            case .bool, .int, .uint, .double:
                return "convert one of them, as in string(\(operands[index].written ?? "…"))"
            default: break
            }
        }
        return nil
    }

    /// For what RE2 says about a pattern.
    static func patternSuggestion(_ reason: String) -> String? {
        if reason.contains("invalid perl operator") { return "there is no lookahead or lookbehind" }
        if reason.contains("no argument for repetition operator: *") { return "write .* for any text" }
        if reason.contains("invalid repetition size") { return "a repetition is at most 1000 times" }
        if reason.contains("invalid escape sequence") { return "there are no references to groups" }
        return nil
    }

    /// For a value that a function is not called on.
    func memberSuggestion(
        _ name: String, _ functions: [Function], _ call: Expression.Call, _ types: [CELType]
    ) -> String? {
        guard let target = call.target, let type = types.first.map({ unifier.resolve($0, unknown: .dyn).unwrapped })
        else { return nil }
        let value = target.written ?? "a"
        let argument = call.arguments.first?.written ?? "…"
        switch (name, type) {
        case ("contains", .list), ("contains", .map): return "write \(argument) in \(value)"
        case ("matches", .list), ("startsWith", .list), ("endsWith", .list):
            return "write \(value).exists(x, x.\(name)(\(argument)))"
        default: break
        }
        guard type == .string else { return nil }
        for parameter in functions.flatMap(\.overloads).filter(\.isMember).compactMap(\.parameters.first) {
            let made: String? =
                switch parameter {
                case URLValue.celType: "url"
                case IPAddress.celType: "ip"
                case IPNetwork.celType: "cidr"
                case .timestamp: "timestamp"
                case .duration: "duration"
                default: nil
                }
            if let made { return "write \(made)(\(value)).\(name)(\(call.arguments.isEmpty ? "" : argument))" }
        }
        return nil
    }
}
