/// What a text has, counted in one pass.
///
/// Most texts lack what most finders need. Each finder tells beside itself, as a condition on these features, without what it can find
/// nothing, and is not run then.
struct TextFeatures: Sendable {
    /// The signs of the text that are ASCII, a bit for each.
    private var lowSigns: UInt64 = 0
    private var highSigns: UInt64 = 0

    /// How many units there are.
    private(set) var count: Int
    /// How many digits there are.
    private(set) var digits = 0
    /// What each unit is, if ``hasClasses``.
    private(set) var classes = UnitClasses()
    /// Whether ``classes`` are known, as they are in texts of up to ``UnitClasses/limit`` units.
    private(set) var hasClasses = false
    /// In how many runs the digits stand.
    private(set) var digitRuns = 0
    /// The most digits without a letter between them.
    private(set) var longestNumber = 0
    /// The most hex digits in a row.
    private(set) var longestHexRun = 0
    /// The most Latin letters and digits in a row.
    private(set) var longestWordRun = 0
    /// The same of those that have a digit.
    private(set) var longestCodeRun = 0
    /// How many letters and digits stand by themselves, without another beside them.
    private(set) var singles = 0
    /// Whether a Latin letter stands beside a digit.
    private(set) var hasMixedWord = false
    /// Whether there are Latin letters.
    private(set) var hasLetters = false
    /// Whether there are Latin capitals.
    private(set) var hasCapitals = false
    /// Whether there are letters of other scripts.
    private(set) var hasOtherLetters = false
    /// What the words may be.
    private(set) var hints: WordHints = .all

    /// A text of which nothing is known, so that nothing may be left out.
    static let unknown = TextFeatures()

    /// Whether the text was read.
    var isKnown: Bool { count != .max }

    private init() {
        (lowSigns, highSigns) = (.max, .max)
        (count, digits, digitRuns, longestNumber, singles) = (.max, .max, .max, .max, .max)
        (longestHexRun, longestWordRun, longestCodeRun) = (.max, .max, .max)
        (hasMixedWord, hasLetters, hasCapitals, hasOtherLetters) = (true, true, true, true)
    }

    /// Reads `units`, 64 at a time; `classes` may tell already what they are.
    /// - Complexity: O(*n*); does not allocate.
    init(_ units: [Unit], classes: UnitClasses? = nil) {
        count = units.count
        units.withUnsafeBufferPointer { read($0, classes) }
    }

    private mutating func read(_ units: UnsafeBufferPointer<Unit>, _ known: UnitClasses?) {
        var carry = Carry()
        var start = 0
        while start < units.count {
            let end = min(start + UnitClasses.limit, units.count)
            let block = known ?? UnitClasses(units[start..<end])
            var signs = block.signs
            while signs != 0 {
                let unit = units[start + signs.trailingZeroBitCount]
                if unit < 64 { lowSigns |= 1 << UInt64(unit) } else { highSigns |= 1 << UInt64(unit & 63) }
                signs &= signs - 1
            }
            take(block, length: end - start, &carry)
            if units.count <= UnitClasses.limit { (classes, hasClasses) = (block, true) }
            start = end
        }
        singles += carry.isSingle ? 1 : 0
        hints = hasOtherLetters ? .all : WordHints(units, hasClasses ? classes : nil)
    }

    /// What goes on from one block to the next.
    private struct Carry {
        var number = 0
        var hexRun = 0
        var wordRun = 0
        var runHasDigit = false
        /// The last unit of the block before, as the lowest bit of each.
        var digit: UInt64 = 0
        var letter: UInt64 = 0
        /// Whether the last unit is a letter or digit that none stands before, and whether it is a letter or digit at all.
        var isSingle = false
        var word: UInt64 = 0
    }

