import ServiceModel

/// The rules of `SandboxFaults` with what each has done so far.
struct FaultScript: Sendable {
    private var steps: [Step]

    private struct Step: Sendable {
        let rule: SandboxFaults.Rule
        var passed = 0
        var harmed = 0
    }

    init(_ faults: SandboxFaults) {
        steps = faults.rules.map { Step(rule: $0) }
    }

    /// Takes the fault that the next request of an account meets; nil for none.
    ///
    /// - Complexity: linear in the number of rules.
    mutating func next(account: SID, operation: Operation) -> SandboxFaults.Kind? {
        for index in steps.indices {
            let rule = steps[index].rule
            guard rule.account == nil || rule.account == account, operation.canMeet(rule.kind) else { continue }
            if steps[index].passed < rule.after {
                steps[index].passed += 1
            } else if rule.count.map({ steps[index].harmed < $0 }) ?? true {
                steps[index].harmed += 1
                return rule.kind
            }
        }
        return nil
    }

    /// What a request is for, as far as faults differ by it.
    enum Operation: Sendable {
        case list
        case create
        /// Fetch or update: one Service in the answer.
        case single
        case other

        /// Whether a fault of this kind can show in the answer at all; a rule does not count requests where it cannot.
        func canMeet(_ kind: SandboxFaults.Kind) -> Bool {
            switch kind {
            case .tooManyRequests, .serverError, .unavailable, .closedConnection, .delay, .truncatedBody: true
            case .foreignAccount: self != .other
            case .repeatedNextLink, .foreignNextLink: self == .list
            case .creationRestricted: self == .create
            }
        }
    }
}
