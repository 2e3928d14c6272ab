internal import CEL
package import ServiceModel

/// Evaluates rules for one Service after another, and for groups of Services. One for each worker.
///
/// Knows Services as messages only: where they came from, and what becomes of what it finds, is for others.
package struct RuleRunner: ~Copyable {
    private let plan: RulePlan
    /// The true view.
    private var evaluator: CELEvaluator
    /// The masked view.
    private var masked: CELVariables
    private var messages = KindMessages()

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
    ///   - view: Makes the masked view, the Service as reports show it: what messages may know of it. Called at most once, if
    ///     one is computed.
    ///   - kinds: Gives, in a closed vocabulary, what is hidden: the kinds of personal data in the true text of a field, at
    ///     confidence medium or above, in the detector's order.
    ///   - report: Called with the index of a rule and what came of it, any number of times a rule.
    package mutating func run(
        _ service: ServiceMessage, size: Int, account: AccountMessage, view: () -> ServiceMessage,
        kinds: (ServiceField) -> [String], report: (Int, RuleOutcome) -> Void
    ) {
        evaluator.begin()
        evaluator.set(service, at: slots.service)
        evaluator.set(account, at: slots.account)
        var run = Run(extraCost: size < Self.largeSize ? 0 : Self.costPerByte * size)
        for step in plan.wholeRules.references {
            step._withUnsafeGuaranteedRef { evaluate($0, account, &run, view, kinds, report) }
        }
        for rules in plan.rulesByField.references {
            rules._withUnsafeGuaranteedRef { evaluate($0, service, account, &run, view, kinds, report) }
        }
    }

    /// Evaluates the rules of a field, if it is set.
    private mutating func evaluate(
        _ rules: RulePlan.FieldRules, _ service: ServiceMessage, _ account: AccountMessage, _ run: inout Run,
        _ view: () -> ServiceMessage, _ kinds: (ServiceField) -> [String], _ report: (Int, RuleOutcome) -> Void
    ) {
        let slot = rules.field.rawValue
        guard let isSet = evaluator.isSet(field: slot, ofMessageAt: slots.service) else {
            let error = CELError(code: .unreadableField, message: service.fault(at: slot) ?? "")
            for step in rules.steps {
                let index = step._withUnsafeGuaranteedRef { $0.index }
                report(index, .failed(rules.field, RuleFailure(key: .condition, error: error)))
            }
            return
        }
        if !isSet { return }
        evaluator.set(field: slot, ofMessageAt: slots.service, at: rules.valueSlot)
        if let others = rules.otherValueSlots {
            for valueSlot in others { evaluator.set(field: slot, ofMessageAt: slots.service, at: valueSlot) }
        }
        if let name = rules.name { evaluator.set(name, at: slots.field) }
        for step in rules.steps {
            step._withUnsafeGuaranteedRef { evaluate($0, account, &run, view, kinds, report) }
        }
    }

    /// What belongs to the evaluation of one Service.
    private struct Run {
        let extraCost: Int
        /// Whether the masked view is that of the Service.
        var hasView = false
    }

    private mutating func evaluate(
        _ step: RuleStep, _ account: AccountMessage, _ run: inout Run, _ view: () -> ServiceMessage,
        _ kinds: (ServiceField) -> [String], _ report: (Int, RuleOutcome) -> Void
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
            if !run.hasView, !step.tellsKindsAlone {
                run.hasView = true
                masked.set(.message(view()), at: slots.service)
                masked.set(.message(account), at: slots.account)
            }
            message = self.message(program, step, kinds, extraCost: run.extraCost)
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
        _ program: CELProgram, _ step: RuleStep, _ kinds: (ServiceField) -> [String], extraCost: Int
    ) -> String? {
        if step.tellsKindsAlone { return message(program, step, step.field.map(kinds) ?? [], extraCost: extraCost) }
        if let field = step.evaluatedField {
            masked.set(field: field.rawValue, ofMessageAt: slots.service, at: step.rule.valueSlot)
            masked.set(.string(field.name), at: slots.field)
        }
        if step.tellsKinds { setKinds(step.field.map(kinds) ?? []) }
        return text(of: program, extraCost: extraCost)
    }

    /// The same of one that depends on the kinds alone: they are few, and each is computed once.
    private mutating func message(
        _ program: CELProgram, _ step: RuleStep, _ kinds: [String], extraCost: Int
    ) -> String? {
        if let known = messages.message(of: step, kinds) { return known }
        setKinds(kinds)
        if let field = step.evaluatedField { masked.set(.string(field.name), at: slots.field) }
        let message = text(of: program, extraCost: extraCost)
        // A large Service may take steps that others may not.
        if extraCost == 0 { messages.remember(message, of: step, kinds) }
        return message
    }

    private mutating func setKinds(_ kinds: [String]) {
        masked.set(.list(kinds.map(CELValue.string)), at: slots.kinds)
    }

    private mutating func text(of program: CELProgram, extraCost: Int) -> String? {
        (try? program.outcome(keepingIn: &masked, extraCost: extraCost).get())?.text
    }

    /// The messages of late that depend on the kinds of personal data alone.
    private struct KindMessages {
        private struct Entry {
            let step: ObjectIdentifier
            let kinds: [String]
            let message: String?
        }

        private static let limit = 64
        private var entries: [Entry] = []

        func message(of step: RuleStep, _ kinds: [String]) -> String?? {
            let step = ObjectIdentifier(step)
            return entries.first { $0.step == step && $0.kinds == kinds }?.message
        }

        mutating func remember(_ message: String?, of step: RuleStep, _ kinds: [String]) {
            if entries.count == Self.limit { entries.removeAll() }
            entries.append(Entry(step: ObjectIdentifier(step), kinds: kinds, message: message))
        }
    }

    // MARK: - Groups

    /// Evaluates a group rule for one group. Linear in the members, but for what the rule itself walks: its messages take a
    /// bounded number of steps together, and one that does not look at the member is computed once.
    ///
    /// - Parameters:
    ///   - members: Distinct Services, in the report's order.
    ///   - account: Gives what is known of a member's account, by its index.
    ///   - view: Makes the masked view of a member, by its index; called at most once for each, if messages are computed.
    ///   - kinds: Gives the kinds of personal data in the true text of a member's field.
    ///   - report: Called with the index of a member and what came of it.
    package mutating func runGroup(
        _ index: Int, members: [ServiceMessage], account: (Int) -> AccountMessage, view: (Int) -> ServiceMessage,
        kinds: (Int, ServiceField) -> [String], report: (Int, RuleOutcome) -> Void
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
                masked.set(.list(messages.views.map { .message($0) }), at: slots.group)
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
            let message = message(&messages, step, member, account, kinds, extraCost: extraCost) ?? step.message
            report(member, .flagged(RuleOutcome.Flag(field: step.field, severity: severity, message: message)))
        }
    }

    /// The computed messages of a group.
    private struct GroupMessages {
        let program: CELProgram?
        /// Whether the message looks at the member.
        let isOfMember: Bool
        var views: [ServiceMessage] = []
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
        _ kinds: (Int, ServiceField) -> [String], extraCost: Int
    ) -> String? {
        guard let program = messages.program, messages.budget > 0 else { return nil }
        if let common = messages.common { return common }
        masked.set(.message(messages.views[member]), at: slots.service)
        masked.set(.message(account(member)), at: slots.account)
        let message = message(program, step, { kinds(member, $0) }, extraCost: extraCost)
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
