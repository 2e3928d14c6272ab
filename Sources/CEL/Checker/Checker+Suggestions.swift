// What could have been meant where types do not fit.
extension Checker {
    /// For a value where a condition should be.
    func conditionSuggestion(_ node: Expression, _ type: CELType) -> Suggestion? {
        if node.isLiteral { return "write the whole comparison again, as in x == 'a' || x == 'b'" }
        let type = unifier.resolve(type, unknown: .dyn)
        if case .wrapper = type {
            return .condition("has(\(node))", at: node.span, "asks whether it is set")
                .or(.condition("\(node) != null", at: node.span, "asks whether it is set"))
        }
        switch type {
        case .string, .bytes, .list, .map:
            return .condition("size(\(node)) > 0", at: node.span, "asks whether it is not empty")
        case .int, .uint, .double:
            let zero: SourcePattern =
                type == .int ? "\(node) != 0" : type == .uint ? "\(node) != 0u" : "\(node) != 0.0"
            return .comparison(zero, at: node.span)
        default:
            return type.optionalContent == nil
                ? nil : .condition("\(target: node).hasValue()", at: node.span, "asks whether it has a value")
        }
    }

    /// For a whole expression of another type than it must be.
    func resultSuggestion(_ node: Expression, _ type: CELType, _ expected: CELType) -> Suggestion? {
        if expected == .bool { return conditionSuggestion(node, type) }
        guard expected == .string else { return nil }
        switch unifier.resolve(type, unknown: .dyn).unwrapped {
        case .int, .uint, .double, .bool, .timestamp, .duration: return .write("string(\(node))", at: node.span)
        case .list(.string): return .write("\(target: node).join(', ')", at: node.span)
        default: return nil
        }
    }

    /// For a field of a value that has none.
    func fieldSuggestion(_ name: String, _ node: Expression) -> Suggestion? {
        guard case .select(let operand, _, let isTest, _) = node.kind else { return nil }
        if isTest { return nil }
        if let suggestion = ForeignWords.suggestion(forField: name, of: operand, at: node.span) { return suggestion }
        let overloads = environment.functions[name]?.flatMap(\.overloads).filter(\.isMember) ?? []
        guard !overloads.isEmpty else { return nil }
        let call = Suggestion.write("\(target: operand).\(name)()", at: node.span)
        let called = overloads.contains { $0.parameters.count == 1 } ? call : nil
        let words: Suggestion = "'\(name)' is a function: call it, as in \(operand.written ?? "a").\(name)(…)"
        return called?.or(words) ?? words
    }

    /// For operands that an operator does not take.
    func operatorSuggestion(
        _ node: Expression, _ name: String, _ operands: [Expression], _ types: [CELType]
    ) -> Suggestion? {
        let types = types.map { unifier.resolve($0, unknown: .dyn) }
        guard operands.count == 2, types.count == 2 else {
            guard name == Operators.not, let operand = operands.first, let type = types.first else { return nil }
            return negationSuggestion(node, operand, type)
        }
        switch name {
        case Operators.index, Operators.optionalIndex: return indexSuggestion(node, operands, types)
        case Operators.contains: return membershipSuggestion(node, operands, types)
        case Operators.add: return additionSuggestion(operands, types)
        default: return comparisonSuggestion(node, name, operands, types)
        }
    }

    private func negationSuggestion(_ node: Expression, _ operand: Expression, _ type: CELType) -> Suggestion? {
        let unequal: Suggestion = "for unequal write a != b"
        if case .wrapper = type {
            return .condition("!has(\(operand))", at: node.span, "asks whether it is not set")
                .or(.condition("\(operand) == null", at: node.span, "asks whether it is not set")).or(unequal)
        }
        switch type {
        case .string, .bytes, .list, .map:
            return .condition("size(\(operand)) == 0", at: node.span, "asks whether it is empty").or(unequal)
        case .int: return .comparison("\(operand) == 0", at: node.span).or(unequal)
        default: return unequal
        }
    }

    private func indexSuggestion(_ node: Expression, _ operands: [Expression], _ types: [CELType]) -> Suggestion? {
        switch (types[0].unwrapped, operands[1].kind) {
        case (.message, .literal(.string(let field))): return .write("\(target: operands[0]).\(field)", at: node.span)
        case (.string, _):
            return .write("\(target: operands[0]).charAt(\(operands[1]))", at: node.span)
                .or("write a.charAt(…), or a.substring(…)")
        case (.list, .literal(.string(let text))) where Int64(text) != nil:
            return .write("\(text)", at: operands[1].span)
        case (.map, .literal): return .write("'\(operands[1])'", at: operands[1].span)
        default: return nil
        }
    }

