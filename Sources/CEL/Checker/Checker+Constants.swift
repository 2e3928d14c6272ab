// Calls with constant arguments: what these alone decide is found out, and reported, before evaluating.
extension Checker {
    /// Makes the functions of a call those for its constant arguments, and checks its arguments as they are written.
    mutating func checkConstants(_ node: Expression, _ functions: [Function], isNamespaced: Bool) {
        guard case .call(let call) = node.kind else { return }
        let operands = isNamespaced ? call.arguments : call.operands
        if functions.contains(where: { $0.specialization != nil }) {
            var specialized: [Function] = []
            for function in functions { specialized.append(specialize(function, operands, node)) }
            resolutions[node.id] = .functions(specialized, isNamespaced: isNamespaced)
        }
        checkConstantArgument(node, functions, operands)
        let written = WrittenArguments(
            operands: operands, elementTypes: lastElementTypes.map { unifier.resolve($0, unknown: .dyn) })
        for problem in functions.flatMap({ $0.check?(written) ?? [] }) { report(problem.mistake, problem.span) }
    }

    /// A function for the constant argument that it can be made for, if that is constant.
    private mutating func specialize(_ function: Function, _ operands: [Expression], _ node: Expression) -> Function {
        guard let parameter = function.specialization?.parameter, operands.indices.contains(parameter) else {
            return function
        }
        let operand = operands[parameter]
        guard let constant = constant(operand) else {
            checkElements(of: operand, function, node)
            return function
        }
        do throws(CELFault) {
            return try function.specialized(for: constant)
        } catch {
            if let place = constantPlace(of: operand) {
                report(error, operand, place)
            } else {
                report(.constant(error), operand.span, suggestion: Self.patternSuggestion(error))
            }
            return function
        }
    }
}
