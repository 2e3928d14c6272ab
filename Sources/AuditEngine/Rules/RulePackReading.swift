/// Packs that were read together, with what is wrong with their keys and values, and with names that two of them have.
struct RulePackReading {
    /// Those that are YAML, in their order.
    let packs: [RulePack]
    /// What is wrong with those that are not, and names that are taken.
    ///
    /// What is wrong with a pack of ``packs`` comes with what its compiler finds.
    let problems: [PackProblem]
    /// Whether all packs are YAML: otherwise there may be more names than are known.
    let isWhole: Bool
    /// The files in their order.
    private let files: [String]

    /// Reads packs.
    ///
    /// - Parameter others: Packs that are there already, whose names these may not have.
    init(_ texts: [RulePackText], beside others: [RulePackText] = []) {
        var packs: [RulePack] = []
        var problems: [PackProblem] = []
        for text in texts {
            do {
                packs.append(try RulePack(text))
            } catch {
                problems += error.problems
            }
        }
        self.packs = packs
        isWhole = problems.isEmpty && packs.allSatisfy(\.isWhole)
        self.problems = problems + Self.takenNames(in: packs, beside: others.compactMap { try? RulePack($0) })
        files = texts.map(\.label)
    }

    /// Problems by file, line and column; those of options come last.
    func inOrder(_ problems: [PackProblem]) -> [PackProblem] {
        let places = Dictionary(files.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        func key(_ problem: PackProblem) -> (Int, Int, Int) {
            (places[problem.file] ?? files.count, problem.line, problem.column)
        }
        return problems.enumerated()
            .sorted { left, right in
                let (first, second) = (key(left.element), key(right.element))
                return first == second ? left.offset < right.offset : first < second
            }
            .map(\.element)
    }

    private static func takenNames(in packs: [RulePack], beside others: [RulePack]) -> [PackProblem] {
        var problems: [PackProblem] = []
        var packNames: [String: String] = [:]
        var ruleOrigins: [String: String] = [:]
        for (isOther, pack) in others.map({ (true, $0) }) + packs.map({ (false, $0) }) {
            if !pack.name.isEmpty, let other = packNames.updateValue(pack.text.label, forKey: pack.name), !isOther {
                problems.append(pack.problem("pack '\(pack.name)' is also the name of \(other)", at: pack.nameOffset))
            }
            for rule in pack.rules where !rule.description.id.isEmpty {
                let id = rule.description.id
                if let other = ruleOrigins.updateValue(pack.text.label, forKey: id), !isOther {
                    problems.append(pack.problem("rule '\(id)' is also in \(other)", at: rule.idOffset))
                }
            }
        }
        return problems
    }
}
