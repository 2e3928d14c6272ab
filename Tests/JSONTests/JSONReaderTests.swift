import JSON
import Testing

@Suite struct JSONReaderTests {
    @Test func pullsTokens() throws {
        var reader = JSONReader(Array(#" {"a": [1, "x", true, null], "b": {}} "#.utf8))
        #expect(try reader.peek() == .object)
        try reader.beginObject()
        let first = try #require(try reader.nextKey())
        #expect(try reader.string(first) == "a")
        #expect(Array(reader.rawBytes(of: first)) == Array("a".utf8))
        try reader.beginArray()
        #expect(try reader.nextElement())
        #expect(try reader.readNumber().integer == 1)
        #expect(try reader.nextElement())
        #expect(try reader.readString() == "x")
        #expect(try reader.nextElement())
        #expect(try reader.readBool())
        #expect(try reader.nextElement())
        try reader.readNull()
        #expect(try !reader.nextElement())
        let second = try #require(try reader.nextKey())
        #expect(try reader.string(second) == "b")
        #expect(try reader.readValue() == .object([]))
        #expect(try reader.nextKey() == nil)
        try reader.finish()
    }

    /// What most values are is passed at once, and anything else is left where it stands.
    @Test func refusesAnotherType() {
        var reader = JSONReader(Array("[1]".utf8))
        let error = #expect(throws: JSONError.self) { try reader.beginObject() }
        #expect(error?.code == .unexpectedType)
        #expect(error?.message == "expected an object, found an array")
    }

    @Test(arguments: [("plain", true), (#"esc\n"#, false), ("é", false)])
    func knowsPlainNames(_ name: String, _ isPlain: Bool) throws {
        var reader = JSONReader(Array("{\"\(name)\":1}".utf8))
        try reader.beginObject()
        #expect(try reader.nextKey()?.isPlain == isPlain)
    }
}

@Suite struct JSONNumberTests {
    @Test(
        arguments: [
            ("0", 0), ("-0", 0), ("0.0", 0), ("0e99999999999999999999", 0), ("3600", 3600), ("3600.0", 3600),
            ("3.6e3", 3600),
            ("36000e-1", 3600), ("-3600.00", -3600), ("1.5", nil), ("1e-1", nil), ("0.1", nil),
            ("9223372036854775807", .max), ("9223372036854775807.0", .max), ("9223372036854775808", nil),
            ("-9223372036854775808", .min), ("-9223372036854775808.0", .min), ("9223372036854775808.0", nil),
            ("-9223372036854775809.0", nil), ("1e18", 1_000_000_000_000_000_000), ("1e19", nil), ("1e400", nil),
            ("1e-400", nil),
            ("1e99999999999999999999999", nil), ("1e-99999999999999999999999", nil), ("-1E2", -100), ("12.50e1", 125),
        ] as [(String, Int64?)])
    func integer(_ text: String, _ integer: Int64?) throws {
        guard case .number(let number) = try JSONValue.parse(text) else {
            Issue.record("not a number")
            return
        }
        #expect(number.text == text)
        #expect(number.integer == integer)
    }

    @Test(
        arguments: [
            ("0", 0), ("-1.5", -1.5), ("1e400", .infinity), ("-1e400", -.infinity), ("1e-400", 0), ("0.1", 0.1),
            ("12345678901234567890", 12_345_678_901_234_567_168),
        ] as [(String, Double)])
    func double(_ text: String, _ double: Double) throws {
        guard case .number(let number) = try JSONValue.parse(text) else {
            Issue.record("not a number")
            return
        }
        #expect(number.double == double)
    }

    @Test func madeFromNumbers() {
        #expect(JSONNumber(-5).text == "-5")
        #expect(JSONNumber(0.5)?.text == "0.5")
        #expect(JSONNumber(Double.nan) == nil)
        #expect(JSONNumber(-Double.infinity) == nil)
    }
}

@Suite struct JSONValueTests {
    @Test func findsMembers() throws {
        let value = try JSONValue.parse(#"{"a": 1, "b": null}"#)
        #expect(value["a"] == .number(JSONNumber(1)))
        #expect(value["b"] == .null)
        #expect(value["c"] == nil)
        #expect(JSONValue.array([])["a"] == nil)
        #expect(JSONKind.allCases.map(\.name).count == 6)
    }

    @Test func comparesByCodePointsAndDigits() throws {
        #expect(JSONValue.string("\u{E9}") != .string("e\u{301}"))
        #expect(JSONMember(name: "\u{E9}", value: .null) != JSONMember(name: "e\u{301}", value: .null))
        #expect(try JSONValue.parse("1") != JSONValue.parse("1.0"))
        #expect(try JSONValue.parse(#"{"a":1,"b":2}"#) != JSONValue.parse(#"{"b":2,"a":1}"#))
        #expect(Set([try JSONValue.parse("[1,{}]"), try JSONValue.parse(" [1 , {} ]")]).count == 1)
        #expect(JSONValue.bool(true) != .null)
    }
}

@Suite struct JSONStructureTests {
    @Test(
        arguments: [
            ("{}x", 2), ("[{\"a]\":\"}\\\"\"}],", 14), ("\"a\\\"b\" ", 6), ("12,", 2), ("tru]", 3), ("{bad ] }", nil),
            ("[1,\n2]\n", 6), (",1", 0), ("[[[", nil), ("{\"a\u{1}\"}", nil), ("]", nil),
        ] as [(String, Int?)])
    func findsTheEnd(_ text: String, _ end: Int?) {
        for chunk in [1, 2, 3, 100] {
            #expect(passed(text, chunk: chunk, endsAtLine: false) == end, "in pieces of \(chunk)")
        }
    }

    @Test func mayEndAtALine() {
        #expect(passed("[1,\n2]", chunk: 10, endsAtLine: true) == nil)
        #expect(passed("[1,2]\n", chunk: 10, endsAtLine: true) == 5)
    }

    @Test func limitsDepth() {
        let deepest = JSONStructure.deepest
        func nested(_ count: Int) -> String {
            String(repeating: "[", count: count) + String(repeating: "]", count: count)
        }
        #expect(passed(nested(deepest), chunk: 1000, endsAtLine: false) == 2 * deepest)
        #expect(passed(nested(deepest + 1), chunk: 1000, endsAtLine: false) == nil)
    }

    private func passed(_ text: String, chunk: Int, endsAtLine: Bool) -> Int? {
        let bytes = Array(text.utf8)
        var structure = JSONStructure(endsAtLine: endsAtLine)
        var index = 0
        while index < bytes.count {
            guard let isWhole = try? structure.pass(bytes, from: &index, to: index + chunk) else { return nil }
            if isWhole { return index }
        }
        return nil
    }
}
