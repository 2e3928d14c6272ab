import Testing

@testable import CEL

/// Searches of constant lists by an index: they give, take and fail as the macro over a list that is a variable does.
@Suite struct ElementSearchTests {
    /// By two names of one length, so that places in both sources are the same.
    private static let lists: [[String]] = [
        [], [""], ["a"], ["x.com", "com", "x.com", "m"], ["é", "e\u{301}", "\u{301}"], ["", "ab", "abab", "b"],
        ["ngrok.io", "loca.lt", "webhook.site", "a-name-of-more-than-sixteen-bytes.example"],
        (0..<70).map { "n\($0).com" }, (0..<66).map { _ in "a" }, (0..<64).map { "\($0)" } + ["x.com"],
        [String(repeating: "long", count: 17_000), "x.com"],
    ]

    private static let texts: [CELValue] =
        [
            "", "a", "x.com", "y.x.com", "yx.com", "caf\u{e9}", "cafe\u{301}", "xabab", "n64.com", "63",
            "hooks.ngrok.io",
            String(repeating: "b", count: 95) + ".x.com",
        ].map(CELValue.string) + [.int(3), .null, .list([.string("a")])]

    private static let bodies = [
        "text.endsWith(e) && (text == e || text.endsWith('.' + e))", "text.startsWith(e) && text != e",
        "text.contains(e) && e in text.split('.')", "text == e && size(e) > 1", "e == text || text.contains('.' + e)",
        "text.endsWith(e) && text.endsWith('.' + e) || text == e", "text.contains(e) && e.substring(2) == '.com'",
        "(text.endsWith(e) || text == e + '.') && 1 / (size(e) - 1) > 0", "text.contains('<' + e) || text == e",
        "text.endsWith(e) && list.exists(f, f == e)", "text.contains(e + '') && other.contains(e)",
        "other.contains(e) && text.contains(e)", "made.endsWith(e) && made != e", "wrong.contains(e) && e == ''",
        "text.contains(e) || size(e) > 5", "!text.contains(e) && text.contains(e)",
        "list.exists(f, f.endsWith(e) && f != e)", "e.contains(text) && text.contains(e)",
    ]

    private static func environment(_ list: [String]) throws -> CELEnvironment {
        var environment = CELEnvironment()
        for name in ["text", "other"] { environment.declare(variable: name, type: .dyn) }
        environment.declare(variable: "list", type: .list(.string))
        try environment.define("made", as: "text + '.com'")
        try environment.define("wrong", as: "[text][size(list) + 1]")
        environment.declare(constant: "cons", type: .list(.string), value: .list(list.map(CELValue.string)))
        return environment
    }

    @Test(arguments: lists)
    func isTheMacro(_ list: [String]) throws {
        let environment = try Self.environment(list)
        var variables = CELVariables(for: environment)
        variables["list"] = .list(list.map(CELValue.string))
        // Lists in lists take long where they are.
        for body in Self.bodies where list.count < 10 || !body.contains("list.") {
            var search = try environment.compile("cons.exists(e, \(body))")
            var macro = try environment.compile("list.exists(e, \(body))")
            for text in Self.texts {
                variables["text"] = text
                variables["other"] = .string("x.com")
                let steps = expectSame(&search, &macro, limit: 1_000_000, &variables, "\(body) of \(text)")
                for part in 0..<3 {
                    _ = expectSame(&search, &macro, limit: steps * part / 3, &variables, "\(body) of \(text)")
                }
            }
        }
    }

    /// - Returns: The steps taken.
    private func expectSame(
        _ first: inout CELProgram, _ second: inout CELProgram, limit: Int, _ variables: inout CELVariables,
        _ comment: @autoclosure () -> String
    ) -> Int {
        first.costLimit = limit
        second.costLimit = limit
        var outcomes: [Result<CELValue, CELError>] = []
        var steps: [Int] = []
        for program in [first, second] {
            // What named expressions gave is forgotten.
            variables["text"] = variables["text"]
            outcomes.append(program.outcome(keepingIn: &variables))
            steps.append(variables.steps)
        }
        let isSame =
            switch (outcomes[0], outcomes[1]) {
            case (.success(let first), .success(let second)): first == second
            case (.failure(let first), .failure(let second)): first == second
            default: false
            }
        // Recorded only where it fails: there are tens of thousands of these.
        if !isSame || steps[0] != steps[1] {
            Issue.record("\(comment()): \(outcomes[0]) in \(steps[0]), but \(outcomes[1]) in \(steps[1])")
        }
        return steps[1]
    }

    /// What a function gives for each element is in a table then.
    @Test func elementsMayBeChanged() throws {
        var environment = CELEnvironment()
        environment.declare(variable: "text", type: .string)
        environment.declare(
            constant: "params.names", type: .list(.string), value: .list(["X.com", "Y", "Z.net"].map(CELValue.string)))
        var variables = CELVariables(for: environment)
        let found = try environment.compile(
            "params.names.exists(e, text.endsWith(e.lowerAscii()) && text.endsWith('.' + e.lowerAscii()))")
        for (text, expected) in [
            ("a.x.com", true), ("ax.com", false), ("a.X.com", false), ("a.z.net", true), ("", false),
        ] {
            variables["text"] = .string(text)
            #expect(try found.evaluate(variables) === .bool(expected), "\(text)")
        }
    }

    /// Everything made of two letters up to a length.
    private static func words(upTo length: Int) -> [String] {
        var words = [""]
        var last = [""]
        for _ in 0..<length {
            last = last.flatMap { [$0 + "a", $0 + "b"] }
            words += last
        }
        return words
    }

    @Test(arguments: [TextTest.startsWith, .endsWith, .contains])
    func indexFindsWhatTheTestDoes(_ test: TextTest) throws {
        let parts = Self.words(upTo: 4)
        for chosen in [parts, parts.filter { $0.count > 2 }, ["ab", "abab", "bab", "ab"], ["b"], []] {
            let index = try #require(TextSetIndex(chosen.map { Array($0.utf8) }, at: test.place))
            for text in Self.words(upTo: 7) {
                let found = Array(text.utf8).withUnsafeBufferPointer { index.members(in: $0) }
                let expected = chosen.indices.filter { test.holds(text, chosen[$0]) }
                if found != expected.reduce(0, { $0 | 1 << UInt64($1) }) { Issue.record("\(chosen) in \(text)") }
            }
        }
    }

    @Test func indexFindsWholeTexts() throws {
        let words = Self.words(upTo: 4)
        let index = try #require(TextSetIndex(words.map { Array($0.utf8) }, at: .whole))
        for text in Self.words(upTo: 5) {
            let found = Array(text.utf8).withUnsafeBufferPointer { index.members(in: $0) }
            #expect(found == (words.firstIndex(of: text).map { 1 << UInt64($0) } ?? 0))
        }
    }

    @Test func bytesAreFoundWhereverTheyStand() {
        for count in 0..<20 {
            for position in 0...count {
                var text = [UInt8](repeating: 0x62, count: count)
                if position < count { text[position] = 0x61 }
                for part in [[0x61], [0x61, 0x62], [0x62, 0x61]] as [[UInt8]] {
                    for start in 0...count {
                        let found = text.withUnsafeBufferPointer { text in
                            part.withUnsafeBufferPointer { ByteSearch.first($0, in: text, from: start) }
                        }
                        let expected = (start..<max(start, count - part.count + 1)).first {
                            text[$0..<$0 + part.count].elementsEqual(part)
                        }
                        if found != expected { Issue.record("\(part) in \(text) from \(start)") }
                    }
                }
            }
        }
    }
}
