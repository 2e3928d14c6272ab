internal import CEL
package import ServiceModel

/// Applies rules to Services. A value without state: batches may be evaluated in parallel, in any order.
package struct AuditEngine: Sendable {
    package let rules: RuleSet
    /// The instant that rules see as `now`.
    package let now: Timestamp
    let redactor: Redactor
    private let nowValue: CELValue

    package init(rules: RuleSet, now: Timestamp, redactor: Redactor) {
        self.rules = rules
        self.now = now
        self.redactor = redactor
        nowValue = CELTimestamp(seconds: now.seconds, nanos: now.nanoseconds).map(CELValue.timestamp) ?? .null
    }

    /// What a batch of Services gave.
    package struct BatchEvaluation: Sendable {
        package fileprivate(set) var findings: [Finding] = []
        package fileprivate(set) var failures: [EvaluationFailure] = []
        /// The Services that a group rule may flag, each with its rule's index and group key.
        var candidates: [GroupCandidate] = []
    }

    /// A Service that belongs to a group.
    struct GroupCandidate: Sendable {
        let ruleIndex: Int
        let key: String
        let service: Service
    }

    /// Evaluates every rule about single Services, and forms what the rules about groups need.
    ///
    /// Linear in the number of Services times that of rules, and in the sizes of their texts.
    package func evaluate(_ services: [Service]) -> BatchEvaluation {
        var evaluation = BatchEvaluation()
        // Made once a batch: setting a variable in place is cheaper than making all of them for each Service.
        var variables = rules.rules.map { $0.environment.singleVariables(now: nowValue) }
        var descriptions = FailureDescriptions()
        for service in services {
            let message = CELValue.message(ServiceMessage(service))
            let extraCost = AuditEngine.extraCost(for: service)
            for (index, rule) in rules.rules.enumerated() {
                variables[index].set(message, at: rule.environment.serviceSlot)
                do {
                    try evaluate(rule, index, service, variables[index], extraCost: extraCost, into: &evaluation)
                } catch {
                    evaluation.failures.append(failure(of: rule, service, error, &descriptions))
                }
            }
        }
        return evaluation
    }

    /// How many steps more each byte of a large Service allows, so that linear work on it is not refused: a regular
    /// expression takes about one. A rule pack cannot ask for it.
    private static let costPerByte = 10
    /// The same for each member of a group.
    private static let costPerMember = 100

    /// The steps that a Service allows beyond the usual limit: none for one of a usual size, which that is far above.
    static func extraCost(for service: Service) -> Int {
        let size = service.textSize
        return size < 8192 ? 0 : costPerByte * size
    }

    private func evaluate(
        _ rule: Rule, _ index: Int, _ service: Service, _ variables: CELVariables, extraCost: Int,
        into evaluation: inout BatchEvaluation
    ) throws(RuleFailure) {
        if let filter = rule.filter {
            let isJudged = filter.evaluateCondition(variables, extraCost: extraCost)
            guard try RuleFailure.value(of: isJudged, .filter) else { return }
        }
        if let group = rule.group {
            let key = group.key.evaluate(variables, extraCost: extraCost)
            guard let key = try RuleFailure.value(of: key, .group).text else { return }
            evaluation.candidates.append(GroupCandidate(ruleIndex: index, key: key, service: service))
        } else if try RuleFailure.value(
            of: rule.condition.evaluateCondition(variables, extraCost: extraCost), .condition)
        {
            evaluation.findings.append(finding(of: rule, service, variables: variables, extraCost: extraCost))
        }
    }

    /// Evaluates a group rule for one group; `members` are distinct Services in the report's order.
    func evaluate(group members: [Service], ruleIndex: Int) -> BatchEvaluation {
        let rule = rules.rules[ruleIndex]
        let extraCost = AuditEngine.costPerMember * members.count
        var evaluation = BatchEvaluation()
        var variables = rule.environment.groupVariables(now: nowValue)
        let messages = members.map { CELValue.message(ServiceMessage($0)) }
        variables[RuleEnvironment.Variable.group] = .list(messages)
        switch rule.condition.evaluateCondition(variables, extraCost: extraCost) {
        case .success(true): break
        case .success(false): return evaluation
        case .failure(let error):
            var descriptions = FailureDescriptions()
            evaluation.failures = members.map {
                failure(of: rule, $0, RuleFailure(key: .condition, error: error), &descriptions)
            }
            return evaluation
        }
        let names = members.map(member)
        for (index, service) in members.enumerated() {
            variables[RuleEnvironment.Variable.service] = messages[index]
            let others = names[..<index].prefix(Finding.Related.cap) + names[(index + 1)...].prefix(Finding.Related.cap)
            let related = Finding.Related(
                members: Array(others.prefix(Finding.Related.cap)), total: members.count - 1)
            evaluation.findings.append(
                finding(
                    of: rule, service, variables: variables, extraCost: extraCost, related: related, quoting: members))
        }
        return evaluation
    }

    /// A message expression that fails leaves the rule's plain message: the Service is flagged all the same.
    private func finding(
        of rule: Rule, _ service: Service, variables: CELVariables, extraCost: Int, related: Finding.Related? = nil,
        quoting others: [Service] = []
    ) -> Finding {
        var message = rule.message
        if let program = rule.messageProgram,
            case .success(.string(let computed)) = program.evaluate(variables, extraCost: extraCost)
        {
            message = redactor.message(computed, quoting: [service] + others.prefix(Finding.Related.cap))
        }
        let field = rule.description.field
        let value = field.flatMap(ServiceField.init(rawValue:)).map { redactor.value(of: $0, in: service) } ?? .null
        let fingerprint = Fingerprint.make(
            ruleID: rule.description.id, accountSID: service.accountSID, serviceSID: service.sid, field: field)
        return Finding(
            fingerprint: fingerprint, ruleID: rule.description.id, severity: rule.description.severity,
            service: member(service), field: field, value: value, message: message, related: related)
    }

    private func failure(
        of rule: Rule, _ service: Service, _ failure: RuleFailure, _ descriptions: inout FailureDescriptions
    ) -> EvaluationFailure {
        let (message, problem) = descriptions.description(of: failure, rule)
        return EvaluationFailure(
            ruleID: rule.description.id, service: member(service), message: message, problem: problem)
    }

    private func member(_ service: Service) -> Finding.Member {
        Finding.Member(
            accountSID: service.accountSID.map(redactor.text), serviceSID: service.sid.map(redactor.text),
            uniqueName: service.uniqueName.map(redactor.text))
    }
}

extension CELValue {
    var text: String? {
        if case .string(let text) = self { text } else { nil }
    }
}

extension Service {
    /// The bytes of the texts that rules look at.
    fileprivate var textSize: Int {
        var size = 0
        for text in [
            sid, accountSID, chatInstanceSID, uniqueName, callbackURL, interceptCallbackURL, outOfSessionCallbackURL,
            geoMatchLevel?.text, numberSelectionBehavior?.text, url,
        ] {
            size += text?.utf8.count ?? 0
        }
        for link in links { size += link.name.utf8.count + link.url.utf8.count }
        return size
    }
}
