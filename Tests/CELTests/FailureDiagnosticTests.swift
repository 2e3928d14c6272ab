import CEL
import Testing

/// What authors are told about evaluations that fail: what, where, and what to write instead.
@Suite struct FailureDiagnosticTests {
    private static func diagnostic(_ source: String) throws -> String? {
        let environment = Widget.environment
        let program = try environment.compile(source)
        var variables = CELVariables(for: program)
        variables["widget"] = .message(Widget())
        variables["widgets"] = .list([.message(Widget())])
        guard case .failure(let error) = program.outcome(variables) else { return nil }
        let diagnostic = environment.diagnostic(for: error, in: source)
        let bytes = Array(source.utf8)
        let text = String(decoding: bytes[diagnostic.span.clamped(to: 0..<bytes.count)], as: UTF8.self)
        return "\(text): \(diagnostic.message)" + (diagnostic.suggestion.map { " (\($0))" } ?? "")
    }

    @Test(arguments: [
        (
            "widget.callback_url.startsWith('a')",
            "widget.callback_url: 'widget.callback_url' is null here, and 'startsWith' fails on null "
                + "(ask first: has(widget.callback_url) && …)"
        ),
        (
            "widget.sid.contains(widget.callback_url)",
            "widget.callback_url: 'widget.callback_url' is null here, and 'contains' fails on null "
                + "(ask first: has(widget.callback_url) && …)"
        ),
        (
            "3 < widget.default_ttl",
            "widget.default_ttl: 'widget.default_ttl' is null here, and '<' fails on null "
                + "(ask first: has(widget.default_ttl) && …)"
        ),
        (
            "widget.enabled || false",
            "widget.enabled: 'widget.enabled' is null here, and a condition fails on null "
                + "(ask first: has(widget.enabled) && …)"
        ),
        (
            "widgets.exists(w, size(w.callback_url) > 1)",
            "w.callback_url: 'w.callback_url' is null here, and 'size' fails on null (ask first: has(w.callback_url) && …)"
        ),
        (
            "dyn(widget.callback_url).all(c, c == 1)",
            "dyn(widget.callback_url): 'dyn(widget.callback_url)' is null here, and 'all' takes a list or map "
                + "(ask first: dyn(widget.callback_url) != null && …)"
        ),
        (
            "dyn(widget.callback_url).x == 1",
            "dyn(widget.callback_url): 'dyn(widget.callback_url)' is null here, and it has no field 'x' then "
                + "(ask first: dyn(widget.callback_url) != null && …)"
        ),
        (
            "widget.labels.env == 'a'",
            "widget.labels.env: no such key: 'env' (ask first: has(widget.labels.env) && …)"
        ),
        (
            "widget.labels['env'] == 'a'",
            "widget.labels['env']: no such key (ask first: 'env' in widget.labels && …)"
        ),
        (
            "widgets[3].sid == 'a'",
            "widgets[3]: index out of range: the list has 1 element (ask first: size(widgets) > 3 && …)"
        ),
        (
            "1 / size(widget.parts) == 1",
            "1 / size(widget.parts): division by zero (ask first: size(widget.parts) != 0 && …)"
        ),
        (
            "1u / uint(size(widget.parts)) == 1u",
            "1u / uint(size(widget.parts)): division by zero (ask first: uint(size(widget.parts)) != 0u && …)"
        ),
        (
            "widget.labels.`a-b` == 'a'",
            "widget.labels.`a-b`: no such key: 'a-b' (ask first: has(widget.labels.`a-b`) && …)"
        ),
        (
            "url(widget.sid + ' ').getHost() == 'a'", "url(widget.sid + ' '): the string is no URL"
        ),
        (
            "ip(widget.sid).isLoopback()",
            "ip(widget.sid): the string is no IP address (ask first: isIP(widget.sid) && …)"
        ),
        ("dyn(widget.sid) + 1 == 2", "dyn(widget.sid) + 1: '+' cannot be applied to string and int"),
        ("dyn(widget.sid) && true", "dyn(widget.sid): expected bool, found string"),
    ])
    func failureIsExplained(_ source: String, _ expected: String) throws {
        #expect(try Self.diagnostic(source) == expected)
    }

    @Test func anErrorOfAnotherExpressionKeepsItsMessage() {
        let error = CELError(code: .noSuchKey, message: "no such key", span: 3..<90)
        let diagnostic = Widget.environment.diagnostic(for: error, in: "widget.sid == ")
        #expect(diagnostic == CELDiagnostic(message: "no such key", span: 3..<90))
    }
}
