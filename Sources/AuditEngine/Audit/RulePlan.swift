internal import CEL
internal import ServiceModel

/// The rules of a run in the order in which they are evaluated, shared by all who evaluate them.
final class RulePlan: Sendable {
    let slots: RuleEnvironment.Slots
    /// The variables that are the same for all Services.
    let variables: CELVariables
    /// The rules that are evaluated once a Service, and those of each field.
    let wholeRules: Shared<RuleStep>
    let rulesByField: Shared<FieldRules>
    /// The rules about groups, by their numbers.
    let groupSteps: [Int: RuleStep]

    /// The rules of a field.
    ///
    /// `Sendable` without a check, as ``Shared`` is.
    final class FieldRules: @unchecked Sendable {
        let field: ServiceField
        /// What `field` is in them, if one reads it: they are compiled for the field, and so most know it.
        let name: CELValue?
        /// What the owner of the steps holds, at hand: the owner would be retained.
        let steps: UnsafeBufferPointer<Unmanaged<RuleStep>>
        private let owner: Shared<RuleStep>
        /// The slot of `value` in those rules, and others where several packs have some.
        let valueSlot: Int
        let otherValueSlots: [Int]?

        /// - Parameter steps: One or more.
        init(_ field: ServiceField, _ steps: [RuleStep]) {
            self.field = field
            name = steps.contains(where: \.readsFieldName) ? .string(field.name) : nil
            owner = Shared(steps)
            self.steps = owner.references
            let slots = Set(steps.map(\.rule.valueSlot)).sorted()
            valueSlot = slots[0]
            otherValueSlots = slots.count == 1 ? nil : Array(slots.dropFirst())
        }
    }

    /// What is gone through for each Service, in order: neither the list nor an element is retained for that. All workers
    /// share them, and would count by turns.
    ///
    /// `Sendable` without a check, since it does not change.
    final class Shared<Element: AnyObject & Sendable>: @unchecked Sendable {
        private let owners: [Element]
        let references: UnsafeBufferPointer<Unmanaged<Element>>

        init(_ elements: [Element]) {
            owners = elements
            let references = UnsafeMutableBufferPointer<Unmanaged<Element>>.allocate(capacity: elements.count)
            _ = references.initialize(fromContentsOf: elements.map(Unmanaged.passUnretained))
            self.references = UnsafeBufferPointer(references)
        }

        deinit { references.deallocate() }
    }

    init(rules: RuleSet, now: Timestamp) {
        var variables = CELVariables(for: rules.environment)
        let slots = RuleEnvironment.Slots(RuleEnvironment.base)
        self.slots = slots
        variables.set(CELTimestamp(now).map(CELValue.timestamp) ?? .null, at: slots.now)
        self.variables = variables
        let indices = rules.rules.indices
        func step(_ index: Int, for field: ServiceField? = nil) -> RuleStep {
            RuleStep(rules.rules[index], index: index, for: field, slots: slots)
        }
        wholeRules = Shared(indices.filter { rules.rules[$0].fields.isEmpty }.map { step($0) })
        rulesByField = Shared(
            ServiceField.allCases.compactMap { field in
                let ofField = indices.filter { rules.rules[$0].fields.contains(field) }
                if ofField.isEmpty { return nil }
                return FieldRules(field, ofField.map { step($0, for: field) })
            })
        let grouped = indices.filter { rules.rules[$0].group != nil }
        groupSteps = Dictionary(uniqueKeysWithValues: grouped.map { ($0, step($0)) })
    }

    /// Whether a rule flags no group of one member, whatever that is, and cannot fail for it.
    func passesLoneMembers(_ rule: Int) -> Bool { groupSteps[rule]?.passesLoneMembers == true }
}
