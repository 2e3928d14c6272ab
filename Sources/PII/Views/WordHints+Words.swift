extension WordHints {
    /// What the last letters of words tell, by the lists of all words; ``listedEnds`` are these, as `WordEndTests` make sure.
    ///
    /// To make it takes all tables of words, so that it is not made for any text.
    static var endsOfWords: [[Unit]: WordHints] {
        var ends: [[Unit]: WordHints] = [:]
        func add(_ words: [[Unit]], _ hint: WordHints) {
            for word in words where !word.isEmpty {
                ends[word.suffix(length).map(\.lowercased), default: []].insert(hint)
            }
        }
        add(BirthWords.plain.latinWords + BirthWords.dotted.latinWords, .birth)
        add(PassportWords.passport.latinWords, .passport)
        add(PhoneWords.tellingWords, .phone)
        let names = NationalIDWords.names.filter { $0.allSatisfy(\.isLetter) }
        add(names + NationalIDWords.endings.flatMap { ending in names.map { $0 + ending } }, .nationalID)
        add(SpelledText.latinWords, .spelled)
        add(SocialNetworks.words.latinWords, .network)
        add(StreetWords.whole.latinWords + StreetWords.boxesAndFlats.latinWords, .street)
        add(StreetWords.endings.latinWords, .streetEnding)
        return ends
    }
}
