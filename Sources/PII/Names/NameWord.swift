/// A word of a text in the search for names.
struct NameWord: Sendable {
    private(set) var token: NameToken

    /// How strongly it speaks for a name, once it has been judged; `nil` for words that are plain whatever their letters look like.
    private(set) var strength: NameStrength<NameScore>?

    /// Whether something else has been recognized in it.
    let isClaimed: Bool

    /// One letter of a script that has initials.
    let isInitial: Bool

    /// Whether it is plain whatever its letters look like, as most words are.
    private(set) var isSurelyPlain = false

    /// A word that is rather no name, whatever stands beside it.
    private(set) var isPlainWord = false

    init(_ token: NameToken, _ units: UnsafeBufferPointer<Unit>, isClaimed: Bool) {
        self.token = token
        self.isClaimed = isClaimed
        let first = units[token.range.lowerBound]
        isInitial = token.length == 1 && (token.casing != .none || Script(first) == .other)
    }

    /// Looks up what is known of it.
    mutating func lookUp() { token.lookUp() }

    /// Judges it by what is known of it.
    mutating func judgeByKnowledge(_ units: UnsafeBufferPointer<Unit>) {
        isSurelyPlain = PlainWord.isSurelyPlain(
            token.knowledge, length: token.length, isOtherScript: units[token.range.lowerBound].isOtherLetter)
        isPlainWord = isSurelyPlain
    }

    /// Looks at its letters.
    mutating func judge(_ units: UnsafeBufferPointer<Unit>) {
        let strength = NameStrength<NameScore>(token.knowledge, units[token.range])
        isPlainWord = strength.best < PlainWord.limit
        self.strength = strength
    }

    /// Whether there may be a name that it is part of: none is made of plain words alone, but with a middle dot, or of words that are
    /// names too. An initial needs a name beside it.
    var mayBeOfName: Bool {
        !isClaimed && token.length > 1 && (!isSurelyPlain || mayBeInRole || token.gap == .middleDot)
    }

    var knowledge: WordKnowledge { token.knowledge }

    var isParticle: Bool { knowledge.contains(.particle) }

    /// Whether its log odds as a name are above `limit`, which is itself above ``PlainWord/limit``.
    func isStronger(than limit: Double) -> Bool { strength.map { $0.best > limit } ?? false }

    /// Whether it may be a name where a person is meant, though it is rather a word.
    var mayBeInRole: Bool { knowledge.mayBeInRole }

    /// A common word, be it a name as well.
    var isWord: Bool { knowledge.word >= 5 }
}
