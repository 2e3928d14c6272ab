import CEL
import Testing

/// Which conditions are false for every list of one element.
@Suite struct KnownSizeTests {
    @Test(arguments: [
        ("size(group) > 1", true),
        ("size(group) >= 2 && group.exists(m, m == 'a')", true),
        ("size(group) == 3", true),
        ("1 < size(group)", false),
        ("size(group) > 0", false),
        ("size(group) != 1 || group[0] == 'a'", false),
        // What comes first may fail, or take all the steps.
        ("group[5] == 'a' && size(group) > 1", false),
        ("size(other) > 1", false),
        ("size(group[0]) > 1", false),
        ("group.exists(m, m == 'a')", false),
        ("false", false),
    ])
    func tellsWhatItIs(_ condition: String, _ isFalse: Bool) throws {
        var environment = CELEnvironment()
        environment.declare(variable: "group", type: .list(.string))
        environment.declare(variable: "other", type: .list(.string))
        let program = try environment.compile(condition)
        #expect(program.isFalse(whereverListOf: "group", has: 1) == isFalse)
        guard isFalse else { return }
        var variables = CELVariables(for: environment)
        for element in ["a", "b"] {
            variables["group"] = .list([.string(element)])
            #expect(try !program.evaluateCondition(variables))
        }
    }

    @Test func anUndeclaredListIsNotKnown() throws {
        let program = try CELEnvironment().compile("1 > 2")
        #expect(!program.isFalse(whereverListOf: "group", has: 1))
    }
}
