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
    let givesTexts: Bool
    let span: Range<Int>

    /// What is walked through.
    private enum Elements {
        case value(CELValue)
        case texts(TextList)
    }

    /// - Parameter resultsAreTexts: Whether the results of a `map` are texts, as far as their type tells.
    init(
        _ macro: ComprehensionMacro, over range: any PlanNode, slot: Int, secondSlot: Int?, indexSlot: Int?,
        filter: (any PlanNode)?, body: any PlanNode, resultsAreTexts: Bool, _ span: Range<Int>
    ) {
        self.macro = macro
        self.range = range
        self.slot = slot
        self.secondSlot = secondSlot
        self.indexSlot = indexSlot
        self.filter = filter
        self.body = body
        givesTexts =
            switch macro {
            case .filter: range.givesTexts && secondSlot == nil
            case .map: range.givesTexts && secondSlot == nil && resultsAreTexts
            default: false
            }
        self.span = span
    }

    func bool(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        let mark = context.room.mark
        defer { context.room.release(to: mark) }
        switch macro {
        case .all: return try !decided(by: false, elements(&context), &context)
        case .exists: return try decided(by: true, elements(&context), &context)
        case .existsOne, .existsOneTwo: return try isOne(elements(&context), &context)
        case .filter, .map, .transformList, .transformMap, .transformMapEntry, .sortBy:
            return try bool(from: value(&context))
        }
    }

    func value(_ context: inout EvaluationContext) throws(CELError) -> CELValue {
        let mark = context.room.mark
        defer { context.room.release(to: mark) }
        return switch macro {
        case .all, .exists, .existsOne, .existsOneTwo: .bool(try bool(&context))
        case .filter: try filtered(elements(&context), &context)
        case .map, .transformList: try transformed(elements(&context), &context)
        case .transformMap, .transformMapEntry: try transformedMap(elements(&context), &context)
        case .sortBy: try sorted(range.value(&context), &context)
        }
    }

    func texts(_ context: inout EvaluationContext, else other: inout CELValue) throws(CELError) -> TextList? {
        let elements = try elements(&context)
        guard givesTexts, case .texts(let list) = elements else {
            other = macro == .filter ? try filtered(elements, &context) : try transformed(elements, &context)
            return nil
        }
        return macro == .filter
            ? try filtered(list, &context) : try transformed(list, &context, else: &other)
    }

    /// What is walked through, where it stands if that spares making a list.
    private func elements(_ context: inout EvaluationContext) throws(CELError) -> Elements {
        guard range.givesTexts else { return .value(try range.value(&context)) }
        var other = CELValue.null
        if let list = try range.texts(&context, else: &other) { return .texts(list) }
        return .value(other)
    }

    /// Calls the body for each element, with the variables set, until it returns false.
    private func walk(
        _ elements: Elements, _ context: inout EvaluationContext,
        _ body: (inout EvaluationContext) throws(CELError) -> Bool
    ) throws(CELError) {
        switch elements {
        case .texts(let list): try walk(list, &context) { (_, context) throws(CELError) in try body(&context) }
        case .value(.list(let elements)):
            for (index, element) in elements.enumerated() {
                try context.step(at: span)
                set(.value(element), index, &context)
                guard try body(&context) else { return }
            }
        case .value(.map(let map)):
            for entry in map.entries {
                try context.step(at: span)
                context.locals[slot] = .value(entry.key)
                if let secondSlot { context.locals[secondSlot] = .value(entry.value) }
                guard try body(&context) else { return }
            }
        case .value(let value): throw CELFault.noContainer(for: macro.rawValue, value.type).at(range.span)
        }
    }

    /// Calls the body with each text, or null, and the variables set, until it returns false.
    @inline(__always)
    private func walk(
        _ list: TextList, _ context: inout EvaluationContext,
        _ body: (TextBytes?, inout EvaluationContext) throws(CELError) -> Bool
    ) throws(CELError) {
        for index in 0..<list.count {
            try context.step(at: span)
            let text = list[index]
            set(text.map(MacroVariable.text) ?? .value(.null), index, &context)
            guard try body(text, &context) else { return }
        }
    }

    /// Makes the variables stand for an element of a list.
    @inline(__always)
    private func set(_ element: MacroVariable, _ index: Int, _ context: inout EvaluationContext) {
        if let secondSlot {
            context.locals[slot] = .value(.int(Int64(index)))
            context.locals[secondSlot] = element
            return
        }
        context.locals[slot] = element
        if let indexSlot { context.locals[indexSlot] = .value(.int(Int64(index))) }
    }

    /// Whether the body has the deciding value for any element; failures count only when it has for none.
    private func decided(
        by deciding: Bool, _ elements: Elements, _ context: inout EvaluationContext
    ) throws(CELError) -> Bool {
        if case .value(.list(let values)) = elements, secondSlot == nil {
            return try decided(by: deciding, values, &context)
        }
        var isDecided = false
        var failure: CELError?
        try walk(elements, &context) { (context) throws(CELError) in
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
            set(.value(elements[index]), index, &context)
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

    private func isOne(_ elements: Elements, _ context: inout EvaluationContext) throws(CELError) -> Bool {
        var count = 0
        try walk(elements, &context) { (context) throws(CELError) in
            if try body.bool(&context) { count += 1 }
            return true
        }
        return count == 1
    }

    private func filtered(_ elements: Elements, _ context: inout EvaluationContext) throws(CELError) -> CELValue {
        var kept: [CELValue] = []
        kept.reserveCapacity(Self.usualCount)
        try walk(elements, &context) { (context) throws(CELError) in
            if try body.bool(&context) { kept.append(context.locals[slot].value) }
            return true
        }
        return .list(kept)
    }

    private func filtered(_ list: TextList, _ context: inout EvaluationContext) throws(CELError) -> TextList {
        var kept = context.room.makeList(capacity: list.count)
        try walk(list, &context) { (text, context) throws(CELError) in
            let mark = context.room.mark
            defer { context.room.release(to: mark) }
            if try body.bool(&context) { kept.append(text) }
            return true
        }
        return kept
    }

    private func transformed(
        _ list: TextList, _ context: inout EvaluationContext, else other: inout CELValue
    ) throws(CELError) -> TextList? {
        var results = context.room.makeList(capacity: list.count)
        // All results, once one is neither a text nor null.
        var values: [CELValue]?
        try walk(list, &context) { (_, context) throws(CELError) in
            if let filter, try !filter.bool(&context) { return true }
            if values != nil {
                values?.append(try body.value(&context))
                return true
            }
            var value = CELValue.null
            if let text = try body.text(&context, else: &value) {
                results.append(text)
            } else if case .null = value {
                results.append(nil)
            } else {
                values = results.values + [value]
            }
            return true
        }
        guard let values else { return results }
        other = .list(values)
        return nil
    }

    private func transformed(_ elements: Elements, _ context: inout EvaluationContext) throws(CELError) -> CELValue {
        var results: [CELValue] = []
        results.reserveCapacity(Self.usualCount)
        try walk(elements, &context) { (context) throws(CELError) in
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
        try walk(.value(range), &context) { (context) throws(CELError) in
            keys.append(try body.value(&context))
            return true
        }
        do throws(CELFault) {
            return .list(try ListOrder.sorted(elements, by: keys, for: "sortBy", &context.meter))
        } catch {
            throw error.at(body.span)
        }
    }

    private func transformedMap(_ elements: Elements, _ context: inout EvaluationContext) throws(CELError) -> CELValue {
        var entries: [(key: CELValue, value: CELValue)] = []
        try walk(elements, &context) { (context) throws(CELError) in
            if let filter, try !filter.bool(&context) { return true }
            let key = context.locals[slot].value
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
