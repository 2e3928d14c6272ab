import CEL
import Testing

/// `format`: what each clause writes, and what it refuses.
@Suite struct FormatTests {
    @Test(arguments: [
        ("'%s'.format([1e300])", "1" + String(repeating: "0", count: 300)), ("'%s'.format([1e-7])", "0.0000001"),
        ("'%s'.format([-0.0])", "-0"), ("'%s'.format([123456789.125])", "123456789.125"),
        ("'%s'.format([duration('-1.5s')])", "-1.5s"),
        ("'%s'.format([timestamp('0001-01-01T00:00:00Z')])", "0001-01-01T00:00:00Z"),
        ("'%s'.format([{10: 1, 2: 2, 'a': []}])", "{10: 1, 2: 2, a: []}"), ("'%s'.format([{}])", "{}"),
        ("'%s'.format([{'é': 1, 'z': 2, 'e': 3}])", "{e: 3, z: 2, é: 1}"),
        ("'%s'.format([[type(1), type([])]])", "[int, list]"), ("'%s'.format([b'\\xc3\\xa9'])", "é"),
        ("'%d %d'.format([-5, 1.5])", "-5 1.5"), ("'%b %b'.format([-5, false])", "-101 0"),
        ("'%o'.format([-8])", "-10"), ("'%x %X'.format([-255, 255u])", "-ff FF"), ("'%x'.format(['é'])", "c3a9"),
        ("'%X'.format([b'\\x0a\\xff'])", "0AFF"), ("'%.0f'.format([0.5])", "0"), ("'%.0f'.format([1.5])", "2"),
        ("'%.2f'.format([1e22])", "10000000000000000000000.00"), ("'%f'.format([-0.0])", "-0.000000"),
        ("'%.20f'.format([0.1])", "0.10000000000000000555"), ("'%.0e'.format([12345.0])", "1e+04"),
        ("'%e'.format([1e-300])", "1.000000e-300"), ("'%.3d|%.2s'.format([7, 'abc'])", "7|abc"),
        ("'%.007f'.format([1])", "1.0000000"), ("'%%%%d'.format([])", "%%d"), ("''.format([])", ""),
        ("'é%sé'.format(['ü'])", "éüé"), ("f.format([1, 2])", "1"),
    ])
    func text(_ source: String, _ expected: String) throws {
        #expect(try evaluate(source, ["f": .string("%d")]).get() === .string(expected))
    }

    @Test(arguments: [
        ("%", [CELValue.int(1)]), ("%.", [.int(1)]), ("%.f", [.double(1)]), ("%.2", [.double(1)]), ("%z", [.int(1)]),
        ("%5d", [.int(1)]), ("%é", [.int(1)]), ("%.1001f", [.double(1)]), ("%.99999999999999999999f", [.double(1)]),
        ("%.1000000000f", [.double(1)]), ("%d", []), ("%s %s", [.int(1)]), ("%d", [.string("1")]),
        ("%d", [.bool(true)]), ("%f", [.null]), ("%e", [.string("1")]), ("%b", [.double(1)]), ("%o", [.bool(true)]),
        ("%x", [.double(1)]), ("%X", [.list([])]), ("%s", [.bytes([0xFF])]), ("%s", [.optional(nil)]),
        ("%s", [.list([.optional(.int(1))])]),
    ])
    func refused(_ format: String, _ values: [CELValue]) throws {
        #expect(try failure(of: "f.format(v)", ["f": .string(format), "v": .list(values)]) == .invalidArgument)
    }

    @Test(arguments: [
        ("'%d of %s'.format([1])", ["[1]: the format has 2 clauses, but there is 1 value"]),
        ("'%d'.format([1, 2])", ["[1, 2]: the format has 1 clause, but there are 2 values"]),
        ("'%d'.format(['a'])", ["'a': '%d' takes an int, uint or double, not string"]),
        ("'%x'.format([1.5])", ["1.5: '%x' takes an int, uint, string or bytes, not double"]),
        ("'%s'.format([ip('::1')])", ["ip('::1'): '%s' takes a value that has a text, not net.IP"]),
        (
            "'%q'.format([1])",
            [
                "'%q': the format has an unknown clause: there are %s, %d, %f, %e, %b, %o, %x, %X, and %% for a percent "
                    + "sign"
            ]
        ),
        ("'100%'.format([])", ["'100%': the format ends within a clause: write '%%' for a percent sign"]),
        (
            "'%.2000f'.format([1])",
            ["'%.2000f': the format asks for more than 1000 digits after the decimal point"]
        ),
        ("'%s %d %f'.format([dyn('a'), dyn(1), [1.5][0]])", []),
        ("'%s'.format([[1, 'a']])", []), ("'%s'.format([{'a': null}])", []), ("'%s'.format(dyn([]))", []),
    ])
    func mistake(_ source: String, _ expected: [String]) {
        #expect(diagnostics(of: source) == expected)
    }

    @Test func nullableValuesAreLeftToTheEvaluation() throws {
        var widget = Widget()
        let source = "'%d'.format([widget.default_ttl])"
        #expect(try failure(of: source, ["widget": .message(widget)], in: Widget.environment) == .invalidArgument)
        widget.defaultTTL = 5
        #expect(try evaluate(source, ["widget": .message(widget)], in: Widget.environment).get() === .string("5"))
    }
}
