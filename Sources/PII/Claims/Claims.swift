/// What each unit of a text has been recognized as.
///
/// Those of texts of up to ``UnitClasses/limit`` units are bits, the first unit's the lowest: a range is asked for at once, and no
/// memory is needed.
struct Claims: Sendable {
    /// The units of a short text that are part of identifiers, a bit each; none of a longer one.
    private(set) var identifiers: UInt64 = 0
    // The others of its bits.
    private var times: UInt64 = 0
    private var versions: UInt64 = 0
    private var matches: UInt64 = 0
    /// The claims of longer texts; `nil` for short ones.
    private var long: [Claim]?

    /// Claims nothing of `count` units.
    init(count: Int) {
        if count > UnitClasses.limit { long = Array(repeating: .none, count: count) }
    }

    /// The units that have been recognized as anything, a bit each; `nil` for long texts.
    var bits: UInt64? { long == nil ? claimed : nil }

    private var claimed: UInt64 { identifiers | times | versions | matches }

    private func bits(of claim: Claim) -> UInt64 {
        switch claim {
        case .none: ~claimed
        case .identifier: identifiers
        case .time: times
        case .version: versions
        case .match: matches
        }
    }

    /// What the unit at `index` has been recognized as, which is one of the text.
    @inline(__always)
    subscript(index: Int) -> Claim {
        if let long { return long[index] }
        let place = UInt64(index)
        guard claimed >> place & 1 == 1 else { return .none }
        if identifiers >> place & 1 == 1 { return .identifier }
        if times >> place & 1 == 1 { return .time }
        return versions >> place & 1 == 1 ? .version : .match
    }

    /// Marks the units at `range`, whatever they were recognized as before.
    mutating func mark(_ range: Range<Int>, as claim: Claim) {
        if range.isEmpty { return }
        guard long == nil else {
            for index in range { long?[index] = claim }
            return
        }
        let bits = UnitClasses.bits(range)
        identifiers &= ~bits
        times &= ~bits
        versions &= ~bits
        matches &= ~bits
        switch claim {
        case .none: break
        case .identifier: identifiers |= bits
        case .time: times |= bits
        case .version: versions |= bits
        case .match: matches |= bits
        }
    }

    /// Whether any unit of `range` has been recognized as `claim`.
    func hold(_ claim: Claim, in range: Range<Int>) -> Bool {
        if let long { return range.contains { long[$0] == claim } }
        return !range.isEmpty && bits(of: claim) & UnitClasses.bits(range) != 0
    }

    /// Whether nothing has been recognized in `range`.
    func areFree(in range: Range<Int>) -> Bool {
        if let long { return range.allSatisfy { long[$0] == .none } }
        return range.isEmpty || claimed & UnitClasses.bits(range) == 0
    }
}
