/// Words in lower case, found by the units that spell them.
///
/// Those of Latin letters, as nearly all words are, are found without making a `String`.
struct WordSet: ExpressibleByArrayLiteral, Sendable {
    /// All of the words.
    let words: Set<String>
    private let latin: WordTable<Void>

    init(arrayLiteral words: String...) {
        self.words = Set(words)
        latin = WordTable(words.filter { $0.utf8.allSatisfy { $0 < 0x80 } }.joined(separator: " "))
    }

    /// Whether `units` spell one of the words, in any case.
    func contains(_ units: ArraySlice<Unit>) -> Bool {
        units.contains(where: \.isOtherLetter) ? words.contains(String(units: units)) : latin.contains(units)
    }
}
