/// A kind of number that a state gives to each person: how it is written, what its check digits are, and what people call it.
///
/// The facts are those that the issuing authorities publish; names are given in `name` for reports, in `words` for recognition.
struct NationalIDScheme: Sendable {
    /// The two letters of the country (ISO 3166-1).
    let country: StaticString
    /// What the number is called, in ASCII and without digits.
    let name: StaticString
    /// The forms it is written in; the characters of each may also stand in one piece or in other groups beside a word of `words`.
    let forms: [NationalIDForm]
    /// The words by which it is known, each without the blanks it may have, parted by blanks.
    let words: String
    /// Whether the number counts beside a general word such as `national id` although it has no check digit.
    let isUsual: Bool
    /// Judges the structure and check digits of characters that fit one of ``forms``.
    let check: @Sendable (NationalIDNumber) -> NationalIDProof

    init(
        _ country: StaticString, _ name: StaticString, _ forms: [NationalIDForm], words: String, isUsual: Bool = false,
        check: @escaping @Sendable (NationalIDNumber) -> NationalIDProof
    ) {
        self.country = country
        self.name = name
        self.forms = forms
        self.words = words
        self.isUsual = isUsual
        self.check = check
    }

    /// Every scheme; the place in this list is its number in ``NationalIDWords``.
    static let all: [NationalIDScheme] =
        britishIsles + northAmerica + westernEurope + germanSpeaking + southernEurope + nordic + baltic + centralEurope
        + southeasternEurope + easternEurope + brazilAndMexico + spanishAmerica + southAsia + southeastAsia + eastAsia
        + middleEast + africa + widerAfrica + centralAmerica + centralAsia + oceania

    /// The most letters and digits of any scheme.
    static let longest = 20
    /// The fewest.
    static let shortest = 6
}
