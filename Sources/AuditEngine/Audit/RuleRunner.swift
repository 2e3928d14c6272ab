internal import CEL
package import ServiceModel

/// Evaluates rules for one Service after another, and for groups of Services. One for each worker.
///
/// Knows Services as messages only: where they came from, and what becomes of what it finds, is for others.
package struct RuleRunner: Sendable {
    /// What messages may know of a Service: its fields as reports show them, and in closed vocabularies what is hidden.
    package struct MaskedView {
        /// The Service with masked texts.
        package let service: ServiceMessage
        /// The kinds of personal data in the true text of a field, at confidence medium or above, in the detector's order.
        package let kinds: (ServiceField) -> [String]

        package init(service: ServiceMessage, kinds: @escaping (ServiceField) -> [String]) {
            self.service = service
            self.kinds = kinds
        }
    }

    private let slots: RuleEnvironment.Slots
    /// The rules that are evaluated once a Service, and those of each field.
    private let wholeRules: Shared<RuleStep>
    private let rulesByField: Shared<FieldRules>
    /// The rules about groups, by their numbers.
    private let groupSteps: [Int: RuleStep]
    /// The true view.
    private var variables: CELVariables
    /// The masked view.
    private var masked: CELVariables

    /// The rules of a field.
    private final class FieldRules: Sendable {
        let field: ServiceField
        /// What `field` is in them, if one reads it: they are compiled for the field, and so most know it.
        let name: CELValue?
        let steps: Shared<RuleStep>
        /// The slots of `value` in those rules.
        let valueSlots: [Int]

        init(_ field: ServiceField, _ steps: [RuleStep]) {
            self.field = field
            name = steps.contains(where: \.readsFieldName) ? .string(field.name) : nil
            self.steps = Shared(steps)
            valueSlots = Set(steps.map(\.rule.valueSlot)).sorted()
        }
    }

    /// What is gone through for each Service, in order.
    private struct Shared<Element: AnyObject & Sendable>: Sendable {
        private let owners: [Element]
        /// The same, not to be retained each time that one is used: all workers share them, and would count by turns.
        let references: [Unmanaged<Element>]

        init(_ elements: [Element]) {
            owners = elements
            references = elements.map(Unmanaged.passUnretained)
        }
    }

    /// The steps more that each byte of a large Service allows, so that linear work on it is not refused: a regular
    /// expression takes about one. A rule pack cannot ask for it.
    private static let costPerByte = 10
    /// The same for each member of a group.
    private static let costPerMember = 100
    /// From how many bytes on a Service is large; the usual limit is far above what a smaller one takes.
    private static let largeSize = 8192
    /// The steps that the messages of a group take together, at most, before the rest get the plain message.
    private static let groupMessageCost = 1_000_000

    package init(rules: RuleSet, now: Timestamp) {
        variables = CELVariables(for: rules.environment)
        let slots = RuleEnvironment.Slots(RuleEnvironment.base)
        self.slots = slots
        let instant = CELTimestamp(seconds: now.seconds, nanos: now.nanoseconds).map(CELValue.timestamp) ?? .null
        variables.set(instant, at: slots.now)
        masked = variables
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

    // MARK: - Single Services

    /// Evaluates all rules for a Service: those about it as a whole, then field by field those of its fields, each in the
    /// order of the packs.
    ///
    /// - Parameters:
    ///   - size: The bytes of its text.
    ///   - account: What is known of its account.
    ///   - view: Makes the masked view; called at most once, if a message is computed.
    ///   - report: Called with the index of a rule and what came of it, any number of times a rule.
    package mutating func run(
        _ service: ServiceMessage, size: Int, account: AccountMessage, view: () -> MaskedView,
        report: (Int, RuleOutcome) -> Void
    ) {
        variables.set(.message(service), at: slots.service)
        variables.set(.message(account), at: slots.account)
        var run = Run(extraCost: size < Self.largeSize ? 0 : Self.costPerByte * size)
        for step in wholeRules.references {
            step._withUnsafeGuaranteedRef { evaluate($0, account, &run, view, report) }
        }
        for rules in rulesByField.references {
            rules._withUnsafeGuaranteedRef { evaluate($0, service, account, &run, view, report) }
        }
    }

    /// Evaluates the rules of a field, if it is set.
    private mutating func evaluate(
        _ rules: FieldRules, _ service: ServiceMessage, _ account: AccountMessage, _ run: inout Run,
        _ view: () -> MaskedView, _ report: (Int, RuleOutcome) -> Void
    ) {
        let slot = rules.field.rawValue
        guard let isSet = service.isSet(at: slot) else {
            let error = CELError(code: .unreadableField, message: service.fault(at: slot) ?? "")
            for step in rules.steps.references {
                let index = step._withUnsafeGuaranteedRef { $0.index }
                report(index, .failed(rules.field, RuleFailure(key: .condition, error: error)))
            }
            return
        }
        if !isSet { return }
        for valueSlot in rules.valueSlots {
            variables.set(field: slot, ofMessageAt: slots.service, at: valueSlot)
        }
        if let name = rules.name { variables.set(name, at: slots.field) }
        for step in rules.steps.references {
            step._withUnsafeGuaranteedRef { evaluate($0, account, &run, view, report) }
        }
    }

    /// What belongs to the evaluation of one Service.
    private struct Run {
        let extraCost: Int
        /// The masked view, once a message was computed.
        var view: MaskedView?
    }

    private mutating func evaluate(
        _ step: RuleStep, _ account: AccountMessage, _ run: inout Run, _ view: () -> MaskedView,
        _ report: (Int, RuleOutcome) -> Void
    ) {
        do throws(RuleFailure) {
            if let filter = step.filter {
                let isJudged = filter.conditionOutcome(keepingIn: &variables, extraCost: run.extraCost)
                guard try RuleFailure.value(of: isJudged, .filter) else { return }
            }
            if let group = step.rule.group {
                let key = group.key.outcome(keepingIn: &variables, extraCost: run.extraCost)
                guard let key = try RuleFailure.value(of: key, .group).text else { return }
                return report(step.index, .grouped(key))
            }
            let isFlagged = step.condition.conditionOutcome(keepingIn: &variables, extraCost: run.extraCost)
            guard try RuleFailure.value(of: isFlagged, .condition) else { return }
        } catch {
            return report(step.index, .failed(step.evaluatedField, error))
        }
        let severity = severity(
            step.severities, otherwise: step.rule.description.severity, extraCost: run.extraCost
        ) { report(step.index, .failed(step.evaluatedField, $0)) }
        var message: String?
        if let program = step.messageProgram {
            let shown = run.view ?? view()
            if run.view == nil {
                run.view = shown
                masked.set(.message(shown.service), at: slots.service)
                masked.set(.message(account), at: slots.account)
            }
            message = self.message(program, step, shown, extraCost: run.extraCost)
        }
        let flag = RuleOutcome.Flag(field: step.field, severity: severity, message: message ?? step.message)
        report(step.index, .flagged(flag))
    }

    /// The highest severity whose condition holds. Where one fails, the finding stands all the same, and the failure too.
    private mutating func severity(
        _ severities: [Rule.SeverityCondition], otherwise usual: Severity, extraCost: Int,
        failed: (RuleFailure) -> Void
    ) -> Severity {
        for other in severities {
            switch other.condition.conditionOutcome(keepingIn: &variables, extraCost: extraCost) {
            case .success(true): return other.severity
            case .success(false): continue
            case .failure(let error): failed(RuleFailure(key: .severity(other.severity), error: error))
            }
        }
        return usual
    }

    /// The computed message, from the masked view; `nil` where it cannot be made.
    private mutating func message(
        _ program: CELProgram, _ step: RuleStep, _ view: MaskedView, extraCost: Int
    ) -> String? {
        if let field = step.evaluatedField {
            masked.set(view.service.value(at: field.rawValue), at: step.rule.valueSlot)
            masked.set(.string(field.name), at: slots.field)
        }
        if step.tellsKinds {
            masked.set(.list((step.field.map(view.kinds) ?? []).map(CELValue.string)), at: slots.kinds)
        }
        let result = program.outcome(keepingIn: &masked, extraCost: extraCost)
        return (try? result.get())?.text
    }

    // MARK: - Groups

    /// Whether a rule flags no group of one member, whatever that is, and cannot fail for it.
    func passesLoneMembers(_ index: Int) -> Bool { groupSteps[index]?.passesLoneMembers == true }

    /// Evaluates a group rule for one group. Linear in the members, but for what the rule itself walks: its messages take a
    /// bounded number of steps together, and one that does not look at the member is computed once.
    ///
    /// - Parameters:
    ///   - members: Distinct Services, in the report's order.
    ///   - account: Gives what is known of a member's account, by its index.
    ///   - view: Makes the masked view of a member, by its index; called at most once for each, if messages are computed.
    ///   - report: Called with the index of a member and what came of it.
    package mutating func runGroup(
        _ index: Int, members: [ServiceMessage], account: (Int) -> AccountMessage, view: (Int) -> MaskedView,
        report: (Int, RuleOutcome) -> Void
    ) {
        guard let step = groupSteps[index] else { return }
        let extraCost = Self.costPerMember * members.count
        if step.readsGroup { variables.set(.list(members.map { .message($0) }), at: slots.group) }
        switch step.condition.conditionOutcome(keepingIn: &variables, extraCost: extraCost) {
        case .success(true): break
        case .success(false): return
        case .failure(let error):
            for member in members.indices {
                report(member, .failed(nil, RuleFailure(key: .condition, error: error)))
            }
            return
        }
        var messages = GroupMessages(step, budget: Self.groupMessageCost + extraCost)
        if messages.program != nil {
            messages.views = members.indices.map(view)
            if step.readsGroup {
                masked.set(.list(messages.views.map { .message($0.service) }), at: slots.group)
            }
        }
        for member in members.indices {
            var severity = step.rule.description.severity
            if !step.severities.isEmpty {
                variables.set(.message(members[member]), at: slots.service)
                variables.set(.message(account(member)), at: slots.account)
                severity = self.severity(step.severities, otherwise: severity, extraCost: extraCost) {
                    report(member, .failed(step.field, $0))
                }
            }
            let message = message(&messages, step, member, account, extraCost: extraCost) ?? step.message
            report(member, .flagged(RuleOutcome.Flag(field: step.field, severity: severity, message: message)))
        }
    }

    /// The computed messages of a group.
    private struct GroupMessages {
        let program: CELProgram?
        /// Whether the message looks at the member.
        let isOfMember: Bool
        var views: [MaskedView] = []
        /// The steps that are left.
        var budget: Int
        /// The message of all members, once it was computed.
        var common: String??

        init(_ step: RuleStep, budget: Int) {
            program = step.messageProgram
            let read = Set(program?.referencedVariables ?? [])
            isOfMember = !read.isDisjoint(with: ["service", "account", "kinds"])
            self.budget = budget
        }
    }

    private mutating func message(
        _ messages: inout GroupMessages, _ step: RuleStep, _ member: Int, _ account: (Int) -> AccountMessage,
        extraCost: Int
    ) -> String? {
        guard let program = messages.program, messages.budget > 0 else { return nil }
        if let common = messages.common { return common }
        let view = messages.views[member]
        masked.set(.message(view.service), at: slots.service)
        masked.set(.message(account(member)), at: slots.account)
        let message = message(program, step, view, extraCost: extraCost)
        if messages.isOfMember { messages.budget -= masked.steps } else { messages.common = .some(message) }
        return message
    }
}
