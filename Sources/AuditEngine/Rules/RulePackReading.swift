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
    /// - Parameter others: Packs that are there already, whose names these may not have, unless as a new version of one.
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
        var known = others.compactMap { try? RulePack($0) }
        for pack in packs {
            guard let index = known.firstIndex(where: pack.isVersion(of:)) else { continue }
            let other = known.remove(at: index).text
            if other.text.utf8.elementsEqual(pack.text.text.utf8) { continue }
            problems.append(
                pack.problem(
                    "pack '\(pack.name)' is taken for a new version of \(other.label), which stays in use until the "
                        + "program is built with it; for a pack beside that one, change the name and the ids",
                    at: pack.nameOffset, isWarning: true))
        }
        self.problems = problems + Self.takenNames(in: packs, beside: known)
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

extension RulePack {
    /// Whether this is most probably another pack as someone changed it: it has the name and most of the rules.
    fileprivate func isVersion(of other: RulePack) -> Bool {
        let ids = Set(rules.map(\.description.id))
        let shared = other.rules.count { ids.contains($0.description.id) }
        return name == other.name && shared * 2 > other.rules.count
    }
}
