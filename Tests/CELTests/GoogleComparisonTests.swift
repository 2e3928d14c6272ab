import CEL
import Testing

/// What the comparison with Google's engine (`Tests/Differential`) found to be otherwise here, case by case.
@Suite struct GoogleComparisonTests {
    @Test(arguments: [
        ("timestamp('2026-03-01T12:00:00Z').getHours('')", CELValue.int(12)),
        ("duration('-9223372036.854775808s') < duration('-9223372036.854775807s')", .bool(true)),
        ("dyn(9007199254740992.0) in {9007199254740993: 1}", .bool(false)),
        ("dyn(9007199254740992.0) in {9007199254740992u: 1}", .bool(true)),
        ("{w: 1}[2u]", .int(1)), ("{w: 1} == {2u: 1}", .bool(true)),
    ])
    func value(_ source: String, _ expected: CELValue) throws {
        var environment = CELEnvironment()
        environment.declare(variable: "w", type: .wrapper(.uint))
        #expect(try evaluate(source, ["w": .uint(2)], in: environment).get() === expected)
    }

    @Test(arguments: ["rb'a'", "Rb\"a\"", "-duration('1s')", "{null: 1}", ".cel.bind(a, 1, a)"])
    func refused(_ source: String) {
        #expect(!diagnostics(of: source).isEmpty)
    }

    @Test(arguments: [
        "double('1\\u0000')", "double('\\u00001')", "double('nan\\u0000')", "int('1\\u0000')", "uint('1\\u0000')",
        "duration('9223372036.854775808s')", "duration('-9223372036.854775809s')",
    ])
    func invalidText(_ source: String) throws {
        #expect(try failure(of: source) == .invalidArgument)
    }

    @Test func aKeyThatIsNullFails() throws {
        var environment = CELEnvironment()
        environment.declare(variable: "w", type: .wrapper(.string))
        #expect(try failure(of: "{w: 1}", ["w": .null], in: environment) != nil)
    }
}
