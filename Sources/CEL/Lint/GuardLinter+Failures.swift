// Functions that fail for some values: whether anything has asked before one is called.
extension GuardLinter {
    /// What must be known for a call not to fail: one of some facts.
    private struct Requirement {
        let facts: [Fact]
        /// What is said of the call.
        let message: String
        /// The condition to ask first, if one can be told.
        let guardText: String?
    }

    /// Reports a call that may fail for want of a question.
    mutating func lintCall(_ node: Expression, _ call: Expression.Call, _ operands: [Expression]) {
        if context.functions(of: node).contains(where: \.isHost) { return }
        lintZero(node, call)
        let requirement: Requirement? =
            switch call.function {
            case Operators.index where operands.count == 2: element(at: operands[1], of: operands[0])
            case Operators.divide, Operators.modulo: divisor(node, call)
            case "substring", "charAt": position(call, operands)
            case "min" where operands.count == 1, "max" where operands.count == 1: nonempty(call, operands[0])
            default: conversion(call, operands)
            }
        if let requirement { report(requirement, node) }
    }

    /// Reports the selection of a key that a map may not have.
    mutating func lintKey(_ node: Expression, of map: Expression, _ field: Expression.FieldName) {
        guard case .map = context.type(of: map), case .select(_, _, false, false) = node.kind,
            let requirement = key(field.name, of: map, guardText: "has(\(map.written ?? "…").\(field.written))")
        else { return }
        report(requirement, node)
    }

    private mutating func report(_ requirement: Requirement, _ node: Expression) {
        for fact in requirement.facts {
            if constantRoots.contains(fact.key.root) || knowledge.entails(fact) { return }
        }
        guard reportedCalls.insert(requirement.message).inserted else { return }
        lints.append(
            CELLint(
                .unguardedFailure, requirement.message, node.span,
                suggestion: requirement.guardText.map { "ask first: \($0) && …" }))
    }

    private func shown(_ node: Expression) -> String { node.written.map { "'\($0)'" } ?? "this value" }

    // MARK: - Elements and keys

    private func element(at index: Expression, of container: Expression) -> Requirement? {
        switch (context.type(of: container), index.kind) {
        case (.map, .literal(.string(let name))):
            let text = CELLiteral.singleQuoted(name)
            return key(name, of: container, guardText: "\(text) in \(container.written ?? "…")")
        case (.list, .literal(.int(let number))):
            guard number >= 0, number < Int64(Int32.max), number >= leastCount(container),
                let key = context.key(of: container)
            else { return nil }
            var facts = [Fact(key: key, .length(Int(number) + 1))]
            if number == 1, let separated = separation(container) { facts.append(separated) }
            facts += matches(of: container)
            let name = container.written
            return Requirement(
                facts: facts, message: "\(shown(container)) may have no element \(number)",
                guardText: name.map { "size(\($0)) > \(number)" })
        default: return nil
        }
    }

    private func key(_ name: String, of map: Expression, guardText: String) -> Requirement? {
        guard let presence = context.presence(of: name, in: map) else { return nil }
        return Requirement(
            facts: [Fact(key: presence, .presence)], message: "\(shown(map)) may not have the key '\(name)'",
            guardText: map.written == nil ? nil : guardText)
    }

    /// The elements that a list has at least, whatever the variables are.
    private func leastCount(_ list: Expression) -> Int {
        switch list.kind {
        case .list(let elements): return elements.count { !$0.isOptional }
        case .comprehension(let macro):
            let keeps = [.map, .transformList, .sortBy].contains(macro.macro) && macro.filter == nil
            return keeps ? leastCount(macro.range) : 0
        case .call(let call):
            switch call.function {
            case "split": return isUnlimited(call) ? 1 : 0
            case "reverse", "sort": return call.operands.first.map(leastCount) ?? 0
            case "distinct": return min(1, call.operands.first.map(leastCount) ?? 0)
            case Operators.add where call.arguments.count == 2:
                return leastCount(call.arguments[0]) + leastCount(call.arguments[1])
            default: return 0
            }
        default: return 0
        }
    }

    private func isUnlimited(_ split: Expression.Call) -> Bool {
        guard split.arguments.count > 1 else { return true }
        guard case .literal(.int(let limit)) = split.arguments[1].kind else { return false }
        return limit < 0 || limit > 1
    }

    /// That a text has the separator at which it is split, so that there are two parts.
    private func separation(_ list: Expression) -> Fact? {
        guard case .call(let call) = list.kind, call.function == "split", isUnlimited(call), let text = call.target,
            case .literal(.string(let separator))? = call.arguments.first?.kind
        else { return nil }
        return context.containment(of: separator, in: text).map { Fact(key: $0, .truth) }
    }

    private func nonempty(_ call: Expression.Call, _ list: Expression) -> Requirement? {
        guard case .list = context.type(of: list), leastCount(list) == 0, let key = context.key(of: list) else {
            return nil
        }
        return Requirement(
            facts: [Fact(key: key, .length(1))],
            message: "\(shown(list)) may be empty, and '\(call.function)' fails on it",
            guardText: list.written.map { "size(\($0)) > 0" })
    }

