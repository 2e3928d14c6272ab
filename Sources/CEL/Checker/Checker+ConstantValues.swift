// Values of the host that are the same for all evaluations: what they decide is found out, and reported, when compiling.
extension Checker {
    /// The elements of a constant list that a macro's variable stands for.
    struct ConstantElements {
        let values: [CELValue]
        /// The slot of the element's index.
        let indexSlot: Int
        /// What the list is called.
        let name: String
    }

    /// The value of a node that is a literal, a declared constant or a part of one.
    func constant(_ node: Expression) -> CELValue? {
        if case .constant(let value) = resolutions[node.id] { return value }
        switch node.kind {
        case .literal(let value): return value
        case .select(let operand, let field, false, false):
            switch (constant(operand), resolutions[node.id]) {
            case (.message(let message), .field(let slot)): return message.value(at: slot)
            case (.map(let map), _): return map[.string(field.name)]
            default: return nil
            }
        default: return nil
        }
    }

    /// The place of a constant that is a part of a declared one.
    func constantPlace(of node: Expression) -> CELConstantPlace? {
        guard case .select = node.kind, constant(node) != nil, let name = node.qualifiedName?.name else { return nil }
        return CELConstantPlace(name: name, element: nil)
    }

    /// Reports what is wrong with a constant of the host.
    mutating func report(_ fault: CELFault, _ node: Expression, _ place: CELConstantPlace) {
        if isLenient || !hasRoom { return }
        problems.append(Problem(.constant(fault), node.span, constant: place))
    }

    /// The list that a macro walks, if it is a constant of the host, with a slot for the index of the element.
    mutating func constantElements(of comprehension: Expression.Comprehension, _ node: Expression) -> ConstantElements?
    {
        let range = comprehension.range
        guard case .select = range.kind, comprehension.secondVariable == nil, case .list(let values)? = constant(range),
            let place = constantPlace(of: range)
        else { return nil }
        let slot = push("", .int)
        indexSlots[node.id] = slot
        return ConstantElements(values: values, indexSlot: slot, name: place.name)
    }

    private func elements(_ node: Expression) -> ConstantElements? {
        guard case .local(let slot) = resolutions[node.id] else { return nil }
        return locals.last { $0.slot == slot }?.elements
    }

    /// Computes calls of one constant argument, to report what fails, and for the elements of a constant list, to have it
    /// when evaluating.
    mutating func checkConstantArgument(_ node: Expression, _ functions: [Function], _ operands: [Expression]) {
        guard !isLenient, operands.count == 1, functions.count == 1, !functions[0].isHost,
            case .unary(let body) = functions[0].body
        else { return }
        let operand = operands[0]
        if let elements = elements(operand) {
            var results: [CELValue] = []
            for (index, element) in elements.values.enumerated() {
                let place = CELConstantPlace(name: elements.name, element: index)
                guard let result = computed(body, element, operand, place) else { return }
                results.append(result)
            }
            elementTables[node.id] = .init(indexSlot: elements.indexSlot, content: .values(results))
        } else if let value = constant(operand), let place = constantPlace(of: operand) {
            _ = computed(body, value, operand, place)
        }
    }

    private mutating func computed(
        _ body: Function.Unary, _ value: CELValue, _ operand: Expression, _ place: CELConstantPlace
    ) -> CELValue? {
        var meter = CostMeter(limit: Planner.foldingLimit)
        do throws(CELFault) {
            return try body(value, &meter)
        } catch {
            if error.code == .invalidArgument { report(error, operand, place) }
            return nil
        }
    }

    /// Makes a function for each element of a constant list that an argument stands for, to report what is wrong with one,
    /// and to have their patterns when evaluating.
    mutating func checkElements(of argument: Expression, _ function: Function, _ node: Expression) {
        guard let elements = elements(argument) else { return }
        var patterns: [RegularExpression] = []
        for (index, element) in elements.values.enumerated() {
            do throws(CELFault) {
                if case .match(let pattern) = try function.specialized(for: element).body { patterns.append(pattern) }
            } catch {
                let place = CELConstantPlace(name: elements.name, element: index)
                return report(error, argument, place)
            }
        }
        if patterns.count == elements.values.count, !patterns.isEmpty {
            elementTables[node.id] = .init(indexSlot: elements.indexSlot, content: .patterns(patterns))
        }
    }
}
