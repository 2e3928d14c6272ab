/// `format` of the strings extension, by the meaning of cel-go's `ext.Strings`.
enum Formatting {
    /// The functions, for ``CELLibrary``.
    static let functions: [Function] = [
        Function(
            name, [.member([.string, .list(.dyn)], .string)],
            cost: .linear,
            .binary { (format, values, meter) throws(CELFault) in
                guard case .string(let text) = format else { throw .noSuchOverload(name, [format, values]) }
                try meter.charge(bytes: text.utf8.count)
                return try formatted(try FormatTemplate(text), values, &meter)
            },
            specialization: Function.Specialization(parameter: 0) { (format) throws(CELFault) in
                guard case .string(let text) = format else { throw .noSuchOverload(name, [format]) }
                let template = try FormatTemplate(text)
                return .binary { (_, values, meter) throws(CELFault) in try formatted(template, values, &meter) }
            }, check: goTogether)
    ]

    private static let name = "format"

    /// Finds values that do not go with the clauses of a constant format.
    private static let goTogether: ArgumentCheck = { arguments in
        guard arguments.operands.count == 2, case .literal(.string(let text)) = arguments.operands[0].kind,
            let elements = arguments.elements, let clauses = try? FormatTemplate(text).clauses
        else { return [] }
        var problems: [ArgumentProblem] = []
        if clauses.count != elements.count {
            let mistake = Mistake.clauses(clauses.count, values: elements.count)
            problems.append(ArgumentProblem(mistake: mistake, span: arguments.operands[1].span))
        }
        for (clause, (element, type)) in zip(clauses, elements) where !clause.accepts(type) {
            problems.append(ArgumentProblem(mistake: .clause(clause.mismatch(type)), span: element.span))
        }
        return problems
    }

    private static func formatted(
        _ template: FormatTemplate, _ values: CELValue, _ meter: inout CostMeter
    ) throws(CELFault) -> CELValue {
        guard case .list(let elements) = values else { throw .noSuchOverload(name, [.string(""), values]) }
        return .string(try template.text(of: elements, &meter))
    }
}