    private func membershipSuggestion(_ node: Expression, _ operands: [Expression], _ types: [CELType]) -> Suggestion? {
        let (left, right) = (operands[0], operands[1])
        switch (types[0].unwrapped, types[1].unwrapped) {
        case (.string, .string):
            if case .literal = right.kind, !left.isLiteral {
                return .code("\(left) == \(right)", at: node.span)
            }
            return .part("\(target: right).contains(\(left))", at: node.span)
        case (.string, .message):
            guard case .literal(.string(let field)) = left.kind else { return nil }
            return .write("has(\(target: right).\(field))", at: node.span)
        case (.list, .list):
            return .write(
                "\(target: left).all(x, x in \(right))", at: node.span, "or .exists(x, x in \(right.written ?? "…"))")
        case (IPAddress.celType, IPNetwork.celType), (.string, IPNetwork.celType):
            return .write("\(target: right).containsIP(\(left))", at: node.span)
        case (.list, _), (.map, _): return .code("\(right) in \(left)", at: node.span)
        default: return .code("\(left) == \(right)", at: node.span)
        }
    }

    private func additionSuggestion(_ operands: [Expression], _ types: [CELType]) -> Suggestion? {
        if case .list = types[0] {
            return .write("[\(operands[1])]", at: operands[1].span, "to add one element")
                .or(.write("\(target: operands[0]).join(', ')", at: operands[0].span))
        }
        for (index, other) in [(0, 1), (1, 0)] where types[other].unwrapped == .string {
            switch types[index].unwrapped {
            case .bool, .int, .uint, .double, .bytes, .timestamp, .duration:
                return .write("string(\(operands[index]))", at: operands[index].span)
            case .list(.string):
                return .write("\(target: operands[index]).join(', ')", at: operands[index].span)
            default: break
            }
        }
        return timeSuggestion(operands, types) ?? numberSuggestion(operands, types)
    }

    private func comparisonSuggestion(
        _ node: Expression, _ name: String, _ operands: [Expression], _ types: [CELType]
    ) -> Suggestion? {
        let sign = Operators.shownName(name).filter { $0 != "'" }
        if OrderRelation(function: name) != nil, types[0] == .bool, case .call(let inner) = operands[0].kind,
            OrderRelation(function: inner.function) != nil, inner.arguments.count == 2
        {
            let code: SourcePattern = "\(operands[0]) && \(inner.arguments[1]) \(sign) \(operands[1])"
            return .write(code, at: node.span).or("write a < b && b < c")
        }
        let compares =
            name == Operators.equal || name == Operators.notEqual || OrderRelation(function: name) != nil
        guard compares else { return timeSuggestion(operands, types) ?? numberSuggestion(operands, types) }
        for (index, other) in [(0, 1), (1, 0)] {
            if let suggestion = Self.literalSuggestion(operands[index], against: types[other].unwrapped) {
                return suggestion
            }
        }
        if types.contains(.null) { return "only a nullable value can be compared with null" }
        for (index, other) in [(1, 0), (0, 1)] {
            if case .list = types[index], types[other].optionalContent == nil {
                let isIn: SourcePattern = "\(operands[other]) in \(operands[index])"
                let isOther: SourcePattern = "!(\(operands[other]) in \(operands[index]))"
                return .code(name == Operators.notEqual ? isOther : isIn, at: node.span)
            }
        }
        return timeSuggestion(operands, types) ?? numberSuggestion(operands, types) ?? textSuggestion(operands, types)
    }

