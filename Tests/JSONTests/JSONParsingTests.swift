import JSON
import Testing

@Suite struct JSONParsingTests {
    @Test(arguments: [
        ("null", "null"), (" true ", "true"), ("false\n", "false"), ("0", "0"), ("-0", "-0"), ("0.0", "0.0"),
        ("1e5", "1e5"), ("1E+5", "1E+5"), ("-1.25e-10", "-1.25e-10"), ("12345678901234567890", "12345678901234567890"),
        ("\"\"", "\"\""), ("\"a\"", "\"a\""), (#""\"\\\/\b\f\n\r\t""#, #""\"\\/\u0008\u000c\n\r\t""#),
        (#""\u00e9\u20AC""#, "\"é€\""), (#""\ud83d\ude00""#, "\"😀\""), ("\"😀\"", "\"😀\""),
        ("\"\u{10FFFF}\"", "\"\u{10FFFF}\""), (#""\u0000""#, #""\u0000""#),
        ("[]", "[]"), ("[ ]", "[]"), ("[1, 2,\t3]", "[1,2,3]"), ("[[],[[]]]", "[[],[[]]]"),
        ("{}", "{}"), ("{ }", "{}"), (#"{"a" : 1 , "b":[{}]}"#, #"{"a":1,"b":[{}]}"#), (#"{"":0}"#, #"{"":0}"#),
        ("\r\n\t [\r\n\t 1\r\n\t ]\r\n\t ", "[1]"),
    ])
    func accepts(_ text: String, _ written: String) throws {
        #expect(try JSONValue.parse(text).jsonText == written)
    }

    @Test(
        arguments: [
            ("", .unexpectedEnd, 0), ("  ", .unexpectedEnd, 2), ("01", .invalidNumber, 0), ("-01", .invalidNumber, 0),
            ("00", .invalidNumber, 0), ("1.", .unexpectedEnd, 2), ("[1.]", .invalidNumber, 3),
            (".5", .invalidNumber, 0),
            ("[1e]", .invalidNumber, 3), ("1e", .unexpectedEnd, 2), ("[1e+]", .invalidNumber, 4),
            ("-", .unexpectedEnd, 1),
            ("[-]", .invalidNumber, 2), ("+1", .invalidNumber, 0), ("-a", .invalidNumber, 1),
            ("0x10", .trailingContent, 1),
            ("1_000", .trailingContent, 1), ("NaN", .unexpectedCharacter, 0), ("Infinity", .unexpectedCharacter, 0),
            ("-Infinity", .invalidNumber, 1), ("nul", .unexpectedEnd, 3), ("nulL", .unexpectedCharacter, 3),
            ("True", .unexpectedCharacter, 0), ("tru ", .unexpectedCharacter, 3), ("truefalse", .trailingContent, 4),
            ("[1,]", .unexpectedCharacter, 3), ("[,1]", .unexpectedCharacter, 1), ("[1,,2]", .unexpectedCharacter, 3),
            ("[1 2]", .unexpectedCharacter, 3), ("[1", .unexpectedEnd, 2), ("[", .unexpectedEnd, 1),
            ("]", .unexpectedCharacter, 0),
            ("[1}", .unexpectedCharacter, 2), ("{\"a\":1]", .unexpectedCharacter, 6),
            ("{\"a\":1,}", .unexpectedCharacter, 7),
            ("{,\"a\":1}", .unexpectedCharacter, 1), ("{\"a\" 1}", .unexpectedCharacter, 5),
            ("{\"a\":}", .unexpectedCharacter, 5),
            ("{a:1}", .unexpectedCharacter, 1), ("{'a':1}", .unexpectedCharacter, 1),
            ("{1:1}", .unexpectedCharacter, 1),
            ("{\"a\":1 \"b\":2}", .unexpectedCharacter, 7), ("[]]", .trailingContent, 2),
            ("{} {}", .trailingContent, 3),
            ("\"\u{1}\"", .controlCharacter, 1), ("\"a\nb\"", .controlCharacter, 2), ("\"\t\"", .controlCharacter, 1),
            ("\"\\\u{1F}\"", .controlCharacter, 2), ("\"a", .unexpectedEnd, 2), ("\"a\\\"", .unexpectedEnd, 4),
            (#""\x41""#, .invalidEscape, 1), (#""\u12""#, .invalidEscape, 1), (#""ab\u12G4""#, .invalidEscape, 3),
            (#""\U0041""#, .invalidEscape, 1), (#""\é""#, .invalidEscape, 1), ("/*c*/1", .unexpectedCharacter, 0),
            ("1//c", .trailingContent, 1), ("\u{FEFF}1", .unexpectedCharacter, 0), ("\u{A0}1", .unexpectedCharacter, 0),
            ("[1\u{B}]", .unexpectedCharacter, 2), ("1\u{0}", .trailingContent, 1),
            (#"{"a":1,"a":2}"#, .duplicateKey, 7),
            (#"{"a":1,"\u0061":2}"#, .duplicateKey, 7), (#"[{"x":{"a":1,"b":2,"a":3}}]"#, .duplicateKey, 19),
        ] as [(String, JSONError.Code, Int)])
    func rejects(_ text: String, _ code: JSONError.Code, _ offset: Int) {
        let error = #expect(throws: JSONError.self) { try JSONValue.parse(text) }
        #expect(error?.code == code)
        #expect(error?.offset == offset)
    }

    @Test(
        arguments: [
            ([0x22, 0x80, 0x22], 1), ([0x22, 0x61, 0xC3, 0x22], 2), ([0x22, 0xC0, 0xAF, 0x22], 1),
            ([0x22, 0xE0, 0x80, 0x80, 0x22], 1), ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),
            ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1),
            ([0x22, 0xC3, 0xA9, 0xFF, 0x22], 3), ([0x7B, 0x22, 0xFE, 0x22, 0x3A, 0x31, 0x7D], 2),
            ([0x22, 0x5C, 0x6E, 0xFF, 0x22], 3),
        ] as [([UInt8], Int)])
    func rejectsInvalidUTF8(_ bytes: [UInt8], _ offset: Int) {
        for parse in [{ _ = try JSONValue.parse(bytes) }, { try Self.skip(bytes) }] {
            let error = #expect(throws: JSONError.self) { try parse() }
            #expect(error?.code == .invalidUTF8)
            #expect(error?.offset == offset)
        }
    }

    @Test(arguments: [
        (#""\ud800""#, "\u{FFFD}"), (#""\udc00""#, "\u{FFFD}"), (#""a\ud800b""#, "a\u{FFFD}b"),
        (#""\ud800\ud800""#, "\u{FFFD}\u{FFFD}"), (#""\ud800\n""#, "\u{FFFD}\n"),
        (#""\udc00\ud800""#, "\u{FFFD}\u{FFFD}"),
        (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"), (#""\ud83d\u0041""#, "\u{FFFD}A"),
    ])
    func replacesHalvesOfSurrogatePairs(_ text: String, _ meaning: String) throws {
        #expect(try JSONValue.parse(text) == .string(meaning))
    }

    @Test func countsLinesAndBytes() {
        let error = #expect(throws: JSONError.self) { try JSONValue.parse("[\n  \"é\",\r\n  \"é\" x]") }
        #expect(error?.position == JSONPosition(offset: 18, line: 3, column: 8))
        #expect(error?.description == "line 3, column 8: expected ',' or ']', found 'x'")
    }

    @Test func offsetsPositionsByTheOrigin() {
        let bytes = Array("##[1,\n2 3]##".utf8)
        var reader = JSONReader(bytes, in: 2..<10, origin: JSONPosition(offset: 100, line: 7, column: 40))
        let error = #expect(throws: JSONError.self) { try reader.skipValue() }
        #expect(error?.position == JSONPosition(offset: 106, line: 8, column: 3))
        var early = JSONReader(Array("[x".utf8), origin: JSONPosition(offset: 100, line: 7, column: 40))
        #expect(
            throws: JSONError(
                .unexpectedCharacter, at: JSONPosition(offset: 101, line: 7, column: 41), "expected a value, found 'x'")
        ) {
            try early.skipValue()
        }
    }

    @Test func neverReadsBeyondItsRange() throws {
        var reader = JSONReader(Array("[12345]".utf8), in: 1..<3)
        #expect(try reader.readNumber().integer == 12)
        #expect(throws: Never.self) { try reader.finish() }
        var outside = JSONReader([], in: 5..<9)
        #expect(throws: JSONError.self) { try outside.skipValue() }
    }

    @Test(arguments: [("[", "]"), (#"{"a":"#, "}"), (#"[{"a":"#, "}]")])
    func limitsDepth(_ opening: String, _ closing: String) throws {
        func nested(_ levels: Int) -> String {
            String(repeating: opening, count: levels) + "1" + String(repeating: closing, count: levels)
        }
        let brackets = closing.utf8.count
        #expect(throws: Never.self) { try JSONValue.parse(nested(128 / brackets)) }
        for levels in [128 / brackets + 1, 100_000] {
            let parsed = #expect(throws: JSONError.self) { try JSONValue.parse(nested(levels)) }
            #expect(parsed?.code == .tooDeep)
            let skipped = #expect(throws: JSONError.self) { try Self.skip(Array(nested(levels).utf8)) }
            #expect(skipped?.code == .tooDeep)
        }
        #expect(JSONLimits(depth: .max).depth == 512)
        #expect(JSONLimits(depth: -1).depth == 1)
    }

    @Test func limitsSize() {
        let error = #expect(throws: JSONError.self) { try JSONValue.parse("[1,2,3]", limits: JSONLimits(bytes: 6)) }
        #expect(error?.code == .tooLarge)
        #expect(throws: Never.self) { try JSONValue.parse("[1,2,3]", limits: JSONLimits(bytes: 7)) }
    }

    @Test func limitsNumbers() {
        let longest = String(repeating: "9", count: JSONNumber.longestText)
        #expect(throws: Never.self) { try JSONValue.parse(longest) }
        #expect(throws: JSONError.self) { try JSONValue.parse(longest + "9") }
    }

    @Test func tellsNamesApartByCodePoints() throws {
        #expect(try JSONValue.parse("{\"\u{E9}\":1,\"e\u{301}\":2}")["e\u{301}"] == .number(JSONNumber(2)))
    }

    @Test(arguments: [2, 16, 17, 18, 500]) func findsDuplicatesAmongManyNames(_ count: Int) throws {
        let members = (0..<count).map { "\"n\($0)\":0" }
        #expect(throws: Never.self) { try JSONValue.parse("{\(members.joined(separator: ","))}") }
        for repeated in [0, count / 2, count - 1] {
            let text = "{\(members.joined(separator: ",")),\(members[repeated])}"
            let error = #expect(throws: JSONError.self) { try JSONValue.parse(text) }
            #expect(error?.code == .duplicateKey)
        }
    }

    @Test func cutOffAnywhereIsAlwaysAnUnexpectedEnd() {
        let text = Array(
            #" {"a\n\u00e9é": [1.5e+3, -0, true, false, null, "\ud83d\ude00😀\\"], "b": {"c": {}, "d": []}}"#.utf8)
        #expect(throws: Never.self) { try JSONValue.parse(text) }
        for length in 0..<text.count {
            let error = #expect(throws: JSONError.self) { try JSONValue.parse(text.prefix(length)) }
            #expect(error?.code == .unexpectedEnd, "cut to \(length) bytes")
            #expect(error?.offset == length)
        }
    }

    @Test(arguments: [
        #"{"k": secret}"#, #"{"k": "v" secret}"#, #"{"k": "\secret"}"#, "{\"k\": \"secret\u{1}\"}",
        #"{"secret": 1, "secret": 2}"#,
        #"{"k": "secret"#, "secret", #"{"secret" 1}"#, #"["secret" "secret"]"#,
    ])
    func messagesQuoteOneCharacterAtMost(_ text: String) {
        let error = #expect(throws: JSONError.self) { try JSONValue.parse(text) }
        #expect(error?.description.contains("ecre") == false)
    }

    static func skip(_ bytes: [UInt8]) throws(JSONError) {
        var reader = JSONReader(bytes)
        try reader.skipValue()
        try reader.finish()
    }
}
