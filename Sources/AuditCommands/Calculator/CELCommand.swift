internal import ArgumentParser
internal import AuditEngine
internal import CEL
internal import JSON
internal import ServiceModel

/// `proxy-audit cel`: the calculator of rule authors.
struct CELCommand: AuditCommand {
    static let configuration = CommandConfiguration(
        commandName: "cel", abstract: "Evaluate an expression and print its value as JSON.",
        discussion: """
            Every function that rules have is there. Each member of --vars is a variable: integers are int, other \
            numbers double; 'service' given as an object is a Service, with the fields and types that rules see. \
            A wrong expression, and one that has no value, is reported on standard error with status 1.
            """)

    @Argument(help: "The expression, in the Common Expression Language.")
    var expression: String

    @Option(
        help: ArgumentHelp(
            "A JSON object of variables, or @FILE to read one, or @- for standard input.", valueName: "json"))
    var vars: String?

    func run(console: Console) async throws -> ExitStatus {
        var environment = CELEnvironment()
        environment.declare(message: ServiceMessage.type)
        environment.declare(message: PIIMatchMessage.type)
        for function in AuditFunctions.all { environment.declare(function: function) }
        let members = try variables()
        for member in members { environment.declare(variable: member.name, type: member.type) }
        let program: CELProgram
        do {
            program = try environment.compile(expression)
        } catch {
            let source = SourceText(expression)
            let problems = error.diagnostics.map { diagnostic in
                let suggestion = diagnostic.suggestion.map { "; \($0)" } ?? ""
                return CELCommand.text(of: diagnostic.message + suggestion, at: diagnostic.span, in: source)
            }
            throw CommandError(problems.joined(separator: "\n"), status: .failure)
        }
        var values = CELVariables(for: environment)
        for member in members { values[member.name] = member.value }
        switch program.evaluate(values) {
        case .failure(let error):
            let message = CELCommand.text(of: error.message, at: error.span, in: SourceText(expression))
            throw CommandError(message, status: .failure)
        case .success(let value):
            var writer = JSONWriter()
            value.write(to: &writer)
            writer.newline()
            try console.write(writer.bytes)
            return .success
        }
    }

    private struct Variable {
        let name: String
        let type: CELType
        let value: CELValue
    }

    private func variables() throws(CommandError) -> [Variable] {
        guard let vars else { return [] }
        let text = vars.hasPrefix("@") ? try InputText.read(String(vars.dropFirst())) : vars
        let json: JSONValue
        do {
            json = try JSONValue.parse(Array(text.utf8))
        } catch {
            throw .usage("--vars: \(error.line):\(error.column): \(error.message)")
        }
        guard case .object(let members) = json else { throw .usage("--vars: not a JSON object") }
        var variables: [Variable] = []
        for member in members {
            if member.name == "service", case .object = member.value {
                do {
                    let service = try Service(json: member.value.withSID)
                    let type = CELType.message(ServiceMessage.messageTypeName)
                    variables.append(Variable(name: member.name, type: type, value: .message(ServiceMessage(service))))
                } catch {
                    throw .usage("--vars: service: \(error)")
                }
            } else {
                variables.append(Variable(name: member.name, type: .dyn, value: CELValue(json: member.value)))
            }
        }
        return variables
    }

    /// `line:column: message`, the line of the source, and carets.
    private static func text(of message: String, at span: Range<Int>, in source: SourceText) -> String {
        let (line, column) = source.location(ofUTF8Offset: span.lowerBound)
        let excerpt = source.excerpt(span).split(separator: "\n", omittingEmptySubsequences: false)
        return (["\(line):\(column): \(message)"] + excerpt.map { "    " + $0 }).joined(separator: "\n")
    }
}

extension JSONValue {
    /// The object with a `sid` of null where it has none, so that a fragment of a Service can be tried.
    fileprivate var withSID: JSONValue {
        guard case .object(let members) = self, self["sid"] == nil else { return self }
        return .object(members + [JSONMember(name: "sid", value: .null)])
    }
}