    /// For a literal of another type than what it is compared with.
    private static func literalSuggestion(_ node: Expression, against type: CELType) -> Suggestion? {
        let span = node.span
        switch (node.kind, type) {
        case (.literal(.int(let number)), .string): return .write("'\(number)'", at: span, "to compare texts")
        case (.literal(.bool(let bool)), .string):
            return .write(bool ? "'true'" : "'false'", at: span, "to compare texts")
        case (.literal(.int(let number)), .uint) where number >= 0: return .write("\(number)u", at: span)
        case (.literal(.uint(let number)), .int) where number <= UInt64(Int64.max): return .write("\(number)", at: span)
        case (.literal(.double(let number)), .int):
            return Int64(exactly: number).map { .write("\($0)", at: span) }
        case (.literal(.int(let number)), .double): return .write("\(number).0", at: span)
        case (.literal(.int(let number)), .duration): return .write("duration('\(number)s')", at: span)
        case (.literal(.int), .timestamp): return .write("timestamp(\(node))", at: span, "for seconds since 1970")
        case (.literal(.string(let text)), .int) where Int64(text) != nil:
            return .write("\(text)", at: span, "without quotes")
        case (.literal(.string(let text)), .int): return seconds(text, at: span)
        case (.literal(.string(let text)), .double) where Double(text) != nil && text.contains("."):
            return .write("\(text)", at: span, "without quotes")
        case (.literal(.string(let text)), .bool) where text == "true" || text == "false":
            return .write("\(text)", at: span, "without quotes")
        case (.literal(.string(let text)), .timestamp): return timestamp(text, node)
        case (.literal(.string(let text)), .duration):
            let asWritten = Suggestion.write("duration(\(node))", at: span)
            return asWritten.or(ForeignNumber(text)?.codes.first.map { .write($0, at: span) })
        case (.call, .timestamp):
            guard let date = node.writtenDate else { return nil }
            return .write("timestamp('\(date)T00:00:00Z')", at: span)
        default: return nil
        }
    }

    /// For a time in quotes that is compared with a timestamp, or a date.
    private static func timestamp(_ text: String, _ node: Expression) -> Suggestion {
        let asWritten = Suggestion.write("timestamp(\(node))", at: node.span)
        let trimmed = text.replacing(" ", with: "T")
        return asWritten.or(.write("timestamp('\(text)T00:00:00Z')", at: node.span))
            .or(.write("timestamp('\(trimmed)Z')", at: node.span)).or(
                .write("timestamp('\(trimmed):00Z')", at: node.span)
            )
            .or("a time is written as timestamp('2026-01-31T00:00:00Z')")
    }

    /// For a span of time in quotes that is compared with a number.
    private static func seconds(_ text: String, at span: Range<Int>) -> Suggestion? {
        ForeignNumber(text)?.codes.reduce(nil) { (found: Suggestion?, code) in
            found?.or(.write(code, at: span)) ?? .write(code, at: span)
        }
    }

    /// For a number of seconds beside a time or a span of time.
    private func timeSuggestion(_ operands: [Expression], _ types: [CELType]) -> Suggestion? {
        for (index, other) in [(1, 0), (0, 1)] where [.timestamp, .duration].contains(types[other].unwrapped) {
            let operand = operands[index]
            if case .literal(.string(let text)) = operand.kind {
                return Suggestion.write("duration(\(operand))", at: operand.span)
                    .or(ForeignNumber(text)?.codes.first.map { .write($0, at: operand.span) })
            }
            guard types[index].unwrapped == .int else { continue }
            if let date = operand.writtenDate { return .write("timestamp('\(date)T00:00:00Z')", at: operand.span) }
            if case .literal(.int(let number)) = operand.kind {
                return .write("duration('\(number)s')", at: operand.span)
            }
            return .write("duration(string(\(operand)) + 's')", at: operand.span, "for seconds")
                .or(.write("timestamp(\(operand))", at: operand.span, "for seconds since 1970"))
        }
        return nil
    }

    private func numberSuggestion(_ operands: [Expression], _ types: [CELType]) -> Suggestion? {
        let numbers: [CELType] = [.int, .uint, .double]
        let left = types[0].unwrapped
        let right = types[1].unwrapped
        guard numbers.contains(left), numbers.contains(right), left != right else { return nil }
        // Of an int and a double, the int is the one that loses nothing.
        let index = left == .double || (left == .int && right == .uint) ? 1 : 0
        if case .literal = operands[index].kind,
            let literal = Self.literalSuggestion(operands[index], against: types[1 - index].unwrapped)
        {
            return literal
        }
        return .conversion("\(types[1 - index].unwrapped.description)(\(operands[index]))", at: operands[index].span)
    }

    private func textSuggestion(_ operands: [Expression], _ types: [CELType]) -> Suggestion? {
        for (index, other) in [(0, 1), (1, 0)] where types[other].unwrapped == .string {
            switch types[index].unwrapped {
            case .bool, .int, .uint, .double, .timestamp, .duration, .opaque:
                return .conversion("string(\(operands[index]))", at: operands[index].span)
            default: break
            }
        }
        return nil
    }

    /// For what RE2 says about a pattern.
    static func patternSuggestion(_ fault: CELFault) -> Suggestion? {
        guard case .pattern(let reason?) = fault else { return nil }
        if reason.contains("invalid perl operator") { return "there is no lookahead or lookbehind" }
        if reason.contains("no argument for repetition operator: *") { return "write .* for any text" }
        if reason.contains("invalid repetition size") { return "a repetition is at most 1000 times" }
        if reason.contains("invalid escape sequence") { return "there are no references to groups" }
        return nil
    }

