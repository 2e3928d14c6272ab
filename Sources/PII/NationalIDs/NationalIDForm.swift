/// A way in which the numbers of a scheme are written: `999.999.999-99`, where `9` stands for a digit, `A` for a letter, `*` for
/// either, and anything else for itself.
struct NationalIDForm: Sendable {
    /// How many letters and digits there are.
    let count: Int
    /// Bit *n* is set where character *n* is a letter.
    let letters: UInt32
    /// Bit *n* is set where character *n* is a digit.
    let digits: UInt32
    /// Bit *n* is set where a separator stands before character *n*.
    let breaks: UInt32
    /// The separators in order, eight bits each, the first in the lowest ones.
    let separators: UInt64
    /// How sure a number with the right proof is when it is written thus and no word beside it says what it is; 0 for not at all.
    let alone: Double
    /// The same where other separators replace the usual ones, as happens in names.
    let replaced: Double

    /// Whether a number of this form may be found that no word names.
    var mayStandAlone: Bool { max(alone, replaced) > NationalIDJudgement.leastAlone }

    /// Makes a form; `replaced` is a little below `alone` where it is not given.
    init(_ pattern: StaticString, alone: Double = 0, replaced: Double? = nil) {
        var count = 0
        var (letters, digits, breaks): (UInt32, UInt32, UInt32) = (0, 0, 0)
        var separators: UInt64 = 0
        pattern.withUTF8Buffer { bytes in
            for byte in bytes {
                switch byte {
                case UInt8(ascii: "9"): digits |= 1 << count
                case UInt8(ascii: "A"): letters |= 1 << count
                case UInt8(ascii: "*"): break
                default:
                    separators |= UInt64(byte) << UInt64(8 * breaks.nonzeroBitCount)
                    breaks |= 1 << count
                    continue
                }
                count += 1
            }
        }
        (self.count, self.letters, self.digits, self.breaks) = (count, letters, digits, breaks)
        self.separators = separators
        self.alone = alone
        self.replaced = replaced ?? (separators == 0 ? alone : max(0, alone - 0.1))
    }

}
