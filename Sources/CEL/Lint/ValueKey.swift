/// A name for what an expression denotes, the same wherever it is written: of equal keys, values are equal.
struct ValueKey: Hashable, Sendable {
    /// Where the value is taken from.
    enum Root: Hashable, Sendable {
        case variable(String)
        /// A macro's variable, by a number of its own in the expression.
        case local(Int)
        /// An element of a list that is a variable, with the index as it is written.
        case element(list: String, index: CodePointString)
    }

    /// Where the value is taken from.
    var root: Root
    /// The selections, indexes and calls that lead from there to the value, as text.
    var path = CodePointString("")

    /// The key of a part of the value.
    func appending(_ step: String) -> ValueKey { ValueKey(root: root, path: CodePointString(path.text + step)) }

    /// The key as text, for keys that are parts of others.
    var text: String {
        switch root {
        case .variable(let name): name + path.text
        case .local(let number): "#\(number)" + path.text
        case .element(let list, let index): "\(list)[\(index.text)]" + path.text
        }
    }
}

/// That a value is null, or that it is not.
struct NullFact: Hashable, Sendable {
    /// What the fact is about.
    var key: ValueKey
    /// Whether it is null.
    var isNull: Bool
}

/// What is known about null at a place of an expression: of each clause at least one fact is true.
struct Knowledge: Sendable {
    /// Alternatives.
    typealias Clause = [NullFact]

    private var clauses: [Clause] = []
    private var elementClauses: [(variable: String, list: String, clause: Clause)] = []

    /// More is forgotten, which can lead to a lint too many in huge expressions.
    private static let clauseLimit = 256

    /// Adds what is known from here on.
    mutating func add(_ more: some Collection<Clause>) {
        clauses.append(contentsOf: more.prefix(max(0, Self.clauseLimit - clauses.count)))
    }

    /// Adds what is known about each element of a list, for which a variable stands in the clauses.
    mutating func add(_ more: [Clause], ofEach variable: String, in list: String) {
        for clause in more.prefix(max(0, Self.clauseLimit - elementClauses.count)) {
            elementClauses.append((variable, list, clause))
        }
    }

    /// The same and more.
    func adding(_ more: some Collection<Clause>) -> Knowledge {
        var knowledge = self
        knowledge.add(more)
        return knowledge
    }

    /// The same with what is known about the elements of a list, for a macro's variable that stands for one.
    func instantiated(for root: ValueKey.Root, elementOf list: String) -> Knowledge {
        adding(instances(for: root, elementOf: list))
    }

    private func instances(for root: ValueKey.Root, elementOf list: String) -> [Clause] {
        elementClauses.filter { $0.list == list }.map { element in
            element.clause.map { fact in
                guard fact.key.root == .variable(element.variable) else { return fact }
                return NullFact(key: ValueKey(root: root, path: fact.key.path), isNull: fact.isNull)
            }
        }
    }

    /// Whether a fact follows: its contrary leads to a contradiction when the clauses are followed one by one.
    func entails(_ fact: NullFact) -> Bool {
        var clauses = clauses
        if case .element(let list, _) = fact.key.root {
            clauses += instances(for: fact.key.root, elementOf: list)
        }
        var assigned = [fact.key: !fact.isNull]
        var isChanged = true
        while isChanged {
            isChanged = false
            for clause in clauses {
                var open: NullFact?
                var openCount = 0
                var isSatisfied = false
                for fact in clause {
                    switch assigned[fact.key] {
                    case fact.isNull: isSatisfied = true
                    case .none:
                        open = fact
                        openCount += 1
                    default: break
                    }
                }
                if isSatisfied { continue }
                guard openCount > 0, let open else { return true }
                guard openCount == 1 else { continue }
                assigned[open.key] = open.isNull
                isChanged = true
            }
        }
        return false
    }

    /// The clauses of which at least one list of clauses is true as a whole: each combined with each.
    static func either(_ alternatives: [[Clause]]) -> [Clause] {
        var result: [Clause] = [[]]
        for clauses in alternatives {
            guard result.count * clauses.count <= productLimit else { return [] }
            result = result.flatMap { left in clauses.map { left + $0 } }
        }
        return result
    }

    /// More combinations are not followed.
    private static let productLimit = 64
}
