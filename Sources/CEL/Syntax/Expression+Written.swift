internal import Text

extension Expression {
    /// The most bytes of source that messages repeat.
    private static let longestWritten = 60

    /// The node as an author would write it, for suggestions; `nil` for what is long or made of operators and macros.
    var written: String? {
        guard let text = writtenParts(depth: 8), text.utf8.count <= Self.longestWritten else { return nil }
        return text
    }

    private func writtenParts(depth: Int) -> String? {
        guard depth > 0 else { return nil }
        switch kind {
        case .literal(let value): return Self.written(value)
        case .identifier(let name, _): return name
        case .select(let operand, let field, false, false):
            return operand.writtenParts(depth: depth - 1).map { "\($0).\(field.written)" }
        case .call(let call): return Self.written(call, depth: depth - 1)
        case .list(let elements) where elements.count <= 8 && !elements.contains(where: \.isOptional):
            let written = elements.map { $0.value.writtenParts(depth: depth - 1) }
            guard !written.contains(nil) else { return nil }
            return "[\(written.compactMap { $0 }.joined(separator: ", "))]"
        default: return nil
        }
    }

    private static func written(_ call: Call, depth: Int) -> String? {
        var arguments: [String] = []
        for argument in call.arguments {
            guard let text = argument.writtenParts(depth: depth) else { return nil }
            arguments.append(text)
        }
        if call.function == Operators.index, arguments.count == 2 { return "\(arguments[0])[\(arguments[1])]" }
        guard !Operators.isOperator(call.function) else { return nil }
        let list = arguments.joined(separator: ", ")
        guard let target = call.target else { return "\(call.function)(\(list))" }
        return target.writtenParts(depth: depth).map { "\($0).\(call.function)(\(list))" }
    }

    private static func written(_ value: CELValue) -> String? {
        switch value {
        case .null: "null"
        case .bool(let bool): "\(bool)"
        case .int(let number): "\(number)"
        case .uint(let number): "\(number)u"
        case .double(let number): DecimalText.shortest(number)
        case .string(let text):
            text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x27 && $0 != 0x5C && $0 != 0x7F } ? "'\(text)'" : nil
        default: nil
        }
    }
}

extension Expression.FieldName {
    /// The name as it stands behind a dot: between backticks where it is none of the language.
    var written: String {
        let isPlain = name.utf8.first?.isIdentifierStart == true && name.utf8.allSatisfy(\.isIdentifierPart)
        return isPlain ? name : "`\(name)`"
    }
}