    private mutating func take(_ block: UnitClasses, length: Int, _ carry: inout Carry) {
        let letters = block.letters
        hasLetters = hasLetters || letters != 0
        hasOtherLetters = hasOtherLetters || block.otherLetters != 0
        hasCapitals = hasCapitals || block.capitals != 0
        digits += block.digits.nonzeroBitCount
        digitRuns += (block.digits & ~(block.digits << 1 | carry.digit)).nonzeroBitCount
        hasMixedWord =
            hasMixedWord || block.digits & (letters << 1 | carry.letter) != 0
            || letters & (block.digits << 1 | carry.digit) != 0

        let words = block.digits | letters | block.otherLetters
        let begins = words & ~(words << 1 | carry.word)
        // The end of the block stands in doubt until the next is read.
        singles += carry.isSingle && words & 1 == 0 ? 1 : 0
        let ends = words & ~(words >> 1)
        let last: UInt64 = 1 << UInt64(length - 1)
        singles += (begins & ends & ~last).nonzeroBitCount
        carry.isSingle = begins & last != 0

        longestHexRun = max(longestHexRun, Self.longestRun(block.digits | block.hexLetters, length, &carry.hexRun))
        if !hasMixedWord, count <= 64 {
            // The runs of letters and digits are of either alone.
            longestCodeRun = Self.longestRun(block.digits, length, &carry.wordRun)
            longestWordRun = max(longestCodeRun, Self.longestRun(letters, length, &carry.wordRun))
        } else {
            Self.eachRun(of: block.digits | letters, length) { run, range in
                carry.wordRun += run
                carry.runHasDigit = carry.runHasDigit || block.digits & range != 0
                longestWordRun = max(longestWordRun, carry.wordRun)
                if carry.runHasDigit { longestCodeRun = max(longestCodeRun, carry.wordRun) }
            } reset: {
                (carry.wordRun, carry.runHasDigit) = (0, false)
            }
        }
        takeNumbers(block.digits, parts: letters | block.otherLetters, &carry)
        carry.digit = block.digits >> UInt64(length - 1) & 1
        carry.letter = letters >> UInt64(length - 1) & 1
        carry.word = words >> UInt64(length - 1) & 1
    }

    /// Takes in the digits of a block, which letters at the bits of `parts` part.
    @inline(__always)
    private mutating func takeNumbers(_ digits: UInt64, parts: UInt64, _ carry: inout Carry) {
        var rest = digits
        while rest != 0 {
            let start = UInt64(rest.trailingZeroBitCount)
            if parts & (1 << start - 1) != 0 { carry.number = 0 }
            // Everything up to the next letter.
            let number =
                parts >> start == 0 ? UInt64.max : 1 << (start + UInt64((parts >> start).trailingZeroBitCount)) - 1
            carry.number += (rest & number).nonzeroBitCount
            longestNumber = max(longestNumber, carry.number)
            rest &= ~number
            if rest == 0, parts & ~number != 0 { carry.number = 0 }
        }
        if digits == 0, parts != 0 { carry.number = 0 }
    }

    /// The length of the longest run of bits, with what `carry` had before the first; what ends with the last of them becomes `carry`.
    @inline(__always)
    private static func longestRun(_ bits: UInt64, _ length: Int, _ carry: inout Int) -> Int {
        let first = carry + min((~bits).trailingZeroBitCount, length)
        if first == carry + length {
            carry = first
            return first
        }
        carry = (~(bits << UInt64(64 - length))).leadingZeroBitCount
        var (rest, longest) = (bits, 0)
        while rest != 0 {
            rest &= rest << 1
            longest += 1
        }
        return max(first, longest)
    }

    /// Gives the length and the bits of each run of bits among the lowest `length`, and calls `reset` where none touches the one before.
    @inline(__always)
    private static func eachRun(
        of bits: UInt64, _ length: Int, _ take: (Int, UInt64) -> Void, reset: () -> Void
    ) {
        var position = 0
        while position < length {
            let gap = (bits >> UInt64(position)).trailingZeroBitCount
            if gap > 0 { reset() }
            position += gap
            guard position < length else { return }
            let run = min((~(bits >> UInt64(position))).trailingZeroBitCount, length - position)
            let ones = run == 64 ? UInt64.max : (1 << UInt64(run) - 1)
            take(run, ones << UInt64(position))
            position += run
        }
    }

    /// Whether the text has this ASCII character, which is neither a letter nor a digit.
    func has(_ sign: Unit) -> Bool { (sign < 64 ? lowSigns : highSigns) >> UInt64(sign & 63) & 1 == 1 }

    /// Whether there are letters of any script.
    var hasAnyLetters: Bool { hasLetters || hasOtherLetters }
}
