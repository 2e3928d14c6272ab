import PII

/// How well the kinds found in names agree with their labels.
struct Score: Sendable {
    /// Labelled and found, found alone, and labelled alone, counted by name and kind.
    private(set) var hits: [PIIKind: Int] = [:]
    private(set) var extras: [PIIKind: Int] = [:]
    private(set) var misses: [PIIKind: Int] = [:]
    /// Names labelled clean, and those of them in which something was found, by group.
    private(set) var clean: [String: (names: Int, flagged: Int)] = [:]
    /// Names of persons labelled and found, by group.
    private(set) var persons: [String: (names: Int, found: Int)] = [:]

    /// Takes in one name with the kinds found at medium or above.
    mutating func add(_ labelled: LabelledName, found: Set<PIIKind>) {
        guard case .kinds(let expected) = labelled.label else { return }
        for kind in expected.intersection(found) { hits[kind, default: 0] += 1 }
        for kind in found.subtracting(expected) { extras[kind, default: 0] += 1 }
        for kind in expected.subtracting(found) { misses[kind, default: 0] += 1 }
        if expected.isEmpty {
            let key = "\(labelled.file)/\(labelled.group)"
            clean[key, default: (0, 0)].names += 1
            clean[key, default: (0, 0)].flagged += found.isEmpty ? 0 : 1
        }
        if expected.contains(.personName) {
            let key = "\(labelled.file)/\(labelled.group)"
            persons[key, default: (0, 0)].names += 1
            persons[key, default: (0, 0)].found += found.contains(.personName) ? 1 : 0
        }
    }

    /// The harmonic mean of precision and recall over all kinds.
    var f1: Double {
        let (hit, extra, miss) = (total(hits), total(extras), total(misses))
        return hit == 0 ? 0 : 2 * Double(hit) / Double(2 * hit + extra + miss)
    }

    func recall(_ kind: PIIKind) -> (found: Int, names: Int) {
        (hits[kind] ?? 0, (hits[kind] ?? 0) + (misses[kind] ?? 0))
    }

    func flagged(where condition: (String) -> Bool) -> (names: Int, flagged: Int) {
        clean.filter { condition($0.key) }.values.reduce((0, 0)) { ($0.0 + $1.names, $0.1 + $1.flagged) }
    }

    func personRecall(where condition: (String) -> Bool) -> (names: Int, found: Int) {
        persons.filter { condition($0.key) }.values.reduce((0, 0)) { ($0.0 + $1.names, $0.1 + $1.found) }
    }

    private func total(_ counts: [PIIKind: Int]) -> Int { counts.values.reduce(0, +) }
}
