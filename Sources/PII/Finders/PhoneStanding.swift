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
            }
            if let number = plan.number(digits) {
                isNumber = true
                maySharedLine = maySharedLine || number.isShared
            }
        }
        guard digits.count >= 10, let (plan, length) = NumberingPlan.beginning(digits) else { return }
        if let number = plan.number(digits.dropFirst(length)), digits.count - length >= 7 {
            isNumber = true
            hasTrunk = true
            maySharedLine = maySharedLine || number.isShared
        }
    }

    /// Whether some country writes the number in groups of these lengths.
    func isWritten(_ groups: PhoneDigits) -> Bool {
        guard isNumber, groups.count > 2 else { return false }
        return NumberingPlan.all.contains { plan in
            if plan.number(digits)?.isWritten(groups, .none) ?? false { return true }
            let length = plan.trunkLength(of: digits)
            guard length > 0, let number = plan.number(digits.dropFirst(length)),
                let (rest, style) = Self.withoutTrunk(groups, length)
            else { return false }
            return number.isWritten(rest, style)
        }
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
