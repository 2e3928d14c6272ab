/// A macro over a list or map.
final class ComprehensionNode: PlanNode {
    /// Room for so many results is made at once.
    private static let usualCount = 4

    private let macro: ComprehensionMacro
    private let range: any PlanNode
    private let slot: Int
    /// The slot of the second variable, if there is one.
    private let secondSlot: Int?
    /// The slot of the element's index, if something reads it.
    private let indexSlot: Int?
    private let filter: (any PlanNode)?
    private let body: any PlanNode
    let span: Range<Int>

    init(
        _ macro: ComprehensionMacro, over range: any PlanNode, slot: Int, secondSlot: Int?, indexSlot: Int?,
        filter: (any PlanNode)?, body: any PlanNode, _ span: Range<Int>
    ) {
        self.macro = macro
        self.range = range
        self.slot = slot
        self.secondSlot = secondSlot
        self.indexSlot = indexSlot
        self.filter = filter
        self.body = body
        self.span = span
    }

    func bool(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        switch macro {
        case .all: return try !decided(by: false, range.value(&context), &context)
        case .exists: return try decided(by: true, range.value(&context), &context)
        case .existsOne, .existsOneTwo: return try isOne(range.value(&context), &context)
        case .filter, .map, .transformList, .transformMap, .transformMapEntry, .sortBy:
            return try bool(from: value(&context))
        }
    }

    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue {
        switch macro {
        case .all, .exists, .existsOne, .existsOneTwo: .bool(try bool(&context))
        case .filter: try filtered(range.value(&context), &context)
        case .map, .transformList: try transformed(range.value(&context), &context)
        case .transformMap, .transformMapEntry: try transformedMap(range.value(&context), &context)
        case .sortBy: try sorted(range.value(&context), &context)
        }
    }

    /// Calls the body for each element, with the variables set, until it returns false.
    private func walk(
        _ range: CELValue, _ context: inout EvaluationContext,
        _ body: (inout EvaluationContext) throws(CELError) -> Bool
    ) throws(CELError) {
        switch range {
        case .list(let elements):
            for (index, element) in elements.enumerated() {
                try context.step(at: span)
                if let secondSlot {
                    context.locals[slot] = .int(Int64(index))
                    context.locals[secondSlot] = element
                } else {
                    context.locals[slot] = element
                    if let indexSlot { context.locals[indexSlot] = .int(Int64(index)) }
                }
                guard try body(&context) else { return }
            }
        case .map(let map):
            for entry in map.entries {
                try context.step(at: span)
                context.locals[slot] = entry.key
                if let secondSlot { context.locals[secondSlot] = entry.value }
                guard try body(&context) else { return }
            }
        default:
            throw CELFault.noContainer(for: macro.rawValue, range.type).at(self.range.span)
        }
    }

    /// Whether the body has the deciding value for any element; failures count only when it has for none.
    private func decided(
        by deciding: Bool, _ range: CELValue, _ context: inout EvaluationContext
    ) throws(CELError) -> Bool {
        if case .list(let elements) = range, secondSlot == nil { return try decided(by: deciding, elements, &context) }
        var isDecided = false
        var failure: CELError?
        try walk(range, &context) { (context) throws(CELError) in
            do throws(CELError) {
                isDecided = try body.bool(&context) == deciding
            } catch {
                if error.code == .costLimitExceeded { throw error }
                failure = failure ?? error
            }
            return !isDecided
        }
        if let failure, !isDecided { throw failure }
        return isDecided
    }

    /// The same for the elements of a list, which is what most macros walk.
    private func decided(
        by deciding: Bool, _ elements: [CELValue], _ context: inout EvaluationContext
    ) throws(CELError) -> Bool {
        var failure: CELError?
        for index in elements.indices {
            try context.step(at: span)
            context.locals[slot] = elements[index]
            if let indexSlot { context.locals[indexSlot] = .int(Int64(index)) }
            do throws(CELError) {
                if try body.bool(&context) == deciding { return true }
            } catch {
                if error.code == .costLimitExceeded { throw error }
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
        return false
    }

    private func isOne(_ range: CELValue, _ context: inout EvaluationContext) throws(CELError) -> Bool {
        var count = 0
        try walk(range, &context) { (context) throws(CELError) in
            if try body.bool(&context) { count += 1 }
            return true
        }
        return count == 1
    }

    private func filtered(_ range: CELValue, _ context: inout EvaluationContext) throws(CELError) -> CELValue {
        var kept: [CELValue] = []
        kept.reserveCapacity(Self.usualCount)
        try walk(range, &context) { (context) throws(CELError) in
            if try body.bool(&context) { kept.append(context.locals[slot]) }
            return true
        }
        return .list(kept)
    }

    private func transformed(_ range: CELValue, _ context: inout EvaluationContext) throws(CELError) -> CELValue {
        var results: [CELValue] = []
        results.reserveCapacity(Self.usualCount)
        try walk(range, &context) { (context) throws(CELError) in
            if let filter, try !filter.bool(&context) { return true }
            results.append(try body.value(&context))
            return true
        }
        return .list(results)
    }

    private func sorted(_ range: CELValue, _ context: inout EvaluationContext) throws(CELError) -> CELValue {
        guard case .list(let elements) = range else {
            throw CELFault.noList(for: macro.rawValue, range.type).at(self.range.span)
        }
        var keys: [CELValue] = []
        try walk(range, &context) { (context) throws(CELError) in
            keys.append(try body.value(&context))
            return true
        }
        do throws(CELFault) {
            return .list(try ListOrder.sorted(elements, by: keys, for: "sortBy", &context.meter))
        } catch {
            throw error.at(body.span)
        }
    }

    private func transformedMap(_ range: CELValue, _ context: inout EvaluationContext) throws(CELError) -> CELValue {
        var entries: [(key: CELValue, value: CELValue)] = []
        try walk(range, &context) { (context) throws(CELError) in
            if let filter, try !filter.bool(&context) { return true }
            let key = context.locals[slot]
            let value = try body.value(&context)
            if macro == .transformMapEntry {
                guard case .map(let map) = value else {
                    throw CELFault.noMap(value.type).at(body.span)
                }
                entries.append(contentsOf: map.entries)
            } else {
                entries.append((key, value))
            }
            return true
        }
        guard let map = CELMap(entries) else {
            throw CELFault.repeatedKey.at(span)
        }
        return .map(map)
    }
}
