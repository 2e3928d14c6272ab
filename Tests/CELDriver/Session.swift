internal import CEL
internal import JSON

/// What the lines of the input have declared and bound so far.
///
/// A line is one JSON object and gets one in answer:
///
/// - `{"messages":{"Service":{"sid":{"wrapper":"string"}}},"variables":{"service":{"message":"Service"}}}` declares;
/// - `{"bind":{"service":{"Service":{"sid":{"string":"KS1"}}}}}` gives variables values;
/// - `{"expression":"service.sid"}` compiles and evaluates, and gets `{"type":"wrapper(string)","value":{"string":"KS1"}}`,
///   or `error` with code, message and span beside the type, or `compile_error` with the messages.
struct Session {
    private var reader = TypedReader()
    private var environment = CELEnvironment()
    private var variables = CELVariables(for: CELEnvironment())

    init() {}

    /// Answers one line.
    mutating func answer(_ line: String) throws(RequestError) -> String {
        let request: JSONValue
        do throws(JSONError) { request = try JSONValue.parse(line) } catch {
            throw RequestError(message: "the line is no JSON")
        }
        if case .string(let source) = request["expression"] { return evaluated(source) }
        if case .object(let members) = request["messages"] { try declare(messages: members) }
        if case .object(let members) = request["variables"] { try declare(variables: members) }
        if case .object(let members) = request["bind"] {
            for member in members { variables[member.name] = try reader.value(member.value) }
        }
        return "{}"
    }

    private mutating func declare(messages: [JSONMember]) throws(RequestError) {
        for message in messages {
            guard case .object(let members) = message.value else { throw RequestError(message: "fields are no object") }
            var fields: [CELField] = []
            for member in members { fields.append(CELField(name: member.name, type: try reader.type(member.value))) }
            let type = CELMessageType(name: message.name, fields: fields)
            reader.messages[type.name] = type
            environment.declare(message: type)
        }
    }

    private mutating func declare(variables members: [JSONMember]) throws(RequestError) {
        for member in members { environment.declare(variable: member.name, type: try reader.type(member.value)) }
        variables = CELVariables(for: environment)
    }

    private func evaluated(_ source: String) -> String {
        var writer = JSONWriter()
        writer.beginObject()
        do throws(CELCompileError) {
            let program = try environment.compile(source)
            writer.member("type", program.resultType.description)
            switch program.outcome(variables) {
            case .success(let value):
                writer.key("value")
                writer.typed(value)
            case .failure(let error): write(error, to: &writer)
            }
        } catch {
            writer.key("compile_error")
            writer.beginArray()
            for diagnostic in error.diagnostics { writer.string(diagnostic.message) }
            writer.endArray()
        }
        writer.endObject()
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private func write(_ error: CELError, to writer: inout JSONWriter) {
        writer.key("error")
        writer.beginObject()
        writer.member("code", "\(error.code)")
        writer.member("message", error.message)
        writer.key("span")
        writer.beginArray()
        writer.integer(error.span.lowerBound)
        writer.integer(error.span.upperBound)
        writer.endArray()
        writer.endObject()
    }
}
