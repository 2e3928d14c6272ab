import CEL

/// The example of docs/cel-library.md: what stands between the markers is what stands there.
enum LibraryExample {
    static func mayEnter() throws -> Bool {
        // <example>
        var environment = CELEnvironment(libraries: [.standard, .strings])
        environment.declare(variable: "user", type: .map(.string, .dyn))
        let initials = CELFunction("initials") { (name: String) in
            name.split(separator: " ").compactMap(\.first).map(String.init).joined()
        }
        environment.declare(function: initials)
        let program = try environment.compile("user.age > 17 && initials(user.name).trim() == 'AL'", expecting: .bool)
        var variables = CELVariables(for: environment)
        variables["user"] = ["name": "Ada Lovelace", "age": 36]
        let mayEnter = try program.evaluateCondition(variables)
        // </example>
        return mayEnter
    }
}
