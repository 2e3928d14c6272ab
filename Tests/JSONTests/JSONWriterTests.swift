import Testing

@testable import JSON

@Suite struct JSONWriterTests {
    @Test(arguments: [
        ("", #""""#), ("plain text / 100%", #""plain text / 100%""#), ("\"\\", #""\"\\""#), ("\n\r\t", #""\n\r\t""#),
        ("\u{0}\u{7}\u{1F}\u{7F}", #""\u0000\u0007\u001f\u007f""#), ("é€😀", "\"é€😀\""), ("a\u{202E}b", #""a\u202eb""#),
        ("\u{85}\u{61C}\u{200B}\u{2028}\u{2060}\u{FEFF}", #""\u0085\u061c\u200b\u2028\u2060\ufeff""#),
        ("\u{E0041}", #""\udb40\udc41""#), ("x\u{9F}y\u{A0}z", "\"x\\u009fy\u{A0}z\""), ("e\u{301}", "\"e\u{301}\""),
    ])
    func escapes(_ text: String, _ written: String) throws {
        var writer = JSONWriter()
        writer.string(text)
        #expect(Array(writer.bytes) == Array(written.utf8))
        #expect(try JSONValue.parse(writer.bytes) == .string(text))
    }

    /// Wherever in a text it stands, and however long that is: texts are looked through eight bytes at a time.
    @Test(arguments: ["\"", "\\", "\n", "\u{1F}", "\u{7F}", "\u{9F}", "é", "\u{202E}"])
    func escapesAtEachPlace(_ special: String) throws {
        var escaped = JSONWriter()
        escaped.string(special)
        let inner = String(decoding: escaped.bytes.dropFirst().dropLast(), as: UTF8.self)
        for length in 0..<27 {
            let plain = String(repeating: "~ !", count: 9).prefix(length)
            for place in 0...length {
                let (before, after) = (plain.prefix(place), plain.dropFirst(place))
                var writer = JSONWriter()
                writer.string("\(before)\(special)\(after)")
                #expect(String(decoding: writer.bytes, as: UTF8.self) == "\"\(before)\(inner)\(after)\"")
            }
            var writer = JSONWriter()
            writer.string(String(plain))
            #expect(String(decoding: writer.bytes, as: UTF8.self) == "\"\(plain)\"")
        }
    }

    /// What is written in one piece is what its parts are, for names of any length and texts that need escapes or none.
    @Test(arguments: [true, false])
    func membersAreTheirParts(isPretty: Bool) {
        let names: [JSONName] = [
            "", "a", "seven_7", "eight__8", "nine____9", "fifteen______15", "a_name_of_twenty__20",
        ]
        let texts: [String?] = [
            nil, "", "plain", "https://hooks.example.com/proxy/1", "with \"quotes\"\n", "é", "\u{202E}",
        ]
        var whole = JSONWriter(isPretty: isPretty)
        var parts = JSONWriter(isPretty: isPretty)
        whole.beginObject()
        parts.beginObject()
        for name in names {
            for text in texts {
                whole.member(name, text)
                parts.key(named: "\(name.text)")
                parts.string(text)
                if let text {
                    text.utf8.withContiguousStorageIfAvailable { whole.member(name, utf8: $0) }
                } else {
                    whole.member(name, utf8: nil)
                }
                parts.key(named: "\(name.text)")
                parts.string(text)
            }
            whole.member(name, 7)
            parts.key(named: "\(name.text)")
            parts.integer(7)
        }
        whole.endObject()
        parts.endObject()
        #expect(String(decoding: whole.bytes, as: UTF8.self) == String(decoding: parts.bytes, as: UTF8.self))
    }

    @Test(arguments: [0, 1, 9, 10, 99, 100, 1_000_000, -1, -10, .max, .min])
    func writesIntegersAsTheStandardLibraryDoes(_ number: Int) {
        var writer = JSONWriter()
        writer.integer(number)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == String(number))
    }

    @Test(arguments: [true, false])
    func keysAreEscapedAsTextsAre(isPretty: Bool) throws {
        var writer = JSONWriter(isPretty: isPretty)
        writer.beginObject()
        for key in ["", "plain", "with \"quotes\"\n", "é", "\u{202E}"] {
            writer.key(named: key)
            writer.null()
        }
        writer.member("known", true)
        writer.endObject()
        let members = ["", "plain", "with \"quotes\"\n", "é", "\u{202E}"].map { JSONMember(name: $0, value: .null) }
        #expect(
            try JSONValue.parse(writer.bytes) == .object(members + [JSONMember(name: "known", value: .bool(true))]))
    }

    @Test func writesCompactly() {
        #expect(sample(isPretty: false) == #"{"a":[],"b":[1,-2.5,null,true,"x",null],"c":{},"d":{"e":{"f":3600.0}}}"#)
    }

    @Test func writesPrettily() {
        let expected = """
            {
              "a": [],
              "b": [
                1,
                -2.5,
                null,
                true,
                "x",
                null
              ],
              "c": {},
              "d": {
                "e": {
                  "f": 3600.0
                }
              }
            }
            """
        #expect(sample(isPretty: true) == expected)
    }

    @Test func goesOnAfterDraining() {
        var writer = JSONWriter()
        var pieces: [[UInt8]] = []
        writer.beginArray()
        writer.integer(1)
        pieces.append(writer.drain())
        writer.integer(UInt64.max)
        pieces.append(writer.drain())
        writer.endArray()
        writer.newline()
        pieces.append(writer.drain())
        #expect(String(decoding: Array(pieces.joined()), as: UTF8.self) == "[1,18446744073709551615]\n")
        #expect(writer.bytes.isEmpty)
    }

    @Test func writesSeveralTexts() {
        var writer = JSONWriter()
        for number in 1...3 {
            writer.beginObject()
            writer.member("n", number)
            writer.endObject()
            writer.newline()
        }
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "{\"n\":1}\n{\"n\":2}\n{\"n\":3}\n")
    }

    private func sample(isPretty: Bool) -> String {
        var writer = JSONWriter(isPretty: isPretty)
        writer.beginObject()
        writer.key("a")
        writer.beginArray()
        writer.endArray()
        writer.key("b")
        writer.beginArray()
        writer.integer(1)
        writer.double(-2.5)
        writer.double(.nan)
        writer.bool(true)
        writer.string("x")
        writer.string(nil)
        writer.endArray()
        writer.key("c")
        writer.beginObject()
        writer.endObject()
        writer.key("d")
        writer.beginObject()
        writer.key("e")
        writer.beginObject()
        writer.key("f")
        writer.raw("3600.0")
        writer.endObject()
        writer.endObject()
        writer.endObject()
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
