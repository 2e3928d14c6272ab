/// A word of a text in the search for names.
struct NameWord: Sendable {
    let token: NameToken

    /// How strongly it speaks for a name, once it has been judged; `nil` for words that are plain whatever their letters look like.
    private(set) var strength: NameStrength<NameScore>?

    /// One letter of a script that has initials.
    private(set) var isInitial: Bool

    /// Whether it is plain by what is known of it, whatever its letters look like, as most words are.
    private(set) var isSurelyPlain: Bool

    /// Part of random letters.
    private(set) var isDismissed = false

    /// A word that is no name, whatever stands beside it.
    private(set) var isPlainWord: Bool

    /// Judges a word, which was looked up, by what is known of it.
    init(_ token: NameToken, _ units: UnsafeBufferPointer<Unit>) {
        self.token = token
        let first = units[token.range.lowerBound]
        isInitial = token.length == 1 && (token.casing != .none || Script(first) == .other)
        isSurelyPlain = token.knowledge.isPlain
        isPlainWord = isSurelyPlain
    }

    /// Looks at its letters.
    mutating func judge(_ units: UnsafeBufferPointer<Unit>) {
        let strength = NameStrength<NameScore>(token.knowledge, units[token.range])
        isPlainWord = isSurelyPlain || !token.knowledge.isName && strength.likeness < Likeness.least
        self.strength = strength
    }

    /// Takes it for plain, whatever it is.
    mutating func dismiss() {
        (isSurelyPlain, isPlainWord, isDismissed, isInitial) = (true, true, true, false)
        strength = nil
    }

    /// Whether it is spelled as a word or name that capitals part from its neighbours.
    var isWellSpelled: Bool {
        switch token.casing {
        case .mixed: return false
        case .upper: return knowledge.word >= 5 || knowledge.rawValue != 0 && token.length > 2
        case .none: return true
        case .lower, .capitalized:
            if token.length <= 2 {
                return knowledge.word >= 5 || knowledge.isAboutPerson || knowledge.contains(.particle)
                    || token.casing == .capitalized && knowledge.nameClass >= 5
            }
            if knowledge.nameClass >= 4 || knowledge.word >= 3 || !knowledge.isDisjoint(with: .marks) { return true }
            return token.length >= 4 && (strength.map { $0.likeness >= Likeness.leastOfCapitals } ?? true)
        }
    }

    var knowledge: WordKnowledge { token.knowledge }

    /// Whether something else has been recognized in it.
    var isClaimed: Bool { token.isClaimed }

    var isParticle: Bool { knowledge.contains(.particle) }

    /// Whether it makes a firm, place or institution of the names beside it.
    var isSuffix: Bool { !knowledge.isDisjoint(with: [.suffix, .firm]) }

    /// Whether its log odds as a name are above `limit`; never those of a plain word.
    func isStronger(than limit: Double) -> Bool { !isPlainWord && (strength.map { $0.best > limit } ?? false) }

    /// Whether its letters alone make a name of it, beside another such word.
    var isLikelyName: Bool { strength.map { $0.likeness >= Likeness.leastOfUnlisted } ?? false }

    /// Whether it may be a name where a person is meant, though it is rather a word.
    var mayBeInRole: Bool { !isDismissed && knowledge.mayBeInRole }

    /// A common word, be it a name as well.
    var isWord: Bool { knowledge.word >= 5 }
}
