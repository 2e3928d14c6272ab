import CEL
import Testing

/// What authors are told about wrong expressions, and what it is about.
@Suite struct DiagnosticTests {
    @Test(arguments: [
        (
            "widget.calback_url == ''",
            ["calback_url: shop.Widget has no field 'calback_url' (did you mean 'callback_url'?)"]
        ),
        ("widgt.sid", ["widgt: 'widgt' is not declared (did you mean 'widget'?)"]),
        (
            "widget.callback_url.startWith('a')",
            ["startWith: the function 'startWith' is not declared (did you mean 'startsWith'?)"]
        ),
        (
            "widget.sid.lowerascii()",
            ["lowerascii: the function 'lowerascii' is not declared (did you mean 'lowerAscii'?)"]
        ),
        ("widget.sid = 'a'", ["=: '=' is not an operator (did you mean '=='?)"]),
        ("widget.sid === 'a'", ["===: '===' is not an operator (did you mean '=='?)"]),
        (
            "widget.sid == 'a' and not widget.enabled",
            ["and: 'and' is not an operator (did you mean '&&'?)", "not: 'not' is not an operator (did you mean '!'?)"]
        ),
        (
            "widget.sid == 'a' & true | false",
            [
                "&: '&' is not an operator (did you mean '&&'?)", "|: '|' is not an operator (did you mean '||'?)",
            ]
        ),
        ("widget.sid == 1", ["widget.sid == 1: '==' cannot compare string with int (write '1' to compare texts)"]),
        (
            "widget.default_ttl == 1u",
            ["widget.default_ttl == 1u: '==' cannot compare nullable int with uint (write 1)"]
        ),
        ("1 + 'a'", ["1 + 'a': '+' cannot be applied to int and string (write string(1))"]),
        (
            "'a' in 'abc'",
            [
                "'a' in 'abc': 'in' cannot look for string in string "
                    + "(to find a part of a text, write 'abc'.contains('a'))"
            ]
        ),
        (
            "widget.sid && true",
            ["widget.sid: expected bool, found string (size(widget.sid) > 0 asks whether it is not empty)"]
        ),
        ("widget.sid.size", ["size: a value of type string has no fields (did you mean size(widget.sid)?)"]),
        (
            "startsWith(widget.sid, 'a')",
            [
                "startsWith(widget.sid, 'a'): 'startsWith' cannot be called as startsWith(string, string) "
                    + "(write widget.sid.startsWith('a'))"
            ]
        ),
        (
            "widget.sid.startsWith(1)",
            [
                "startsWith(1): 'startsWith' cannot be called as string.startsWith(int) "
                    + "(write '1')"
            ]
        ),
        ("widget.sid.matches('(')", ["'(': the regular expression is invalid: missing ): ("]),
        (
            "has(widget)",
            [
                "widget: 'has' takes the selection of one field, as in has(a.b) "
                    + "(write has(widget.…) with one of its fields, or widget != null)"
            ]
        ),
        (
            "has(widget.labels['a'])",
            [
                "widget.labels['a']: 'has' takes the selection of one field, as in has(a.b) "
                    + "(write 'a' in widget.labels)"
            ]
        ),
        ("widgets.all(1, true)", ["1: 'all' needs a plain name for its variable here"]),
        (
            "widgets.all(w, w.sid)",
            ["w.sid: expected bool, found string (size(w.sid) > 0 asks whether it is not empty)"]
        ),
        ("widgets.all(w)", ["all: 'all' takes 2 or 3 arguments, the first a plain name, not 1"]),
        ("widget.sid.all(w, true)", ["widget.sid: 'all' takes a list or map, not string"]),
        (
            "widgets.exist(w, w.sid == '')",
            [
                "exist: the function 'exist' is not declared (did you mean 'exists'?)"
            ]
        ),
        ("true ? 1 : 'a'", ["1 : 'a': both results of '?:' must be of one type, but one is int and one is string"]),
        ("pii.fnd('a')", ["pii.fnd: the function 'pii.fnd' is not declared (did you mean 'pii.find'?)"]),
        (
            "9223372036854775808",
            [
                "9223372036854775808: the integer is out of the range of int "
                    + "(write 9223372036854775808u for an unsigned integer)"
            ]
        ),
        ("'a", ["'a: the string is not closed (it ends with '; inside, write \\' for the same quote)"]),
        (
            "'\\q'",
            ["\\q: '\\q' is no escape sequence (write '\\\\' for a backslash, or r'…' for a string without escapes)"]
        ),
        ("(1 + 2", ["(: ')' is missing: nothing closes this bracket"]),
        ("1 +", [": expected an expression, found the end (something is missing here)"]),
        (
            "1 2",
            ["2: expected the end of the expression, found a number (put an operator before it, such as && or ==)"]
        ),
        (
            "for == 1",
            [
                "for: 'for' is a reserved word "
                    + "(write list.all(x, …), .exists(x, …), .map(x, …) or .filter(x, …))"
            ]
        ),
        ("{[1]: 2}", ["[1]: a key of a map is a bool, int, uint or string, not list(int)"]),
        ("shop.Widget{sid: 'a'}", ["shop.Widget: a message cannot be made in an expression: 'shop.Widget'"]),
        ("", [": the expression is empty"]), ("#", ["#: unexpected character '#'"]),
    ])
    func oneProblem(_ source: String, _ expected: [String]) {
        var environment = Widget.environment
        environment.declare(
            function: CELFunction(name: "pii.find", parameters: [.string], result: .list(.dyn)) { _ in
                .list([])
            })
        let found = diagnostics(of: source, in: environment)
        #expect(found == expected)
    }

