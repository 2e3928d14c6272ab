import JSON
import Testing

/// Members that come as they came before.
@Suite struct UsualMembersTests {
    @Test(
        arguments: [
            ("7,", .number, .integer(7)), ("604800}", .number, .integer(604_800)), ("0]", .number, .integer(0)),
            ("999999999999999999 ,", .number, .integer(999_999_999_999_999_999)), ("01,", .number, nil),
            ("1000000000000000000,", .number, nil), ("-1,", .number, nil), ("1.0,", .number, nil),
            ("1e3,", .number, nil), ("12", .number, nil), ("\"1\",", .number, nil), ("7,", .string, nil),
            ("\"a text\",", .string, .text(6..<12)), ("\"\"", .string, .text(6..<6)), ("\"a text", .string, nil),
            ("\"é\"", .string, nil), (#""\n""#, .string, nil), ("\"\u{1F}\"", .string, nil), ("\"1\"", .object, nil),
            ("null", .string, .null), ("null,", .number, .null), ("nul", .string, nil), ("Null", .string, nil),
            ("{}", .object, .object(5..<7)), ("{ }", .object, .object(5..<8)), ("{", .object, nil),
            (#"{"a":"x", "b" : null,"c":"" }"#, .object, .object(5..<34)), (#"{"a":"x","a":"y"}"#, .object, nil),
            (#"{"a":"x",}"#, .object, nil), (#"{"a":1}"#, .object, nil), (#"{"a":"x""#, .object, nil),
            (#"{"a":{}}"#, .object, nil), (#"{"a" "x"}"#, .object, nil), (#"{,"a":"x"}"#, .object, nil),
            (#"{"\u0061":"x"}"#, .object, nil), (#"{"a":"x" "b":"y"}"#, .object, nil), ("{}", .string, nil),
            ("[]", .array, nil), ("", .string, nil), ("true", .bool, nil),
        ] as [(String, JSONKind, PlainMember.Value?)])
    func passesPlainValues(_ text: String, _ kind: JSONKind, _ expected: PlainMember.Value?) throws {
        var usual = UsualMembers()
        var place = 0
        usual.expect(7, kind, after: Array("\"k\":".utf8)[...], at: &place)
        #expect(place == 1)
        // What stands behind the end must not be looked at.
        let bytes = Array("{\"k\":\(text)".utf8)
        var reader = JSONReader(bytes + Array("\"7}, null".utf8), in: 0..<bytes.count)
        try reader.beginObject()
        place = 0
        var room = PlainMember.room
        let count = reader.passMembers(like: usual, from: &place, into: &room)
        // The end may be too near for a short lead, but then there is a way that is slower.
        if bytes.count < 9, count == 0 { return }
        #expect(count == (expected == nil ? 0 : 1))
        #expect(place == count)
        guard let expected else { return #expect(reader.position == 1) }
        #expect(room[0].name == 7)
        #expect(room[0].value == expected)
    }

    @Test(arguments: [
        (#"{"first": 1, "second": 2, "third": 3}"#, 3), (#"{"first": 1, "third": 3}"#, 2),
        (#"{"second": 2, "third": 3}"#, 0), (#"{"first": 1,"second": 2, "third": 3}"#, 1),
        (#"{"first": 1, "second" : 2, "third": 3}"#, 1), (#"{, "second": 2, "third": 3}"#, 0),
        (#"{"first": 1"second": 2, "third": 3}"#, 0), (#"{"first": 1, "secone": 2, "third": 3}"#, 1),
        (#"{"first": 1, "third": 3, "second": 2}"#, 2),
    ])
    func passesWhatStandsAsBefore(_ text: String, _ expected: Int) throws {
        var usual = UsualMembers()
        var place = 0
        for (name, lead) in [#""first": "#, #", "second": "#, #", "third": "#].enumerated() {
            usual.expect(name, .number, after: Array(lead.utf8)[...], at: &place)
        }
        var reader = JSONReader(Array(text.utf8))
        try reader.beginObject()
        place = 0
        var room = PlainMember.room
        #expect(reader.passMembers(like: usual, from: &place, into: &room) == expected)
    }

    @Test func objectsAreNoDeeperThanTheyMayBe() throws {
        var usual = UsualMembers()
        var place = 0
        usual.expect(0, .object, after: Array("\"links\":".utf8)[...], at: &place)
        for (depth, expected) in [(1, 0), (2, 1)] {
            var reader = JSONReader(Array(#"{"links":{}}"#.utf8), limits: JSONLimits(depth: depth))
            try reader.beginObject()
            place = 0
            var room = PlainMember.room
            #expect(reader.passMembers(like: usual, from: &place, into: &room) == expected)
        }
    }

    @Test func leadsThatAreLongAreNotRemembered() throws {
        var usual = UsualMembers()
        var place = 0
        let lead = Array("\"k\":".utf8) + Array(repeating: UInt8(ascii: " "), count: 128)
        usual.expect(1, .number, after: lead[...], at: &place)
        #expect(place == 0)
        var reader = JSONReader([UInt8(ascii: "{")] + lead + Array("1}".utf8))
        try reader.beginObject()
        var room = PlainMember.room
        #expect(reader.passMembers(like: usual, from: &place, into: &room) == 0)
    }
}
