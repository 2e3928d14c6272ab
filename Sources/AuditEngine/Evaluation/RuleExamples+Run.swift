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
        let parameters = overrides.map { RuleSelection.ParameterOverride(ruleID: ruleID, parameter: $0) }
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
        let engine = AuditEngine(rules: rules, now: self.now ?? now, masker: .revealing)
        return cases.map { example in
            Result(example: example, failure: RuleExamples.failure(of: example, engine: engine))
        }
    }

    /// What happened instead of what the case expects. Judged as a scan judges; nothing is masked, for examples are their
    /// author's.
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
            if missed == 0 { return wrongFields(findings, example) }
            return example.services.count == 1
                ? "was not flagged" : "\(missed) of \(example.services.count) not flagged"
        case .pass: return findings.first.map { "was flagged: \($0.message)" }
        case .error: return "was evaluated without an error"
        }
    }

    private static func wrongFields(_ findings: [Finding], _ example: Case) -> String? {
        guard let expected = example.fields else { return nil }
        for (_, findings) in Dictionary(grouping: findings, by: \.service) {
            let found = findings.map { $0.field ?? "no field" }.sorted()
            let wanted = expected.map(\.name).sorted()
            if found != wanted {
                return "was flagged for \(found.joined(separator: ", ")), not for \(wanted.joined(separator: ", "))"
            }
        }
        return nil
    }
}
