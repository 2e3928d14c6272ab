/// What all numbering plans together say of digits that may be a national number.
struct PhoneStanding: Sendable {
    /// Whether some country has the number as written: bare, with its trunk prefix, or with its calling code.
    private(set) var isNumber = false
    /// Whether some country has it with its trunk prefix, or with its calling code.
    private(set) var hasTrunk = false
    /// Whether it is most likely a line that the called party pays for.
    var isShared: Bool { maySharedLine && looksShared }

    private let digits: PhoneDigits
    private var maySharedLine = false
    /// The length of the area code of a mobile number as Argentina writes it, 0 for others.
    private var argentineAreaCode = 0
    /// The plans that have the number, bare or with its trunk prefix, as bits by their places.
    private var holders = SIMD4<UInt64>()

    /// Asks the plans of all calling codes.
    /// - Complexity: O(1): a step for each digit and each of about 230 calling codes.
    init(_ digits: PhoneDigits) {
        self.digits = digits
        for plan in NumberingPlan.all {
            let length = plan.trunkLength(of: digits)
            if length > 0, let number = plan.number(digits.dropFirst(length)) {
                isNumber = true
                hasTrunk = true
                maySharedLine = maySharedLine || number.isShared
                holders[plan.index >> 6] |= 1 << UInt64(plan.index & 63)
            }
            if let number = plan.number(digits) {
                isNumber = true
                maySharedLine = maySharedLine || number.isShared
                holders[plan.index >> 6] |= 1 << UInt64(plan.index & 63)
            }
        }
        argentineAreaCode = Self.argentineAreaCode(of: digits)
        if argentineAreaCode > 0 {
            isNumber = true
            hasTrunk = true
        }
        guard digits.count >= 10, let (plan, length) = NumberingPlan.beginning(digits) else { return }
        if let number = plan.number(digits.dropFirst(length)), digits.count - length >= 7 {
            isNumber = true
            hasTrunk = true
            maySharedLine = maySharedLine || number.isShared
        }
    }

    /// Whether the number looks like one even beside a word that may mean something else: with a trunk prefix or calling code, or
    /// as in the countries whose ten or more digits are seldom written with either.
    var isLikely: Bool {
        if hasTrunk { return true }
        guard digits.count >= 10 else { return false }
        if NumberingPlan.northAmerica.number(digits) != nil { return true }
        return [91, 86].contains { code in
            NumberingPlan(callingCode: code)?.number(digits) != nil && (code == 91 ? digits[0] >= 6 : digits[0] == 1)
        }
    }

    /// Whether some country writes the number in groups of these lengths.
    func isWritten(_ groups: PhoneDigits) -> Bool {
        isNumber && groups.count > 2 && isWritten(groups) { _ in true }
    }

    /// Whether some country writes the number so, and no other numbers are likely to be: with the trunk prefix, with parentheses, or
    /// in the best known formats, of which some only count with blanks.
    func isWritten(_ groups: PhoneDigits, hasParentheses: Bool, separator: Unit) -> Bool {
        // Numbers padded with zeros begin with two of them; national numbers do not.
        guard isNumber, groups.count > 2, digits.number(2) > 0 else { return false }
        return isWritten(groups) { plan in
            if hasParentheses || digits[0] == 0 { return true }
            return switch plan.callingCode {
            case 1: true
            case 30: (groups == Self.threeThreeFour || groups == Self.twoFourFour) && separator == .space
            case 39, 57: groups == Self.threeThreeFour && digits[0] == 3 && separator == .space
            case 52: (groups == Self.threeThreeFour || groups == Self.twoFourFour) && separator == .space
            case 55: groups == Self.twoFiveFour
            case 86: groups == Self.threeFourFour && digits[0] == 1
            default: false
            }
        }
    }

    /// Whether ``isWritten(_:hasParentheses:separator:)`` is worth asking, which is slower.
    static func mayBeWritten(_ groups: PhoneDigits, digits: PhoneDigits, hasParentheses: Bool) -> Bool {
        if digits[0] == 0 { return digits[1] != 0 }
        return hasParentheses || groups[0] == 1 || groups == threeThreeFour || groups == twoFourFour
            || groups == twoFiveFour || groups == threeFourFour
    }

    private static let threeThreeFour = PhoneDigits([3, 3, 4])
    private static let twoFourFour = PhoneDigits([2, 4, 4])
    private static let twoFiveFour = PhoneDigits([2, 5, 4])
    private static let threeFourFour = PhoneDigits([3, 4, 4])

    /// Calling codes of countries whose numbers have no fixed length, and which people group as they like: `0171 123 45 67`.
    private static func isGroupedFreely(_ code: Int) -> Bool { [43, 46, 49, 358].contains(code) }

    private func isWritten(_ groups: PhoneDigits, withoutTrunk isKnown: (NumberingPlan) -> Bool) -> Bool {
        if argentineAreaCode > 0, groups[0] == argentineAreaCode + 1 { return true }
        let hasShortGroups = (1..<groups.count).allSatisfy { (2...4).contains(groups[$0]) }
        for word in 0..<4 {
            var bits = holders[word]
            while bits != 0 {
                let plan = NumberingPlan(index: (word << 6) + bits.trailingZeroBitCount)
                bits &= bits - 1
                if let number = plan.number(digits), number.isWritten(groups, .none), isKnown(plan) { return true }
                let length = plan.trunkLength(of: digits)
                guard length > 0, let number = plan.number(digits.dropFirst(length)),
                    let (rest, style) = Self.withoutTrunk(groups, length)
                else { continue }
                if number.isWritten(rest, style) { return true }
                let isFree = style == .joined && hasShortGroups && Self.isGroupedFreely(plan.callingCode)
                if isFree, number.hasAreaCode(ofLength: rest[0]) { return true }
            }
        }
        return false
    }

    /// The groups without a trunk prefix of `length` digits, and how that stood before them.
    private static func withoutTrunk(_ groups: PhoneDigits, _ length: Int) -> (PhoneDigits, NumberingPlan.TrunkStyle)? {
        var left = length
        var rest = PhoneDigits()
        var style = NumberingPlan.TrunkStyle.apart
        for index in 0..<groups.count {
            let removed = min(left, groups[index])
            if removed > 0, removed < groups[index] { style = .joined }
            left -= removed
            if removed < groups[index] { rest.append(groups[index] - removed) }
        }
        return rest.count > 0 ? (rest, style) : nil
    }

    /// The length of the area code if this is a mobile number of Argentina with a trunk prefix, and 15 after the area code, where the
    /// plan has a 9 before it.
    private static func argentineAreaCode(of digits: PhoneDigits) -> Int {
        guard digits.count == 13, digits[0] == 0, let plan = NumberingPlan(callingCode: 54) else { return 0 }
        for length in 2...4 where digits[length + 1] == 1 && digits[length + 2] == 5 {
            let area = (1...length).map { digits[$0] }
            let rest = (length + 3..<13).map { digits[$0] }
            if plan.number(PhoneDigits([9] + area + rest)) != nil { return length }
        }
        return 0
    }

    /// Whether the number begins as such lines do in most countries: `0800`, `1-800`, `1300`, `0900`.
    private var looksShared: Bool {
        switch digits.number(4) {
        case 0800, 0808, 0900, 1800, 1833, 1844, 1855, 1866, 1877, 1888, 1300: true
        case 0844, 0845, 0870, 0871: digits.count == 11
        default:
            digits.count == 10 && NumberingPlan.northAmerica.number(digits)?.isShared ?? false
        }
    }
}
