// Functions that fail for some values: whether anything has asked before one is called.
extension GuardLinter {
    /// What must be known for a call not to fail: one of some facts.
    private struct Requirement {
        let facts: [Fact]
        /// What is said of the call.
        let remark: Remark
        /// The condition to ask first, if one can be told.
        let guardText: String?
        /// The list, if the remark has no name for it.
        var unnamed: ValueKey?
    }

    /// What tells a report from others.
    struct ReportedCall: Hashable {
        let remark: Remark
        let unnamed: ValueKey?
    }

    /// Reports a call that may fail for want of a question.
    mutating func lintCall(_ node: Expression, _ call: Expression.Call, _ operands: [Expression]) {
        if context.functions(of: node).contains(where: \.isHost) { return }
        lintZero(node, call)
        if let requirement = requirement(of: node, call, operands) { report(requirement, node) }
    }

    private func requirement(
        of node: Expression, _ call: Expression.Call, _ operands: [Expression]
    ) -> Requirement? {
        switch call.function {
        case Operators.index where operands.count == 2: element(at: operands[1], of: operands[0])
        case Operators.divide, Operators.modulo: divisor(node, call)
        default: context.trait(\.demand, of: node).flatMap { requirement($0, call, operands) }
        }
    }

    private func requirement(
        _ demand: FunctionTraits.Demand, _ call: Expression.Call, _ operands: [Expression]
    ) -> Requirement? {
        switch demand {
        case .positions: position(call, operands)
        case .anElement: operands.first.flatMap { nonempty($0, call.function) }
        case .aValue: operands.first.flatMap { value(call, of: $0) }
        case .text(let demand): conversion(demand, call, operands)
        }
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
        let call = ReportedCall(remark: requirement.remark, unnamed: requirement.unnamed)
        guard reportedCalls.insert(call).inserted else { return }
        lints.append(
            CELLint(
                requirement.remark, node.span,
                suggestion: requirement.guardText.map { "ask first: \($0) && …" }))
    }

    private func shown(_ node: Expression) -> String { node.written.map { "'\($0)'" } ?? "this value" }

    private func shownList(_ node: Expression) -> String { node.written.map { "'\($0)'" } ?? "this list" }

    // MARK: - Elements and keys

    private func element(at index: Expression, of container: Expression) -> Requirement? {
        switch (context.type(of: container), index.kind) {
        case (.map, .literal(.string(let name))):
            let text = CELLiteral.singleQuoted(name)
            return key(name, of: container, guardText: "\(text) in \(container.written ?? "…")")
        case (.list, .literal(.int(let number))):
            guard number >= 0, number < Int64(Int32.max),
                number >= context.leastCount(of: container, knowing: knowledge),
                let key = context.key(ofList: container)
            else { return nil }
            var facts = [Fact(key: key, .length(Int(number) + 1))]
            if number == 1, let separated = separation(container) { facts.append(separated) }
            facts += matches(of: container)
            return Requirement(
                facts: facts, remark: .noElement(shownList(container), number),
                guardText: "size(\(container.written ?? "…")) > \(number)",
                unnamed: container.written == nil ? key : nil)
        default: return nil
        }
    }

    private func key(_ name: String, of map: Expression, guardText: String) -> Requirement? {
        guard let presence = context.presence(of: name, in: map) else { return nil }
        return Requirement(
            facts: [Fact(key: presence, .presence)], remark: .noKey(shown(map), name),
            guardText: map.written == nil ? nil : guardText)
    }

    /// That a text has the separator at which it is cut, so that there are two parts.
    private func separation(_ list: Expression) -> Fact? {
        guard case .call(let call) = list.kind, let separator = context.trait(\.separator, of: list),
            context.leastCount(of: list, knowing: knowledge) > 0, let text = call.target
        else { return nil }
        return KnownArguments(call, list, context).text(separator)
            .flatMap { context.containment(of: $0, in: text) }.map { Fact(key: $0, .truth) }
    }

    /// That an optional element is there, if that is what an optional is.
    private func value(_ call: Expression.Call, of optional: Expression) -> Requirement? {
        guard case .call(let choice) = optional.kind, let list = context.listOfElement(optional) else { return nil }
        return nonempty(list, "\(choice.function)().\(call.function)")
    }

