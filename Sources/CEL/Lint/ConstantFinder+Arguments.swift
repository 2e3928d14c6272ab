extension CELEnvironment {
    /// Finds parts of an expression that are made from declared constants, and that the functions which take them refuse:
    /// patterns, networks, addresses, URLs, times and time zones.
    ///
    /// Compiling reports constants that are such arguments as they are; this computes those that are made from them, too.
    ///
    /// - Returns: In the order of the source; nothing for an expression that does not compile.
    package func refusedConstants(in source: String) -> [CELDiagnostic] {
        // Most read none, and loading rules should not take twice as long for them.
        guard constants.keys.contains(where: { source.contains($0) }),
            let (expression, checked) = try? check(source, expecting: nil)
        else { return [] }
        return ConstantFinder(self, source, checked).refusedArguments(in: expression)
    }
}

extension ConstantFinder {
    /// The arguments of calls that are made from constants of the host and are refused.
    fileprivate func refusedArguments(in node: Expression) -> [CELDiagnostic] {
        if readsDeclaredConstant(node), isConstant(node) {
            guard case .failure(let error) = evaluate(node), error.code == .invalidArgument else { return [] }
            return [CELDiagnostic(message: Mistake.alwaysFails(error.message).message, span: error.span)]
        }
        return refusedText(of: node) + checked.evaluatedChildren(of: node).flatMap(refusedArguments)
    }

    /// What is wrong with an argument that is computed from constants and decides something alone, of a call that is not
    /// constant itself.
    private func refusedText(of node: Expression) -> [CELDiagnostic] {
        guard case .call(let call) = node.kind,
            case .functions(let functions, let isNamespaced) = checked.resolutions[node.id]
        else { return [] }
        let operands = isNamespaced ? call.arguments : call.operands
        for function in functions {
            guard let parameter = function.specialization?.parameter, operands.indices.contains(parameter) else {
                continue
            }
            let operand = operands[parameter]
            guard readsDeclaredConstant(operand), isConstant(operand),
                case .success(let value) = evaluate(operand)
            else { continue }
            do throws(CELFault) {
                _ = try function.specialized(for: value)
            } catch {
                return [CELDiagnostic(message: Mistake.alwaysFails(error.message).message, span: operand.span)]
            }
        }
        return []
    }

    private func readsDeclaredConstant(_ node: Expression) -> Bool {
        if case .constant(let value) = checked.resolutions[node.id] {
            if case .type = value { return false }
            return true
        }
        return checked.evaluatedChildren(of: node).contains(where: readsDeclaredConstant)
    }
}
