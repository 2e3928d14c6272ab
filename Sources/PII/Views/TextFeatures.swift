/// What a text has, counted in one pass.
///
/// Most texts lack what most finders need. Each finder tells beside itself, as a condition on these features, without what it can find
/// nothing, and is not run then.
struct TextFeatures: Sendable {
    /// The ASCII characters of the text, a bit for each.
    private var lowCharacters: UInt64 = 0
    private var highCharacters: UInt64 = 0

    /// How many units there are.
    private(set) var count: Int
    /// How many digits there are, and in how many runs.
    private(set) var digits = 0
    private(set) var digitRuns = 0
    /// The most hex digits in a row.
    private(set) var longestHexRun = 0
    /// The most Latin letters and digits in a row.
    private(set) var longestWordRun = 0
    /// The same of runs that end in a digit, or have one and go on.
    private(set) var longestCodeRun = 0
    /// The most characters of base64's alphabets in a row.
    private(set) var longestBase64Run = 0
    /// How many letters, digits and `@` stand by themselves, without a letter or digit beside them.
    private(set) var singles = 0
    /// Whether a Latin letter stands beside a digit or sign that is written in place of letters.
    private(set) var hasLeet = false
    /// Whether there are Latin capitals.
    private(set) var hasCapitals = false
    /// Whether there are Latin letters.
    private(set) var hasLetters = false
    /// The last of the letters of other scripts by scalar value, 0 if there are none.
    private(set) var lastOtherLetter: Unit = 0
    /// Whether two colons stand side by side.
    private(set) var hasDoubleColon = false
    /// How many colons there are.
    private(set) var colons = 0

    /// A text of which nothing is known, so that nothing may be left out.
    static let unknown = TextFeatures()

    /// Whether the text was read.
    var isKnown: Bool { count != .max }

    private init() {
        (lowCharacters, highCharacters) = (.max, .max)
        (count, digits, digitRuns, singles, colons) = (.max, .max, .max, .max, .max)
        (longestHexRun, longestWordRun, longestCodeRun, longestBase64Run) = (.max, .max, .max, .max)
        (hasLeet, hasCapitals, hasLetters, hasDoubleColon) = (true, true, true, true)
        lastOtherLetter = .max
    }

    /// Reads `units`.
    /// - Complexity: O(*n*); does not allocate.
    init(_ units: [Unit]) {
        count = units.count
        var (hexRun, wordRun, base64Run) = (0, 0, 0)
        var runHasDigit = false
        var (wasDigit, wasLetter, wasLeetSign, wasColon) = (false, false, false, false)
        // Whether the unit before is part of a word, the one before that, and whether the one before may stand alone.
        var (wasWord, wasWordBefore, mayBeSingle) = (false, false, false)
        for unit in units {
            if unit < 64 {
                lowCharacters |= 1 << UInt64(unit)
            } else if unit < 128 {
                highCharacters |= 1 << UInt64(unit & 63)
            } else {
                lastOtherLetter = max(lastOtherLetter, unit)
            }
            let isDigit = unit.isDigit
            let isLetter = unit.isLetter
            let isLatinWord = isDigit || isLetter
            digits += isDigit ? 1 : 0
            digitRuns += isDigit && !wasDigit ? 1 : 0
            hexRun = unit.isHexDigit ? hexRun + 1 : 0
            longestHexRun = max(longestHexRun, hexRun)
            wordRun = isLatinWord ? wordRun + 1 : 0
            longestWordRun = max(longestWordRun, wordRun)
            runHasDigit = isDigit || (runHasDigit && isLatinWord)
            longestCodeRun = max(longestCodeRun, runHasDigit ? wordRun : 0)
            base64Run = isLatinWord || Self.isBase64Sign(unit) ? base64Run + 1 : 0
            longestBase64Run = max(longestBase64Run, base64Run)
            let isWord = isLatinWord || unit.isOtherLetter
            singles += mayBeSingle && !wasWordBefore && !isWord ? 1 : 0
            (wasWordBefore, wasWord, mayBeSingle) = (wasWord, isWord, isWord || unit == .at)
            let isLeetSign = LeetText.isSign(unit)
            hasLeet = hasLeet || (isLetter && wasLeetSign) || (isLeetSign && wasLetter)
            hasCapitals = hasCapitals || unit.isUppercase
            hasLetters = hasLetters || isLetter
            let isColon = unit == .colon
            colons += isColon ? 1 : 0
            hasDoubleColon = hasDoubleColon || (isColon && wasColon)
            (wasDigit, wasLetter, wasLeetSign, wasColon) = (isDigit, isLetter, isLeetSign, isColon)
        }
        singles += mayBeSingle && !wasWordBefore ? 1 : 0
    }

    private static func isBase64Sign(_ unit: Unit) -> Bool {
        unit == .hyphen || unit == .underscore || unit == .plus || unit == .slash
    }

    /// Whether the text has this ASCII character.
    func has(_ character: Unit) -> Bool {
        character < 64 ? lowCharacters >> UInt64(character) & 1 == 1 : highCharacters >> UInt64(character & 63) & 1 == 1
    }

    /// Whether there are letters of any script.
    var hasAnyLetters: Bool { hasLetters || lastOtherLetter > 0 }
}
