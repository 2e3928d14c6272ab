extension CELEnvironment {
    /// Finds parts of an expression that are made from declared constants, and that the functions which take them refuse:
    /// patterns, networks, addresses, URLs, times and time zones.
    ///
    /// Compiling reports constants that are such arguments as they are; this computes those that are made from them, too.
    ///
    /// - Returns: In the order of the source; nothing for an expression that does not compile.
    public func refusedConstants(in source: String) -> [CELDiagnostic] {
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
            return [CELDiagnostic(message: "this always fails: \(error.message)", span: error.span)]
        }
        return refusedText(of: node) + checked.evaluatedChildren(of: node).flatMap(refusedArguments)
    }

    /// What is wrong with a pattern or time zone that is computed from constants, of a call that is not constant itself.
    private func refusedText(of node: Expression) -> [CELDiagnostic] {
        guard case .call(let call) = node.kind, call.operands.count == 2 else { return [] }
        let operand = call.operands[1]
        guard call.function == "matches" || TimeAccessors.names.contains(call.function), readsDeclaredConstant(operand),
            isConstant(operand), case .success(.string(let text)) = evaluate(operand)
        else { return [] }
        do throws(CELFault) {
            if call.function == "matches" {
                _ = try RegularExpression(text)
            } else if let instant = CELTimestamp(seconds: 0) {
                var meter = CostMeter(limit: Planner.foldingLimit)
                _ = try TimeZoneOffset.seconds(at: instant, in: text, &meter)
            }
            return []
        } catch {
            return [CELDiagnostic(message: "this always fails: \(error.message)", span: operand.span)]
        }
    }

    private func readsDeclaredConstant(_ node: Expression) -> Bool {
        if case .constant(let value) = checked.resolutions[node.id] {
            if case .type = value { return false }
            return true
        }
        return checked.evaluatedChildren(of: node).contains(where: readsDeclaredConstant)
    }
}
