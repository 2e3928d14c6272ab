internal import AuditEngine
internal import CEL
internal import JSON
internal import ServiceModel

/// What expressions of the calculator may name, with the values that the user gave.
struct CalculatorVariables {
    /// The variables, and the message types and functions of rules.
    let environment: CELEnvironment
    /// The variables' values.
    let values: CELVariables

    /// Reads variables.
    ///
    /// - Parameters:
    ///   - text: A JSON object, `@FILE`, `@-` or `-`; none for no variable but `now`.
    ///   - isInputTaken: Whether standard input is read for something else.
    ///   - now: The value of `now`; the clock's time if not given.
    /// - Throws: `CommandError` for what is no JSON object, and a Service that is none.
    init(
        _ text: String?, isInputTaken: Bool, now: Timestamp?, _ clock: () -> Timestamp
    ) throws(CommandError) {
        var environment = CELEnvironment()
        environment.declare(message: ServiceMessage.type)
        environment.declare(message: PIIMatchMessage.type)
        for function in AuditFunctions.all { environment.declare(function: function) }
        var variables = try Self.variables(text, isInputTaken: isInputTaken)
        if !variables.contains(where: { $0.name == "now" }) {
            variables.append(Variable(name: "now", type: .timestamp, value: Self.value(of: now ?? clock())))
        } else if now != nil {
            throw .usage("'now' is given by --now and by --vars: leave one out")
        }
        for variable in variables { environment.declare(variable: variable.name, type: variable.type) }
        var values = CELVariables(for: environment)
        for variable in variables { values[variable.name] = variable.value }
        self.environment = environment
        self.values = values
    }

    private struct Variable {
        let name: String
        let type: CELType
        let value: CELValue
    }

    private static func variables(_ text: String?, isInputTaken: Bool) throws(CommandError) -> [Variable] {
        guard let text else { return [] }
        let path = text == "-" ? "-" : text.hasPrefix("@") ? String(text.dropFirst()) : nil
        guard path != "-" || !isInputTaken else {
            throw .usage("standard input can give the expression or the variables, not both")
        }
        let json: JSONValue
        let input = try path.map(InputText.read) ?? text
        do {
            json = try JSONValue.parse(Array(input.utf8))
        } catch {
            throw .usage("--vars: \(error.line):\(error.column): \(error.message)")
        }
        guard case .object(let members) = json else { throw .usage("--vars: not a JSON object") }
        var variables: [Variable] = []
        for member in members { variables.append(try variable(member)) }
        return variables
    }

    private static func variable(_ member: JSONMember) throws(CommandError) -> Variable {
        let serviceType = CELType.message(ServiceMessage.messageTypeName)
        switch (member.name, member.value) {
        case ("service", .object):
            return Variable(name: member.name, type: serviceType, value: try service(member.value, "service"))
        case ("group", .array(let elements)) where elements.allSatisfy(\.isObject):
            var members: [CELValue] = []
            for (index, element) in elements.enumerated() {
                members.append(try service(element, "group[\(index)]"))
            }
            return Variable(name: member.name, type: .list(serviceType), value: .list(members))
        default:
            do {
                return Variable(name: member.name, type: .dyn, value: try CELValue(json: member.value))
            } catch {
                throw .usage("--vars: \(member.name): no type holds the number \(error.text.prefix(40))")
            }
        }
    }

    /// A Service of which some fields are given, read as the scan reads one.
    private static func service(_ json: JSONValue, _ name: String) throws(CommandError) -> CELValue {
        var builder = RecordBatchBuilder(RecordBatch.Origin(source: name))
        var reader = JSONReader(Array(json.jsonText.utf8))
        _ = try? builder.read(&reader, at: RecordBatchBuilder.Place(), isFragment: true)
        guard let record = builder.last else { throw .usage("--vars: \(name): not a Service") }
        for field in ServiceField.allCases {
            guard case .unreadable(let reason) = record[field] else { continue }
            throw .usage("--vars: \(name): \(field.name): \(reason)")
        }
        return .message(ServiceMessage { record[$0] })
    }

    private static func value(of instant: Timestamp) -> CELValue {
        CELTimestamp(seconds: instant.seconds, nanos: instant.nanoseconds).map(CELValue.timestamp) ?? .null
    }
}

extension JSONValue {
    fileprivate var isObject: Bool {
        if case .object = self { true } else { false }
    }
}
