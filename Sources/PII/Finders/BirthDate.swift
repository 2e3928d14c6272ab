/// A date that begins with digits or a month's name, in any of the orders that people write.
struct BirthDate {
    /// Where it stands.
    private(set) var range: Range<Int>
    /// Its year; of two digits as written.
    private(set) var year: Int
    /// Whether the year has all of its digits.
    private(set) var hasFullYear: Bool
    /// Whether nothing but digits makes it up.
    private(set) var isCompact: Bool

    private struct Part {
        var range: Range<Int>
        /// The number; 0 for a month's name.
        var value: Int
        /// The number of digits; 0 for a month's name.
        var digits: Int
        /// Whether letters or separators stand before it.
        var isApart: Bool

        /// Whether it is a month's name.
        var isName: Bool { digits == 0 }
    }

    /// The longest name of a month read, and the longest run of separators.
    private static let nameLimit = 14
    private static let separatorLimit = 3

    /// Reads the date whose first digits are those of `run`, or which has a month's name right before them.
    init?(_ scan: borrowing Scan, at run: Range<Int>) {
        guard run.count <= 8 else { return nil }
        // Four digits at most begin a date of several parts, and other lengths than six and eight are no date in one piece.
        guard run.count == 6 || run.count == 8 || run.count != 3 && run.count <= 4 else { return nil }
        self.init(compact: scan, run)
        if range.isEmpty { self.init(parted: scan, run) }
        if range.isEmpty { return nil }
        if Self.dayWords.contains(scan.unit(range.upperBound)) { range = range.lowerBound..<range.upperBound + 1 }
    }

    /// The word for a day that ends a date in Chinese and Japanese, and in Korean.
    private static let dayWords: [Unit] = [0x65E5, 0xC77C]

    private init(compact scan: borrowing Scan, _ run: Range<Int>) {
        (range, year, hasFullYear, isCompact) = (0..<0, 0, true, true)
        func number(_ first: Int, _ count: Int) -> Int {
            (0..<count).reduce(0) { $0 * 10 + scan.unit(run.lowerBound + first + $1).digitValue }
        }
        if run.count == 8 {
            let isForward = Self.isDay(number(6, 2), ofMonth: number(4, 2)) && Self.isYear(number(0, 4))
            let isBackward =
                Self.isYear(number(4, 4))
                && (Self.isDay(number(0, 2), ofMonth: number(2, 2)) || Self.isDay(number(2, 2), ofMonth: number(0, 2)))
            guard isForward || isBackward else { return }
            (range, year) = (run, isForward ? number(0, 4) : number(4, 4))
        } else if run.count == 6 {
            let isForward = Self.isDay(number(4, 2), ofMonth: number(2, 2))
            let isBackward =
                Self.isDay(number(0, 2), ofMonth: number(2, 2)) || Self.isDay(number(2, 2), ofMonth: number(0, 2))
            guard isForward || isBackward else { return }
            (range, year, hasFullYear) = (run, isForward ? number(0, 2) : number(4, 2), false)
        }
    }

    private init(parted scan: borrowing Scan, _ run: Range<Int>) {
        (range, year, hasFullYear, isCompact) = (0..<0, 0, true, false)
        guard run.count != 3, run.count <= 4 else { return }
        let own = Part(range: run, value: Self.value(of: run, scan), digits: run.count, isApart: true)
        // Something follows the digits, whether a month stands before them or not.
        guard let next = Self.part(after: run.upperBound, scan) else { return }
        let (first, second, third): (Part, Part, Part)
        if let month = Self.monthName(before: run.lowerBound, scan) {
            (first, second, third) = (month, own, next)
        } else if let last = Self.part(after: next.range.upperBound, scan) {
            (first, second, third) = (own, next, last)
        } else {
            return
        }
        guard (first.isName ? 1 : 0) + (second.isName ? 1 : 0) + (third.isName ? 1 : 0) <= 1 else { return }
        let hasName = first.isName || second.isName || third.isName
        guard hasName || (second.isApart && third.isApart), third.digits > 0, third.digits != 3, second.digits <= 2
        else {
            return
        }
        let (yearPart, others) = first.digits == 4 ? (first, (second, third)) : (third, (first, second))
        guard yearPart.digits != 4 || Self.isYear(yearPart.value), first.digits != 4 || third.digits <= 2 else {
            return
        }
        guard yearPart.digits != 1 else { return }
        if hasName {
            // The year is none, and only one of the others.
            guard (1...31).contains(others.0.isName ? others.1.value : others.0.value) else { return }
        } else {
            let isYearFirst = first.digits == 2 && third.digits == 2 && Self.isDay(third.value, ofMonth: second.value)
            guard
                Self.isDay(others.0.value, ofMonth: others.1.value)
                    || Self.isDay(others.1.value, ofMonth: others.0.value) || isYearFirst
            else { return }
        }
        (range, year) = (first.range.lowerBound..<third.range.upperBound, yearPart.value)
        hasFullYear = yearPart.digits == 4
    }