    /// For a value that a function is not called on.
    func memberSuggestion(
        _ name: String, _ functions: [Function], _ node: Expression, _ call: Expression.Call, _ types: [CELType]
    ) -> Suggestion? {
        guard let target = call.target, let type = types.first.map({ unifier.resolve($0, unknown: .dyn).unwrapped })
        else { return nil }
        let span = node.span
        if let suggestion = ForeignWords.suggestion(forMember: name, of: target, type, call, at: span) {
            return suggestion
        }
        let overloads = functions.flatMap(\.overloads).filter(\.isMember)
        if case .list = type {
            let ofTexts = overloads.filter { $0.parameters.first == .string }
            if let fitting = ofTexts.first(where: { $0.parameters.count == call.arguments.count + 1 }) {
                let call: SourcePattern = "x.\(name)(\(SourcePattern.list(call.arguments)))"
                return fitting.result == .bool
                    ? .write("\(target: target).exists(x, \(call))", at: span)
                    : .write("\(target: target).map(x, \(call))", at: span)
            }
        }
        if let content = unifier.resolve(types[0], unknown: .dyn).optionalContent {
            return content == .string && functions.flatMap(\.overloads).contains { $0.parameters.first == .string }
                ? .write("\(target: target).orValue('')", at: target.span) : nil
        }
        if case .opaque = type { return nil }
        let parameters = overloads.compactMap(\.parameters.first)
        if type != .string, parameters.contains(.string) {
            return .write("string(\(target))", at: target.span)
        }
        guard type == .string else { return nil }
        for parameter in parameters {
            guard let maker = maker(of: parameter) else { continue }
            return .write("\(maker)(\(target)).\(call.nameSpan.lowerBound..<span.upperBound)", at: span)
        }
        return nil
    }

    /// The function that makes a value of a type of a text.
    private func maker(of type: CELType) -> String? {
        switch type {
        case .opaque, .timestamp, .duration: break
        default: return nil
        }
        return environment.functions.keys.sorted().first { name in
            environment.functions[name]?.flatMap(\.overloads).contains {
                !$0.isMember && $0.parameters == [.string] && $0.result == type
            } ?? false
        }
    }

    /// For arguments of a function that would fit in another order, as texts, or called the other way.
    func argumentSuggestion(
        _ name: String, _ functions: [Function], isMember: Bool, _ node: Expression, _ call: Expression.Call
    ) -> Suggestion? {
        let overloads = functions.flatMap(\.overloads)
        let count = call.operands.count
        let styles = Set(overloads.filter { $0.parameters.count == count }.map(\.isMember))
        if styles == [!isMember], Operators.isOperator(name) == false {
            if isMember, let target = call.target {
                let rest = SourcePattern.list(call.arguments)
                let code: SourcePattern = call.arguments.isEmpty ? "\(name)(\(target))" : "\(name)(\(target), \(rest))"
                return .write(code, at: node.span).or("call it as \(name)(…)")
            }
            guard let first = call.arguments.first else { return nil }
            let rest = SourcePattern.list(Array(call.arguments.dropFirst()))
            let words: Suggestion = "call it on a value, as in a.\(name)(…)"
            guard call.target == nil else { return words }
            return .write("\(target: first).\(name)(\(rest))", at: node.span).or(words)
        }
        var suggestion: Suggestion?
        for argument in call.arguments {
            guard case .literal(let value) = argument.kind else { continue }
            let way: Suggestion
            switch value {
            case .int(let number): way = .write("'\(number)'", at: argument.span)
            case .string(let text) where Int64(text) != nil:
                way = .write("\(text)", at: argument.span, "without quotes")
            default: continue
            }
            suggestion = suggestion?.or(way) ?? way
        }
        return suggestion
    }
}

extension Expression {
    /// The date that the node was meant for, which is a difference of three numbers: `2026-01-31`.
    fileprivate var writtenDate: String? {
        guard case .call(let outer) = kind, outer.function == Operators.subtract, outer.arguments.count == 2,
            case .call(let inner) = outer.arguments[0].kind, inner.function == Operators.subtract,
            inner.arguments.count == 2, case .literal(.int(let year)) = inner.arguments[0].kind,
            case .literal(.int(let month)) = inner.arguments[1].kind,
            case .literal(.int(let day)) = outer.arguments[1].kind,
            (1000...9999).contains(year), (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(two(month))-\(two(day))"
    }
}
