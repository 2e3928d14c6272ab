/// Groups of digits that may make a telephone number together: sixteen digits at most, with short separators.
struct DigitGroups: Sendable {
    /// The first groups, as many as are looked at together.
    struct Part: Sendable {
        /// Where they stand, with the parenthesis before them.
        var range: Range<Int>
        var digits: PhoneDigits
        /// The lengths of the groups.
        var groups: PhoneDigits
        /// How often the sign between groups differs from the one before, parentheses aside.
        var separatorChanges = 0
        /// The last sign between groups, a gap if there is only one group.
        var lastSeparator = Unit.gap
        var hasParentheses: Bool

        /// Whether the groups have the shape of an IPv4 address that is padded with zeros.
        var isDottedQuad: Bool {
            guard groups.count == 4, lastSeparator == .dot, (0..<4).allSatisfy({ groups[$0] <= 3 }) else {
                return false
            }
            let starts = [groups[0], groups[0] + groups[1], groups[0] + groups[1] + groups[2]]
            return digits.count == 12 || starts.contains { digits[$0] == 0 }
        }

        /// Whether five pairs are month, day, hour, minute and second, or begin with a zero each.
        var isPointInTime: Bool {
            guard groups.count == 5, digits.count == 10, (0..<5).allSatisfy({ groups[$0] == 2 }) else { return false }
            let pairs = (0..<5).map { digits.dropFirst(2 * $0).number(2) }
            if pairs.allSatisfy({ $0 < 10 }) { return true }
            let isDate = min(pairs[0], pairs[1]) <= 12 && max(pairs[0], pairs[1]) <= 31 && pairs[1] > 0
            let isTime = pairs[2] < 24 && pairs[3] < 60 && pairs[4] < 60
            return (lastSeparator == .hyphen || lastSeparator == .underscore) && isDate && isTime
        }

        /// Whether two groups are hours, years or ports from one to another, a number within a year, or a fraction: `0900-1700`,
        /// `2019-2024`, `8000-8080`, `2024-0017`, `3.14159265`.
        var isRange: Bool {
            guard groups.count == 2 else { return false }
            let (first, last) = (digits.number(groups[0]), digits.dropFirst(groups[0]).number(groups[1]))
            if lastSeparator == .dot, groups[0] < 3 { return first > 0 }
            if groups[0] == 4, (2010...2039).contains(first) { return true }
            guard groups[0] == groups[1], groups[0] >= 4 else { return false }
            if groups[0] == 4, [first, last].allSatisfy({ $0 <= 2400 && $0 % 100 < 60 && $0 % 5 == 0 }) { return true }
            return first < last && (first % 10 == 0 || (first / 100 == last / 100) || (1900...2099).contains(first))
        }
    }

    /// Where the first group or the parenthesis before it stands.
    let start: Int
    /// The sign after the first group.
    let firstSeparator: Unit
    private var parts: [Part] = []

    /// The number of groups.
    var count: Int { parts.count }
    var hasParentheses: Bool { parts.last?.hasParentheses ?? false }

    /// Reads the groups at `first`, as many as have fewer than sixteen digits together; `nil` if not even the first has.
    init?(_ scan: borrowing Scan, from start: Int, first: Int) {
        self.start = start
        var part = Part(
            range: start..<first, digits: PhoneDigits(), groups: PhoneDigits(), hasParentheses: start < first)
        var position = first
        var firstSeparator = Unit.gap
        while true {
            let end = scan.end(from: position, limit: PhoneDigits.limit) { $0.isDigit }
            guard part.digits.count + end - position < PhoneDigits.limit else { break }
            for index in position..<end { part.digits.append(scan.unit(index).digitValue) }
            part.groups.append(end - position)
            part.range = start..<end
            // An opened parenthesis is closed after the group.
            let isOpen = start < first && part.groups.count == 1 && scan.unit(end) != Unit(ascii: ")")
            if isOpen { return nil }
            parts.append(part)
            position = scan.separatorsEnd(from: end)
            guard position > end, scan.unit(position).isDigit else { break }
            let sign = Self.sign(scan, in: end..<position)
            if sign != .gap {
                if part.lastSeparator != .gap, part.lastSeparator != sign { part.separatorChanges += 1 }
                part.lastSeparator = sign
            }
            if scan.unit(position - 1) == Unit(ascii: "(") { part.hasParentheses = true }
            if parts.count == 1 { firstSeparator = sign }
        }
        self.firstSeparator = firstSeparator
        if parts.isEmpty { return nil }
    }

    /// The first `count` groups.
    func prefix(_ count: Int) -> Part { parts[count - 1] }

    /// What separates, without the blanks and parentheses beside it; a blank if there is nothing else, a gap for parentheses.
    private static func sign(_ scan: borrowing Scan, in range: Range<Int>) -> Unit {
        var sign = Unit.gap
        for index in range {
            switch scan.unit(index) {
            case Unit(ascii: "("), Unit(ascii: ")"): break
            case .space: sign = sign == .gap ? .space : sign
            default: sign = scan.unit(index)
            }
        }
        return sign
    }

    /// How many digits there are from `first` on, in how many groups, up to more than a phone has; and where they end.
    static func measure(_ scan: borrowing Scan, from first: Int) -> (digits: Int, groups: Int, end: Int) {
        var (digits, groups) = (0, 1)
        var position = first
        while digits < PhoneDigits.limit {
            if scan.unit(position).isDigit {
                digits += 1
                position += 1
            } else {
                let next = scan.separatorsEnd(from: position)
                guard next > position, scan.unit(next).isDigit else { break }
                position = next
                groups += 1
            }
        }
        return (digits, groups, position)
    }
}
