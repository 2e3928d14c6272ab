/// A word of a text in the search for names.
struct NameWord: Sendable {
    let token: NameToken
    let strength: NameStrength
    /// Whether something else has been recognized in it.
    let isClaimed: Bool

    var knowledge: WordKnowledge { token.knowledge }

    /// One letter of a script that has initials.
    let isInitial: Bool

    var isParticle: Bool { knowledge.contains(.particle) }

    /// A word that is rather no name, whatever stands beside it.
    var isPlainWord: Bool { strength.best < NameStrength.plainWordLimit }

    /// Whether it may be a name where a person is meant, though it is rather a word.
    var mayBeInRole: Bool { Self.mayBeInRole(knowledge) }

    /// Whether a word of which this is known may be a name where a person is meant.
    static func mayBeInRole(_ knowledge: WordKnowledge) -> Bool {
        guard knowledge.intersection([.role, .title]).isEmpty else { return false }
        return knowledge.given >= 4 || knowledge.family >= 4 || knowledge.contains(.ambiguous)
    }

    /// A common word, be it a name as well.
    var isWord: Bool { knowledge.word >= 5 }
}