    private func nonempty(_ list: Expression, _ function: String) -> Requirement? {
        guard case .list = context.type(of: list), context.leastCount(of: list, knowing: knowledge) == 0,
            let key = context.key(ofList: list)
        else { return nil }
        return Requirement(
            facts: [Fact(key: key, .length(1))],
            remark: .empty(shownList(list), function: function),
            guardText: "size(\(list.written ?? "…")) > 0", unnamed: list.written == nil ? key : nil)
    }

    // MARK: - Numbers and positions

    /// Reports a division by what is 0 always.
    mutating func lintZero(_ node: Expression, _ call: Expression.Call) {
        guard call.function == Operators.divide || call.function == Operators.modulo, call.arguments.count == 2,
            [.int, .uint].contains(context.type(of: node)), context.key(of: call.arguments[0]) != nil
        else { return }
        switch call.arguments[1].kind {
        case .literal(.int(0)), .literal(.uint(0)):
            lints.append(CELLint(.failure(CELFault.divisionByZero.message, isCertain: false), node.span))
        default: break
        }
    }

    private func divisor(_ node: Expression, _ call: Expression.Call) -> Requirement? {
        guard [.int, .uint].contains(context.type(of: node)), call.arguments.count == 2,
            let key = context.key(of: call.arguments[1])
        else { return nil }
        let divisor = call.arguments[1]
        var facts = [Fact(key: key, .nonzero)]
        if case .call(let size) = divisor.kind, case .size? = context.trait(\.measure, of: divisor),
            let subject = size.operands.first, let subjectKey = context.key(of: subject)
        {
            facts.append(Fact(key: subjectKey, .length(1)))
        }
        return Requirement(
            facts: facts, remark: .zero(shown(divisor)),
            guardText: divisor.written.map { "\($0) != \(context.type(of: divisor).unwrapped == .uint ? "0u" : "0")" })
    }

    private func position(_ call: Expression.Call, _ operands: [Expression]) -> Requirement? {
        guard let text = operands.first, context.type(of: text).unwrapped == .string, let key = context.key(of: text)
        else { return nil }
        var most: Int64 = 0
        for argument in operands.dropFirst() {
            if case .literal(.int(let number)) = argument.kind { most = max(most, number) }
            if case .call(let find) = argument.kind, case .position? = context.trait(\.measure, of: argument),
                find.arguments.count == 1, case .literal(.string(let sought)) = find.arguments[0].kind,
                let target = find.target, let containment = context.containment(of: sought, in: target)
            {
                return Requirement(
                    facts: [Fact(key: containment, .truth)] + matches(of: text),
                    remark: .nowhere(shown(argument), function: call.function),
                    guardText: target.written.map { "\($0).contains(\(CELLiteral.singleQuoted(sought)))" })
            }
        }
        guard most > 0, most < Int64(Int32.max) else { return nil }
        return Requirement(
            facts: [Fact(key: key, .length(Int(most)))] + matches(of: text),
            remark: .short(shown(text), most, function: call.function),
            guardText: text.written.map { "size(\($0)) >= \(most)" })
    }

    // MARK: - Texts that say something

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

    private func conversion(
        _ demand: FunctionTraits.TextDemand, _ call: Expression.Call, _ operands: [Expression]
    ) -> Requirement? {
        guard operands.indices.contains(demand.argument) else { return nil }
        let text = operands[demand.argument]
        guard context.type(of: text).unwrapped == .string, let key = context.key(of: text) else { return nil }
        var facts = matches(of: text)
        if TextShape(of: text, context).isDigits { facts.append(Fact(key: key, .length(1))) }
        if let question = demand.question { facts.append(Fact(key: key.appending("|\(question)()"), .truth)) }
        return Requirement(
            facts: facts, remark: .refused(shown(text), demand.refused, function: call.function),
            guardText: text.written.flatMap(demand.test))
    }
}

extension FunctionTraits.TextDemand {
    /// The condition that a text is taken, as an expression; `nil` where there is none.
    func test(of text: String) -> String? {
        question.map { "\($0)(\(text))" } ?? pattern.map { "\(text).matches(r'\($0)')" }
    }
}
