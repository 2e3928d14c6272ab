import Testing

@testable import CEL

/// Tests of a text with any of a constant list, which are planned as one: they give what the macro gives over a list that is
/// a variable.
@Suite struct AnyTextTests {
    private static let lists: [[String]] = [
        ["a"], ["", "x"], ["live-chat", "live", "test-kit"], ["é", "e\u{301}"], ["ab", "abab", "b"],
    ]
    private static let texts: [CELValue] =
        ["", "a", "the live-chat-team", "TEST-KIT", "caf\u{e9}", "cafe\u{301}", "xabab"].map(CELValue.string) + [
            .int(3), .null, .list([]),
        ]

    private static func written(_ list: [String]) -> String {
        "[" + list.map { CELLiteral.quoted($0) }.joined(separator: ", ") + "]"
    }

    @Test(
        arguments: [
            "text.contains(e)", "text.startsWith(e)", "text.endsWith(e)", "(text + '-').endsWith(e)",
            "e.contains(text)", "(e + text).contains(e)", "text.contains(e) || e == 'x'",
            "string(size(text)).contains(e)",
            "LIST.exists(f, text.contains(f)) && text.contains(e)", "[e].exists(e, text.contains(e))",
        ], lists)
    func isTheMacro(_ body: String, _ list: [String]) throws {
        let written = Self.written(list)
        for text in Self.texts {
            let values: [String: CELValue] = ["text": text, "list": .list(list.map(CELValue.string))]
            let planned = try evaluate(
                "\(written).exists(e, \(body.replacing("LIST", with: written)))", values)
            let walked = try evaluate("list.exists(e, \(body.replacing("LIST", with: "list")))", values)
            switch (planned, walked) {
            case (.success(let planned), .success(let walked)): #expect(planned == walked, "\(text)")
            case (.failure(let planned), .failure(let walked)):
                #expect(planned.code == walked.code && planned.message == walked.message, "\(text)")
            default: Issue.record("\(text): \(planned), but \(walked)")
            }
        }
    }

    @Test func stepsAreThoseOfTheMacro() throws {
        var environment = CELEnvironment()
        environment.declare(variable: "text", type: .string)
        environment.declare(variable: "list", type: .list(.string))
        var variables = CELVariables(for: environment)
        variables["text"] = .string(String(repeating: "x", count: 95))
        variables["list"] = .list(["a", "b", "x", "c"].map(CELValue.string))
        let steps = try ["['a', 'b', 'x', 'c']", "list"].map { list in
            _ = try environment.compile("\(list).exists(e, text.contains(e))").evaluate(keepingIn: &variables)
            return variables.steps
        }
        #expect(steps == [33, 33])
    }
}
