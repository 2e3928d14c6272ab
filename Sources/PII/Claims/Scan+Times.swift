extension Scan {
    /// Claims dates, with or without separators and times of day, and epochs in seconds, milli-, micro- and nanoseconds.
    ///
    /// Numbers after `+` or `00` are claimed too: a phone number is only kept from starting inside of a time.
    /// - Complexity: O(*n*).
    mutating func claimTimes() {
        // The shortest date is `1.1.2024`.
        guard features.longestNumber >= 6, !features.hasClasses || mayHoldTime() else { return }
        var position = 0
        while let run = nextDigits(from: position) {
            position = run.upperBound
            if isDateOrEpoch(run) {
                claim(run, as: .time)
            } else if let date = separatedDate(at: run) {
                claim(date, as: .time)
            }
        }
    }

    /// Whether digits may be of a time: eight in a row, or one or two with the same sign on either side and four digits beyond one of them.
    private func mayHoldTime() -> Bool {
        let digits = features.classes.digits
        let pairs = digits & digits >> 1
        let fours = pairs & pairs >> 2
        if fours & fours >> 4 != 0 { return true }
        // The first sign behind four digits, or the last one before as many.
        let (behind, before) = (fours << 4, fours >> 1)
        let joints = features.classes.signs & digits << 1 & digits >> 1
        guard joints.nonzeroBitCount >= 2, joints & (behind | before) != 0 else { return false }
        return [Unit.hyphen, .dot, .slash, .underscore].contains { sign in
            let signs = joints & places(of: sign)
            let (first, last) = (signs & behind, signs & before)
            return first & (signs >> 2 | signs >> 3) | signs & (last >> 2 | last >> 3) != 0
        }
    }

    private func isDateOrEpoch(_ run: Range<Int>) -> Bool {
        switch run.count {
        case 8: isCompactDate(run) || isReversedCompactDate(run)
        // Year to minute, second or millisecond.
        case 12, 14, 17: isCompactDate(run) && number(run.lowerBound + 8, 2) < 24 && number(run.lowerBound + 10, 2) < 60
        // Every time from 2001 to 2033, in seconds down to nanoseconds, begins with 1.
        case 10, 13, 16, 19: units[run.lowerBound] == Unit(ascii: "1")
        default: false
        }
    }

    /// `20240131…`
    private func isCompactDate(_ run: Range<Int>) -> Bool {
        isDate(
            year: number(run.lowerBound, 4), month: number(run.lowerBound + 4, 2), day: number(run.lowerBound + 6, 2))
    }

    /// `31012024`
    private func isReversedCompactDate(_ run: Range<Int>) -> Bool {
        isDate(
            year: number(run.lowerBound + 4, 4), month: number(run.lowerBound + 2, 2), day: number(run.lowerBound, 2))
    }

    /// The date of three groups whose first is `run`: `2024-01-31`, `31.1.2024` or `1/31/2024`.
    private func separatedDate(at run: Range<Int>) -> Range<Int>? {
        guard run.count <= 4, !unit(run.lowerBound - 1).isLetter || run.count == 4 else { return nil }
        let separator = unit(run.upperBound)
        guard separator == .hyphen || separator == .dot || separator == .slash || separator == .underscore else {
            return nil
        }
        let second = run.upperBound + 1..<digitsEnd(from: run.upperBound + 1)
        guard (1...2).contains(second.count), unit(second.upperBound) == separator else { return nil }
        let third = second.upperBound + 1..<digitsEnd(from: second.upperBound + 1)
        guard (1...4).contains(third.count) else { return nil }
        let (first, middle, last) = (
            number(run.lowerBound, run.count), number(second.lowerBound, second.count),
            number(third.lowerBound, third.count)
        )
        let isDate =
            switch (run.count, third.count) {
            case (4, 1...2): isDate(year: first, month: middle, day: last)
            case (1...2, 4):
                isDate(year: last, month: middle, day: first) || isDate(year: last, month: first, day: middle)
            default: false
            }
        return isDate ? run.lowerBound..<third.upperBound : nil
    }

    /// The end of the digits from `index` on; looks at five units at most, so that no text is read again and again.
    private func digitsEnd(from index: Int) -> Int {
        var end = index
        while end < index + 5, unit(end).isDigit { end += 1 }
        return end
    }

    private func isDate(year: Int, month: Int, day: Int) -> Bool {
        (1900...2099).contains(year) && (1...12).contains(month) && (1...31).contains(day)
    }

    /// The number that `count` digits from `index` on spell; at most four digits are asked for.
    private func number(_ index: Int, _ count: Int) -> Int {
        (0..<count).reduce(0) { $0 * 10 + unit(index + $1).digitValue }
    }
}
