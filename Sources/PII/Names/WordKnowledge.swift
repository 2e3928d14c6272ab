/// What the lexicon knows of a word.
struct WordKnowledge: OptionSet, Sendable, Hashable {
    let rawValue: UInt32

    static let place = WordKnowledge(rawValue: 1 << 9)
    static let brand = WordKnowledge(rawValue: 1 << 10)
    /// A word that is also a name, and by itself rather a word.
    static let ambiguous = WordKnowledge(rawValue: 1 << 11)
    /// Stands between given and family name, as `van` and `de la`.
    static let particle = WordKnowledge(rawValue: 1 << 12)
    /// Stands before or after a name, as `Dr` and `san`.
    static let title = WordKnowledge(rawValue: 1 << 13)
    /// Beside it a single name or a user name is a person's, as `driver`.
    static let role = WordKnowledge(rawValue: 1 << 14)
    /// After a surname or possessive it shows a person, as `family` and `phone`.
    static let belonging = WordKnowledge(rawValue: 1 << 15)
    /// Makes a place, venue or institution of the names beside it, as `Street` and `University`.
    static let suffix = WordKnowledge(rawValue: 1 << 16)
    /// The legal form of a firm, as `Ltd` and `& Sons`: what bears it is no person.
    static let firm = WordKnowledge(rawValue: 1 << 20)
    /// A thing that may be called by the names before it, but may as well be somebody's, as `taxi` and `show`.
    static let thing = WordKnowledge(rawValue: 1 << 21)
    static let codename = WordKnowledge(rawValue: 1 << 17)
    /// A title that stands beside nothing but names of persons, as `Mrs`.
    static let honorific = WordKnowledge(rawValue: 1 << 19)
    /// Begins a phrase that is no person.
    static let phraseStart = WordKnowledge(rawValue: 1 << 18)

    /// One of the most frequent given names of a census.
    static let topGiven = WordKnowledge(rawValue: 1 << 22)
    /// One of the most frequent family names of a census.
    static let topFamily = WordKnowledge(rawValue: 1 << 23)

    /// All that weighs for or against a name beside how frequent the word is.
    static let marks: WordKnowledge = [
        .place, .brand, .ambiguous, .particle, .title, .role, .belonging, .suffix, .firm, .codename,
    ]

    /// What makes a word something else than a name, however frequent a name it is.
    static let doubts: WordKnowledge = [.place, .brand, .ambiguous, .suffix, .codename]

    /// Whether it is a word for a role, a title or what belongs to somebody.
    var isAboutPerson: Bool { !intersection([.role, .title, .belonging]).isEmpty }

    /// Whether it may be a name where a person is meant, though it is rather a word.
    var mayBeInRole: Bool {
        guard isDisjoint(with: [.role, .title]) else { return false }
        return given >= 4 || family >= 4 || contains(.ambiguous)
    }

    /// Whether it is plain whatever stands beside it and whatever its letters look like: a word that is no name, or a rare one.
    var isPlain: Bool {
        guard word > 0 else { return false }
        guard isName else { return word >= 3 }
        return word >= 6 ? nameClass < 5 : word >= 4 ? nameClass < 4 : false
    }

    /// Whether it is a frequent name of persons and nothing else.
    var isClearName: Bool { nameClass >= 6 && word <= 3 && isDisjoint(with: Self.doubts) }

    /// Whether it is so frequent a name that it is somebody's even where it is a word as well, if a name stands beside it.
    var isTopName: Bool { !isDisjoint(with: [.topGiven, .topFamily]) }

    /// How frequent it is as whichever name it rather is, 0 for none to 7.
    var nameClass: Int { max(given, family) }

    /// How frequent it is as a given name, 0 for none to 7.
    var given: Int { Int(rawValue & 7) }
    /// How frequent it is as a family name, 0 for none to 7.
    var family: Int { Int(rawValue >> 3 & 7) }
    /// How frequent it is as an ordinary or technical word, 0 for none to 7.
    var word: Int { Int(rawValue >> 6 & 7) }
    /// Whether it is a name of persons in any list.
    var isName: Bool { rawValue & 0x3F != 0 }
}
