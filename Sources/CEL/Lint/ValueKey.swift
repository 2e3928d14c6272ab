/// A name for what an expression denotes, the same wherever it is written: of equal keys, values are equal.
struct ValueKey: Hashable, Sendable {
    /// Where the value is taken from.
    enum Root: Hashable, Sendable {
        case variable(String)
        /// A macro's variable, by a number of its own in the expression.
        case local(Int)
        /// An element of a list that is a variable, with the index as it is written.
        case element(list: String, index: CodePointString)
        /// A list that is made of several values, or by the host, with all of it in the path.
        case several
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
        case .several: path.text
        }
    }
}

/// That a value has a property, or that it has not.
struct Fact: Hashable, Sendable {
    /// What may be known of a value.
    enum Property: Hashable, Sendable {
        case null
        /// The value is a condition that is true.
        case truth
        /// The value is the key of a map, with the map's key before it, and the map has it.
        case presence
        /// A text that was compared with a pattern or a text, so that more may be known of it than can be told here.
        case matched
        /// A number that is not 0.
        case nonzero
        /// A text or list with so many characters or elements at least.
        case length(Int)
    }

    /// What the fact is about.
    let key: ValueKey
    let property: Property
    /// Whether the value has the property.
    let holds: Bool

    init(key: ValueKey, _ property: Property, holds: Bool = true) {
        self.key = key
        self.property = property
        self.holds = holds
    }

    /// That a value is null, or that it is not.
    init(key: ValueKey, isNull: Bool) { self.init(key: key, .null, holds: isNull) }

    /// The fact as it bears on a question: what is longer than asked for is as long as that.
    fileprivate func answering(_ question: Fact) -> Fact {
        guard case .length(let asked) = question.property, case .length(let known) = property, key == question.key,
            holds ? known >= asked : known <= asked
        else { return self }
        return Fact(key: key, question.property, holds: holds)
    }

    fileprivate var subject: Fact { Fact(key: key, property) }
}

/// What is known about values at a place of an expression: of each clause at least one fact is true.
struct Knowledge: Sendable {
    /// Alternatives.
    typealias Clause = [Fact]

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
                return Fact(key: ValueKey(root: root, path: fact.key.path), fact.property, holds: fact.holds)
            }
        }
    }

    /// Whether a fact follows: its contrary leads to a contradiction when the clauses are followed one by one.
    func entails(_ fact: Fact) -> Bool {
        var clauses = clauses
        if case .element(let list, _) = fact.key.root {
            clauses += instances(for: fact.key.root, elementOf: list)
        }
        if case .length = fact.property { clauses = clauses.map { $0.map { $0.answering(fact) } } }
        var assigned = [fact.subject: !fact.holds]
        var isChanged = true
        while isChanged {
            isChanged = false
            for clause in clauses {
                var open: Fact?
                var openCount = 0
                var isSatisfied = false
                for fact in clause {
                    switch assigned[fact.subject] {
                    case fact.holds: isSatisfied = true
                    case .none:
                        open = fact
                        openCount += 1
                    default: break
                    }
                }
                if isSatisfied { continue }
                guard openCount > 0, let open else { return true }
                guard openCount == 1 else { continue }
                assigned[open.subject] = open.holds
                isChanged = true
            }
        }
        return false
    }

    /// The characters or elements that a text or list has at least.
    func leastLength(of key: ValueKey) -> Int {
        var lengths: Set<Int> = []
        for fact in clauses.joined() where fact.holds && fact.key == key {
            if case .length(let length) = fact.property { lengths.insert(length) }
        }
        return lengths.sorted(by: >).first { entails(Fact(key: key, .length($0))) } ?? 0
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