    // MARK: - Numbers and positions

    /// Reports a division by what is 0 always.
    mutating func lintZero(_ node: Expression, _ call: Expression.Call) {
        guard call.function == Operators.divide || call.function == Operators.modulo, call.arguments.count == 2,
            [.int, .uint].contains(context.type(of: node)), context.key(of: call.arguments[0]) != nil
        else { return }
        switch call.arguments[1].kind {
        case .literal(.int(0)), .literal(.uint(0)):
            lints.append(CELLint(.failingConstant, "this always fails: division by zero", node.span))
        default: break
        }
    }

    private func divisor(_ node: Expression, _ call: Expression.Call) -> Requirement? {
        guard [.int, .uint].contains(context.type(of: node)), call.arguments.count == 2,
            let key = context.key(of: call.arguments[1])
        else { return nil }
        let divisor = call.arguments[1]
        var facts = [Fact(key: key, .nonzero)]
        if case .call(let size) = divisor.kind, size.function == "size", let subject = size.operands.first,
            let subjectKey = context.key(of: subject)
        {
            facts.append(Fact(key: subjectKey, .length(1)))
        }
        return Requirement(
            facts: facts, message: "\(shown(divisor)) may be 0, and a division by 0 fails",
            guardText: divisor.written.map { "\($0) != \(context.type(of: divisor).unwrapped == .uint ? "0u" : "0")" })
    }

    private func position(_ call: Expression.Call, _ operands: [Expression]) -> Requirement? {
        guard let text = operands.first, context.type(of: text).unwrapped == .string, let key = context.key(of: text)
        else { return nil }
        var most: Int64 = 0
        for argument in operands.dropFirst() {
            if case .literal(.int(let number)) = argument.kind { most = max(most, number) }
            if case .call(let find) = argument.kind, find.function == "indexOf" || find.function == "lastIndexOf",
                find.arguments.count == 1, case .literal(.string(let sought)) = find.arguments[0].kind,
                let target = find.target, let containment = context.containment(of: sought, in: target)
            {
                return Requirement(
                    facts: [Fact(key: containment, .truth)] + matches(of: text),
                    message: "\(shown(argument)) may be -1, and '\(call.function)' fails on it",
                    guardText: target.written.map { "\($0).contains(\(CELLiteral.singleQuoted(sought)))" })
            }
        }
        guard most > 0, most < Int64(Int32.max) else { return nil }
        return Requirement(
            facts: [Fact(key: key, .length(Int(most)))] + matches(of: text),
            message: "\(shown(text)) may be shorter than \(most), and '\(call.function)' fails on it",
            guardText: text.written.map { "size(\($0)) >= \(most)" })
    }

    // MARK: - Texts that say something

    /// The functions that read texts, the operand that is one, and what it may not be.
    private static let readers: [String: (operand: Int, what: String, question: String?)] = [
        "url": (0, "no URL", "isURL"), "ip": (0, "no IP address", "isIP"), "cidr": (0, "no CIDR block", "isCIDR"),
        "isCanonical": (0, "no IP address", "isIP"), "containsIP": (1, "no IP address", "isIP"),
        "containsCIDR": (1, "no CIDR block", "isCIDR"), "int": (0, "no int", nil), "uint": (0, "no uint", nil),
        "double": (0, "no double", nil), "bool": (0, "no bool", nil), "timestamp": (0, "no timestamp", nil),
        "duration": (0, "no duration", nil), "decode": (0, "no Base64", nil),
    ]

    private static let patterns = [
        "int": "^-?[0-9]{1,18}$", "uint": "^[0-9]{1,19}$", "double": "^-?[0-9]+([.][0-9]+)?$",
    ]

    /// That a text, or one that it is taken from, was compared with a pattern: what may be known of it then cannot be told.
    private func matches(of text: Expression) -> [Fact] {
        var facts: [Fact] = []
        var next: [Expression] = [text]
        while let node = next.popLast() {
            if context.type(of: node).unwrapped == .string, let key = context.key(of: node) {
                facts.append(Fact(key: key, .matched))
            }
            if case .call(let call) = node.kind { next += context.operands(of: call, node) }
        }
        return facts
    }

    private func conversion(_ call: Expression.Call, _ operands: [Expression]) -> Requirement? {
        guard let reader = Self.readers[call.function], operands.indices.contains(reader.operand) else { return nil }
        let text = operands[reader.operand]
        guard context.type(of: text).unwrapped == .string, let key = context.key(of: text) else { return nil }
        var facts = matches(of: text)
        if case .call(let part) = text.kind, part.function == "getPort" { facts.append(Fact(key: key, .length(1))) }
        if let question = reader.question { facts.append(Fact(key: key.appending("|\(question)()"), .truth)) }
        let guardText = text.written.flatMap { name in
            reader.question.map { "\($0)(\(name))" } ?? Self.patterns[call.function].map { "\(name).matches(r'\($0)')" }
        }
        return Requirement(
            facts: facts, message: "\(shown(text)) may be \(reader.what), and '\(call.function)' fails on it",
            guardText: guardText)
    }
}
