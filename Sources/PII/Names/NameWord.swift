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

    /// A common word, be it a name as well.
    var isWord: Bool { knowledge.word >= 5 }
}
