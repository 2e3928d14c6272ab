// Calls with constant arguments: what these alone decide is found out, and reported, before evaluating.
extension Checker {
    /// Makes the functions of a call those for its constant arguments, and checks what a list of arguments must be.
    mutating func checkConstants(_ node: Expression, _ name: String, _ functions: [Function], isNamespaced: Bool) {
        guard case .call(let call) = node.kind else { return }
        let operands = isNamespaced ? call.arguments : call.operands
        if functions.contains(where: { $0.specialization != nil }) {
            let specialized = specialize(functions, operands)
            resolutions[node.id] = .functions(specialized, isNamespaced: isNamespaced)
        }
        checkConstantArgument(node, functions, operands)
        checkConstantZone(name, operands)
        switch name {
        case Formatting.name: checkFormat(operands)
        case MathExtrema.greatest, MathExtrema.least: checkNumbers(name, operands)
        default: break
        }
    }

    private mutating func specialize(_ functions: [Function], _ operands: [Expression]) -> [Function] {
        var specialized: [Function] = []
        for function in functions {
            guard let parameter = function.specialization?.parameter, operands.indices.contains(parameter),
                let constant = constant(operands[parameter])
            else {
                specialized.append(function)
                continue
            }
            do throws(CELFault) {
                specialized.append(try function.specialized(for: constant))
            } catch {
                if let place = constantPlace(of: operands[parameter]) {
                    report(error.message, operands[parameter], place)
                } else {
                    report(error.message, operands[parameter].span)
                }
                specialized.append(function)
            }
        }
        return specialized
    }

    /// Reports values that do not go with the clauses of a constant format.
    private mutating func checkFormat(_ operands: [Expression]) {
        guard operands.count == 2, case .literal(.string(let text)) = operands[0].kind,
            case .list(let elements) = operands[1].kind, !elements.contains(where: \.isOptional),
            let clauses = try? FormatTemplate(text).clauses
        else { return }
        if clauses.count != elements.count {
            report(
                "the format has \(clauses.count) clause\(clauses.count == 1 ? "" : "s"), but there "
                    + (elements.count == 1 ? "is 1 value" : "are \(elements.count) values"), operands[1].span)
        }
        for (clause, (element, type)) in zip(clauses, zip(elements, lastElementTypes)) {
            let type = unifier.resolve(type, unknown: .dyn)
            if !clause.accepts(type) { report(clause.mismatch(type), element.value.span) }
        }
    }

    /// Reports elements that are no numbers in a list of several types.
    private mutating func checkNumbers(_ name: String, _ operands: [Expression]) {
        guard operands.count == 1, case .list(let elements) = operands[0].kind else { return }
        for (element, type) in zip(elements, lastElementTypes) {
            let type = unifier.resolve(type, unknown: .dyn)
            switch type.unwrapped {
            case .int, .uint, .double, .dyn: break
            default: report("'\(name)' takes numbers, not \(type)", element.value.span)
            }
        }
    }
}
