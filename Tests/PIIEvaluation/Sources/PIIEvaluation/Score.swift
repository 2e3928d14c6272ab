import PII

/// How well the kinds found in names agree with their labels.
struct Score: Sendable {
    /// Labelled and found, found alone, and labelled alone, counted by name and kind.
    private(set) var hits: [PIIKind: Int] = [:]
    private(set) var extras: [PIIKind: Int] = [:]
    private(set) var misses: [PIIKind: Int] = [:]
    /// Names labelled clean, and those of them in which something was found, by file or part and group.
    private(set) var clean: [String: Share] = [:]
    /// Names of persons labelled and found, by file or part and group, and by locale.
    private(set) var persons: [String: Share] = [:]
    private(set) var locales: [String: Share] = [:]
    /// Names that count, and names judged neither way.
    private(set) var judged = 0
    private(set) var neither = 0

    var isEmpty: Bool { judged + neither == 0 }

    /// How a name is told of: the file or part that it stands in, and its group.
    static func key(_ labelled: LabelledName) -> String {
        switch labelled.source {
        case .file(let file): "\(file)/\(labelled.group)"
        case .part(let part): "\(part.rawValue)/\(labelled.group)"
        }
    }

    /// Takes in one name with the kinds found at medium or above.
    mutating func add(_ labelled: LabelledName, found: Set<PIIKind>) {
        guard case .kinds(let expected) = labelled.label else {
            neither += 1
            return
        }
        judged += 1
        for kind in expected.intersection(found) { hits[kind, default: 0] += 1 }
        for kind in found.subtracting(expected) { extras[kind, default: 0] += 1 }
        for kind in expected.subtracting(found) { misses[kind, default: 0] += 1 }
        let key = Self.key(labelled)
        if expected.isEmpty { clean[key, default: Share()].add(!found.isEmpty) }
        if expected.contains(.personName) {
            persons[key, default: Share()].add(found.contains(.personName))
            locales[labelled.locale, default: Share()].add(found.contains(.personName))
        }
    }

    /// The harmonic mean of precision and recall over all kinds.
    var f1: Double {
        let (hit, extra, miss) = (total(hits), total(extras), total(misses))
        return hit == 0 ? 0 : 2 * Double(hit) / Double(2 * hit + extra + miss)
    }

    func recall(_ kind: PIIKind) -> Share {
        Share(part: hits[kind] ?? 0, whole: (hits[kind] ?? 0) + (misses[kind] ?? 0))
    }

    func precision(_ kind: PIIKind) -> Share {
        Share(part: hits[kind] ?? 0, whole: (hits[kind] ?? 0) + (extras[kind] ?? 0))
    }

    func flagged(where condition: (String) -> Bool = { _ in true }) -> Share {
        Share(clean.filter { condition($0.key) }.values)
    }

    func personsFound(where condition: (String) -> Bool = { _ in true }) -> Share {
        Share(persons.filter { condition($0.key) }.values)
    }

    private func total(_ counts: [PIIKind: Int]) -> Int { counts.values.reduce(0, +) }
}
