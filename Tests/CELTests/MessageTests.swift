import CEL
import Testing

/// Fields of messages, those without a value above all.
@Suite struct MessageTests {
    private static let empty = Widget()
    private static let full = Widget(
        callbackURL: "http://example.com/", defaultTTL: 0, enabled: true,
        labels: [("env", .string("prod"))], parts: [Widget(sid: "P1")])

    @Test(arguments: [
        ("widget.sid == 'W1'", true, true), ("has(widget.callback_url)", false, true),
        ("widget.callback_url == null", true, false), ("widget.callback_url != null", false, true),
        ("widget.callback_url == ''", false, false), ("widget.default_ttl == 0", false, true),
        ("has(widget.default_ttl) && widget.default_ttl < 10", false, true),
        ("has(widget.callback_url) && widget.callback_url.startsWith('http:')", false, true),
        ("has(widget.sid)", true, true), ("'env' in widget.labels", false, true),
        ("has(widget.labels.env)", false, true), ("widget.parts.exists(p, p.sid == 'P1')", false, true),
        ("widget == widget", true, true), ("widget in widgets", true, true),
        ("[widget, dyn(1)][0].sid == 'W1'", true, true), ("has(dyn(widget).callback_url)", false, true),
        ("type(widget) == shop.Widget", true, true), ("widget.created.getFullYear() == 2026", true, true),
        ("widget.callback_url in ['', null]", true, false), ("widget.enabled == true", false, true),
    ])
    func condition(_ source: String, ofEmpty: Bool, ofFull: Bool) throws {
        let program = try Widget.environment.compile(source, expecting: .bool)
        for (widget, expected) in [(Self.empty, ofEmpty), (Self.full, ofFull)] {
            var variables = CELVariables(for: program)
            variables["widget"] = .message(widget)
            variables["widgets"] = .list([.message(widget)])
            #expect(try program.evaluateCondition(variables) == expected)
            #expect(try program.evaluate(variables) === .bool(expected))
        }
    }

    @Test(arguments: [
        ("widget.callback_url.startsWith('http:')", CELError.Code.noSuchOverload),
        ("widget.default_ttl > 3", .noSuchOverload), ("widget.enabled", .unexpectedType),
        ("widget.enabled || false", .noSuchOverload), ("widget.callback_url.matches('a')", .noSuchOverload),
        ("widget.labels.env == 'a'", .noSuchKey), ("dyn(widget).nothing == 1", .noSuchField),
        ("widgets[0].sid == ''", .unknownName),
    ])
    func failureOfAnUnsetField(_ source: String, _ code: CELError.Code) throws {
        let program = try Widget.environment.compile(source, expecting: .bool)
        var variables = CELVariables(for: program)
        variables["widget"] = .message(Self.empty)
        guard case .failure(let error) = program.outcome(variables) else {
            Issue.record("no failure")
            return
        }
        #expect(error.code == code, "\(error)")
        #expect(!error.message.isEmpty && !error.span.isEmpty)
    }

    @Test func conditionsOfAnotherTypeFail() throws {
        let program = try Widget.environment.compile("dyn(widget.sid)", expecting: .bool)
        var variables = CELVariables(for: program)
        variables["widget"] = .message(Self.full)
        #expect(throws: CELError.self) { try program.evaluate(variables) }
        #expect(throws: CELError.self) { try program.evaluateCondition(variables) }
    }

    @Test func referencesAreListed() throws {
        let program = try Widget.environment.compile(
            "has(widget.callback_url) && widgets.all(w, w.sid != '' && w.parts.size() == 0)")
        #expect(program.referencedVariables == ["widget", "widgets"])
        let fields = program.referencedFields.map { "\($0.message).\($0.field)" }
        #expect(fields == ["shop.Widget.callback_url", "shop.Widget.parts", "shop.Widget.sid"])
    }

    @Test func failuresNeverShowValues() throws {
        let secret = "jane.doe@example.com"
        let sources = [
            "int(widget.sid)", "timestamp(widget.sid)", "duration(widget.sid)", "url(widget.sid)", "ip(widget.sid)",
            "cidr(widget.sid)", "bool(widget.sid)", "double(widget.sid)", "widget.labels[widget.sid]",
            "''.matches('(' + widget.sid)", "{'a': 1}[widget.sid]", "dyn(widget.sid) + 1",
            "widget.created.getHours(widget.sid)",
        ]
        for source in sources {
            let program = try Widget.environment.compile(source)
            var variables = CELVariables(for: program)
            variables["widget"] = .message(Widget(sid: secret))
            guard case .failure(let error) = program.outcome(variables) else {
                Issue.record("no failure: \(source)")
                continue
            }
            #expect(!error.message.contains(secret), "\(source): \(error.message)")
        }
    }
}
