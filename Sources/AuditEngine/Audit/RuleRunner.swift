internal import CEL
internal import ServiceModel

/// What a rule says of a Service.
enum RuleEvent {
    case flagged(rule: Int, field: ServiceField?, severity: Severity, message: String)
    case failed(rule: Int, field: ServiceField?, RuleFailure)
    case grouped(rule: Int, key: String)
}

/// Evaluates rules for one Service after another.
struct RuleRunner {
    private let rules: RuleSet
    private var variables: [CELVariables]
    private let nowValue: CELValue

    init(rules: RuleSet, now: Timestamp) {
        self.rules = rules
        let nowValue = CELTimestamp(seconds: now.seconds, nanos: now.nanoseconds).map(CELValue.timestamp) ?? .null
        variables = rules.rules.map { $0.environment.singleVariables(now: nowValue) }
        self.nowValue = nowValue
    }

    mutating func run(_ service: ServiceMessage, extraCost: Int) -> [RuleEvent] {
        var events: [RuleEvent] = []
        let message = CELValue.message(service)
        for (index, rule) in rules.rules.enumerated() {
            variables[index].set(message, at: rule.environment.serviceSlot)
            do throws(RuleFailure) {
                if let filter = rule.filter {
                    let isJudged = filter.evaluateCondition(variables[index], extraCost: extraCost)
                    guard try RuleFailure.value(of: isJudged, .filter) else { continue }
                }
                if let group = rule.group {
                    let key = try RuleFailure.value(
                        of: group.key.evaluate(variables[index], extraCost: extraCost), .group)
                    if case .string(let text) = key { events.append(.grouped(rule: index, key: text)) }
                } else if try RuleFailure.value(
                    of: rule.condition.evaluateCondition(variables[index], extraCost: extraCost), .condition)
                {
                    events.append(
                        .flagged(
                            rule: index, field: rule.description.field.flatMap(ServiceField.init(name:)),
                            severity: rule.description.severity, message: rule.message))
                }
            } catch {
                events.append(.failed(rule: index, field: nil, error))
            }
        }
        return events
    }

    func run(group: [ServiceMessage], rule index: Int, extraCost: Int) -> [(Int, RuleEvent)] {
        let rule = rules.rules[index]
        var variables = rule.environment.groupVariables(now: nowValue)
        variables[RuleEnvironment.Variable.group] = .list(group.map(CELValue.message))
        switch rule.condition.evaluateCondition(variables, extraCost: extraCost) {
        case .success(false): return []
        case .success(true):
            return group.indices.map {
                (
                    $0,
                    .flagged(
                        rule: index, field: rule.description.field.flatMap(ServiceField.init(name:)),
                        severity: rule.description.severity, message: rule.message)
                )
            }
        case .failure(let error):
            return group.indices.map { ($0, .failed(rule: index, field: nil, RuleFailure(key: .condition, error: error))) }
        }
    }
}

extension RuleSet {
    var fields: Set<ServiceField> { Set(ServiceField.allCases) }
    var groupFields: Set<ServiceField> { Set(ServiceField.allCases) }
}
