package import ServiceModel

extension RuleExamples {
    /// How a case ended.
    package struct Result: Sendable {
        package let example: Case
        /// nil where the case came to what it must; otherwise what happened instead, in words.
        package let failure: String?
    }

    /// Evaluates every case with the rule that the file names.
    ///
    /// - Parameter packs: The packs that the rule is looked for in.
    /// - Parameter now: The instant that rules see as `now` where the file gives none.
    /// - Throws: `RulePackError` where no pack has the rule, or the file's parameters do not fit it.
    package func run(packs: [RulePackText], now: Timestamp) throws(RulePackError) -> [Result] {
        let parameters = overrides.map { parameter in
            RuleSelection.ParameterOverride(
                ruleID: ruleID, name: parameter.name, text: parameter.value.overrideText)
        }
        let rules: RuleSet
        do {
            rules = try RuleSet(packs: packs, selection: RuleSelection(only: [ruleID], parameters: parameters))
        } catch {
            throw RulePackError(
                problems: error.problems.map { problem in
                    guard problem.line == 0 else { return problem }
                    return PackProblem(file: label, line: 1, column: 1, message: problem.message, excerpt: nil)
                })
        }
        let engine = AuditEngine(rules: rules, now: self.now ?? now, masker: Masker())
        return cases.map { example in
            Result(example: example, failure: RuleExamples.failure(of: example, engine: engine))
        }
    }

    private static func failure(of example: Case, engine: AuditEngine) -> String? {
        var store = EvidenceStore(engine: engine)
        let findings: [Finding]
        let failures: [EvaluationFailure]
        do throws(SpillError) {
            try store.add(engine.judge(example.services, source: 0, ordinal: 0))
            (findings, failures) = try store.results()
        } catch {
            return error.description
        }
        if let failure = failures.first {
            return example.expectation == .error ? nil : "could not be evaluated: \(failure.message)"
        }
        switch example.expectation {
        case .flag:
            let flagged = Set(findings.map(\.service))
            let missed = example.services.count - flagged.count
            if missed == 0 { return nil }
            return example.services.count == 1
                ? "was not flagged" : "\(missed) of \(example.services.count) not flagged"
        case .pass:
            return findings.isEmpty ? nil : "was flagged: \(findings[0].message)"
        case .error:
            return "was evaluated without an error"
        }
    }
}

extension RuleParameter.Value {
    /// The value as `parsingSameType` reads it.
    fileprivate var overrideText: String {
        switch self {
        case .strings(let values): values.joined(separator: ",")
        default: canonicalText
        }
    }
}