    @Test func allProblemsAreReportedInOrder() {
        let source = "wdget.sid == '' || widget.sd = 1 || widget.sid.matches('[') || 1 + true == 2"
        let expected = [
            "wdget: 'wdget' is not declared (did you mean 'widget'?)",
            "sd: shop.Widget has no field 'sd' (did you mean 'sid'?)", "=: '=' is not an operator (did you mean '=='?)",
            "'[': the regular expression is invalid: missing ]: [",
            "1 + true: '+' cannot be applied to int and bool",
        ]
        let found = diagnostics(of: source, in: Widget.environment)
        #expect(found == expected)
    }

    @Test func manyProblemsAreReportedUpToALimit() {
        let source = "[" + Array(repeating: "zidget", count: 5000).joined(separator: ",") + "]"
        let found = diagnostics(of: source, in: Widget.environment)
        #expect(found.count == 101)
        #expect(found.last == "zidget: and more (it is told when those before it are mended)")
        #expect(found.dropLast().allSatisfy { $0.hasPrefix("zidget: 'zidget' is not declared") })
    }

    @Test(arguments: [100, 101])
    func oneProblemMoreThanTheLimitIsNotSilent(count: Int) {
        let source = "[" + Array(repeating: "zidget", count: count).joined(separator: ",") + "]"
        let found = diagnostics(of: source, in: Widget.environment)
        #expect(found.count == count)
        #expect(found.contains { $0.contains("and more") } == (count > 100))
    }

    @Test(arguments: ["#", "a = ", "'\\q' + ", "\u{2260}"])
    func manySyntaxProblemsAreReportedUpToALimit(_ unit: String) {
        let source = String(repeating: unit, count: 5000)
        let found = diagnostics(of: source, in: Widget.environment)
        #expect((1...101).contains(found.count))
        #expect(found.count < 101 || found.last?.contains("and more") == true)
    }

    /// Found by the fuzzer: a message repeated a control character of the source.
    @Test(arguments: [
        "x == \u{1} 1", "widget.`a\u{202E}`", "'\\\u{7}'", "widget.sid.matches('(\u{1B}[2J')", "\u{2028}",
        "'a\\\u{202E}'",
    ])
    func messagesHaveNoControlCharacters(_ source: String) {
        do throws(CELCompileError) {
            _ = try Widget.environment.compile(source)
            Issue.record("compiles")
        } catch {
            for diagnostic in error.diagnostics {
                let shown = diagnostic.message + (diagnostic.suggestion ?? "")
                #expect(
                    shown.unicodeScalars.allSatisfy {
                        $0.properties.generalCategory != .control && !$0.properties.isBidiControl
                    })
            }
        }
    }

    @Test(arguments: [
        (
            "widget.sid == \u{201C}a\u{201D}",
            [
                "\u{201C}a\u{201D}: a text stands between straight quotes, not curly ones (type the quotes again: ' or \")"
            ]
        ),
        ("widget.default_ttl \u{2264} 3", ["\u{2264}: unexpected character '\u{2264}' (did you mean '<='?)"]),
        ("widget.default_ttl => 3", ["=>: '=>' is not an operator (did you mean '>='?)"]),
        ("widget.default_ttl <> 3", ["<>: '<>' is not an operator (did you mean '!='?)"]),
        (
            "widget.sid\u{A0}== 'a'",
            ["\u{A0}: unexpected character U+00A0 (NO-BREAK SPACE) (remove it, or put a plain blank in its place)"]
        ),
        (
            "widget.s\u{EF}d == 'a'",
            [
                "s\u{EF}d: 's\u{EF}d' is no name: names are made of a to z, A to Z, 0 to 9 and _ (text stands between quotes)"
            ]
        ),
    ])
    func charactersOfOtherPlacesAreOneProblem(_ source: String, _ expected: [String]) {
        #expect(diagnostics(of: source, in: Widget.environment) == expected)
    }

    @Test func theExpectedTypeIsChecked() {
        #expect(
            diagnostics(of: "widget.sid", expecting: .bool, in: Widget.environment)
                == [
                    "widget.sid: the expression must give bool, but gives string (size(widget.sid) > 0 asks whether it is not empty)"
                ])
        #expect(diagnostics(of: "widget.enabled", expecting: .bool, in: Widget.environment).isEmpty)
        #expect(diagnostics(of: "dyn(widget.sid)", expecting: .bool, in: Widget.environment).isEmpty)
    }
}
