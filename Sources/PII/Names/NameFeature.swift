/// What speaks for or against a name, each with a weight that `Generator/weights.py` learned from labelled names.
///
/// Cases that end in a number are counted through: the class of frequency or length that they are for is added to the first.
package enum NameFeature: Int, CaseIterable, Sendable {
    // What is known of a word that would be the given name.
    case given1, given2, given3, given4, given5, given6, given7
    // Of one that would be the family name.
    case family1, family2, family3, family4, family5, family6, family7
    // Of one that is in the lists of the other kind of name alone.
    case otherKind1, otherKind2, otherKind3, otherKind4, otherKind5, otherKind6, otherKind7
    // Of one that is a word, too.
    case word1, word2, word3, word4, word5, word6, word7
    // Of one that is no name in any list, but a word.
    case mereWord1, mereWord2, mereWord3, mereWord4, mereWord5, mereWord6, mereWord7
    case unlisted, unlistedLikeness, unlistedSpelling, listedLikeness, unlistedTwoLetters, unlistedThreeLetters,
        unlistedFourLetters,
        unlistedLong
    case topGiven, topFamily
    case place, brand, ambiguous, codename, suffix, firm, particle, roleWord
    case otherScript

    // What the candidate is.
    case pair, titled, initialled, single, userName
    case familyFirst, bothUnlisted, bothUnlistedLikeness, bothAmbiguous, bothPlaces, oneIsWord, bothAreWords
    // A frequent name that is nothing else stands beside one that is a word of this class, or has other doubts about it.
    case frequentPair, topPair, topWithListed, clearPair, backed4, backed5, backed6, backed7, backedDoubt, bothTop,
        clearAndUnlisted, clearAndDoubtful
    // Firms have the names of two families, words beside names are in small letters, and a particle stands before a family name.
    case bothFamilies, lowerWord, particleFamily
    case capitalizedPair, lowerPair, upperPair, capitalizedAndUpper, mixedCase, unevenCase, shortUpper, lowerCamel,
        capitalsAndHyphen
    case camelCase, space, underscore, hyphen, dot, comma, middleDot, symbol
    case innerParticle, innerInitial, innerName, joinedGiven
    case capitalizedSingle, lowerSingle, upperSingle
    // What a single name or one after a title is beside a name.
    case singleWord, singleUnlisted

    // Somebody hid it.
    case hidden, encoded

    // What stands around it.
    case honorificBefore, honorificAfter, possessiveBelonging, plainInRole, particleBetween
    case titleBefore, titleAfter, roleBefore, roleAfter, belongingAfter, possessive, phrase, phrasePart
    case suffixBefore, suffixAfter, suffixBeforeParticle, suffixAround, firmBefore, firmAfter, thingAfter,
        partners
    case wholeText, wordBefore, wordAfter, placeAround, manyWords, nameAround, digitsTouch

    // Two names run together in one word.
    case together, togetherGiven, togetherFamily, togetherWord, togetherFlags, togetherShort, togetherLong,
        togetherWords
    case togetherLikeness, togetherThree

    // Family and given name in East Asian characters.
    case eastAsian, eastAsianFamily, eastAsianListed, eastAsianLikeness, eastAsianGivenWord, eastAsianLongSurname,
        eastAsianPlace
    case eastAsianTitled
    case eastAsianTwoUnits, eastAsianThreeUnits, eastAsianFourUnits, eastAsianMore, eastAsianPart, hangul

    // A single initial and a surname.
    case initialDot, initialAfter, initialCapital, furtherInitial, initialParticle, initialBetween

    /// What it adds to the log odds that something is a name, by what `Generator/weights.py` learned.
    package var weight: Double { NameScore.weight(self) }

    /// The feature for the length of a word that is no name in any list; none for usual lengths.
    init?(unlistedLength length: Int) {
        switch length {
        case ...2: self = .unlistedTwoLetters
        case 3: self = .unlistedThreeLetters
        case 4: self = .unlistedFourLetters
        case 12...: self = .unlistedLong
        default: return nil
        }
    }

    /// The feature for a class of at least 1, counted from this first one.
    func at(_ level: Int) -> NameFeature { NameFeature(rawValue: rawValue + level - 1) ?? self }
}