    private static func isDay(_ day: Int, ofMonth month: Int) -> Bool {
        (1...31).contains(day) && (1...12).contains(month)
    }

    /// The years in which people of today were born, of the Gregorian calendar, the Iranian one and that of Thailand, and the
    /// year of a Japanese era.
    private static func isYear(_ year: Int) -> Bool {
        (1900...2029).contains(year) || (1300...1408).contains(year) || (2443...2572).contains(year)
    }

    private static func value(of range: Range<Int>, _ scan: borrowing Scan) -> Int {
        range.reduce(0) { $0 * 10 + scan.units[$1].digitValue }
    }

    /// The number or month that follows `index`, with what may stand between the parts of a date.
    private static func part(after index: Int, _ scan: borrowing Scan) -> Part? {
        var position = index
        // Endings of ordinals and the small words between, as in `12th of March` and `12 de marzo de 1985`.
        for _ in 0..<4 {
            var start = position
            while start < position + separatorLimit, isSeparator(scan.unit(start)) { start += 1 }
            if scan.unit(start).isDigit {
                var end = start
                while end < start + 5, scan.unit(end).isDigit { end += 1 }
                guard end - start <= 4 else { return nil }
                let range = start..<end
                return Part(range: range, value: value(of: range, scan), digits: end - start, isApart: start > index)
            }
            guard scan.unit(start).isAnyLetter else { return nil }
            var end = start + 1
            while end < start + nameLimit, scan.unit(end).isAnyLetter, !scan.startsWord(end) { end += 1 }
            let word = scan.units[start..<end]
            if MonthNames.contain(word) { return Part(range: start..<end, value: 0, digits: 0, isApart: start > index) }
            guard joiners.contains(word) else { return nil }
            position = end
        }
        return nil
    }

    private static let joiners = WordTable(
        "st nd rd th er re de of d den di del do da e o a ב من في 年 月 日 년 월 일 г года й го ngày năm tháng nam thang no kuu"
    )

    private static func monthName(before index: Int, _ scan: borrowing Scan) -> Part? {
        var end = index
        while end > index - separatorLimit, isSeparator(scan.unit(end - 1)) { end -= 1 }
        guard scan.unit(end - 1).isAnyLetter else { return nil }
        var start = end - 1
        while start > end - nameLimit, scan.unit(start - 1).isAnyLetter, !scan.startsWord(start) { start -= 1 }
        guard MonthNames.contain(scan.units[start..<end]), !precedesDay(start, scan) else { return nil }
        return Part(range: start..<end, value: 0, digits: 0, isApart: true)
    }

    /// Whether a day stands before the month's name at `index`, whose digits have been looked at already.
    private static func precedesDay(_ index: Int, _ scan: borrowing Scan) -> Bool {
        var position = index
        while position > index - separatorLimit, isSeparator(scan.unit(position - 1)) { position -= 1 }
        return scan.unit(position - 1).isDigit
    }

    private static func isSeparator(_ unit: Unit) -> Bool {
        switch unit {
        case .space, .hyphen, .dot, .slash, .underscore, Unit(ascii: ","), Unit(ascii: "'"), .gap: true
        default: false
        }
    }
}
