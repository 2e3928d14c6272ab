import Testing

@testable import YAMLReader

@Suite struct YAMLDocumentTests {
    @Test(arguments: [
        ("1", "a number"), ("-3", "a number"), ("1.5", "a number"), ("1e3", "a number"), ("true", "a truth value"),
        ("yes", "a text"), ("0x10", "a text"), (".inf", "a text"), ("'1'", "a text"), ("~", "nothing"),
        ("null", "nothing"), ("\"true\"", "a text"), ("2026-01-01", "a text"), ("[a]", "a list"),
        ("{a: b}", "a mapping"),
        ("1_000", "a text"), ("+5", "a number"), ("9999999999999999999", "a number"), ("1-2", "a text"),
    ])
    func plainScalarsFollowTheCoreSchema(text: String, kind: String) throws {
        let document = try YAMLDocument("value: \(text)")
        #expect(document.root["value"]?.kindName == kind)
    }

    @Test(arguments: [
        ("a: 1\na: 2", 0, "duplicate key 'a'"), ("a: &x 1\nb: *x", 3, "anchors and aliases are not allowed"),
        ("a: *x", 3, "alias"), ("[1]: 2", 0, "a key must be a text"), ("a: [", 4, "parsing"), ("a: 'x", 3, "in quotes"),
        ("a: 1\nb: \"x\nc: 2\nd: 'y'\n", 8, "in quotes"), ("a: 'x\n---\nb: 'y'", 3, "in quotes"),
        ("a: \"\\q\"", 4, "unknown escape"), ("a: 1\n---\nb: 2", 5, "document"),
    ])
    func refusesWhatIsAmbiguous(text: String, offset: Int, message: String) throws {
        let error = try #require(#expect(throws: YAMLError.self) { try YAMLDocument(text) })
        #expect(error.message.contains(message), "\(error.message)")
        #expect(error.offset == offset)
    }

    @Test func deepNestingIsAnErrorAndNoCrash() {
        for text in [
            String(repeating: "[", count: 100_000), String(repeating: "- ", count: 100_000) + "x",
            String(repeating: "{a: ", count: 5000) + "1" + String(repeating: "}", count: 5000),
            String(repeating: "[", count: 100) + String(repeating: "]", count: 100),
        ] {
            #expect(throws: YAMLError.self) { try YAMLDocument(text) }
        }
    }

    @Test(arguments: [
        "k: abc def", "k: 'it''s fine'", #"k: "a\tb\u00e9c\\d""#, "k: |\n  first\n    second\n  third\n",
        "k: >\n  folded text\n  goes on\n", "k: plain text\n  goes on", "k: \"quoted \\\n   continued\"",
        "日本: é x", "k: 'ü wide 日本'",
    ])
    func offsetsLeadBackToTheSource(text: String) throws {
        let document = try YAMLDocument(text)
        let node = try #require(document.root.mapping?.first?.value)
        let value = Array(try #require(node.string).utf8)
        let offsets = try #require(document.offsets(ofBytesIn: node))
        let source = Array(text.utf8)
        #expect(offsets.count == value.count + 1)
        #expect(offsets == offsets.sorted())
        for (index, byte) in value.enumerated() where offsets[index] < source.count {
            let written = source[offsets[index]]
            let isEscape = written == UInt8(ascii: "\\")
            let isFolded = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n")
            #expect(written == byte || isEscape || isFolded, "byte \(index)")
        }
    }
}
