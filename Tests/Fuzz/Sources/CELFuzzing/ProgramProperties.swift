internal import CEL

/// What must hold of any source, whether it compiles or not, and of its evaluation.
struct ProgramProperties {
    private let source: String
    private let values: FuzzEnvironment.Values
    /// The properties that do not hold.
    private(set) var violations: [String] = []

    /// Compiles, checks and evaluates the source in every way that there is.
    ///
    /// - Parameters:
    ///   - choice: Chooses the variables' values.
    ///   - isCondition: Whether the value must be a bool.
    init(_ source: String, values choice: UInt8, isCondition: Bool) {
        self.source = source
        values = FuzzEnvironment.choices[Int(choice) % FuzzEnvironment.choices.count]
        let checked = compile { () throws(CELCompileError) in
            try FuzzEnvironment.environment.compile(source, expecting: isCondition ? .bool : nil)
        }
        let unchecked = compile { () throws(CELCompileError) in
            try FuzzEnvironment.environment.compileUnchecked(source)
        }
        if let checked, unchecked == nil { violations.append("compiles only when checked: \(checked.resultType)") }
        let value = checked.map { evaluate($0) }
        let uncheckedValue = unchecked.map { evaluate($0) }
        if let checked, let value { judge(value, of: checked, against: uncheckedValue) }
    }

    /// Compiles twice, and looks at what is reported.
    private mutating func compile(_ body: () throws(CELCompileError) -> CELProgram) -> CELProgram? {
        let first = Result(catching: body)
        let second = Result(catching: body)
        switch (first, second) {
        case (.success(let first), .success(let second)):
            require(first.resultType == second.resultType, "the type differs from time to time")
            require(first.isConstant == second.isConstant, "being constant differs from time to time")
            require(
                first.referencedVariables == second.referencedVariables, "the variables differ from time to time")
            return first
        case (.failure(let first), .failure(let second)):
            require(first == second, "the diagnostics differ from time to time")
            show(first.diagnostics)
        default: violations.append("compiles only sometimes")
        }
        return nil
    }

    /// Shows each diagnostic as a reader would see it.
    private mutating func show(_ diagnostics: [CELDiagnostic]) {
        require(!diagnostics.isEmpty, "refused without a diagnostic")
        let text = SourceText(source)
        let length = source.utf8.count
        for diagnostic in diagnostics {
            require(
                diagnostic.span.lowerBound >= 0 && diagnostic.span.upperBound <= length,
                "the span \(diagnostic.span) is not in the source of \(length) bytes: \(diagnostic.message)")
            let place = text.location(ofUTF8Offset: diagnostic.span.lowerBound)
            require(place.line >= 1 && place.column >= 1, "a place before the source")
            let excerpt = text.excerpt(diagnostic.span)
            require(excerpt.utf8.last == UInt8(ascii: "^"), "an excerpt without a caret")
            for shown in [diagnostic.message, diagnostic.suggestion ?? "", excerpt.replacing("\n", with: "")] {
                require(shown.unicodeScalars.allSatisfy(Self.isHarmless), "a control character in '\(shown)'")
            }
            require(!diagnostic.message.isEmpty, "a diagnostic without a message")
        }
    }

    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory != .control && !scalar.properties.isBidiControl
    }

    /// Evaluates twice, and once as a condition.
    private mutating func evaluate(_ program: CELProgram) -> Result<CELValue, CELError> {
        let first = program.outcome(values.variables)
        require(first.isSame(as: program.outcome(values.variables)), "the value differs from time to time")
        let condition = program.conditionOutcome(values.variables)
        switch (first, condition) {
        case (.success(.bool(let value)), .success(let holds)):
            require(value == holds, "another condition than value")
        case (.success(.bool), .failure(let error)):
            violations.append("no condition, but a value: \(error)")
        case (.success, .success), (.failure, .success):
            // A list's value costs more than the condition; what gives one costs the same.
            violations.append("a condition, but no bool: \(first)")
        case (_, .failure(let error)): check(error)
        }
        if let error = first.error { check(error) }
        return first
    }

    private mutating func check(_ error: CELError) {
        let length = source.utf8.count
        require(
            error.span.lowerBound >= 0 && error.span.upperBound <= length,
            "the span \(error.span) is not in the source of \(length) bytes: \(error.message)")
        require(!error.message.isEmpty, "a failure without a message")
        show([FuzzEnvironment.environment.diagnostic(for: error, in: source)])
        require(error.message.unicodeScalars.allSatisfy(Self.isHarmless), "a control character in '\(error.message)'")
    }

    /// A checked program gives a value of its type, and the same as without checking.
    private mutating func judge(
        _ value: Result<CELValue, CELError>, of program: CELProgram, against unchecked: Result<CELValue, CELError>?
    ) {
        if case .success(let value) = value, values.fitTheirTypes {
            require(
                Self.fits(value, program.resultType), "a \(value.type) where the type is \(program.resultType)")
        }
        // A field of a declared message is looked for in a message only: a map in its place is an error once checked.
        guard let unchecked, value.error?.code != .costLimitExceeded, unchecked.error?.code != .costLimitExceeded,
            value.error?.code != .unexpectedType, values.fitTheirTypes || value.error?.code != .noSuchOverload
        else { return }
        switch (value, unchecked) {
        case (.success(let checked), .success(let unchecked)):
            require(checked.isSame(as: unchecked), "another value without checking")
        case (.failure, .failure): break
        default: violations.append("checked \(value), unchecked \(unchecked)")
        }
    }

    private static func fits(_ value: CELValue, _ type: CELType) -> Bool {
        switch (value, type) {
        case (_, .dyn), (_, .typeParameter), (.null, _): true
        default: value.type.typeName == type.typeName
        }
    }

    private mutating func require(_ holds: Bool, _ violation: @autoclosure () -> String) {
        if !holds { violations.append(violation()) }
    }
}
