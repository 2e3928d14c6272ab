/// What can be said of packs without scanning anything: every mistake, and every warning of those without one.
package struct RuleCheck: Sendable {
    /// The rules of the packs, wrong ones included.
    package let ruleCount: Int
    /// Mistakes and warnings, by file, line and column.
    package let problems: [PackProblem]

    /// Whether the packs cannot be used.
    package var hasErrors: Bool { problems.contains { !$0.isWarning } }

    /// Checks packs.
    ///
    /// - Parameter others: The packs that a scan has beside these; a name of theirs is taken, unless by a new version of
    ///   the same pack.
    package init(_ texts: [RulePackText], beside others: [RulePackText]) {
        let reading = RulePackReading(texts, beside: others)
        var problems = reading.problems
        for pack in reading.packs {
            do {
                let compiled = try RuleCompiler(pack: pack, after: RuleEnvironment.base).compile(overrides: [])
                problems += RuleLinter.warnings(of: pack, compiled)
            } catch {
                problems += error.problems
            }
        }
        ruleCount = reading.packs.reduce(0) { $0 + $1.rules.count }
        self.problems = reading.inOrder(problems)
    }
}
