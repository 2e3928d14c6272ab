extension Scan {
    /// Finds telephone numbers in the form of their country: beside a word for a phone, in a country's own grouping, or, for the
    /// countries of ``homePlans``, bare.
    /// - Complexity: O(*n*).
    mutating func findNationalPhones() {
        // A word for a phone, a country whose bare numbers count, or ten digits in three groups.
        guard
            features.hints.contains(.phone) || !homePlans.isEmpty
                || features.longestNumber >= Self.fewestGroupedDigits && features.digitRuns >= Self.fewestGroups
        else { return }
        // The first digit of a number, or a parenthesis before it.
        let digits = features.classes.digits
        let starts = digits & ~(digits << 1) | (features.has(Unit(ascii: "(")) ? features.classes.signs : 0)
        var position = 0
        while let index = next(from: position, of: starts) {
            guard units[index].isDigit || units[index] == Unit(ascii: "("), let phone = nationalPhone(at: index) else {
                position = index + 1
                continue
            }
            let range = phone.range.lowerBound..<extensionEnd(after: phone.range.upperBound)
            found(
                .phone, range, confidence: phone.confidence, reason: phone.reason,
                masked: Masks.phone(callingCode: nil, national: phone.digits))
            position = range.upperBound
        }
    }

    /// The fewest digits and groups of a number that nothing but its groups shows.
    private static let fewestGroupedDigits = 10
    private static let fewestGroups = 3

    private struct NationalPhone {
        var range: Range<Int>
        var digits: PhoneDigits
        var confidence: Double
        var reason: String
    }

    private func nationalPhone(at index: Int) -> NationalPhone? {
        let first = units[index] == Unit(ascii: "(") ? index + 1 : index
        let previous = unit(index - 1)
        guard unit(first).isDigit, !previous.isDigit, previous != .plus, !isTaken(index..<index + 1) else { return nil }
        let (digits, count, end) = DigitGroups.measure(self, from: first)
        guard digits >= Self.fewestPhoneDigits else { return nil }
        let before = phoneContext(before: index)
        if before == nil {
            guard !previous.isLetter || endsWord(at: index) else { return nil }
            let mayBeGrouped = count >= Self.fewestGroups && digits >= Self.fewestGroupedDigits
            guard mayBeGrouped || !homePlans.isEmpty || phoneContext(after: end) != nil else { return nil }
        }
        guard let groups = DigitGroups(self, from: index, first: first), before != nil || !continuesNumber(groups)
        else {
            return nil
        }
        for count in stride(from: groups.count, to: 0, by: -1) {
            let part = groups.prefix(count)
            guard part.digits.count >= Self.fewestPhoneDigits else { continue }
            // A count after a whole number is no part of it.
            if count == 2, part.groups[0] >= 10, part.groups[1] <= 3 { continue }
            guard isFree(part), !isCut(part, of: groups) else { continue }
            if let phone = nationalPhone(part, context: before) { return phone }
        }
        return nil
    }

    private func nationalPhone(_ part: DigitGroups.Part, context before: PhoneContext?) -> NationalPhone? {
        var context = before
        if context == nil, part.digits.count >= 9 { context = phoneContext(after: part.range.upperBound) }
        let after = unit(part.range.upperBound)
        let touchesWord = after.isLetter && extensionEnd(after: part.range.upperBound) == part.range.upperBound
        if touchesWord, context == nil || (before != nil && !after.isUppercase) { return nil }
        if let context, let phone = namedPhone(part, context) { return phone }
        guard before == nil, !isIdentifierNamed(before: part.range.lowerBound), !touchesWord else { return nil }
        return groupedPhone(part) ?? (unit(part.range.lowerBound - 1).isLetter ? nil : homePhone(part))
    }

    /// Whether a word that ends at `index` may be run together with a number: a few letters begin identifiers.
    private func endsWord(at index: Int) -> Bool {
        index >= Self.fewestLetters && (index - Self.fewestLetters..<index).allSatisfy { units[$0].isLetter }
    }

    /// The fewest letters of a word that a number is run together with.
    private static let fewestLetters = 4

    /// Whether nothing else has been recognized there; an extension shows that dotted numbers are no version.
    private func isFree(_ part: DigitGroups.Part) -> Bool {
        if isFree(part.range) { return true }
        return !isTaken(part.range) && !holds(.time, in: part.range)
            && extensionEnd(after: part.range.upperBound) > part.range.upperBound
    }

    /// Whether the groups go on a number, version or list that begins before them.
    private func continuesNumber(_ groups: DigitGroups) -> Bool {
        let before = unit(groups.start - 1)
        guard unit(groups.start - 2).isDigit else { return before == .dot || before == .colon }
        // Blanks part numbers too: a trunk prefix or parenthesis begins a new one.
        if before == .space, unit(groups.start) == .zero || groups.hasParentheses { return false }
        return isNumberSign(before) ? !groups.hasParentheses : before == groups.firstSeparator
    }

    /// Whether the part ends within a longer number; a year, a count or something in parentheses may follow.
    private func isCut(_ part: DigitGroups.Part, of groups: DigitGroups) -> Bool {
        let end = part.range.upperBound
        guard !unit(end).isDigit else { return true }
        let next = separatorsEnd(from: end)
        guard unit(next).isDigit else {
            return (unit(end) == .dot || unit(end) == .colon || unit(end) == Unit(ascii: ",")) && unit(end + 1).isDigit
        }
        let digits = next..<self.end(from: next, limit: 5) { $0.isDigit }
        if digits.count == 4, [19, 20].contains(unit(next).digitValue * 10 + unit(next + 1).digitValue) {
            return false
        }
        let isLast = !unit(separatorsEnd(from: digits.upperBound)).isDigit
        let longestCount = part.groups.count == 1 && part.digits.count >= 10 ? 3 : 1
        if isLast, unit(end) != .dot, digits.count <= longestCount || unit(next - 1) == Unit(ascii: "(") {
            return false
        }
        let sign = unit(end)
        return next - end > 1 || isNumberSign(sign) || sign == part.lastSeparator
    }

    // MARK: Kinds of evidence

    /// A number beside a word that says what it is.
    private func namedPhone(_ part: DigitGroups.Part, _ context: PhoneContext) -> NationalPhone? {
        let digits = part.digits
        guard !part.isRange, !digits.isOneDigit, part.groups.count > 1 || !digits.isSequence else { return nil }
        let standing = PhoneStanding(digits)
        let isGrouped = standing.isWritten(part.groups)
        let fewest = standing.hasTrunk || isGrouped ? 7 : 8
        guard standing.isNumber, digits.count >= (context == .named ? fewest : fewest + 2),
            context == .named || isGrouped || (part.groups.count < 3 && standing.isLikely)
        else { return nil }
        var phone = NationalPhone(
            range: part.range, digits: digits, confidence: 0.65, reason: "number of a phone beside a word for one")
        if standing.isShared {
            phone.confidence = 0.3
            phone.reason = "toll-free or shared-cost line"
        } else if isGrouped || (part.groups.count > 2 && digits.count > 9) {
            phone.confidence = 0.93
            phone.reason += ", grouped as its country does"
        } else if context == .named, digits.count >= 10 || (standing.hasTrunk && digits.count >= 9) {
            phone.confidence = 0.88
        }
        return phone
    }

    /// A number that is grouped as the numbers of its country are.
    private func groupedPhone(_ part: DigitGroups.Part) -> NationalPhone? {
        guard part.groups.count >= 3, part.digits.count >= 10, part.separatorChanges < 2, !part.isDottedQuad,
            !part.isPointInTime
        else { return nil }
        guard PhoneStanding.mayBeWritten(part.groups, digits: part.digits, hasParentheses: part.hasParentheses) else {
            return nil
        }
        let isShared: Bool
        if let number = NumberingPlan.northAmerica.number(part.digits), number.isWritten(part.groups, .none) {
            isShared = number.isShared
        } else {
            let standing = PhoneStanding(part.digits)
            let isWritten = standing.isWritten(
                part.groups, hasParentheses: part.hasParentheses, separator: part.lastSeparator)
            let isExample = part.groups == PhoneDigits([3, 3, 4]) && part.digits.number(3) == 555
            guard isExample || isWritten else { return nil }
            isShared = standing.isShared
        }
        var phone = NationalPhone(
            range: part.range, digits: part.digits, confidence: 0.7,
            reason: "national number, grouped as its country does")
        if isShared || part.digits.isOneDigit || (part.digits.isSequence && part.groups.count < 4) {
            phone.confidence = 0.3
            phone.reason = isShared ? "toll-free or shared-cost line" : phone.reason + ", of regular digits"
        } else if part.hasParentheses || (part.digits[0] == 0 && part.groups.count > 3) {
            phone.confidence = 0.87
        }
        return phone
    }

    /// A number of one of the countries in which the Services are used.
    private func homePhone(_ part: DigitGroups.Part) -> NationalPhone? {
        guard !homePlans.isEmpty, part.digits.count >= 8, part.separatorChanges < 2, !part.isRange,
            !part.digits.isOneDigit, !part.digits.isSequence
        else { return nil }
        for plan in homePlans {
            let length = plan.trunkLength(of: part.digits)
            guard let number = plan.number(part.digits.dropFirst(length)) ?? plan.number(part.digits) else { continue }
            return NationalPhone(
                range: part.range, digits: part.digits,
                confidence: number.isShared ? 0.3 : part.groups.count > 1 ? 0.75 : 0.6,
                reason: number.isShared
                    ? "toll-free or shared-cost line"
                    : "number that the plan of calling code \(plan.callingCode) allows")
        }
        return nil
    }
}
