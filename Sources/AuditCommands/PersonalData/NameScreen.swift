internal import CEL
internal import JSON
internal import PII

/// Looks for personal data in names, apart from those that are allowed.
struct NameScreen: Sendable {
    /// What was found in a name.
    struct Verdict: Sendable {
        let matches: [PIIMatch]
        /// Whether the exemption holds for the name, so that there are no matches.
        var isExempt = false
        /// Why it could not be told whether the exemption holds; it then does not.
        var fault: String?

        /// Whether there is personal data of at least this level; false for none.
        func reaches(_ level: PIILevel?) -> Bool {
            guard let level else { return false }
            return matches.contains { $0.level >= level }
        }
    }

    let detector: PIIDetector
    /// Names in which it finds something are allowed where this holds.
    let exemption: Exemption?

    /// Looks for personal data in a name.
    func verdict(on name: String) -> Verdict {
        let matches = detector.find(in: name)
        guard !matches.isEmpty, let exemption else { return Verdict(matches: matches) }
        switch exemption.holds(for: name) {
        case .success(let holds): return Verdict(matches: holds ? [] : matches, isExempt: holds)
        case .failure(let fault): return Verdict(matches: matches, fault: fault.message)
        }
    }
}

/// A condition over `name`.
struct Exemption: Sendable {
    private let environment: CELEnvironment
    private let program: CELProgram

    /// Compiles a condition.
    ///
    /// - Throws: `CommandError` with every problem of the condition.
    init(_ source: String) throws(CommandError) {
        var environment = CELEnvironment()
        environment.declare(variable: Self.variable, type: .string)
        do {
            program = try environment.compile(source, expecting: .bool)
        } catch {
            throw CommandError("--allow-if: \(error.text(in: source))", status: .usage)
        }
        self.environment = environment
    }

    /// Whether the condition holds for a name.
    func holds(for name: String) -> Result<Bool, CELError> {
        var variables = CELVariables(for: environment)
        variables[Self.variable] = .string(name)
        // Whatever is linear in the name is allowed.
        return program.conditionOutcome(variables, extraCost: name.utf8.count)
    }

    private static let variable = "name"
}

extension JSONWriter {
    /// Writes a name with what was found in it, as a line.
    mutating func line(_ name: String, _ matches: [PIIMatch]) {
        beginObject()
        key("name")
        string(name)
        key("kinds")
        beginArray()
        for match in matches {
            beginObject()
            key("kind")
            string(match.kind.rawValue)
            key("confidence")
            double(match.shownConfidence)
            key("level")
            string(match.level.rawValue)
            key("masked")
            string(match.masked)
            key("reason")
            string(match.reason)
            endObject()
        }
        endArray()
        endObject()
        newline()
    }
}

extension PIIMatch {
    /// The confidence in hundredths, so rounded that it is of the match's level, and neither 0 nor 1.
    var shownConfidence: Double {
        var hundredths = (confidence * 100).rounded()
        if PIILevel(confidence: hundredths / 100) != level { hundredths -= 1 }
        return min(max(hundredths, 1), 99) / 100
    }
}
