internal import CEL
package import ServiceModel

/// Evaluates rules for one Service after another, and for groups of Services. One for each worker.
///
/// Knows Services as messages only: where they came from, and what becomes of what it finds, is for others.
package struct RuleRunner: ~Copyable {
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

    private let plan: RulePlan
    /// The true view.
    private var evaluator: CELEvaluator
    /// The masked view.
    private var masked: CELVariables

    /// The steps more that each byte of a large Service allows, so that linear work on it is not refused: a regular
    /// expression takes about one. A rule pack cannot ask for it.
    private static let costPerByte = 10
    /// The same for each member of a group.
    private static let costPerMember = 100
    /// From how many bytes on a Service is large; the usual limit is far above what a smaller one takes.
    private static let largeSize = 8192
    /// The steps that the messages of a group take together, at most, before the rest get the plain message.
    private static let groupMessageCost = 1_000_000

    package init(rules: RuleSet, now: Timestamp) { self.init(RulePlan(rules: rules, now: now)) }

    init(_ plan: RulePlan) {
        self.plan = plan
        evaluator = CELEvaluator(plan.variables)
        masked = plan.variables
    }

    private var slots: RuleEnvironment.Slots { plan.slots }

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
        evaluator.begin()
        evaluator.set(service, at: slots.service)
        evaluator.set(account, at: slots.account)
        var run = Run(extraCost: size < Self.largeSize ? 0 : Self.costPerByte * size)
        for step in plan.wholeRules.references {
            step._withUnsafeGuaranteedRef { evaluate($0, account, &run, view, report) }
        }
        for rules in plan.rulesByField.references {
            rules._withUnsafeGuaranteedRef { evaluate($0, service, account, &run, view, report) }
        }
    }

    /// Evaluates the rules of a field, if it is set.
    private mutating func evaluate(
        _ rules: RulePlan.FieldRules, _ service: ServiceMessage, _ account: AccountMessage, _ run: inout Run,
        _ view: () -> MaskedView, _ report: (Int, RuleOutcome) -> Void
    ) {
        let slot = rules.field.rawValue
        guard let isSet = evaluator.isSet(field: slot, ofMessageAt: slots.service) else {
            let error = CELError(code: .unreadableField, message: service.fault(at: slot) ?? "")
            for step in rules.steps.references {
                let index = step._withUnsafeGuaranteedRef { $0.index }
                report(index, .failed(rules.field, RuleFailure(key: .condition, error: error)))
            }
            return
        }
        if !isSet { return }
        if let valueSlot = rules.valueSlot { evaluator.set(field: slot, ofMessageAt: slots.service, at: valueSlot) }
        for valueSlot in rules.otherValueSlots {
            evaluator.set(field: slot, ofMessageAt: slots.service, at: valueSlot)
        }
        if let name = rules.name { evaluator.set(name, at: slots.field) }
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
        var key = RuleExpression.Key.filter
        do throws(CELError) {
            // Asked through the optional: a program that is taken out of it is retained.
            if try step.filter?.holds(in: &evaluator, extraCost: run.extraCost) == false { return }
            if let group = step.groupKey {
                key = .group
                return try evaluator.withText(of: group, extraCost: run.extraCost) { text in
                    if let text { report(step.index, .grouped(text)) }
                }
            }
            key = .condition
            guard try evaluator.condition(step.condition, extraCost: run.extraCost) else { return }
        } catch {
            return report(step.index, .failed(step.evaluatedField, RuleFailure(key: key, error: error)))
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
            do throws(CELError) {
                if try evaluator.condition(other.condition, extraCost: extraCost) { return other.severity }
            } catch {
                failed(RuleFailure(key: .severity(other.severity), error: error))
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
        guard let step = plan.groupSteps[index] else { return }
        let extraCost = Self.costPerMember * members.count
        evaluator.begin()
        if step.readsGroup { evaluator.set(.list(members.map { .message($0) }), at: slots.group) }
        do throws(CELError) {
            guard try evaluator.condition(step.condition, extraCost: extraCost) else { return }
        } catch {
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
                evaluator.set(members[member], at: slots.service)
                evaluator.set(account(member), at: slots.account)
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

extension CELProgram {
    /// Whether a condition holds.
    @inline(__always)
    fileprivate func holds(in evaluator: inout CELEvaluator, extraCost: Int) throws(CELError) -> Bool {
        try evaluator.condition(self, extraCost: extraCost)
    }
}
