import CEL
import Testing

/// Functions of strings, time and patterns.
@Suite struct LibraryTests {
    @Test(arguments: [
        ("'a,b,,c'.split(',')", CELValue.list([.string("a"), .string("b"), .string(""), .string("c")])),
        ("'héllo'.split('')", .list(["h", "é", "l", "l", "o"].map { .string($0) })),
        ("'a b c'.split(' ', 2)", .list([.string("a"), .string("b c")])), ("''.split(',')", .list([.string("")])),
        ("'aaa'.replace('', '-')", .string("-a-a-a-")), ("'aaa'.replace('a', 'b', 2)", .string("bba")),
        ("'aaa'.replace('a', '')", .string("")), ("'aaa'.replace('a', 'b', 0)", .string("aaa")),
        ("['a', 'b'].join(', ')", .string("a, b")), ("'  x\\t'.trim()", .string("x")), ("'   '.trim()", .string("")),
        ("'ÀB'.lowerAscii()", .string("Àb")), ("'àb'.upperAscii()", .string("àB")), ("'abc'.reverse()", .string("cba")),
        ("'日本語'.substring(1)", .string("本語")), ("'日本語'.substring(1, 2)", .string("本")),
        ("'日本語'.indexOf('語')", .int(2)), ("'日本日'.lastIndexOf('日')", .int(2)), ("'日本日'.lastIndexOf('日', 1)", .int(0)),
        ("'abcabc'.indexOf('c', 3)", .int(5)), ("''.indexOf('')", .int(0)), ("'abc'.charAt(3)", .string("")),
        ("strings.quote('a\"\\n')", .string("\"a\\\"\\n\"")),
        ("'aXbX'.split('X')", .list(["a", "b", ""].map { .string($0) })),
        ("'abababababababababababababababab!'.contains('ababababababababab!')", .bool(true)),
        ("'abababababababababababababababab'.contains('ababababababababab!')", .bool(false)),
        ("string(1.0)", .string("1")), ("string(0.1)", .string("0.1")), ("string(-1.5e-7)", .string("-1.5e-07")),
        ("string(100000.0)", .string("100000")), ("string(1e6)", .string("1e+06")),
        ("string(0.0001)", .string("0.0001")),
        ("string(1e300)", .string("1e+300")), ("string(123456789.5)", .string("1.234567895e+08")),
        ("string(true)", .string("true")), ("string(duration('1m0.5s'))", .string("60.5s")),
        ("string(timestamp('2026-03-01T12:00:00.120+02:00'))", .string("2026-03-01T10:00:00.12Z")),
        ("int('-5') + int(5u) + int(5.9)", .int(5)), ("double('1e3')", .double(1000)),
        ("bytes('é')", .bytes([0xC3, 0xA9])),
        ("string(b'\\xc3\\xa9')", .string("é")), ("size(b'abc') + 'é'.size()", .int(4)),
    ])
    func value(_ source: String, _ expected: CELValue) throws {
        #expect(try evaluate(source).get() === expected)
    }

    @Test(arguments: [
        ("timestamp('2024-02-29T00:00:00Z').getDayOfYear()", 59),
        ("timestamp('2026-11-23T00:00:00Z').getDayOfWeek()", 1),
        ("timestamp('0001-01-01T00:00:00Z').getFullYear()", 1), ("timestamp('1969-12-31T23:59:59Z').getSeconds()", 59),
        ("timestamp('2026-07-01T12:00:00Z').getHours('Europe/Paris')", 14),
        ("timestamp('2026-01-01T12:00:00Z').getHours('Europe/Paris')", 13),
        ("timestamp('2050-07-01T12:00:00Z').getHours('Europe/Paris')", 14),
        ("timestamp('2026-07-01T12:00:00Z').getHours('-8:15')", 3),
        ("timestamp('2026-01-01T00:30:00Z').getDate('-01:00')", 31), ("duration('1h30m').getMinutes()", 90),
        ("duration('-1.5s').getMilliseconds()", -500), ("int(timestamp('1970-01-01T00:01:00Z'))", 60),
        (
            "int(timestamp('2026-01-31T00:00:00Z') - timestamp('2026-01-01T00:00:00Z') == duration('720h') ? '1' : '0')",
            1
        ),
    ])
    func timePart(_ source: String, _ expected: Int64) throws {
        #expect(try evaluate(source).get() === .int(expected))
    }

    @Test(arguments: [
        "2026-03-01", "2026-03-01 12:00:00Z", "2026-02-29T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:00:60Z",
        "2026-01-01T00:00:00", "2026-01-01T00:00:00+25:00", "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00Zx", "",
        "0001-01-01T00:00:00+01:00", "0000-12-31T00:00:00Z",
    ])
    func noTimestamp(_ text: String) {
        #expect(CELTimestamp(rfc3339: text) == nil)
    }

    @Test(arguments: [
        ("0", 0), ("-0", 0), ("0s", 0), ("1h", 3_600_000_000_000), ("-1.5s", -1_500_000_000),
        ("1h1m1s1ms1us1ns", 3_661_001_001_001),
        ("1µs", 1000), (".5s", 500_000_000), ("2562047h47m16.854775807s", Int64.max),
        ("-2562047h47m16.854775808s", Int64.min),
    ])
    func durationText(_ text: String, _ nanoseconds: Int64) {
        #expect(CELDuration(text)?.totalNanoseconds == nanoseconds)
    }

    @Test(arguments: [
        "", "1", "s", "1x", "-", "+", "1h ", ".s", "2562047h47m16.854775808s", "99999999999999999999h", "1.5",
    ])
    func noDuration(_ text: String) {
        #expect(CELDuration(text) == nil)
    }

    @Test func durationsFromParts() {
        #expect(CELDuration(seconds: -9_223_372_037, nanos: 145_224_192)?.totalNanoseconds == .min)
        #expect(CELDuration(seconds: 9_223_372_036, nanos: 854_775_808) == nil)
        #expect(CELDuration(seconds: .max, nanos: .max) == nil)
        #expect(CELDuration(seconds: .min, nanos: .min) == nil)
        #expect(CELDuration(seconds: 1, nanos: -1)?.totalNanoseconds == 999_999_999)
    }

    @Test(arguments: ["../../../etc/passwd", "/etc/passwd", "Nowhere/Place", "posixrules/../UTC", "Europe"])
    func noTimeZone(_ zone: String) throws {
        #expect(try failure(of: "timestamp(0).getHours(z)", ["z": .string(zone)]) == .invalidArgument)
    }

    @Test(arguments: [
        ("'foobar'.matches('^foo')", true), ("matches('foobar', 'o+b')", true), ("'FOO'.matches('(?i)foo')", true),
        ("'foo\\nbar'.matches('^bar')", false), ("'é'.matches('^.$')", true), ("'a'.matches('[[:alpha:]]')", true),
        ("t.matches('a{2}')", true), ("t.matches(p)", true),
    ])
    func pattern(_ source: String, _ expected: Bool) throws {
        let values: [String: CELValue] = ["t": .string("baab"), "p": .string("^b.*b$")]
        #expect(try evaluate(source, values).get() === .bool(expected))
    }

    @Test func patternsThatWouldBeTooLargeAreRefused() {
        #expect(!diagnostics(of: "'a'.matches('((a{100}){100}){100}')").isEmpty)
        #expect(!diagnostics(of: "'a'.matches('\(String(repeating: "a", count: 10_001))')").isEmpty)
    }
}
