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
            Every function that rules have is there, and the variable 'now'. Each member of --vars is a variable as JSON \
            gives it: a number with a point or an exponent is double, another one int, or uint beyond int. 'service' \
            given as an object is a Service, with the fields and types that rules see, and 'group' given as a list of \
            objects is a list of them.

            Bytes are printed in base64, timestamps in RFC 3339, durations as seconds with an s, infinities and NaN as \
            texts, an absent optional as null. A wrong expression, and one that has no value, is reported on standard \
            error with status 1.

            Examples:
              proxy-audit cel "'Rides-Prod'.lowerAscii().split('-')"
              proxy-audit cel "service.default_ttl > 3600" --vars '{"service": {"default_ttl": 60}}'
              proxy-audit cel "group.map(s, s.sid)" --vars @variables.json
              proxy-audit cel --explain "has(service.url) && isURL(service.url)" --vars '{"service": {}}'
              proxy-audit cel - < condition.cel
              proxy-audit cel "-1 + 2"
            """)

    @Argument(help: "The expression, in the Common Expression Language, or - for standard input.")
    var expression: String

    @Option(
        help: ArgumentHelp(
            "A JSON object of variables, or @FILE to read one, or - for standard input.", valueName: "json"))
    var vars: String?

    @Option(help: ArgumentHelp("The value of the variable now, such as 2026-01-31T00:00:00Z.", valueName: "time"))
    var now: InstantArgument?

    @Flag(help: "Print the type and the value of each part of the expression too, and the steps that it took.")
    var explain = false

    /// The program's arguments, in which an expression that begins with a minus is no option.
    static func takingExpression(in arguments: [String]) -> [String] {
        guard arguments.first == configuration.commandName, !arguments.contains("--") else { return arguments }
        var result: [String] = []
        var expression: [String] = []
        for argument in arguments {
            let isValue = result.last == "--vars" || result.last == "--now"
            let mayBeOption = !argument.hasPrefix("-") || argument.hasPrefix("--") || ["-", "-h"].contains(argument)
            if isValue || mayBeOption { result.append(argument) } else { expression.append(argument) }
        }
        return expression.isEmpty ? arguments : result + ["--"] + expression
    }

    func run(console: Console) async throws -> ExitStatus {
        let variables = try CalculatorVariables(vars, isInputTaken: expression == "-", now: now?.instant, console.clock)
        var source = expression == "-" ? try InputText.read("-") : expression
        if source.unicodeScalars.first == "\u{FEFF}" { source.unicodeScalars.removeFirst() }
        return explain
            ? try explain(source, variables, console) : try evaluate(source, variables, console)
    }

    private func evaluate(
        _ source: String, _ variables: CalculatorVariables, _ console: Console
    ) throws(CommandError) -> ExitStatus {
        let program: CELProgram
        do {
            program = try variables.environment.compile(source)
        } catch {
            throw CELCommand.error(error, in: source)
        }
        let line = try CELCommand.line(of: program.outcome(variables.values), in: source, variables.environment)
        try console.write(line)
        return .success
    }

    private func explain(
        _ source: String, _ variables: CalculatorVariables, _ console: Console
    ) throws(CommandError) -> ExitStatus {
        let explanation: CELExplanation
        do {
            explanation = try variables.environment.explain(source, variables: variables.values)
        } catch {
            throw CELCommand.error(error, in: source)
        }
        let text = ExplanationText(explanation, source: source).text
        let value: [UInt8]
        do {
            value = try CELCommand.line(of: explanation.outcome, in: source, variables.environment)
        } catch {
            try console.write("(no value)\n\n\(text)")
            throw error
        }
        try console.write(value + Array("\n\(text)".utf8))
        return .success
    }

    /// The value as a line of JSON.
    private static func line(
        of outcome: Result<CELValue, CELError>, in source: String, _ environment: CELEnvironment
    ) throws(CommandError) -> [UInt8] {
        switch outcome {
        case .failure(let error):
            let diagnostic = environment.diagnostic(for: error, in: source)
            throw CommandError(diagnostic.text(in: source), status: .failure)
        case .success(let value):
            if value.repeatedKey != nil {
                let message = "the value cannot be written as JSON: keys of a map are the same as texts"
                throw CommandError(message, status: .failure)
            }
            var writer = JSONWriter()
            value.write(to: &writer)
            writer.newline()
            return writer.bytes
        }
    }

    private static func error(_ error: CELCompileError, in source: String) -> CommandError {
        CommandError(error.text(in: source), status: .failure)
    }
}
