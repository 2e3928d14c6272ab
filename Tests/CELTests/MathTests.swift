import CEL
import Testing

/// Functions of the math extension beyond what the conformance suite asks.
@Suite struct MathTests {
    @Test(arguments: [
        ("math.round(2.5)", CELValue.double(3)), ("math.round(-2.5)", .double(-3)), ("math.ceil(-0.5)", .double(-0.0)),
        ("math.trunc(-1e300)", .double(-1e300)), ("math.abs(-0.0)", .double(0)),
        ("math.abs(-9223372036854775807)", .int(.max)), ("math.sign(-0.0)", .double(0)),
        ("math.isNaN(math.sign(0.0 / 0.0))", .bool(true)), ("math.sqrt(81)", .double(9)),
        ("math.sqrt(2u)", .double(1.4142135623730951)), ("math.isNaN(math.sqrt(-15.0))", .bool(true)),
        ("math.bitShiftLeft(1, 63)", .int(.min)), ("math.bitShiftLeft(1u, 63)", .uint(1 << 63)),
        ("math.bitShiftRight(-1, 63)", .int(1)), ("math.bitShiftRight(-1, 9223372036854775807)", .int(0)),
        ("math.bitNot(9223372036854775807)", .int(.min)), ("math.greatest(1, 2, 3, 2)", .int(3)),
        ("math.least([3.5, 1.5, 2.5])", .double(1.5)), ("math.greatest(1, 2u, 1.5)", .uint(2)),
        ("math.greatest(dyn([1, 5u]))", .uint(5)), ("math.greatest(1, 1.0)", .int(1)),
        ("math.greatest(1, 0.0 / 0.0, 3)", .int(3)), ("math.isNaN(math.least(0.0 / 0.0, 1))", .bool(true)),
    ])
    func value(_ source: String, _ expected: CELValue) throws {
        #expect(try evaluate(source).get() === expected)
    }

    @Test(arguments: [
        ("math.abs(-9223372036854775808)", CELError.Code.overflow),
        ("math.bitShiftLeft(1, -1)", .invalidArgument), ("math.greatest(dyn([]))", .invalidArgument),
        ("math.greatest(dyn('a'))", .noSuchOverload), ("math.least(1, 2, dyn('a'))", .noSuchOverload),
        ("math.greatest(dyn([1, 'a']))", .noSuchOverload), ("math.ceil(dyn(1))", .noSuchOverload),
        ("math.bitAnd(dyn(1), 1u)", .noSuchOverload), ("math.sqrt(dyn('4'))", .noSuchOverload),
    ])
    func failureCode(_ source: String, _ expected: CELError.Code) throws {
        #expect(try failure(of: source) == expected)
    }

    @Test(arguments: [
        ("math.greatest(1, 2, 'a')", ["'a': 'math.greatest' takes numbers, not string"]),
        ("math.least([1, true])", ["true: 'math.least' takes numbers, not bool"]),
        (
            "math.sqrt('4')",
            ["sqrt('4'): 'math.sqrt' cannot be called as math.sqrt(string) (write 4 without quotes)"]
        ),
    ])
    func mistake(_ source: String, _ expected: [String]) {
        #expect(diagnostics(of: source) == expected)
    }

    @Test(arguments: [
        ("math.greatest(1, 2, 3)", "int"), ("math.greatest(1u, 2u, 3u)", "uint"), ("math.least(1, 2u)", "dyn"),
        ("math.least(1, 2.0, 3u)", "dyn"), ("math.greatest([1.5])", "double"), ("math.sign(1u)", "uint"),
    ])
    func type(_ source: String, _ expected: String) throws {
        #expect(try CELEnvironment().compile(source).resultType.description == expected)
    }

    @Test(arguments: [
        ("b''", ""), ("b'f'", "Zg=="), ("b'fo'", "Zm8="), ("b'foo'", "Zm9v"), ("b'foobar'", "Zm9vYmFy"),
        ("b'\\xfb\\xff\\x00'", "+/8A"),
    ])
    func base64(_ bytes: String, _ text: String) throws {
        #expect(try evaluate("base64.encode(\(bytes))").get() === .string(text))
        #expect(try evaluate("base64.decode('\(text)') == \(bytes)").get() === .bool(true))
        let unpadded = text.filter { $0 != "=" }
        #expect(try evaluate("base64.decode('\(unpadded)') == \(bytes)").get() === .bool(true))
    }

    @Test(arguments: ["Z", "Zg=", "Z===", "=", "====", "Zm9v=", "Zm9v====", "Zm 8=", "Zm-_", "Zg==Zg==", "é"])
    func noBase64(_ text: String) throws {
        #expect(try failure(of: "base64.decode(t)", ["t": .string(text)]) == .invalidArgument)
    }

    @Test func base64PassesOverLineBreaks() throws {
        #expect(try evaluate("base64.decode('Zm9v\\r\\nYmE=\\n') == b'fooba'").get() === .bool(true))
    }
}
