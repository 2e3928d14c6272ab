internal import CEL
internal import ServiceModel

/// A rule of the packs, as far as its evaluation goes.
struct PackRule: Sendable {
    /// A named expression.
    struct Variable: Sendable {
        let name: String
        let source: String
    }

    /// A value of `params`.
    enum Parameter: Sendable {
        case number(Int64)
        case texts([String])
        case table([String: [String]])
    }

    let id: String
    /// The fields whose values are judged one by one; empty for a rule about the Service as a whole.
    var fields: [ServiceField] = []
    var parameters: [String: Parameter] = [:]
    var variables: [Variable] = []
    /// The expression of `where`.
    var filter: String?
    /// The expression of `flag_when`.
    let condition: String
}

extension PackRule.Parameter {
    fileprivate var value: CELValue {
        switch self {
        case .number(let number): .int(number)
        case .texts(let texts): .list(texts.map(CELValue.string))
        case .table(let table):
            .map(
                CELMap(fields: table.sorted { $0.key < $1.key }.map { ($0.key, .list($0.value.map(CELValue.string))) }))
        }
    }

    fileprivate var type: CELType {
        switch self {
        case .number: .int
        case .texts: .list(.string)
        case .table: .map(.string, .list(.string))
        }
    }
}

/// The constant `params` of a rule.
private struct PackParameters: CELMessage {
    static let typeName = "params.Values"

    let values: [CELValue]

    var typeName: String { PackParameters.typeName }

    func value(at slot: Int) -> CELValue { values[slot] }
}

/// Rules of the packs compiled as the engine compiles them, and the Services that they are run over.
struct PackBench {
    /// A rule whose expressions were compiled.
    struct Rule {
        let id: String
        let fields: [ServiceField]
        let filter: CELProgram?
        let condition: CELProgram
    }

    private let wholeRules: [Rule]
    private let rulesByField: [(field: ServiceField, rules: [Rule])]
    private let services: [ServiceMessage]
    private var variables: CELVariables
    private let slots: (service: Int, value: Int, field: Int)

    /// Two Services with two callback URLs each.
    private static let services: [ServiceMessage] = [
        service(
            "prod-masking-eu-4711", "https://hooks.northwind-rides.com/proxy/4711",
            "https://api.voice.globex-calls.net:8443/cb?x=4711"),
        service(
            "BuildXpert Call Masking 4711", "https://hooks.northwind-rides.com/proxy/4711",
            "https://api.voice.globex-calls.net:8443/cb?x=4711"),
    ]

    private static func service(_ name: String, _ callback: String, _ outOfSession: String) -> ServiceMessage {
        ServiceMessage { field in
            switch field {
            case .sid: .string("KS0123456789abcdef0123456789abcdef")
            case .accountSID: .string("AC0123456789abcdef0123456789abcdef")
            case .uniqueName: .string(name)
            case .defaultTTL: .integer(3600)
            case .callbackURL: .string(callback)
            case .outOfSessionCallbackURL: .string(outOfSession)
            case .geoMatchLevel: .string("country")
            case .numberSelectionBehavior: .string("prefer-sticky")
            case .dateCreated, .dateUpdated: Timestamp("2026-01-02T03:04:05Z").map(FieldValue.timestamp) ?? .null
            default: .absent
            }
        }
    }

    init(_ definitions: [PackRule]) throws {
        var pack = CELEnvironment()
        pack.declare(message: ServiceMessage.type)
        for (name, type) in [
            ("service", CELType.message(ServiceMessage.messageTypeName)), ("now", .timestamp), ("field", .string),
            ("value", .string),
        ] {
            pack.declare(variable: name, type: type)
        }
        slots = (pack.slot(of: "service") ?? 0, pack.slot(of: "value") ?? 0, pack.slot(of: "field") ?? 0)
        for variable in PackRule.packVariables { try pack.define(variable.name, as: variable.source) }
        // As in the engine, each rule's variables come behind those of the rules before it.
        var last = pack
        let rules = try definitions.map { definition in
            var environment = pack
            environment.append(after: last)
            let parameters = definition.parameters.sorted { $0.key < $1.key }
            environment.declare(
                message: CELMessageType(
                    name: PackParameters.typeName,
                    fields: parameters.map { CELField(name: $0.key, type: $0.value.type) }))
            environment.declare(
                constant: "params", type: .message(PackParameters.typeName),
                value: .message(PackParameters(values: parameters.map(\.value.value))))
            for variable in definition.variables { try environment.define(variable.name, as: variable.source) }
            last = environment
            return Rule(
                id: definition.id, fields: definition.fields,
                filter: try definition.filter.map { try environment.compile($0, expecting: .bool) },
                condition: try environment.compile(definition.condition, expecting: .bool))
        }
        wholeRules = rules.filter(\.fields.isEmpty)
        rulesByField = ServiceField.allCases.compactMap { field in
            let rules = rules.filter { $0.fields.contains(field) }
            return rules.isEmpty ? nil : (field, rules)
        }
        variables = CELVariables(for: last)
        variables["now"] = CELTimestamp(rfc3339: "2026-03-04T05:06:07Z").map(CELValue.timestamp)
        services = PackBench.services
    }

    /// Runs all rules over the Services in turn, as the engine does: those about a Service as a whole, then field by field.
    ///
    /// - Returns: How many conditions held.
    @inline(never)
    mutating func evaluate(times: Int) -> Int {
        var count = 0
        for time in 0..<times { count += evaluate(services[time % services.count]) }
        return count
    }

    private mutating func evaluate(_ service: ServiceMessage) -> Int {
        variables.set(.message(service), at: slots.service)
        var count = 0
        for rule in wholeRules where holds(rule) { count += 1 }
        for (field, rules) in rulesByField {
            let value = service.value(at: field.rawValue)
            if case .null = value { continue }
            variables.set(value, at: slots.value)
            variables.set(.string(field.name), at: slots.field)
            for rule in rules where holds(rule) { count += 1 }
        }
        return count
    }

    private mutating func holds(_ rule: Rule) -> Bool {
        if let filter = rule.filter, case .success(false) = filter.evaluateCondition(keepingIn: &variables) {
            return false
        }
        switch rule.condition.evaluateCondition(keepingIn: &variables) {
        case .success(let holds): return holds
        case .failure(let error): preconditionFailure("\(rule.id): \(error.message)")
        }
    }
}
