import Testing

@testable import CEL

/// Nodes that do several calls at once: they give, take and fail as the calls do one by one.
@Suite struct TextNodeTests {
    private static let texts = [
        "", "a", "a-b_c", "x=$1&y=&z=0&", "=", "==&=&", "ä-é\u{301}_ß", "a_very-long_text.of-many[parts]and=nothing",
        "https://Hooks.Example.COM./a?b=c",
    ]

    /// Both sources are of one length, and the second names variables where the first has constants.
    @Test(
        arguments: [
            ("t.replace('-', '_').replace('_', '')", "t.replace( d , '_').replace('_', '')"),
            (
                "t.replace('=&', '&').replace('=0', '').replace('', '.')",
                "t.replace( q , '&').replace( o , '').replace( e, '.')"
            ),
            (
                "t.lowerAscii().replace('-', 'aa').replace('aa', '-')",
                "t.lowerAscii().replace( d , 'aa').replace('aa', '-')"
            ),
            (
                "[t].map(x, x.endsWith('.') ? x.substring(1) : x)[0]",
                "[t].map(x, x.endsWith('.') ? x.substring(1) : x)[z]"
            ),
            ("[t].map(x, x.substring(2))[0]", "[t].map(x, x.substring(2))[z]"),
            ("[t.substring(1)].map(x, size(x))[0] > 3", "[t.substring(1)].map(x, size(x))[z] > 3"),
        ])
    func isTheCalls(_ joined: String, _ single: String) throws {
        var environment = CELEnvironment()
        environment.declare(variable: "z", type: .int)
        for name in ["t", "d", "q", "o", "e"] { environment.declare(variable: name, type: .string) }
        var variables = CELVariables(for: environment)
        variables["z"] = .int(0)
        for (name, text) in [("d", "-"), ("q", "=&"), ("o", "=0"), ("e", "")] { variables[name] = .string(text) }
        var programs = [try environment.compile(joined), try environment.compile(single)]
        for text in Self.texts {
            variables["t"] = .string(text)
            var limits = [10_000]
            while let limit = limits.popLast() {
                let outcomes = programs.indices.map { index in
                    programs[index].costLimit = limit
                    let result = programs[index].outcome(keepingIn: &variables)
                    return (result, variables.steps)
                }
                #expect(outcomes[0].1 == outcomes[1].1, "\(text), \(limit)")
                switch (outcomes[0].0, outcomes[1].0) {
                case (.success(let first), .success(let second)): #expect(first == second, "\(text)")
                case (.failure(let first), .failure(let second)):
                    #expect(first.code == second.code && first.message == second.message, "\(text), \(limit)")
                default: Issue.record("\(text), \(limit): \(outcomes)")
                }
                if limit == 10_000 { limits = Array(0..<outcomes[1].1) }
            }
        }
    }

    /// A function of the host that is given bytes, and the same as one of values.
    @Test(arguments: ["t.fold()", "t.lowerAscii().fold()", "t.fold().fold() == t", "[t, t].map(x, x.fold())"])
    func functionsOfBytesAreFunctions(source: String) throws {
        var (ofBytes, function) = (CELEnvironment(), CELEnvironment())
        ofBytes.declare(
            function: CELFunction(ofText: "fold", isMember: true, result: .string, cost: 3) { bytes in
                bytes.contains { $0 >= 0x80 }
                    ? .value(.string(String(decoding: bytes, as: UTF8.self) + "!")) : .lowerASCII
            })
        function.declare(
            function: CELFunction("fold", isMember: true, cost: 3) { (text: String) in
                text.utf8.contains { $0 >= 0x80 } ? text + "!" : text.lowercased()
            })
        for text in Self.texts + [String(repeating: "LONG ", count: 50)] {
            var limits = [10_000]
            while let limit = limits.popLast() {
                let results = try [ofBytes, function].map { environment in
                    var environment = environment
                    environment.declare(variable: "t", type: .string)
                    var program = try environment.compile(source)
                    program.costLimit = limit
                    var variables = CELVariables(for: environment)
                    variables["t"] = .string(text)
                    return (program.outcome(keepingIn: &variables), variables.steps)
                }
                #expect(results[0].0 == results[1].0, "\(text), \(limit)")
                if limit == 10_000 {
                    #expect(results[0].1 == results[1].1, "\(text)")
                    limits = Array(0..<results[1].1)
                }
            }
        }
        #expect(throws: CELCompileError.self) { try ofBytes.compile("1.fold()") }
    }

    @Test func callsOfNoTextFail() throws {
        for source in ["t.replace('a', 'b')", "t.replace('a', 'b').replace('c', 'd')", "url(t).getHost()"] {
            #expect(try failure(of: source, ["t": .int(1)]) == .noSuchOverload, "\(source)")
        }
    }

    @Test func plainURLsAreReadAsOthersAre() {
        for scheme in ["http", "HTTPS", "a+b-c.1", "1a", "", "ht tp"] {
            for rest in ["://", ":/", ":", "//", "/"] {
                for host in [
                    "", "h", "Example.COM.", "a_b~!$&'()*+,;=c", "ü.de", "h%41", "u@h", "[::1]", "h h", "1.2.3.4",
                ] {
                    for port in ["", ":", ":1", ":0080", ":65535", ":65536", ":x", ":1:2"] {
                        for path in [
                            "", "/", "/a/b:@[]", "/%41", "/ü", "/a b", "?", "?q=/?&%zz ü", "/p?q", "#f", "/p#%z", "\n",
                        ] {
                            let text = scheme + rest + host + port + path
                            let parsed = ParsedURL(text)
                            let url = URLValue(text)
                            let isSame =
                                url?.scheme == parsed?.scheme && url?.host == parsed?.host
                                && url?.hostname == parsed?.hostname && url?.port == parsed?.port
                                && url?.escapedPath == parsed?.escapedPath && URLValue.isURL(text) == (parsed != nil)
                            if !isSame { Issue.record("\(text)") }
                        }
                    }
                }
            }
        }
    }

    @Test(
        arguments: [
            "", "1", "1.2.3", "1.2.3.", ".1.2.3", "1..2.3", "01.2.3.4", "1.2.3.00", "1.2.3.256", "1.2.3.1000",
            "1.2.3.4.5",
            "1.2.3.4.", "a.2.3.4", "1.2.3.4 ", "1.2.3.-4", "999.1.1.1",
        ])
    func isNoVersion4Address(_ text: String) throws {
        #expect(try evaluate("isIP(t)", ["t": .string(text)]).get() === .bool(false))
    }

    @Test(arguments: ["0.0.0.0", "1.2.3.4", "255.255.255.255", "10.20.30.40"])
    func isVersion4Address(_ text: String) throws {
        #expect(try evaluate("string(ip(t))", ["t": .string(text)]).get() === .string(text))
    }
}
